"""Flask routes of the turbine service; parsing and checking live in a sibling module."""

from flask import Flask, jsonify, request

from .checks import BadInput, parse_turbine
from .scoring import TurbineModel

app = Flask("turbines")
model = TurbineModel.from_file("turbine.cbm")


@app.errorhandler(BadInput)
def bad_input(error: BadInput):
    return jsonify(field=error.field, message=error.message), 400


@app.post("/turbines/power")
def power():
    row = parse_turbine(request.get_json(silent=True))
    return jsonify(kilowatts=model.power(row))
