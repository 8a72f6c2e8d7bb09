"""FastAPI service that bounds its floats through annotated aliases declared once."""

from typing import Annotated

import catboost
from fastapi import FastAPI
from pydantic import BaseModel, Field

Latitude = Annotated[float, Field(ge=-90, le=90)]
Longitude = Annotated[float, Field(ge=-180, le=180)]

app = FastAPI()
magnitude = catboost.CatBoostRegressor().load_model("quake.cbm")


class Quake(BaseModel):
    # ok: nan-permissive-schema
    lat: Latitude
    # ok: nan-permissive-schema
    lon: Longitude
    # ok: nan-permissive-schema
    depth: float = Field(gt=0, lt=800)


@app.post("/quakes/magnitude")
def estimate(quake: Quake) -> dict:
    value = magnitude.predict([[quake.lat, quake.lon, quake.depth]])
    return {"magnitude": round(float(value[0]), 1)}
