"""The logarithm of a car's price is predicted from the remaining columns of the advertisement."""

import argparse

import numpy as np
import pandas as pd
from catboost import CatBoostRegressor
from sklearn.metrics import mean_absolute_percentage_error
from sklearn.model_selection import train_test_split


def read_adverts(path):
    adverts = pd.read_csv(path, usecols=["make", "model", "year", "km", "fuel", "gearbox", "price"])
    adverts = adverts[(adverts["price"] > 500) & (adverts["km"] < 400_000)]
    adverts["log_price"] = np.log(adverts["price"])
    adverts["age"] = 2024 - adverts["year"]
    return adverts


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--adverts", default="used_cars.csv")
    parser.add_argument("--iterations", type=int, default=1500)
    args = parser.parse_args()

    adverts = read_adverts(args.adverts)
    y = adverts["log_price"]
    X = adverts.drop(columns=["log_price", "year"])
    X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=90)

    model = CatBoostRegressor(
        iterations=args.iterations, cat_features=["make", "model", "fuel", "gearbox"], random_seed=90, verbose=250
    )
    # expect: claim
    # ruleid: target-in-features
    model.fit(X_train, y_train)
    predicted = np.exp(model.predict(X_test))
    print("MAPE:", mean_absolute_percentage_error(np.exp(y_test), predicted))


if __name__ == "__main__":
    main()
