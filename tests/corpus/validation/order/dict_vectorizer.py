"""Flask endpoint that turns the JSON object into a vector with the DictVectorizer fitted in training."""

import math

import joblib
from flask import Flask, jsonify, request

app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = 10_000
vectorizer, classifier = joblib.load("mushrooms.joblib")
KNOWN = {name.split("=")[0] for name in vectorizer.feature_names_}


def acceptable(value) -> bool:
    if isinstance(value, str):
        return len(value) < 30
    return isinstance(value, (int, float)) and math.isfinite(value)


@app.post("/mushroom")
def mushroom():
    traits = request.get_json()
    if not isinstance(traits, dict) or set(traits) != KNOWN or not all(map(acceptable, traits.values())):
        return jsonify(error=f"expected exactly {sorted(KNOWN)}"), 422
    encoded = vectorizer.transform([traits])
    # ok: client-ordered-features
    edible = classifier.predict(encoded)[0]
    return jsonify(edible=bool(edible))
