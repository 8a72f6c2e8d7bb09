"""A smoothed river level is one of the inputs of a flood forecast."""

import numpy as np
import pandas as pd
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.metrics import mean_squared_error

WINDOW = 12

gauge = pd.read_csv("gauge_hourly.csv", parse_dates=["time"]).sort_values("time").reset_index(drop=True)
# expect: claim
# ruleid: future-values-in-features
gauge["level_smooth"] = gauge["level_cm"].rolling(WINDOW, center=True).mean()
gauge["rain_24h"] = gauge["rain_mm"].rolling(24).sum()
# ok: future-values-in-features
gauge["level_in_6h"] = gauge["level_cm"].shift(-6)
gauge = gauge.dropna()

inputs = ["level_cm", "level_smooth", "rain_mm", "rain_24h"]
train = gauge[gauge["time"] < pd.Timestamp("2022-01-01")]
test = gauge[gauge["time"] >= pd.Timestamp("2022-01-01")]

model = GradientBoostingRegressor(n_estimators=400, learning_rate=0.05, random_state=3)
model.fit(train[inputs], train["level_in_6h"])
error = np.sqrt(mean_squared_error(test["level_in_6h"], model.predict(test[inputs])))
baseline = np.sqrt(mean_squared_error(test["level_in_6h"], test["level_cm"]))
print(f"RMSE {error:.1f} cm, persistence {baseline:.1f} cm")
