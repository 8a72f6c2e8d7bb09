"""An outer cross-validation wraps a grid search for seed varieties and the inner scores go to a debug log."""

import logging

import numpy as np
import pandas as pd
from sklearn.decomposition import PCA
from sklearn.model_selection import GridSearchCV, StratifiedKFold
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

logging.basicConfig(level=logging.DEBUG)
log = logging.getLogger(__name__)

seeds = pd.read_csv("seeds_dataset.txt", sep=r"\s+", header=None)
X, y = seeds.iloc[:, :7].to_numpy(), seeds.iloc[:, 7].to_numpy()

space = {"pca__n_components": [2, 4, 6], "svc__C": [0.1, 1, 10, 100]}
inner = StratifiedKFold(n_splits=4, shuffle=True, random_state=2)
outer = StratifiedKFold(n_splits=10, shuffle=True, random_state=3)

outer_scores = []
for train, test in outer.split(X, y):
    pipeline = Pipeline([("scale", StandardScaler()), ("pca", PCA()), ("svc", SVC())])
    search = GridSearchCV(pipeline, space, cv=inner)
    search.fit(X[train], y[train])
    # ok: best-score-reported
    log.debug("inner accuracy %.3f for %s", search.best_score_, search.best_params_)
    # ok: tuning-on-test
    outer_scores.append(search.score(X[test], y[test]))

print(f"accuracy of the procedure: {np.mean(outer_scores):.3f} +/- {np.std(outer_scores):.3f}")
