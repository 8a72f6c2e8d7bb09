"""FastAPI service whose body is a list of exactly sixteen floats for a random forest."""

from typing import Annotated

import numpy as np
import skops.io as sio
from fastapi import FastAPI
from pydantic import BaseModel, ConfigDict, Field

TRUSTED = ["sklearn.ensemble._forest.RandomForestClassifier"]

app = FastAPI(title="glass types")
forest = sio.load("glass.skops", trusted=TRUSTED)


class Spectrum(BaseModel):
    model_config = ConfigDict(extra="forbid")

    sample: Annotated[str, Field(max_length=40)]
    # expect: claim
    # ruleid: nan-permissive-schema
    intensities: Annotated[list[float], Field(min_length=16, max_length=16)]


@app.post("/glass")
def glass_type(spectrum: Spectrum) -> dict[str, str]:
    row = np.array(spectrum.intensities).reshape(1, -1)
    label = forest.predict(row)[0]
    return {"sample": spectrum.sample, "glass": str(label)}
