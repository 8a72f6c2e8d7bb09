"""Fitting of the match model on one season."""

from sklearn.linear_model import LogisticRegressionCV
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler


def fit(inputs, outcome):
    model = make_pipeline(StandardScaler(), LogisticRegressionCV(Cs=20, max_iter=1000))
    # ok: evaluation-on-training-rows, fit-before-split, fit-on-train-and-test
    return model.fit(inputs, outcome)
