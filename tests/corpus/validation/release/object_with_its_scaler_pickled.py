"""Wake word detector whose object keeps the fitted scaler and is pickled as a whole."""

from __future__ import annotations

import pickle
from pathlib import Path

import numpy as np
from sklearn.linear_model import SGDClassifier
from sklearn.metrics import recall_score
from sklearn.preprocessing import StandardScaler


class WakeWord:
    def __init__(self, seed: int) -> None:
        self.scaler = StandardScaler()
        self.classifier = SGDClassifier(loss="log_loss", random_state=seed)

    def fit(self, frames: np.ndarray, spoken: np.ndarray) -> WakeWord:
        # ok: unsaved-transformer
        scaled = self.scaler.fit_transform(frames)
        self.classifier.fit(scaled, spoken)
        return self

    def __call__(self, frames: np.ndarray) -> np.ndarray:
        return self.classifier.predict(self.scaler.transform(frames))

    def save(self, path: Path) -> None:
        with path.open("wb") as stream:
            pickle.dump(self, stream, protocol=5)


def main() -> None:
    fit_set, check_set = np.load("wake_fit.npz"), np.load("wake_check.npz")
    detector = WakeWord(seed=1).fit(fit_set["frames"], fit_set["spoken"])
    recall = recall_score(check_set["spoken"], detector(check_set["frames"]))
    if recall < 0.97:
        raise SystemExit(f"recall {recall:.3f} below 0.97")
    detector.save(Path("wake.pkl"))


if __name__ == "__main__":
    main()
