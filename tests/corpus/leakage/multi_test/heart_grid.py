"""A grid search over an SVM pipeline is the only estimate of how well heart disease is recognised."""

import numpy as np
import pandas as pd
from sklearn.compose import make_column_transformer
from sklearn.model_selection import GridSearchCV, StratifiedKFold
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import OneHotEncoder, StandardScaler
from sklearn.svm import SVC

heart = pd.read_csv("heart.csv")
target = heart.pop("target")

numeric = ["age", "trestbps", "chol", "thalach", "oldpeak"]
nominal = ["sex", "cp", "fbs", "restecg", "exang", "slope", "thal"]

prepare = make_column_transformer(
    (StandardScaler(), numeric),
    (OneHotEncoder(handle_unknown="ignore"), nominal),
)
pipe = Pipeline([("prepare", prepare), ("svc", SVC(random_state=0))])

grid = {
    "svc__C": np.logspace(-3, 3, 13),
    "svc__gamma": np.logspace(-4, 1, 11),
    "svc__kernel": ["rbf", "poly", "sigmoid"],
}
search = GridSearchCV(pipe, grid, cv=StratifiedKFold(5, shuffle=True, random_state=0), scoring="balanced_accuracy")
search.fit(heart, target)

with open("RESULTS.md", "a", encoding="utf-8") as report:
    # expect: claim
    # ruleid: best-score-reported
    report.write(f"| SVM | {search.best_params_} | balanced accuracy {search.best_score_:.3f} |\n")
