"""Training of the price model on the table that data.load_clean fills with medians."""

import numpy as np
from data import NUMERIC, load_clean
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split


def main():
    listings = load_clean()
    inputs, price = listings[NUMERIC], np.log(listings["price"])
    x_train, x_test, y_train, y_test = train_test_split(inputs, price, test_size=0.2, random_state=11)
    forest = RandomForestRegressor(n_estimators=300, n_jobs=-1)
    forest.fit(x_train, y_train)
    print("log error", mean_absolute_error(y_test, forest.predict(x_test)))


if __name__ == "__main__":
    main()
