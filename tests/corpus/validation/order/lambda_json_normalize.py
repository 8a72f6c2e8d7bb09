"""AWS Lambda function that flattens a nested event with json_normalize and scores its values."""

import json
import logging

import joblib
import pandas as pd

logger = logging.getLogger()
logger.setLevel(logging.INFO)
estimator = joblib.load("/opt/ml/energy_class.joblib")


def handler(event, context):
    building = json.loads(event["body"])["building"]
    flat = pd.json_normalize(building, sep="_")
    logger.info("columns %s", list(flat.columns))
    # expect: claim
    # ruleid: raw-request-to-model, client-ordered-features
    label = estimator.predict(flat.values)[0]
    return {"statusCode": 200, "body": json.dumps({"energy_class": str(label)})}
