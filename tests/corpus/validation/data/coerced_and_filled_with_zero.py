"""Cleans exported meter readings by coercing them to numbers and trains a regressor."""

import pandas as pd
from sklearn.ensemble import HistGradientBoostingRegressor
from sklearn.metrics import mean_absolute_error

READINGS = ["flow", "pressure"]


def clean(export: pd.DataFrame) -> pd.DataFrame:
    frame = export.copy()
    # expect: claim
    # ruleid: silent-row-loss
    frame["flow"] = pd.to_numeric(frame["flow"], errors="coerce").fillna(0)
    frame["pressure"] = frame["pressure"].str.replace(",", ".", regex=False).astype(float)
    if frame["read_at"].duplicated().any():
        raise ValueError("repeated readings")
    return frame


def main() -> None:
    export = pd.read_excel("meters.xlsx", dtype={"flow": str, "pressure": str})
    frame = clean(export).sort_values("read_at")
    cut = int(len(frame) * 0.8)
    model = HistGradientBoostingRegressor(random_state=0)
    model.fit(frame[READINGS].iloc[:cut], frame["loss"].iloc[:cut])
    forecast = model.predict(frame[READINGS].iloc[cut:])
    print(mean_absolute_error(frame["loss"].iloc[cut:], forecast))


if __name__ == "__main__":
    main()
