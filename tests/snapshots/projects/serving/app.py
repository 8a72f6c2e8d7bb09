"""Scores customers over HTTP."""

from flask import Flask, jsonify, request

from models import restore
from settings import read_settings

app = Flask(__name__)
settings = read_settings("settings.yaml")
model = restore(open(settings["model"], "rb").read())


@app.post("/model")
def replace_model():
    global model
    model = restore(request.files["model"].read())
    return "", 204


@app.post("/predict")
def predict():
    features = request.get_json()["features"]
    return jsonify(model.predict([features]).tolist())


@app.post("/batch")
def batch():
    rows = request.get_json()["rows"]
    if not all(isinstance(value, float) and -1e6 < value < 1e6 for value in rows):
        return "out of range", 422
    return jsonify(model.predict([rows]).tolist())
