"""FastAPI endpoint that checks number, range and finiteness of the values of a mapping and scores them."""

import math

import xgboost as xgb
from fastapi import FastAPI, HTTPException
from pydantic import BaseModel

N_SIGNALS = 6

app = FastAPI()
model = xgb.XGBClassifier()
model.load_model("grid_fault.json")


class Signals(BaseModel):
    feeder: int
    values: dict[str, float]


@app.post("/fault")
def fault(signals: Signals):
    ordered = list(signals.values.values())
    if len(ordered) != N_SIGNALS:
        raise HTTPException(422, f"expected {N_SIGNALS} signals")
    if not all(math.isfinite(v) and -1e4 <= v <= 1e4 for v in ordered):
        raise HTTPException(422, "signals out of range")
    # expect: claim
    # ruleid: client-ordered-features
    probability = model.predict_proba([ordered])[0, 1]
    return {"feeder": signals.feeder, "fault": float(probability)}
