"""FastAPI service whose field validator rejects negative amounts before a HistGradientBoosting model."""

import pickle
from pathlib import Path

from fastapi import Depends, FastAPI
from pydantic import BaseModel, field_validator
from sklearn.ensemble import HistGradientBoostingClassifier


class Transfer(BaseModel):
    # expect: claim
    # ruleid: nan-permissive-schema
    amount: float
    same_country: bool

    @field_validator("amount")
    @classmethod
    def not_negative(cls, value: float) -> float:
        if value < 0:
            raise ValueError("amount must not be negative")
        return value


def get_model() -> HistGradientBoostingClassifier:
    return pickle.loads(Path("transfers.pkl").read_bytes())


app = FastAPI()


@app.post("/transfers/risk")
def risk(transfer: Transfer, model: HistGradientBoostingClassifier = Depends(get_model)):
    probability = model.predict_proba([[transfer.amount, int(transfer.same_country)]])[0, 1]
    return {"risk": float(probability), "review": bool(probability > 0.7)}
