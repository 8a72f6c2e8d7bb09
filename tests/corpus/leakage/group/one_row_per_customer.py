"""Purchases are summed up to one row per customer before the rows are divided at random."""

import pandas as pd
from sklearn.linear_model import PoissonRegressor
from sklearn.metrics import mean_poisson_deviance
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

purchases = pd.read_csv("purchases.csv", parse_dates=["bought_at"])
first_half = purchases[purchases["bought_at"] < "2022-07-01"]
second_half = purchases[purchases["bought_at"] >= "2022-07-01"]

# ok: fit-before-split
customers = first_half.groupby("customer_id").agg(
    orders=("order_no", "nunique"),
    spent=("amount", "sum"),
    largest=("amount", "max"),
    categories=("category", "nunique"),
)
later = second_half.groupby("customer_id")["order_no"].nunique()
customers["later_orders"] = customers.index.map(later).fillna(0)

# ok: group-across-split, shuffled-temporal-split
train, test = train_test_split(customers, test_size=0.3, random_state=29)
inputs = ["orders", "spent", "largest", "categories"]

model = make_pipeline(StandardScaler(), PoissonRegressor())
model.fit(train[inputs], train["later_orders"])
print("deviance:", mean_poisson_deviance(test["later_orders"], model.predict(test[inputs])))
