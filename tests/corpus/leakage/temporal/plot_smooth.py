"""A centred moving average is drawn over a series of web visits next to a forecast from past values."""

import matplotlib.pyplot as plt
import pandas as pd
from sklearn.linear_model import LinearRegression
from sklearn.metrics import mean_absolute_error

# %% load
visits = pd.read_csv("web_visits.csv", parse_dates=["date"], index_col="date")["visits"].sort_index()

# %% look at it
fig, ax = plt.subplots(figsize=(10, 3))
visits.plot(ax=ax, alpha=0.4)
# ok: future-values-in-features
visits.rolling(31, center=True).mean().plot(ax=ax, linewidth=2)
fig.savefig("visits.png")

# %% model
table = pd.DataFrame({"y": visits})
for lag in (7, 14, 21, 28):
    table[f"y{lag}"] = visits.shift(lag)
table["trend"] = visits.shift(7).rolling(28).mean()
table = table.dropna()
train, test = table.loc[:"2023-09"], table.loc["2023-10":]

reg = LinearRegression().fit(train.drop(columns="y"), train["y"])
forecast = pd.Series(reg.predict(test.drop(columns="y")), index=test.index)
print("MAE:", mean_absolute_error(test["y"], forecast))

# %% draw the forecast
ax.plot(forecast.index, forecast, color="black")
fig.savefig("visits_forecast.png")
