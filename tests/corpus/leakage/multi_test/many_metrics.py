"""One diabetes classifier is described by a page of metrics computed on its held-out part."""

import json

import pandas as pd
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.metrics import (
    average_precision_score,
    balanced_accuracy_score,
    brier_score_loss,
    f1_score,
    matthews_corrcoef,
    roc_auc_score,
)
from sklearn.model_selection import train_test_split

pima = pd.read_csv("pima-indians-diabetes.csv")
y = pima.pop("Outcome")
X_train, X_test, y_train, y_test = train_test_split(pima, y, test_size=0.25, stratify=y, random_state=4)

clf = HistGradientBoostingClassifier(max_iter=200, learning_rate=0.05, random_state=4)
clf.fit(X_train, y_train)
proba = clf.predict_proba(X_test)[:, 1]
hard = clf.predict(X_test)

scores = {}
for metric in (f1_score, balanced_accuracy_score, matthews_corrcoef):
    # ok: tuning-on-test
    scores[metric.__name__] = metric(y_test, hard)
for metric in (roc_auc_score, average_precision_score, brier_score_loss):
    # ok: tuning-on-test
    scores[metric.__name__] = metric(y_test, proba)

weakest = min(scores, key=scores.get)
print("the metric with the lowest value is", weakest)
with open("metrics.json", "w", encoding="utf-8") as handle:
    json.dump(scores, handle, indent=2)
