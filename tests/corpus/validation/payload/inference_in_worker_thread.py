"""Sanic service that hands the call of the model to a process-wide thread pool."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from functools import partial

import joblib
import numpy as np
from sanic import Sanic
from sanic.exceptions import BadRequest
from sanic.response import json

app = Sanic("acoustics")
pool = ThreadPoolExecutor(max_workers=2)
model = joblib.load("noise.joblib")
BANDS = 24


@app.post("/noise")
async def noise(request):
    spectrum = np.asarray((request.json or {}).get("bands", []), dtype=float)
    if spectrum.shape != (BANDS,) or not np.isfinite(spectrum).all():
        raise BadRequest(f"`bands` must hold {BANDS} finite numbers")
    loop = asyncio.get_running_loop()
    # ok: blocking-inference-in-async, raw-request-to-model
    label = await loop.run_in_executor(pool, partial(model.predict, spectrum[None, :]))
    return json({"source": str(label[0])})


@app.post("/noise/loudness")
async def loudness(request):
    bands = (request.json or {}).get("bands", [])
    # ok: blocking-inference-in-async
    level = await asyncio.to_thread(np.max, bands)
    return json({"level": float(level)})
