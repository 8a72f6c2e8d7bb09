"""Reads labelled audio features; class numbers follow the order of this tuple."""

import numpy as np
from sklearn.ensemble import RandomForestClassifier
from sklearn.model_selection import cross_val_score

CLASSES = ("dog", "siren", "drill", "music")


def read(path: str) -> tuple[np.ndarray, np.ndarray]:
    archive = np.load(path)
    unknown = set(archive["names"]) - set(CLASSES)
    if unknown:
        raise ValueError(f"unknown classes {sorted(unknown)}")
    return archive["mfcc"], np.array([CLASSES.index(name) for name in archive["names"]])


def train(path: str, minimum: float = 0.85) -> RandomForestClassifier:
    x, y = read(path)
    forest = RandomForestClassifier(300, random_state=0)
    mean = cross_val_score(forest, x, y, cv=5).mean()
    if mean < minimum:
        raise RuntimeError(f"accuracy {mean:.3f} below {minimum}")
    return forest.fit(x, y)
