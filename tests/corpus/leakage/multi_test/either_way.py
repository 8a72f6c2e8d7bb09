"""A command line switch chooses between a cross-validated and a held-out estimate of a credit model."""

import argparse

import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import cross_val_score, train_test_split


def arguments():
    parser = argparse.ArgumentParser()
    parser.add_argument("table")
    parser.add_argument("--cv", action="store_true")
    parser.add_argument("--trees", type=int, default=300)
    return parser.parse_args()


def main():
    args = arguments()
    cards = pd.read_csv(args.table)
    y = cards.pop("default_next_month")
    forest = RandomForestClassifier(n_estimators=args.trees, min_samples_leaf=10, random_state=0)

    if args.cv:
        # ok: tuning-on-test
        scores = cross_val_score(forest, cards, y, cv=5, scoring="roc_auc")
        print("AUC in five folds:", scores.mean())
    else:
        # ok: recomputed-random-split
        X_train, X_test, y_train, y_test = train_test_split(cards, y, test_size=0.2, stratify=y, random_state=0)
        forest.fit(X_train, y_train)
        # ok: tuning-on-test
        print("AUC on a held-out fifth:", roc_auc_score(y_test, forest.predict_proba(X_test)[:, 1]))


if __name__ == "__main__":
    main()
