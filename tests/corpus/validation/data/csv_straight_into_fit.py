"""Training script that reads a table of measurements and fits a classifier on it."""

import argparse
from pathlib import Path

import joblib
import pandas as pd
from sklearn.ensemble import ExtraTreesClassifier
from sklearn.metrics import balanced_accuracy_score
from sklearn.model_selection import train_test_split


def train(table: Path, label: str, seed: int) -> tuple[ExtraTreesClassifier, float]:
    # expect: claim
    # ruleid: unvalidated-training-data
    samples = pd.read_csv(table, sep=";", decimal=",")
    x_train, x_test, y_train, y_test = train_test_split(
        samples.drop(columns=label), samples[label], test_size=0.25, random_state=seed
    )
    trees = ExtraTreesClassifier(n_estimators=250, random_state=seed)
    trees.fit(x_train, y_train)
    return trees, balanced_accuracy_score(y_test, trees.predict(x_test))


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("table", type=Path)
    parser.add_argument("--label", default="variety")
    parser.add_argument("--seed", type=int, default=0)
    options = parser.parse_args()
    trees, score = train(options.table, options.label, options.seed)
    print(f"balanced accuracy {score:.3f}")
    if score > 0.8:
        joblib.dump(trees, options.table.with_suffix(".joblib"))


if __name__ == "__main__":
    main()
