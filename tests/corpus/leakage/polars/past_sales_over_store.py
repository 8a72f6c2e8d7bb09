"""A polars sales forecast with shifted and rolling values of the past per store and a cut by date."""

from datetime import date

import polars as pl
from sklearn.ensemble import HistGradientBoostingRegressor
from sklearn.metrics import mean_absolute_percentage_error

INPUTS = ["sales_lag_1", "sales_lag_7", "sales_week", "promo", "weekday"]


def with_history(sales: pl.LazyFrame) -> pl.LazyFrame:
    return sales.sort("store", "day").with_columns(
        # ok: fit-before-split, future-values-in-features
        pl.col("sales").shift(1).over("store").alias("sales_lag_1"),
        # ok: fit-before-split, future-values-in-features
        pl.col("sales").shift(7).over("store").alias("sales_lag_7"),
        # ok: fit-before-split, future-values-in-features
        pl.col("sales").shift(1).rolling_mean(7).over("store").alias("sales_week"),
        pl.col("day").dt.weekday().alias("weekday"),
    )


def main():
    sales = with_history(pl.scan_csv("store_sales.csv", try_parse_dates=True)).drop_nulls().collect()
    cutoff = date(2023, 10, 1)
    past = sales.filter(pl.col("day") < cutoff)
    # ok: shuffled-temporal-split
    future = sales.filter(pl.col("day") >= cutoff)

    model = HistGradientBoostingRegressor(max_depth=8, learning_rate=0.08)
    model.fit(past.select(INPUTS).to_numpy(), past["sales"].to_numpy())
    predicted = model.predict(future.select(INPUTS).to_numpy())
    print("mape", mean_absolute_percentage_error(future["sales"].to_numpy(), predicted))


main()
