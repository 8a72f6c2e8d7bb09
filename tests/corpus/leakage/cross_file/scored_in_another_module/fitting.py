"""Fitting of the magnitude model."""

from sklearn.ensemble import RandomForestRegressor
from source import events


def fitted_model(n_trees=200):
    inputs, magnitude = events()
    forest = RandomForestRegressor(n_estimators=n_trees, max_depth=None, n_jobs=-1)
    # expect: claim
    # ruleid: evaluation-on-training-rows
    forest.fit(inputs, magnitude)
    return forest
