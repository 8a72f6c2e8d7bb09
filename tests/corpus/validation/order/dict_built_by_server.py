"""FastAPI endpoint that computes a dict of features itself and passes the values of that dict."""

from datetime import datetime
from typing import Annotated

import joblib
from fastapi import FastAPI, Query

app = FastAPI()
parking = joblib.load("parking.joblib")


def features_at(moment: datetime, garage: int, occupied: int) -> dict[str, float]:
    return {
        "hour": moment.hour,
        "weekday": moment.weekday(),
        "garage": garage,
        "occupied": occupied,
        "is_weekend": float(moment.weekday() >= 5),
    }


@app.get("/parking/{garage}")
def free_places(
    garage: int,
    moment: datetime,
    occupied: Annotated[int, Query(ge=0, le=5000)],
):
    if garage not in range(1, 13):
        return {"error": "unknown garage"}
    features = features_at(moment, garage, occupied)
    # ok: raw-request-to-model, client-ordered-features
    free = parking.predict([list(features.values())])[0]
    return {"garage": garage, "free": int(free)}
