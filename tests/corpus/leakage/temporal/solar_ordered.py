"""The output of a solar plant is forecast from lags and the last fifth of the series is kept for scoring."""

import pandas as pd
from sklearn.linear_model import ElasticNetCV
from sklearn.metrics import r2_score
from sklearn.model_selection import TimeSeriesSplit, train_test_split
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import StandardScaler


def lagged(series, lags):
    return pd.concat({f"{series.name}_{lag}": series.shift(lag) for lag in lags}, axis=1)


plant = pd.read_csv("solar_plant.csv", parse_dates=["stamp"], index_col="stamp").sort_index()
table = pd.concat([lagged(plant["kwh"], (1, 2, 24)), lagged(plant["irradiation"], (1, 24)), plant["kwh"]], axis=1)
table = table.dropna()

X, y = table.drop(columns="kwh"), table["kwh"]
# ok: shuffled-temporal-split
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, shuffle=False)

model = Pipeline(
    [
        ("scale", StandardScaler()),
        ("net", ElasticNetCV(l1_ratio=[0.1, 0.5, 0.9], cv=TimeSeriesSplit(n_splits=5))),
    ]
)
model.fit(X_train, y_train)
print("R2 on the last fifth:", r2_score(y_test, model.predict(X_test)))
