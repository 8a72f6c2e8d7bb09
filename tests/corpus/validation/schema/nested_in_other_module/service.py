"""Greenhouse service: predicts the irrigation of the next day from hourly measurements."""

import lightgbm as lgb
import numpy as np
from fastapi import FastAPI

from .schemas import GreenhouseReply, GreenhouseRequest

app = FastAPI()
booster = lgb.Booster(model_file="irrigation.txt")


def design_row(request: GreenhouseRequest) -> np.ndarray:
    humidity = np.array([m.humidity for m in request.measurements])
    light = np.array([m.light for m in request.measurements])
    return np.concatenate([humidity, light, [light.sum()]])[np.newaxis, :]


@app.post("/irrigation", response_model=GreenhouseReply)
def irrigation(request: GreenhouseRequest):
    litres = booster.predict(design_row(request))[0]
    return GreenhouseReply(litres=float(litres))
