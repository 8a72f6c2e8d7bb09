"""Scoring service that reads the features of a user from an HTTP feature store for each request."""

import os

import joblib
import numpy as np
import requests
from flask import Flask, jsonify

STORE = os.environ.get("FEATURE_STORE", "http://features.internal")
NAMES = ["sessions_7d", "purchases_30d", "days_since_signup"]

app = Flask(__name__)
propensity = joblib.load("propensity.joblib")
session = requests.Session()
session.headers["Accept"] = "application/json"


def online_features(user_id: int) -> np.ndarray:
    # expect: claim
    # ruleid: missing-timeout
    reply = session.get(f"{STORE}/users/{user_id}", params={"names": ",".join(NAMES)})
    reply.raise_for_status()
    values = reply.json()
    return np.array([[values[name] for name in NAMES]], dtype=float)


@app.get("/users/<int:user_id>/propensity")
def user_propensity(user_id: int):
    row = online_features(user_id)
    return jsonify(propensity=float(propensity.predict_proba(row)[0, 1]))
