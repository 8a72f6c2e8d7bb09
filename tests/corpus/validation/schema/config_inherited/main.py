"""Pump failure service; its body model inherits its configuration from the project's base model."""

import joblib
import numpy as np
from fastapi import FastAPI
from pydantic import ConfigDict, Field

from .base import FiniteModel

app = FastAPI()
pump_model = joblib.load("pump.joblib")


class Vibration(FiniteModel):
    model_config = ConfigDict(extra="forbid")

    # ok: nan-permissive-schema
    rms: list[float] = Field(min_length=3, max_length=3)
    # ok: nan-permissive-schema
    bearing_temperature: float


@app.post("/pumps/failure")
def failure(vibration: Vibration):
    row = np.array([*vibration.rms, vibration.bearing_temperature])
    return {"failure": float(pump_model.predict_proba(row[None, :])[0, 1])}
