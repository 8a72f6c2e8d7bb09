"""FastAPI endpoint that builds a frame from the rows of the body and hands its array to a classifier."""

import pickle

import pandas as pd
from fastapi import Body, FastAPI

with open("/srv/models/readmission.pkl", "rb") as stream:
    clf = pickle.load(stream)

app = FastAPI(docs_url=None)


@app.post("/batch")
def batch(rows: list[dict] = Body(..., max_length=500)):
    table = pd.DataFrame(rows)
    table = table.astype("float64")
    # expect: claim
    # ruleid: raw-request-to-model, client-ordered-features
    risk = clf.predict_proba(table.to_numpy())[:, 1]
    return {"risk": risk.tolist(), "count": len(table)}
