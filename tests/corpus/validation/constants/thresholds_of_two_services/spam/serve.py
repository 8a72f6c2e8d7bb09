"""Serves the spam filter."""

import joblib
from flask import Flask, jsonify, request

from .train import THRESHOLD

app = Flask("spam")
app.config["MAX_CONTENT_LENGTH"] = 200_000
spam_filter = joblib.load("spam.joblib")


@app.post("/spam")
def spam():
    body = request.get_data(as_text=True)
    return jsonify(spam=bool(spam_filter.predict_proba([body])[0, 1] > THRESHOLD))
