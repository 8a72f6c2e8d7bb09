"""Recommendation service that counts failed rankings and falls back to the list of best sellers."""

import logging

import joblib
from prometheus_client import Counter

log = logging.getLogger("recommend")
RANKING_FAILED = Counter("ranking_failed_total", "Rankings answered with best sellers")


class Recommender:
    def __init__(self, model_path: str, best_sellers: list[int]) -> None:
        self._ranker = joblib.load(model_path)
        self._best_sellers = best_sellers

    def recommend(self, candidates: list[int], matrix) -> dict:
        try:
            scores = self._ranker.predict(matrix)
        # expect: doubt
        # ruleid: swallowed-inference-error
        except Exception:
            log.exception("ranking failed")
            RANKING_FAILED.inc()
            return {"items": self._best_sellers[:10], "source": "best-sellers"}
        ranked = sorted(zip(scores, candidates), reverse=True)
        return {"items": [item for _, item in ranked[:10]], "source": "model"}
