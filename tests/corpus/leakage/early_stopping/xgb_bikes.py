"""Boosted trees for bike rentals that halt when the error of the second evaluation set no longer falls."""

import argparse

import pandas as pd
from sklearn.metrics import mean_squared_log_error
from sklearn.model_selection import train_test_split
from xgboost import XGBRegressor


def parse_args():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", default="bike_stations.csv")
    parser.add_argument("--eta", type=float, default=0.05)
    parser.add_argument("--rounds", type=int, default=4000)
    return parser.parse_args()


def main(args):
    stations = pd.read_csv(args.data)
    y = stations["rentals_per_day"]
    X = stations[["capacity", "altitude", "metro_distance", "bars_nearby", "population_density"]]
    X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.15, random_state=8)

    booster = XGBRegressor(
        n_estimators=args.rounds, learning_rate=args.eta, max_depth=6, early_stopping_rounds=50, random_state=8
    )
    # expect: claim
    # ruleid: early-stopping-on-test
    booster.fit(X_train, y_train, eval_set=[(X_train, y_train), (X_test, y_test)], verbose=200)

    predicted = booster.predict(X_test).clip(min=0)
    print("stopped after", booster.best_iteration, "rounds")
    print("RMSLE on the test stations:", mean_squared_log_error(y_test, predicted) ** 0.5)


if __name__ == "__main__":
    main(parse_args())
