"""Client of a feature service that relies on httpx's default timeout and on a partial of requests.get."""

from functools import partial

import httpx
import joblib
import numpy as np
import requests

fetch = partial(requests.get, timeout=(1.0, 4.0))


class Features:
    def __init__(self, base: str) -> None:
        self.base = base
        self.http = httpx.Client(base_url=base, headers={"accept": "application/json"})

    def profile(self, account: str) -> list[float]:
        # ok: missing-timeout
        reply = self.http.get(f"/profiles/{account}")
        reply.raise_for_status()
        return reply.json()["values"]

    def history(self, account: str) -> list[float]:
        # ok: missing-timeout
        reply = fetch(f"{self.base}/history/{account}")
        reply.raise_for_status()
        return reply.json()["values"]


def score(account: str, features: Features, model_path: str = "credit.joblib") -> float:
    model = joblib.load(model_path)
    row = np.array([[*features.profile(account), *features.history(account)]])
    return float(model.predict_proba(row)[0, 1])
