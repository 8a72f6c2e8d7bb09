"""Serves the text matcher with settings of the smaller serving machine."""

from typing import Annotated

from fastapi import FastAPI
from pydantic import BaseModel, Field
from sentence_transformers import SentenceTransformer

# ok: diverging-constant
BATCH_SIZE = 16
# ok: diverging-constant
NUM_WORKERS = 1
# ok: diverging-constant
TIMEOUT = 5
# ok: diverging-constant
LOG_EVERY = 1
# ok: diverging-constant
MAX_LENGTH = 128

app = FastAPI()
model = SentenceTransformer("runs/matcher", local_files_only=True)
model.max_seq_length = MAX_LENGTH


class Queries(BaseModel):
    texts: Annotated[list[Annotated[str, Field(max_length=1000)]], Field(min_length=1, max_length=64)]


@app.post("/vectors")
def vectors(queries: Queries):
    return {"vectors": model.encode(queries.texts, batch_size=BATCH_SIZE).tolist()}
