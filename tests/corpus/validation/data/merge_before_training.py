"""Joins orders with customers and trains a model of the next order's value on the joined rows."""

import lightgbm as lgb
import pandas as pd
from sklearn.metrics import mean_absolute_error

FEATURES = ["basket", "discount", "age", "loyalty"]


def tables() -> tuple[pd.DataFrame, pd.DataFrame]:
    orders = pd.read_parquet("warehouse/orders.parquet")
    customers = pd.read_parquet("warehouse/customers.parquet")
    for name, table in (("orders", orders), ("customers", customers)):
        if table.isna().any(axis=None):
            raise ValueError(f"{name} has missing values")
    return orders, customers


def training_table() -> pd.DataFrame:
    orders, customers = tables()
    # expect: doubt
    # ruleid: merge-without-validate
    joined = orders.merge(customers, on="customer_id", how="left")
    return joined.sort_values("ordered_at")


def main() -> None:
    rows = training_table()
    boundary = rows["ordered_at"].quantile(0.8)
    past, recent = rows[rows["ordered_at"] <= boundary], rows[rows["ordered_at"] > boundary]
    model = lgb.LGBMRegressor(n_estimators=400, random_state=0)
    model.fit(past[FEATURES], past["next_value"])
    print("mae", mean_absolute_error(recent["next_value"], model.predict(recent[FEATURES])))


if __name__ == "__main__":
    main()
