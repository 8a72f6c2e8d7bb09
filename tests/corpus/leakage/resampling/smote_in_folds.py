"""Synthetic minority rows are made inside every fold of a hand-written cross-validation."""

import numpy as np
import pandas as pd
from imblearn.over_sampling import SMOTE
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score
from sklearn.model_selection import RepeatedStratifiedKFold
from sklearn.preprocessing import StandardScaler

mammography = pd.read_csv("mammography.csv", header=None)
X = mammography.iloc[:, :-1].to_numpy()
y = (mammography.iloc[:, -1] == "'1'").to_numpy().astype(int)


def fold_score(train, test, seed):
    scaler = StandardScaler()
    # ok: fit-before-split
    X_train = scaler.fit_transform(X[train])
    X_test = scaler.transform(X[test])
    # ok: oversampling-before-split
    X_more, y_more = SMOTE(random_state=seed).fit_resample(X_train, y[train])
    model = LogisticRegression(max_iter=500).fit(X_more, y_more)
    return f1_score(y[test], model.predict(X_test))


folds = RepeatedStratifiedKFold(n_splits=5, n_repeats=3, random_state=45)
scores = [fold_score(train, test, seed) for seed, (train, test) in enumerate(folds.split(X, y))]
print(f"F1 {np.mean(scores):.3f} (sd {np.std(scores):.3f})")
