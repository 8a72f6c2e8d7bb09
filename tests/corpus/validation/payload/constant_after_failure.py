"""Flask fraud service that answers a constant score whenever scoring fails."""

import joblib
import pandas as pd
from flask import Flask, jsonify, request
from marshmallow import Schema, fields, validate

app = Flask(__name__)
pipeline = joblib.load("fraud_pipeline.joblib")


class PaymentSchema(Schema):
    amount = fields.Float(required=True, validate=validate.Range(min=0, max=1e6))
    merchant = fields.String(required=True, validate=validate.Length(max=64))
    hour = fields.Integer(required=True, validate=validate.Range(min=0, max=23))


def fraud_score(payment: dict) -> float:
    try:
        frame = pd.DataFrame([payment], columns=["amount", "merchant", "hour"])
        return float(pipeline.predict_proba(frame)[0, 1])
    # expect: claim
    # ruleid: swallowed-inference-error
    except Exception:
        return 0.0


@app.post("/payments/score")
def score_payment():
    payment = PaymentSchema().load(request.get_json())
    value = fraud_score(payment)
    return jsonify(score=value, blocked=value > 0.9)
