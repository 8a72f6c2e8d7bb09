"""Flask endpoint that selects the feature list from the frame before taking its array."""

import joblib
import numpy as np
import pandas as pd
from flask import Flask, abort, jsonify, request

FEATURES = ["sepal_length", "sepal_width", "petal_length", "petal_width"]
app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = 32 * 1024
iris = joblib.load("iris.joblib")


@app.post("/iris")
def classify():
    frame = pd.DataFrame([request.get_json()])
    missing = set(FEATURES) - set(frame.columns)
    if missing:
        abort(422, description=f"missing: {sorted(missing)}")
    matrix = frame[FEATURES].to_numpy(dtype=float)
    if matrix.shape != (1, len(FEATURES)) or not np.isfinite(matrix).all():
        abort(422, description="measurements must be finite numbers")
    # ok: raw-request-to-model, client-ordered-features
    species = iris.predict(matrix)[0]
    return jsonify(species=str(species))
