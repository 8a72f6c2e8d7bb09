"""Flask service of the defect detector."""

import joblib
import numpy as np
from flask import Flask, abort, jsonify, request

# expect: claim
# ruleid: diverging-constant
THRESHOLD = 0.5
WIDTH = 40

app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = 8192
detector = joblib.load("detector.joblib")


@app.post("/defect")
def defect():
    row = np.asarray(request.get_json()["values"], dtype=float)
    if row.shape != (WIDTH,) or not np.isfinite(row).all():
        abort(422)
    probability = float(detector.predict_proba(row[None])[0, 1])
    return jsonify(defect=probability >= THRESHOLD, probability=probability)
