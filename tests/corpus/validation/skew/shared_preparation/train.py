"""Trains the taxi duration model."""

import pandas as pd
import xgboost as xgb
from sklearn.metrics import mean_absolute_error

from .features import prepare


def main() -> None:
    trips = pd.read_parquet("trips.parquet").sort_values("pickup")
    if trips["minutes"].lt(0).any() or trips["trip_id"].duplicated().any():
        raise SystemExit("broken trips")
    past, recent = trips.iloc[:-20_000], trips.iloc[-20_000:]
    regressor = xgb.XGBRegressor(n_estimators=300, random_state=1)
    regressor.fit(prepare(past), past["minutes"])
    error = mean_absolute_error(recent["minutes"], regressor.predict(prepare(recent)))
    if error > 4:
        raise SystemExit(f"error {error:.1f} minutes")
    regressor.save_model("taxi.ubj")


if __name__ == "__main__":
    main()
