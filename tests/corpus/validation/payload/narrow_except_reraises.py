"""FastAPI service that turns the model's ValueError into a 422 answer and lets all else through."""

import logging

import joblib
import pandas as pd
from fastapi import FastAPI, HTTPException
from pydantic import BaseModel, ConfigDict, Field

logger = logging.getLogger(__name__)
app = FastAPI()
pipeline = joblib.load("apartments.joblib")


class Apartment(BaseModel):
    model_config = ConfigDict(extra="forbid", allow_inf_nan=False)

    area: float = Field(gt=0, lt=1000)
    rooms: int = Field(ge=1, le=15)
    city: str = Field(max_length=60)


@app.post("/apartments/price")
def price(apartment: Apartment):
    frame = pd.DataFrame([apartment.model_dump()])
    try:
        value = pipeline.predict(frame)[0]
    # ok: swallowed-inference-error
    except ValueError as error:
        logger.warning("rejected apartment in %s", apartment.city)
        raise HTTPException(status_code=422, detail="unknown city") from error
    return {"price": float(value)}
