"""Steps of several walkers are stacked with the walker's number and a forest recognises the shoe."""

from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import f1_score
from sklearn.model_selection import StratifiedKFold


def steps_of(walk):
    """Mean, spread and range of the three axes for every step of a walk."""
    for _, step in walk.groupby("step_number"):
        axes = step[["ax", "ay", "az"]].to_numpy()
        yield np.concatenate([axes.mean(axis=0), axes.std(axis=0), np.ptp(axes, axis=0)])


rows, shoes, walkers = [], [], []
for number, path in enumerate(sorted(Path("walks").glob("*.csv"))):
    walk = pd.read_csv(path)
    for row in steps_of(walk):
        rows.append(row)
        shoes.append(walk["shoe"].iloc[0])
        walkers.append(number)

X, y = np.array(rows), np.array(shoes)
print(len(set(walkers)), "walkers,", len(X), "steps")

scores = []
# expect: claim
# ruleid: group-across-split
for train, test in StratifiedKFold(n_splits=5, shuffle=True, random_state=16).split(X, y):
    forest = RandomForestClassifier(n_estimators=300, random_state=16).fit(X[train], y[train])
    scores.append(f1_score(y[test], forest.predict(X[test]), average="macro"))
print("macro F1:", np.mean(scores))
