"""Flask service of the tariff classifier; hands raw columns to the stored pipeline."""

import joblib
import pandas as pd
from flask import Flask, jsonify, request
from marshmallow import Schema, fields, validate

app = Flask(__name__)
pipeline = joblib.load("tariff.joblib")


class CustomerSchema(Schema):
    usage = fields.Float(required=True, validate=validate.Range(0, 1e5))
    tenure = fields.Integer(required=True, validate=validate.Range(0, 600))
    plan = fields.String(required=True, validate=validate.OneOf(["s", "m", "l"]))
    channel = fields.String(required=True, validate=validate.OneOf(["web", "shop", "phone"]))


@app.post("/upgrade")
def upgrade():
    customer = CustomerSchema().load(request.get_json())
    frame = pd.DataFrame([customer], columns=["usage", "tenure", "plan", "channel"])
    # ok: preprocessing-skew, raw-request-to-model
    return jsonify(upgrade=float(pipeline.predict_proba(frame)[0, 1]))
