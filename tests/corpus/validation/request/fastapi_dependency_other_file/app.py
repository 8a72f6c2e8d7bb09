"""FastAPI application that scores vectors delivered by a dependency of another module."""

from typing import Annotated

import joblib
import numpy as np
from fastapi import Depends, FastAPI

from .dependencies import checked_vectors

app = FastAPI()
classifier = joblib.load("artifacts/spam_head.joblib")


@app.post("/spam")
def spam(vectors: Annotated[np.ndarray, Depends(checked_vectors)]):
    # ok: raw-request-to-model
    probabilities = classifier.predict_proba(vectors)[:, 1]
    return {"spam": [round(float(p), 4) for p in probabilities]}
