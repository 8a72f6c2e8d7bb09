"""Forecast backtest that reports errors which do not depend on the order of their arguments."""

import numpy as np
import pandas as pd
from sklearn.ensemble import HistGradientBoostingRegressor
from sklearn.metrics import mean_absolute_error, mean_squared_error
from sklearn.model_selection import TimeSeriesSplit


def backtest(series: pd.Series, lags: int = 14) -> pd.DataFrame:
    frame = pd.concat({f"lag_{k}": series.shift(k) for k in range(1, lags + 1)}, axis=1).iloc[lags:]
    target = series.iloc[lags:]
    rows = []
    for fold, (past, future) in enumerate(TimeSeriesSplit(n_splits=5).split(frame)):
        model = HistGradientBoostingRegressor(random_state=fold)
        model.fit(frame.iloc[past], target.iloc[past])
        forecast = model.predict(frame.iloc[future])
        # ok: swapped-metric-arguments
        mae = mean_absolute_error(forecast, target.iloc[future])
        # ok: swapped-metric-arguments
        rmse = np.sqrt(mean_squared_error(forecast, target.iloc[future]))
        rows.append({"fold": fold, "mae": mae, "rmse": rmse})
    return pd.DataFrame(rows)


if __name__ == "__main__":
    demand = pd.read_csv("demand.csv", index_col=0, parse_dates=True)["units"]
    print(backtest(demand.asfreq("D").interpolate()))
