"""Training table of the flight delay model: clips delays and drops short hops."""

import pandas as pd
import xgboost as xgb

MAX_DELAY_S = 6 * 60 * 60
MIN_DISTANCE = 0.1e3
CARRIERS = ["aa", "bb", "cc"]


def prepare(flights: pd.DataFrame) -> pd.DataFrame:
    frame = flights[flights["distance"] >= MIN_DISTANCE].copy()
    frame["previous_delay"] = frame["previous_delay"].clip(0, MAX_DELAY_S)
    frame["carrier"] = pd.Categorical(frame["carrier"], categories=CARRIERS)
    if frame["carrier"].isna().any():
        raise ValueError("unknown carrier")
    return frame


def train(flights: pd.DataFrame) -> xgb.XGBRegressor:
    frame = prepare(flights)
    model = xgb.XGBRegressor(enable_categorical=True, random_state=0)
    return model.fit(frame[["distance", "previous_delay", "carrier"]], frame["delay"])
