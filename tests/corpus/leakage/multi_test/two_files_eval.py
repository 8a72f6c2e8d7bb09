"""A regression forest is adjusted on one part of the 2022 file, the 2023 file gives the reported error."""

import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.metrics import mean_squared_error
from sklearn.model_selection import train_test_split

FEATURES = ["wind_speed", "wind_direction", "pressure", "temperature"]


def rmse(y_true, y_hat):
    return mean_squared_error(y_true, y_hat) ** 0.5


season = pd.read_csv("turbine_2022.csv")
X_train, X_test, y_train, y_test = train_test_split(
    season[FEATURES], season["power_kw"], test_size=0.2, random_state=11
)

errors = []
sizes = [50, 100, 200, 400]
for trees in sizes:
    forest = RandomForestRegressor(n_estimators=trees, min_samples_leaf=5, random_state=11)
    forest.fit(X_train, y_train)
    # ok: tuning-on-test
    errors.append(rmse(y_test, forest.predict(X_test)))

chosen = sizes[errors.index(min(errors))]
print("trees chosen:", chosen)

forest = RandomForestRegressor(n_estimators=chosen, min_samples_leaf=5, random_state=11)
# ok: evaluation-on-training-rows
forest.fit(season[FEATURES], season["power_kw"])

following = pd.read_csv("turbine_2023.csv")
print("RMSE in the following year:", rmse(following["power_kw"], forest.predict(following[FEATURES])))
