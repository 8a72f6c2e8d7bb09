"""A tumour classifier that keeps the genes with the best F statistic and cross-validates a model on them."""

import argparse

import numpy as np
import pandas as pd
from sklearn.feature_selection import SelectKBest, f_classif
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import StratifiedKFold, cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler


def read_expression(path):
    table = pd.read_csv(path, index_col=0)
    tumour = (table.pop("tissue") == "tumour").astype(int)
    return np.log2(table.to_numpy() + 1), tumour.to_numpy(), table.columns


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("matrix", nargs="?", default="expression.csv")
    parser.add_argument("--genes", type=int, default=50)
    args = parser.parse_args()

    expression, tumour, names = read_expression(args.matrix)
    chooser = SelectKBest(f_classif, k=args.genes)
    # expect: claim
    # ruleid: fit-before-split
    best = chooser.fit_transform(expression, tumour)
    print("kept:", ", ".join(names[chooser.get_support()][:10]), "...")

    pipe = make_pipeline(StandardScaler(), LogisticRegression(penalty="l2", C=0.1, max_iter=2000))
    folds = StratifiedKFold(n_splits=5, shuffle=True, random_state=0)
    scores = cross_val_score(pipe, best, tumour, cv=folds, scoring="roc_auc")
    print(f"auc {scores.mean():.3f} +- {scores.std():.3f}")


if __name__ == "__main__":
    main()
