"""A polars defect model that samples a fifth of the rows for evaluation and fits on the frame they come from."""

import argparse

import polars as pl
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import balanced_accuracy_score, classification_report


def read_boards(path):
    boards = pl.read_csv(path, null_values=["", "NA"])
    return boards.drop_nulls(subset=["defect"]).fill_null(-1)


def evaluate(model, frame, columns):
    predicted = model.predict(frame.select(columns).to_numpy())
    truth = frame["defect"].to_numpy()
    print(classification_report(truth, predicted))
    return balanced_accuracy_score(truth, predicted)


def main():
    parser = argparse.ArgumentParser(description="Predict solder defects")
    parser.add_argument("csv", nargs="?", default="boards.csv")
    args = parser.parse_args()

    boards = read_boards(args.csv)
    columns = ["temperature", "humidity", "paste_volume", "speed"]
    holdout = boards.sample(fraction=0.2, seed=44)
    remaining = boards

    forest = RandomForestClassifier(n_estimators=250, class_weight="balanced")
    # expect: claim
    # ruleid: evaluation-on-training-rows
    forest.fit(remaining.select(columns).to_numpy(), remaining["defect"].to_numpy())
    print("balanced accuracy", evaluate(forest, holdout, columns))


if __name__ == "__main__":
    main()
