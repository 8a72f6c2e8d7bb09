"""FastAPI service that trains an imputing pipeline at start-up and accepts missing lab values as null."""

from contextlib import asynccontextmanager

import numpy as np
import pandas as pd
from fastapi import FastAPI
from pydantic import BaseModel, Field
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

LABS = ["sodium", "potassium", "creatinine"]
pipeline = make_pipeline(SimpleImputer(strategy="median", add_indicator=True), StandardScaler(), LogisticRegression())


@asynccontextmanager
async def lifespan(app: FastAPI):
    labs = pd.read_parquet("labs.parquet", columns=[*LABS, "readmitted"])
    pipeline.fit(labs[LABS].to_numpy(), labs["readmitted"].to_numpy())
    yield


app = FastAPI(lifespan=lifespan)


class Labs(BaseModel):
    # ok: nan-permissive-schema
    sodium: float | None = Field(default=None, ge=90, le=200)
    # ok: nan-permissive-schema
    potassium: float | None = Field(default=None, ge=1, le=12)
    # ok: nan-permissive-schema
    creatinine: float | None = Field(default=None, ge=0, le=40)


@app.post("/readmission")
def readmission(labs: Labs):
    row = [np.nan if value is None else value for value in (labs.sodium, labs.potassium, labs.creatinine)]
    return {"risk": float(pipeline.predict_proba([row])[0, 1])}
