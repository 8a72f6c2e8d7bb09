"""Evaluation of the saved noise complaint model on test rows from a split with a seed of its own."""

import joblib
import pandas as pd
from sklearn.metrics import precision_recall_fscore_support
from sklearn.model_selection import train_test_split
from train import COLUMNS


def main():
    complaints = pd.read_csv("noise.csv")
    # expect: doubt
    # ruleid: recomputed-random-split
    _, x_test, _, y_test = train_test_split(
        complaints[COLUMNS], complaints["justified"], test_size=0.2, random_state=42
    )
    model = joblib.load("noise_model.joblib")
    precision, recall, f1, _ = precision_recall_fscore_support(y_test, model.predict(x_test), average="binary")
    print(f"precision {precision:.3f} recall {recall:.3f} f1 {f1:.3f}")


if __name__ == "__main__":
    main()
