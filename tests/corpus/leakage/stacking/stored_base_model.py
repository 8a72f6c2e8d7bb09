"""A model file from an earlier project supplies one input column of a new regression."""

import argparse
from pathlib import Path

import joblib
import pandas as pd
from sklearn.ensemble import HistGradientBoostingRegressor
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split

INPUTS = ["age_days", "weight_kg", "feed_kg", "temperature", "humidity"]


def add_prior(frame, prior):
    frame = frame[INPUTS].copy()
    # expect: doubt
    # ruleid: stacking-without-out-of-fold
    frame["prior"] = prior.predict(frame[INPUTS])
    return frame


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("herd", type=Path)
    parser.add_argument("--prior", type=Path, default=Path("models/linear_yield.joblib"))
    options = parser.parse_args()

    herd = pd.read_csv(options.herd)
    X_train, X_test, y_train, y_test = train_test_split(herd, herd["milk_litres"], test_size=0.2, random_state=5)
    prior = joblib.load(options.prior)

    X_train = add_prior(X_train, prior)
    X_test = add_prior(X_test, prior)
    model = HistGradientBoostingRegressor(random_state=5).fit(X_train, y_train)
    print("MAE:", mean_absolute_error(y_test, model.predict(X_test)))


if __name__ == "__main__":
    main()
