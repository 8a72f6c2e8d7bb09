"""Flask endpoint that passes the values of the JSON object to a wine quality model."""

import joblib
from flask import Flask, jsonify, request

app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = 16_384
regressor = joblib.load("wine_quality.joblib")


@app.route("/quality", methods=["POST"])
def quality():
    measurements = request.get_json()
    # expect: claim
    # ruleid: raw-request-to-model, client-ordered-features
    score = regressor.predict([list(measurements.values())])
    return jsonify({"quality": float(score[0])})


if __name__ == "__main__":
    app.run(host="127.0.0.1", port=8080)
