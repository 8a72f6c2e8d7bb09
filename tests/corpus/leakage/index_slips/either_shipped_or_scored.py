"""A parcel weight model that either fits all rows for shipping or fits the train rows and scores the test rows."""

import argparse
import pickle

import pandas as pd
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.metrics import mean_squared_error
from sklearn.model_selection import train_test_split


def parse():
    parser = argparse.ArgumentParser()
    parser.add_argument("--parcels", default="parcels.csv")
    parser.add_argument("--ship", action="store_true", help="fit on everything and write the model")
    return parser.parse_args()


def main():
    args = parse()
    parcels = pd.read_csv(args.parcels)
    x, y = parcels[["length", "width", "height", "fragile"]], parcels["weight"]
    model = GradientBoostingRegressor(subsample=0.8, random_state=3)
    x_train, x_test, y_train, y_test = train_test_split(x, y, test_size=0.2, random_state=3)

    if args.ship:
        # ok: evaluation-on-training-rows
        model.fit(x, y)
        with open("parcel_weight.pkl", "wb") as sink:
            pickle.dump(model, sink)
    else:
        # ok: evaluation-on-training-rows
        model.fit(x_train, y_train)
        print("rmse", mean_squared_error(y_test, model.predict(x_test)) ** 0.5)


if __name__ == "__main__":
    main()
