"""The electricity load of the next hour is forecast from lags of the load with a boosted model."""

import pandas as pd
from sklearn.metrics import mean_absolute_percentage_error
from sklearn.model_selection import train_test_split
from xgboost import XGBRegressor

load = pd.read_csv("PJME_hourly.csv", parse_dates=["Datetime"], index_col="Datetime").sort_index()

for lag in (1, 2, 24, 168):
    load[f"lag_{lag}"] = load["PJME_MW"].shift(lag)
load["hour"] = load.index.hour
load["day_of_week"] = load.index.dayofweek
load["month"] = load.index.month
load = load.dropna()

X = load.drop(columns="PJME_MW")
y = load["PJME_MW"]
# expect: claim
# ruleid: shuffled-temporal-split
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=42)

forecaster = XGBRegressor(n_estimators=800, learning_rate=0.05, max_depth=7, random_state=42)
forecaster.fit(X_train, y_train)
forecast = forecaster.predict(X_test)
print(f"MAPE of the forecast: {100 * mean_absolute_percentage_error(y_test, forecast):.2f} %")
