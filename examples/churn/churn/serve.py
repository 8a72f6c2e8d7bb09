"""The scoring service: one customer at a time, and a way to swap the model without a deploy."""

import logging
import os
from typing import Annotated

import pandas as pd
from fastapi import FastAPI, File, HTTPException, UploadFile
from pydantic import BaseModel, Field

from churn.checkpoint import restore

log = logging.getLogger("churn.serve")
app = FastAPI(title="churn", version="0.4.2")
models = {}


class Customer(BaseModel):
    tenure_months: Annotated[int, Field(ge=0, le=600)]
    monthly_charge: Annotated[float, Field(ge=0, le=10_000, allow_inf_nan=False)]
    support_calls: Annotated[int, Field(ge=0, le=1_000)]
    days_since_login: Annotated[int, Field(ge=0, le=36_500)]
    discount_share: Annotated[float, Field(ge=0, le=1, allow_inf_nan=False)]


class Score(BaseModel):
    probability: float
    model: str


@app.get("/healthz")
def health() -> dict[str, str]:
    return {"status": "ok" if "current" in models else "no model"}


@app.post("/score")
def score(customer: Customer) -> Score:
    if "current" not in models:
        raise HTTPException(status_code=503, detail="no model loaded")
    row = pd.DataFrame([customer.model_dump()])
    return Score(probability=float(models["current"].predict_proba(row)[0, 1]), model=models["name"])


@app.post("/admin/model")
async def upload_model(export: Annotated[UploadFile, File()]) -> dict[str, str]:
    """Replace the served model by an exported one."""
    blob = await export.read()
    if len(blob) > int(os.environ.get("CHURN_MAX_MODEL_BYTES", 50_000_000)):
        raise HTTPException(status_code=413, detail="model too large")
    models["current"] = restore(blob)
    models["name"] = export.filename or "upload"
    log.info("now serving %s (%d bytes)", models["name"], len(blob))
    return {"status": "ok", "model": models["name"]}
