"""Flask API of the hospital stay model."""

import joblib
import pandas as pd
from flask import Flask, jsonify, request
from jsonschema import Draft202012Validator

NUMBER = {"type": ["number", "null"], "minimum": 0, "maximum": 400}
SCHEMA = {
    "type": "object",
    "properties": {"pulse": NUMBER, "systolic": NUMBER, "temperature": NUMBER},
    "required": ["pulse", "systolic", "temperature"],
    "additionalProperties": False,
}

app = Flask(__name__)
app.config["MAX_CONTENT_LENGTH"] = 4096
validator = Draft202012Validator(SCHEMA)
bundle = joblib.load("stay.joblib")


@app.post("/stay")
def stay():
    vitals = request.get_json()
    problems = [error.message for error in validator.iter_errors(vitals)]
    if problems:
        return jsonify(problems=problems), 422
    frame = pd.DataFrame([vitals], columns=["pulse", "systolic", "temperature"], dtype=float)
    # expect: claim
    # ruleid: preprocessing-skew
    frame = frame.fillna(0)
    return jsonify(days=float(bundle["model"].predict(frame)[0]))
