"""Scorer whose broad except surrounds the optional cache only, the model being called outside of it."""

import hashlib
import logging

import joblib
import numpy as np
import redis

log = logging.getLogger(__name__)


class CachedScorer:
    def __init__(self, path: str, url: str) -> None:
        self.model = joblib.load(path)
        self.cache = redis.Redis.from_url(url, socket_timeout=0.05, socket_connect_timeout=0.05)

    def _cached(self, key: str) -> float | None:
        try:
            hit = self.cache.get(key)
        # ok: swallowed-inference-error
        except Exception:
            log.warning("cache unavailable", exc_info=True)
            return None
        return None if hit is None else float(hit)

    def score(self, row: np.ndarray) -> float:
        key = hashlib.sha256(row.tobytes()).hexdigest()
        known = self._cached(key)
        if known is not None:
            return known
        value = float(self.model.predict(row.reshape(1, -1))[0])
        self.cache.setex(key, 3600, value)
        return value
