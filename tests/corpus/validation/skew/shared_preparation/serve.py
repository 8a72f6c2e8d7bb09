"""FastAPI service of the taxi duration model."""

from datetime import datetime

import pandas as pd
import xgboost as xgb
from fastapi import FastAPI
from pydantic import BaseModel, ConfigDict, Field

from .features import prepare

app = FastAPI()
regressor = xgb.XGBRegressor()
regressor.load_model("taxi.ubj")


class Trip(BaseModel):
    model_config = ConfigDict(extra="forbid", allow_inf_nan=False)

    pickup: datetime
    distance: float = Field(ge=0, le=200)
    passengers: int | None = Field(default=None, ge=1, le=8)


@app.post("/duration")
def duration(trip: Trip):
    # ok: preprocessing-skew
    frame = prepare(pd.DataFrame([trip.model_dump()]))
    return {"minutes": float(regressor.predict(frame)[0])}
