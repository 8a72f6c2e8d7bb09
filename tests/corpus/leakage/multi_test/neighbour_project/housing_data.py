"""Reads the rent listings and divides them."""

import pandas as pd
from sklearn.model_selection import train_test_split

COLUMNS = ["rooms", "surface", "floor", "year_built", "distance_centre"]


def load_listings(path="rents.csv"):
    listings = pd.read_csv(path).dropna(subset=COLUMNS + ["rent"])
    return listings[COLUMNS].to_numpy(), listings["rent"].to_numpy()


def divide(X, y):
    return train_test_split(X, y, test_size=0.3, random_state=2021)
