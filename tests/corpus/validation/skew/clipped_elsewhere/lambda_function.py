"""AWS Lambda function that scores one credit application."""

import json
import math

import lightgbm as lgb
import numpy as np
import pandas as pd

FEATURES = ["income", "debt_ratio", "open_accounts"]
booster = lgb.Booster(model_file="credit_line.txt")


def parse(body: str) -> dict[str, float]:
    raw = json.loads(body)
    values = {name: float(raw[name]) for name in FEATURES}
    if not all(math.isfinite(v) and 0 <= v < 1e9 for v in values.values()):
        raise ValueError("out of range")
    return values


def handler(event, context):
    try:
        values = parse(event["body"])
    except (KeyError, TypeError, ValueError):
        return {"statusCode": 422, "body": json.dumps({"message": "invalid application"})}
    frame = pd.DataFrame([values], columns=FEATURES)
    # expect: claim
    # ruleid: preprocessing-skew
    frame["income"] = np.log1p(frame["income"].clip(lower=0, upper=500_000))
    risk = booster.predict(frame)[0]
    return {"statusCode": 200, "body": json.dumps({"risk": float(risk)})}
