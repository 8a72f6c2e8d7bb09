"""AWS Lambda function that forecasts with an ONNX session and checks the forecast for finite values."""

import json
import math
import os

import numpy as np
import onnxruntime as ort

SESSION = ort.InferenceSession(os.environ["MODEL_PATH"], providers=["CPUExecutionProvider"])
INPUT_NAME = SESSION.get_inputs()[0].name


def respond(status, body):
    return {"statusCode": status, "headers": {"Content-Type": "application/json"}, "body": json.dumps(body)}


def lambda_handler(event, context):
    payload = json.loads(event["body"])
    tensor = np.array([payload["history"]], dtype=np.float32)
    # expect: claim
    # ruleid: raw-request-to-model
    (forecast,) = SESSION.run(None, {INPUT_NAME: tensor})
    value = float(forecast.ravel()[0])
    if not math.isfinite(value):
        return respond(422, {"message": "no forecast"})
    return respond(200, {"forecast": value, "unit": "kWh"})
