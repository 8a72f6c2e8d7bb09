"""FastAPI service that runs a transformer encoder directly in a coroutine."""

from typing import Annotated

import torch
from fastapi import FastAPI
from pydantic import BaseModel, Field
from sentence_transformers import SentenceTransformer

app = FastAPI()
encoder = SentenceTransformer("/models/minilm", local_files_only=True)


class Texts(BaseModel):
    texts: Annotated[list[Annotated[str, Field(min_length=1, max_length=2000)]], Field(min_length=1, max_length=64)]


@app.post("/embed")
async def embed(body: Texts):
    with torch.inference_mode():
        # expect: claim
        # ruleid: blocking-inference-in-async
        vectors = encoder.encode(body.texts, batch_size=16, normalize_embeddings=True)
    return {"vectors": vectors.tolist(), "dimension": vectors.shape[1]}


@app.get("/live")
async def live():
    return {"status": "ok"}
