"""Seedling model: from a plant's measurements to a species name."""

from functools import lru_cache

import joblib
import numpy as np

SPECIES = ("oak", "beech", "maple", "ash")


@lru_cache(maxsize=1)
def _model():
    return joblib.load("seedlings.joblib")


def to_vector(plant: dict) -> np.ndarray:
    return np.fromiter(plant.values(), dtype=float)


def species_of(plant: dict) -> str:
    vector = to_vector(plant)
    # expect: claim
    # ruleid: raw-request-to-model, client-ordered-features
    index = _model().predict(vector.reshape(1, -1))[0]
    return SPECIES[int(index)]
