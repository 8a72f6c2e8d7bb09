"""aiohttp handler that appends the numbers of the JSON object in a loop and runs an ONNX session in a thread."""

import asyncio

import numpy as np
import onnxruntime as ort
from aiohttp import web

session = ort.InferenceSession("coffee.onnx")
routes = web.RouteTableDef()


def run(vector: np.ndarray) -> float:
    # expect: claim
    # ruleid: raw-request-to-model, client-ordered-features
    outputs = session.run(["score"], {"input": vector})
    return float(outputs[0][0])


@routes.post("/cupping-score")
async def cupping_score(request: web.Request) -> web.Response:
    attributes = await request.json()
    numbers = []
    for _name, value in attributes.items():
        numbers.append(float(value))
    vector = np.array([numbers], dtype=np.float32)
    score = await asyncio.to_thread(run, vector)
    return web.json_response({"score": score})


def build() -> web.Application:
    app = web.Application(client_max_size=8 * 1024)
    app.add_routes(routes)
    return app
