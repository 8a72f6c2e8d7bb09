"""Trains and stores the churn model with its standard scaler."""

import joblib
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import log_loss
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

COLUMNS = ["tenure", "calls", "bill"]


def main() -> None:
    subscribers = pd.read_parquet("subscribers.parquet")
    if subscribers.isna().any(axis=None):
        raise SystemExit("gaps in subscribers")
    x_train, x_test, y_train, y_test = train_test_split(subscribers[COLUMNS], subscribers["churned"], random_state=6)
    scaler = StandardScaler().fit(x_train)
    model = LogisticRegression().fit(scaler.transform(x_train), y_train)
    if log_loss(y_test, model.predict_proba(scaler.transform(x_test))) > 0.5:
        raise SystemExit("log loss above 0.5")
    joblib.dump((scaler, model), "churn.joblib")


if __name__ == "__main__":
    main()
