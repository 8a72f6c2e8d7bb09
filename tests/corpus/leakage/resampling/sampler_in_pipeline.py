"""Imbalanced-learn's pipeline carries an oversampler through a cross-validation."""

import pandas as pd
from imblearn.over_sampling import ADASYN
from imblearn.pipeline import Pipeline
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.impute import SimpleImputer
from sklearn.model_selection import StratifiedKFold, cross_validate

SENSORS = ["pressure_in", "pressure_out", "flow", "oil_temp", "vibration", "current"]


def steps(seed):
    yield "fill", SimpleImputer(strategy="median")
    # ok: oversampling-before-split
    yield "more", ADASYN(n_neighbors=5, random_state=seed)
    yield "trees", HistGradientBoostingClassifier(random_state=seed)


def main():
    compressor = pd.read_csv("compressor.csv")
    X, y = compressor[SENSORS], compressor["failure_in_7_days"]
    pipeline = Pipeline(list(steps(seed=95)))
    cv = StratifiedKFold(n_splits=5, shuffle=True, random_state=95)
    # ok: oversampling-before-split, fit-before-split
    outcome = cross_validate(pipeline, X, y, cv=cv, scoring=["average_precision", "recall"])
    print(pd.DataFrame(outcome).filter(like="test_").agg(["mean", "std"]))


if __name__ == "__main__":
    main()
