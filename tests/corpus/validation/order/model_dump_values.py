"""FastAPI endpoint that takes the values of a declared pydantic model in its field order."""

from typing import Annotated

import lightgbm as lgb
from fastapi import FastAPI
from pydantic import BaseModel, ConfigDict, Field

app = FastAPI()
booster = lgb.Booster(model_file="bike_demand.txt")

Fraction = Annotated[float, Field(ge=0, le=1)]


class Hour(BaseModel):
    model_config = ConfigDict(extra="forbid")

    hour: Annotated[int, Field(ge=0, le=23)]
    humidity: Fraction
    windspeed: Fraction
    temperature: Annotated[float, Field(ge=-40, le=50)]


@app.post("/bikes")
def bikes(body: Hour):
    row = list(body.model_dump().values())
    # ok: raw-request-to-model, client-ordered-features
    demand = booster.predict([row])[0]
    return {"bikes": max(0, round(float(demand)))}
