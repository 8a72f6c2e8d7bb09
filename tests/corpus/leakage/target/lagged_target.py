"""Yesterday's and last week's sales of a shop are inputs of a model for today's sales."""

import pandas as pd
from lightgbm import LGBMRegressor
from sklearn.metrics import mean_absolute_error

sales = pd.read_csv("shop_sales.csv", parse_dates=["date"]).sort_values(["shop", "date"])

by_shop = sales.groupby("shop")["units"]
sales["units_1"] = by_shop.shift(1)
sales["units_7"] = by_shop.shift(7)
# ok: future-values-in-features, fit-before-split
sales["units_mean_28"] = by_shop.transform(lambda units: units.shift(1).rolling(28).mean())
sales["weekday"] = sales["date"].dt.dayofweek
sales = sales.dropna()

inputs = [column for column in sales.columns if column.startswith("units_")] + ["weekday", "promotion"]
before = sales[sales["date"] < "2023-07-01"]
after = sales[sales["date"] >= "2023-07-01"]

model = LGBMRegressor(n_estimators=600, learning_rate=0.03, random_state=20)
# ok: target-in-features
model.fit(before[inputs], before["units"])
error = mean_absolute_error(after["units"], model.predict(after[inputs]))
print(f"MAE from July on: {error:.2f} units; mean sales {after['units'].mean():.2f}")
