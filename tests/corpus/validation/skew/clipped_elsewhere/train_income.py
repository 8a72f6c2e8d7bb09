"""Trains the credit line model on incomes clipped at one million."""

import lightgbm as lgb
import numpy as np
import pandas as pd
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split

FEATURES = ["income", "debt_ratio", "open_accounts"]


def prepare(applications: pd.DataFrame) -> pd.DataFrame:
    frame = applications[FEATURES].copy()
    frame["income"] = np.log1p(frame["income"].clip(lower=0, upper=1_000_000))
    return frame


def main() -> None:
    applications = pd.read_parquet("applications.parquet")
    assert not applications[FEATURES].isna().any(axis=None)
    x, y = prepare(applications), applications["defaulted"]
    x_train, x_test, y_train, y_test = train_test_split(x, y, stratify=y, random_state=0)
    classifier = lgb.LGBMClassifier(n_estimators=250, random_state=0).fit(x_train, y_train)
    auc = roc_auc_score(y_test, classifier.predict_proba(x_test)[:, 1])
    if auc < 0.78:
        raise SystemExit(f"auc {auc:.3f}")
    classifier.booster_.save_model("credit_line.txt")


if __name__ == "__main__":
    main()
