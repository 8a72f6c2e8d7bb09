"""AWS Lambda function that gets a customer id and scores features read from the feature table."""

import json
import os
import re

import boto3
import joblib

MODEL = joblib.load("/opt/churn.joblib")
TABLE = boto3.resource("dynamodb").Table(os.environ["FEATURE_TABLE"])
NAMES = ("tenure_months", "tickets_90d", "plan_price", "usage_trend")
CUSTOMER_ID = re.compile(r"c-[0-9]{8}")


def stored_features(customer_id: str) -> list[float]:
    item = TABLE.get_item(Key={"customer_id": customer_id}).get("Item")
    if item is None:
        raise LookupError(customer_id)
    return [float(item[name]) for name in NAMES]


def handler(event, context):
    customer_id = event["pathParameters"]["customer_id"]
    if not CUSTOMER_ID.fullmatch(customer_id):
        return {"statusCode": 400, "body": "malformed customer id"}
    try:
        row = stored_features(customer_id)
    except LookupError:
        return {"statusCode": 404, "body": "unknown customer"}
    # ok: raw-request-to-model
    churn = MODEL.predict_proba([row])[0, 1]
    return {"statusCode": 200, "body": json.dumps({"churn": float(churn)})}
