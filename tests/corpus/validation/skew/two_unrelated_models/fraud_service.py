"""Flask service of the fraud model, which was trained elsewhere on values scaled to [0, 1]."""

import joblib
import numpy as np
from flask import Flask, abort, jsonify, request
from sklearn.preprocessing import MinMaxScaler

app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = 2048
detector = joblib.load("fraud/detector.joblib")
# ok: preprocessing-skew
scaler: MinMaxScaler = joblib.load("fraud/minmax.joblib")


@app.post("/fraud")
def fraud():
    row = np.asarray(request.get_json()["values"], dtype=float)
    if row.shape != (11,) or not np.isfinite(row).all():
        abort(422)
    # ok: preprocessing-skew
    scaled = scaler.transform(row.reshape(1, -1))
    return jsonify(fraud=bool(detector.predict(scaled)[0] == -1))
