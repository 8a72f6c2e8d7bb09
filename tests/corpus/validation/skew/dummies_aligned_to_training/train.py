"""Trains the hotel cancellation model on dummy columns and stores their names with the model."""

import joblib
import pandas as pd
from sklearn.ensemble import ExtraTreesClassifier
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split


def main() -> None:
    bookings = pd.read_parquet("bookings.parquet").drop_duplicates("booking_id")
    x = pd.get_dummies(bookings[["lead_time", "nights", "segment", "deposit"]], columns=["segment", "deposit"])
    y = bookings["cancelled"]
    x_train, x_test, y_train, y_test = train_test_split(x, y, stratify=y, random_state=8)
    trees = ExtraTreesClassifier(300, random_state=8).fit(x_train, y_train)
    auc = roc_auc_score(y_test, trees.predict_proba(x_test)[:, 1])
    assert auc > 0.8, f"auc {auc:.3f}"
    joblib.dump({"trees": trees, "columns": list(x.columns)}, "cancellation.joblib")


if __name__ == "__main__":
    main()
