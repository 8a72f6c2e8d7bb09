"""Joins trips with stations and weather and compares the number of rows after the joins."""

import pandas as pd
from sklearn.linear_model import PoissonRegressor
from sklearn.preprocessing import StandardScaler


def joined(trips: pd.DataFrame, stations: pd.DataFrame, weather: pd.DataFrame) -> pd.DataFrame:
    n_trips = len(trips)
    # ok: merge-without-validate
    table = trips.merge(stations, left_on="start", right_on="station", how="left")
    # ok: merge-without-validate
    table = table.merge(weather, on="hour", how="left", validate="m:1")
    if len(table) != n_trips:
        raise ValueError(f"joins turned {n_trips} trips into {len(table)} rows")
    return table


def main() -> None:
    trips, stations, weather = (pd.read_parquet(f"{name}.parquet") for name in ("trips", "stations", "weather"))
    table = joined(trips, stations, weather)
    columns = ["capacity", "rain", "temperature"]
    if table[columns].isna().any(axis=None):
        raise ValueError("trips without station or weather")
    x = StandardScaler().fit_transform(table[columns])
    model = PoissonRegressor(max_iter=500).fit(x, table["bikes"])
    print(dict(zip(columns, model.coef_.round(3))))


if __name__ == "__main__":
    main()
