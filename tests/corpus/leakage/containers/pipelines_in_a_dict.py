"""A comparison of pipelines kept in a dictionary that are cross-validated on the whole table."""

import pandas as pd
from sklearn.decomposition import PCA
from sklearn.ensemble import RandomForestClassifier
from sklearn.feature_selection import SelectKBest, mutual_info_classif
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import RepeatedStratifiedKFold, cross_validate
from sklearn.pipeline import Pipeline, make_pipeline
from sklearn.preprocessing import StandardScaler

sonar = pd.read_csv("sonar.csv", header=None)
echoes, is_mine = sonar.iloc[:, :-1], (sonar.iloc[:, -1] == "M").astype(int)

candidates = {
    # ok: fit-before-split
    "selected": make_pipeline(SelectKBest(mutual_info_classif, k=20), StandardScaler(), LogisticRegression()),
    # ok: fit-before-split
    "components": Pipeline([("scale", StandardScaler()), ("pca", PCA(0.95)), ("model", LogisticRegression())]),
    "forest": RandomForestClassifier(n_estimators=300, random_state=2),
}

folds = RepeatedStratifiedKFold(n_splits=5, n_repeats=3, random_state=2)
report = {}
for name, candidate in candidates.items():
    # ok: fit-before-split, evaluation-on-training-rows
    outcome = cross_validate(candidate, echoes, is_mine, cv=folds, scoring="roc_auc", return_train_score=True)
    report[name] = {"train": outcome["train_score"].mean(), "held out": outcome["test_score"].mean()}

print(pd.DataFrame(report).T.round(3))
