"""Ray Serve deployment that ranks products for rows taken from the request JSON."""

import lightgbm as lgb
import numpy as np
from ray import serve
from starlette.requests import Request


@serve.deployment(num_replicas=2, ray_actor_options={"num_cpus": 1})
class Ranker:
    def __init__(self, model_path: str):
        self.booster = lgb.Booster(model_file=model_path)

    def rank(self, rows) -> list[int]:
        matrix = np.array(rows, dtype=float)
        # expect: claim
        # ruleid: raw-request-to-model
        scores = self.booster.predict(matrix)
        return np.argsort(-scores).tolist()

    async def __call__(self, request: Request) -> dict:
        payload = await request.json()
        order = self.rank(payload["candidates"])
        return {"order": order, "request_id": payload.get("request_id")}


app = Ranker.bind("models/ranker.txt")
