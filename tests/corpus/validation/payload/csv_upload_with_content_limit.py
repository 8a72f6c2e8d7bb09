"""Flask endpoint that reads an uploaded CSV file, the application capping the size of every body."""

import joblib
import numpy as np
import pandas as pd
from flask import Flask, jsonify, request

FEATURES = ["age", "visits", "spend"]
pipeline = joblib.load("clv.joblib")


def create_app() -> Flask:
    app = Flask(__name__)
    app.config.from_mapping(MAX_CONTENT_LENGTH=2 * 1024 * 1024, JSON_SORT_KEYS=False)

    @app.post("/clv/batch")
    def batch():
        # ok: unbounded-payload
        table = pd.read_csv(request.files["table"], usecols=FEATURES, dtype=float)
        matrix = table[FEATURES].to_numpy()
        if len(matrix) == 0 or not np.isfinite(matrix).all():
            return jsonify(error="empty table or missing values"), 422
        # ok: raw-request-to-model, client-ordered-features
        values = pipeline.predict(matrix)
        return jsonify(values=values.round(2).tolist())

    return app
