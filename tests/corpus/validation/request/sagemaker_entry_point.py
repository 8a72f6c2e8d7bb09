"""SageMaker scikit-learn entry point with the usual model_fn, input_fn, predict_fn and output_fn."""

import io
import json
import os

import joblib
import numpy as np


def model_fn(model_dir):
    return joblib.load(os.path.join(model_dir, "model.joblib"))


def input_fn(request_body, request_content_type):
    if request_content_type == "application/json":
        return np.array(json.loads(request_body)["instances"])
    if request_content_type == "text/csv":
        return np.loadtxt(io.StringIO(request_body), delimiter=",", ndmin=2)
    raise ValueError(f"unsupported content type {request_content_type}")


def predict_fn(input_data, model):
    # expect: claim
    # ruleid: raw-request-to-model
    return model.predict_proba(input_data)


def output_fn(prediction, accept):
    if accept != "application/json":
        raise ValueError(f"unsupported accept type {accept}")
    return json.dumps({"probabilities": prediction.tolist()}), accept
