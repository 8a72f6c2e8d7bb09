"""Ray Serve ingress around FastAPI with a fully bounded body model."""

from typing import Annotated

import joblib
from fastapi import FastAPI
from pydantic import BaseModel, ConfigDict, Field
from ray import serve

api = FastAPI()

Share = Annotated[float, Field(ge=0.0, le=1.0)]


class Portfolio(BaseModel):
    model_config = ConfigDict(extra="forbid", allow_inf_nan=False)

    shares: Annotated[list[Share], Field(min_length=12, max_length=12)]
    horizon_days: Annotated[int, Field(ge=1, le=3650)]


@serve.deployment
@serve.ingress(api)
class RiskService:
    def __init__(self) -> None:
        self.risk = joblib.load("/mnt/models/risk.joblib")

    @api.post("/risk")
    def value_at_risk(self, portfolio: Portfolio) -> dict[str, float]:
        row = [*portfolio.shares, portfolio.horizon_days]
        # ok: raw-request-to-model
        loss = self.risk.predict([row])[0]
        return {"value_at_risk": float(loss)}


deployment = RiskService.bind()
