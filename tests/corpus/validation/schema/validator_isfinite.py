"""FastAPI service whose wildcard validator calls math.isfinite for every number of the body."""

import math

import joblib
from fastapi import FastAPI
from pydantic import BaseModel, field_validator

app = FastAPI()
snow_model = joblib.load("snow_depth.joblib")


class Weather(BaseModel):
    # ok: nan-permissive-schema
    temperature: float
    # ok: nan-permissive-schema
    precipitation: float
    # ok: nan-permissive-schema
    altitude: float

    @field_validator("*")
    @classmethod
    def must_be_finite(cls, value: float) -> float:
        if not math.isfinite(value):
            raise ValueError("must be a finite number")
        return value


@app.post("/snow")
def snow(weather: Weather):
    depth = snow_model.predict([[weather.temperature, weather.precipitation, weather.altitude]])
    return {"centimetres": max(0.0, float(depth[0]))}
