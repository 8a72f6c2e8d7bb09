"""Serves the face matcher, a model of its own with a distance threshold."""

import numpy as np
import onnxruntime as ort

# ok: diverging-constant
THRESHOLD = 0.63


class FaceMatcher:
    def __init__(self, path: str) -> None:
        self.session = ort.InferenceSession(path)

    def embed(self, face: np.ndarray) -> np.ndarray:
        if face.shape != (3, 112, 112) or not np.isfinite(face).all():
            raise ValueError("face must be a finite 3x112x112 array")
        (vector,) = self.session.run(None, {"face": face[None].astype(np.float32)})
        return vector[0] / np.linalg.norm(vector[0])

    def same(self, one: np.ndarray, other: np.ndarray) -> bool:
        return float(self.embed(one) @ self.embed(other)) > THRESHOLD
