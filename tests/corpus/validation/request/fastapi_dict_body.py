"""FastAPI endpoint that takes a plain dict as body and prices a rental car day."""

import pandas as pd
import xgboost as xgb
from fastapi import FastAPI

app = FastAPI(title="rental pricing")

COLUMNS = ["station_id", "days_ahead", "fleet_utilisation", "is_weekend"]

regressor = xgb.XGBRegressor()
regressor.load_model("models/pricing.ubj")


def as_frame(body: dict) -> pd.DataFrame:
    frame = pd.DataFrame([body])
    return frame[COLUMNS]


@app.post("/price")
def price(body: dict):
    frame = as_frame(body)
    # expect: claim
    # ruleid: raw-request-to-model
    amount = regressor.predict(frame)
    return {"currency": "EUR", "amount": round(float(amount[0]), 2)}


@app.get("/healthz")
def healthz():
    return {"columns": COLUMNS}
