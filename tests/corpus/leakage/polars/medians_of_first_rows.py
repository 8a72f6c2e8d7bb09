"""A polars pricing table that reads medians and deviations from the train rows and applies them as literals to both."""

import polars as pl
from sklearn.ensemble import ExtraTreesRegressor
from sklearn.metrics import mean_absolute_error

FEATURES = ["mileage", "engine_cc", "age_years"]


def learn(train: pl.DataFrame) -> dict[str, dict[str, float]]:
    return {
        # ok: fit-before-split
        "center": train.select(pl.col(FEATURES).median()).row(0, named=True),
        # ok: fit-before-split
        "spread": train.select(pl.col(FEATURES).std()).row(0, named=True),
    }


def apply(frame: pl.DataFrame, constants) -> pl.DataFrame:
    expressions = []
    for name in FEATURES:
        center, spread = constants["center"][name], constants["spread"][name]
        # ok: fit-before-split, refit-on-test
        expressions.append((pl.col(name).fill_null(center) - center) / spread)
    return frame.with_columns(expressions)


def main():
    listings = pl.read_parquet("listings.parquet").sample(fraction=1.0, shuffle=True, seed=31)
    n_train = listings.height * 3 // 4
    train, test = listings.head(n_train), listings.slice(n_train)

    constants = learn(train)
    train, test = apply(train, constants), apply(test, constants)

    forest = ExtraTreesRegressor(n_estimators=400, n_jobs=-1, random_state=31)
    # ok: evaluation-on-training-rows
    forest.fit(train.select(FEATURES).to_pandas(), train["price"].to_pandas())
    print(mean_absolute_error(test["price"].to_pandas(), forest.predict(test.select(FEATURES).to_pandas())))


if __name__ == "__main__":
    main()
