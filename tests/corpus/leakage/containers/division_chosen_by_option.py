"""A sales model with store averages of all rows and a division, at random or by store, chosen on the command line."""

import argparse

import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import GroupShuffleSplit, train_test_split


def at_random(table):
    return train_test_split(table, test_size=0.2, random_state=0)


def by_store(table):
    division = GroupShuffleSplit(n_splits=1, test_size=0.2, random_state=0)
    train_rows, test_rows = next(division.split(table, groups=table["store"]))
    return table.iloc[train_rows], table.iloc[test_rows]


DIVISIONS = {"random": at_random, "store": by_store}
INPUTS = ["visitors", "promo", "visitors_vs_store"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--division", choices=sorted(DIVISIONS), required=True)
    parser.add_argument("--csv", default="store_days.csv")
    args = parser.parse_args()

    days = pd.read_csv(args.csv)
    # expect: doubt
    # ruleid: fit-before-split
    days["visitors_vs_store"] = days["visitors"] / days.groupby("store")["visitors"].transform("mean")
    train, test = DIVISIONS[args.division](days)

    forest = RandomForestRegressor(n_estimators=200).fit(train[INPUTS], train["sales"])
    print("mae", mean_absolute_error(test["sales"], forest.predict(test[INPUTS])))


if __name__ == "__main__":
    main()
