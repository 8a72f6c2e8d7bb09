"""BentoML service whose API takes any ndarray and clusters it with a stored KMeans."""

import bentoml
import numpy as np

SEGMENT_NAMES = {0: "bargain", 1: "premium", 2: "occasional", 3: "loyal"}


@bentoml.service(resources={"cpu": "1"}, traffic={"timeout": 10})
class Segments:
    def __init__(self) -> None:
        self.kmeans = bentoml.sklearn.load_model("segments:prod")

    @bentoml.api
    def segment(self, behaviour: np.ndarray) -> list[str]:
        # expect: claim
        # ruleid: raw-request-to-model
        clusters = self.kmeans.predict(behaviour)
        return [SEGMENT_NAMES.get(int(c), "unknown") for c in clusters]

    @bentoml.api
    def names(self) -> list[str]:
        return sorted(SEGMENT_NAMES.values())
