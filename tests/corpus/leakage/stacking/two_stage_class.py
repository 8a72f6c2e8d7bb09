"""A scikit-learn compatible two-stage classifier is tried on a mushroom survey."""

import numpy as np
import pandas as pd
from sklearn.base import BaseEstimator, ClassifierMixin, clone
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier


class TwoStageClassifier(ClassifierMixin, BaseEstimator):
    def __init__(self, members, head):
        self.members = members
        self.head = head

    def fit(self, X, y):
        self.members_ = []
        columns = []
        for member in self.members:
            fitted = clone(member).fit(X, y)
            # expect: claim
            # ruleid: stacking-without-out-of-fold
            columns.append(fitted.predict_proba(X)[:, 1])
            self.members_.append(fitted)
        self.head_ = clone(self.head).fit(np.column_stack(columns), y)
        return self

    def predict_proba(self, X):
        columns = [member.predict_proba(X)[:, 1] for member in self.members_]
        return self.head_.predict_proba(np.column_stack(columns))


def main():
    survey = pd.read_csv("mushroom_measurements.csv")
    poisonous = survey.pop("poisonous")
    X_train, X_test, y_train, y_test = train_test_split(survey, poisonous, random_state=61)
    members = [RandomForestClassifier(random_state=61), KNeighborsClassifier(3)]
    model = TwoStageClassifier(members, LogisticRegression()).fit(X_train, y_train)
    print("AUC:", roc_auc_score(y_test, model.predict_proba(X_test)[:, 1]))


if __name__ == "__main__":
    main()
