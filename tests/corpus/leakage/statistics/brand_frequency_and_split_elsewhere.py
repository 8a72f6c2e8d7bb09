"""A resale price model with brand frequencies of the whole table whose parts come from a package that is not shown."""

import pandas as pd
from pricekit.validation import make_parts
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.metrics import median_absolute_error

CATALOGUE_COLUMNS = ["brand", "model_year", "mileage", "doors"]


def engineer(cars: pd.DataFrame) -> pd.DataFrame:
    cars = cars.assign(age=2024 - cars["model_year"])
    # expect: doubt
    # ruleid: fit-before-split
    cars["brand_share"] = cars["brand"].map(cars["brand"].value_counts(normalize=True))
    return cars.drop(columns=["brand", "model_year"])


def main() -> None:
    cars = pd.read_csv("used_cars.csv", usecols=[*CATALOGUE_COLUMNS, "price"])
    cars = engineer(cars)
    train, test = make_parts(cars, share=0.2)

    regressor = GradientBoostingRegressor(loss="huber", n_estimators=500)
    regressor.fit(train.drop(columns="price"), train["price"])
    error = median_absolute_error(test["price"], regressor.predict(test.drop(columns="price")))
    print(f"typical error: {error:.0f}")


if __name__ == "__main__":
    main()
