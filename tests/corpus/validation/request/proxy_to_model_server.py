"""FastAPI gateway that hands the body to a remote model server through a client with a predict method."""

import os

import httpx
from fastapi import FastAPI, HTTPException, Request


class ModelServerClient:
    def __init__(self, base_url: str, deadline: float = 3.0) -> None:
        self._http = httpx.AsyncClient(base_url=base_url, timeout=deadline)

    async def predict(self, name: str, payload: dict) -> dict:
        reply = await self._http.post(f"/v1/models/{name}:predict", json=payload)
        if reply.status_code == 400:
            raise HTTPException(status_code=400, detail="rejected by the model server")
        reply.raise_for_status()
        return reply.json()


app = FastAPI()
model = ModelServerClient(os.environ["MODEL_SERVER"])


@app.post("/predict/{name}")
async def forward(name: str, request: Request):
    payload = await request.json()
    # ok: raw-request-to-model
    return await model.predict(name, payload)
