"""Anomaly report that turns probabilities into alarms and then takes the average precision of the alarms."""

import logging

import lightgbm as lgb
import numpy as np
from sklearn.metrics import average_precision_score, f1_score

logger = logging.getLogger("alarms")
ALARM_LEVEL = 0.35


def alarm_report(booster: lgb.Booster, windows: np.ndarray, truth: np.ndarray) -> dict[str, float]:
    probability = booster.predict(windows)
    alarms = (probability >= ALARM_LEVEL).astype(int)
    report = {
        "alarms": int(alarms.sum()),
        "f1": f1_score(truth, alarms),
        # expect: claim
        # ruleid: hard-labels-to-ranking-metric
        "average_precision": average_precision_score(truth, alarms),
    }
    logger.info("report %s", report)
    return report


def main() -> None:
    booster = lgb.Booster(model_file="alarms.txt")
    holdout = np.load("holdout.npz")
    alarm_report(booster, holdout["windows"], holdout["truth"])


if __name__ == "__main__":
    main()
