"""Weekly training that replaces the served model only when it beats it on the same held-out rows."""

import logging
from pathlib import Path

import joblib
import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import average_precision_score

log = logging.getLogger(__name__)
SERVED = Path("models/fault.joblib")


def quality(model, holdout: pd.DataFrame) -> float:
    scores = model.predict_proba(holdout.drop(columns="fault"))[:, 1]
    return average_precision_score(holdout["fault"], scores)


def main() -> None:
    training, holdout = pd.read_parquet("fit.parquet"), pd.read_parquet("holdout.parquet")
    for part in (training, holdout):
        if not np.isfinite(part.to_numpy(dtype=float)).all():
            raise ValueError("tables must be finite")
    challenger = RandomForestClassifier(500, n_jobs=-1, random_state=3)
    challenger.fit(training.drop(columns="fault"), training["fault"])
    new = quality(challenger, holdout)
    old = quality(joblib.load(SERVED), holdout) if SERVED.exists() else 0.0
    log.info("average precision: new %.4f, served %.4f", new, old)
    if new <= old:
        log.warning("the served model stays")
        return
    # ok: ungated-model-release
    joblib.dump(challenger, SERVED)


if __name__ == "__main__":
    logging.basicConfig(level=logging.INFO)
    main()
