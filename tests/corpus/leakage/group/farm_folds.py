"""Leaf scans of many farms are divided in folds that get the farm as a third argument."""

import numpy as np
import pandas as pd
from sklearn.metrics import cohen_kappa_score
from sklearn.model_selection import StratifiedGroupKFold
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC

scans = pd.read_parquet("leaf_scans.parquet")
spectrum = [column for column in scans.columns if column.startswith("nm_")]
X = scans[spectrum].to_numpy()
y = scans["infected"].to_numpy()
farm = scans["farm_id"].to_numpy()

kappas = []
# ok: group-across-split
for train, test in StratifiedGroupKFold(n_splits=5, shuffle=True, random_state=48).split(X, y, farm):
    model = make_pipeline(StandardScaler(), SVC(C=5.0, class_weight="balanced"))
    model.fit(X[train], y[train])
    kappas.append(cohen_kappa_score(y[test], model.predict(X[test])))
    assert not set(farm[train]) & set(farm[test])

print(f"kappa over folds of farms: {np.mean(kappas):.3f} +/- {np.std(kappas):.3f}")
