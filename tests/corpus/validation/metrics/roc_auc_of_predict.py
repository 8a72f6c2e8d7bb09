"""Credit default experiment that compares three classifiers by area under the curve."""

import pandas as pd
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier

CANDIDATES = {
    "logit": LogisticRegression(max_iter=500),
    "boosting": GradientBoostingClassifier(random_state=1),
    "neighbours": KNeighborsClassifier(n_neighbors=25),
}


def compare(path: str) -> pd.Series:
    loans = pd.read_parquet(path)
    if loans.isna().any(axis=None):
        raise ValueError("missing values in the loan table")
    x, y = loans.drop(columns="default"), loans["default"]
    x_train, x_test, y_train, y_test = train_test_split(x, y, random_state=1, stratify=y)
    results = {}
    for name, classifier in CANDIDATES.items():
        classifier.fit(x_train, y_train)
        # expect: claim
        # ruleid: hard-labels-to-ranking-metric
        results[name] = roc_auc_score(y_test, classifier.predict(x_test))
    return pd.Series(results).sort_values(ascending=False)


if __name__ == "__main__":
    print(compare("loans.parquet"))
