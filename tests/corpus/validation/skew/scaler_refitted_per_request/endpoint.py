"""FastAPI endpoint of the heating demand model."""

from typing import Annotated

import joblib
import pandas as pd
from fastapi import FastAPI
from pydantic import BaseModel, ConfigDict, Field

from .fit_model import INPUTS

app = FastAPI()
scaler = joblib.load("heating_scaler.joblib")
network = joblib.load("heating_network.joblib")
Celsius = Annotated[float, Field(ge=-60, le=60)]


class Hour(BaseModel):
    model_config = ConfigDict(extra="forbid", allow_inf_nan=False)

    outdoor: Celsius
    indoor: Celsius
    wind: Annotated[float, Field(ge=0, le=80)]
    occupancy: Annotated[int, Field(ge=0, le=5000)]


class Day(BaseModel):
    hours: Annotated[list[Hour], Field(min_length=1, max_length=24)]


@app.post("/heating")
def heating(day: Day):
    frame = pd.DataFrame([hour.model_dump() for hour in day.hours])[INPUTS]
    # expect: claim
    # ruleid: preprocessing-skew
    scaled = scaler.fit_transform(frame)
    return {"kwh": network.predict(scaled).tolist()}
