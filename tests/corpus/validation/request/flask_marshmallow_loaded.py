"""Flask endpoint that loads the body with a marshmallow schema of bounded fields."""

import joblib
from flask import Flask, jsonify, request
from marshmallow import Schema, ValidationError, fields, validate

app = Flask(__name__)
forest = joblib.load("models/soil_forest.joblib")


class SoilSchema(Schema):
    ph = fields.Float(required=True, allow_nan=False, validate=validate.Range(min=0, max=14))
    nitrogen = fields.Float(required=True, allow_nan=False, validate=validate.Range(min=0, max=500))
    moisture = fields.Float(required=True, allow_nan=False, validate=validate.Range(min=0, max=100))


soil_schema = SoilSchema()


@app.errorhandler(ValidationError)
def invalid(error):
    return jsonify(errors=error.messages), 422


@app.route("/yield", methods=["POST"])
def crop_yield():
    soil = soil_schema.load(request.get_json())
    # ok: raw-request-to-model
    tonnes = forest.predict([[soil["ph"], soil["nitrogen"], soil["moisture"]]])[0]
    return jsonify(tonnes_per_hectare=float(tonnes))
