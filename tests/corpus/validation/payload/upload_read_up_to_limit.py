"""FastAPI upload that reads one byte more than the limit and refuses what is larger."""

import io

import numpy as np
import torch
from fastapi import FastAPI, HTTPException, UploadFile
from fastapi.concurrency import run_in_threadpool
from PIL import Image, UnidentifiedImageError

MAX_UPLOAD = 4 * 1024 * 1024
MAX_SIDE = 4_000

app = FastAPI()
segmenter = torch.jit.load("roads.ts").eval()


def roads(data: bytes) -> float:
    try:
        # ok: unbounded-payload
        tile = Image.open(io.BytesIO(data))
    except UnidentifiedImageError as error:
        raise HTTPException(415, "not an image") from error
    if max(tile.size) > MAX_SIDE:
        raise HTTPException(413, f"at most {MAX_SIDE} pixels a side")
    pixels = np.asarray(tile.convert("RGB").resize((512, 512)), dtype=np.float32) / 255
    with torch.inference_mode():
        mask = segmenter(torch.from_numpy(pixels).permute(2, 0, 1)[None]).sigmoid() > 0.5
    return float(mask.float().mean())


@app.post("/roads")
async def road_share(tile: UploadFile):
    # ok: unbounded-payload
    data = await tile.read(MAX_UPLOAD + 1)
    if len(data) > MAX_UPLOAD:
        raise HTTPException(413, "tile is too large")
    # ok: blocking-inference-in-async
    return {"share": await run_in_threadpool(roads, data)}
