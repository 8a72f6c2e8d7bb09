"""Depth and leaf size of a credit tree are searched on one part, the answer is scored on another."""

import itertools

import pandas as pd
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier


class DepthSearch:
    def __init__(self, depths, leaves):
        self.depths = depths
        self.leaves = leaves
        self.best = None
        self.best_auc = 0.0

    def run(self, X_train, y_train, X_val, y_val):
        for depth, leaf in itertools.product(self.depths, self.leaves):
            tree = DecisionTreeClassifier(max_depth=depth, min_samples_leaf=leaf, random_state=0)
            tree.fit(X_train, y_train)
            # ok: tuning-on-test
            auc = roc_auc_score(y_val, tree.predict_proba(X_val)[:, 1])
            if auc > self.best_auc:
                self.best_auc = auc
                self.best = tree
        return self.best


def main():
    loans = pd.read_csv("german_credit.csv")
    y = loans["default"]
    X = loans[["duration_months", "amount", "installment_rate", "age", "existing_credits"]]
    X_rest, X_test, y_rest, y_test = train_test_split(X, y, test_size=0.2, random_state=1)
    X_train, X_val, y_train, y_val = train_test_split(X_rest, y_rest, test_size=0.25, random_state=1)

    tree = DepthSearch(depths=[3, 5, 8, None], leaves=[1, 10, 50]).run(X_train, y_train, X_val, y_val)
    # ok: tuning-on-test
    print("AUC:", roc_auc_score(y_test, tree.predict_proba(X_test)[:, 1]))


if __name__ == "__main__":
    main()
