"""FastAPI service with one pydantic body model that predicts the yield of a chemical reactor."""

from typing import Literal

import joblib
from fastapi import FastAPI
from pydantic import BaseModel, Field

app = FastAPI()
reactor = joblib.load("reactor_hgb.joblib")
CATALYSTS = ("pt", "pd", "rh")


class Reading(BaseModel):
    # expect: claim
    # ruleid: nan-permissive-schema
    temperature: float
    pressure: float = Field(ge=0.1, le=40.0, description="bar")
    flow: float = Field(ge=0.0, le=900.0, description="litres per minute")
    catalyst: Literal["pt", "pd", "rh"]


@app.post("/yield")
def predict_yield(reading: Reading):
    row = [reading.temperature, reading.pressure, reading.flow, CATALYSTS.index(reading.catalyst)]
    return {"yield": float(reactor.predict([row])[0])}
