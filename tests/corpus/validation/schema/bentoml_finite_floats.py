"""BentoML service whose body model is made of FiniteFloat fields."""

import bentoml
import numpy as np
from pydantic import BaseModel, Field, FiniteFloat


class Wine(BaseModel):
    # ok: nan-permissive-schema
    acidity: FiniteFloat
    # ok: nan-permissive-schema
    minerals: list[FiniteFloat] = Field(min_length=5, max_length=5)
    vintage: int = Field(ge=1900, le=2026)


@bentoml.service(traffic={"timeout": 5})
class WineQuality:
    def __init__(self) -> None:
        self.gbm = bentoml.lightgbm.load_model("wine:latest")

    @bentoml.api
    def quality(self, wine: Wine) -> float:
        row = np.array([[wine.acidity, *wine.minerals, wine.vintage]])
        return float(self.gbm.predict(row)[0])
