"""Trains a demand model on a table whose schema is enforced by pandera."""

import pandas as pd
import pandera.pandas as pa
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.model_selection import TimeSeriesSplit, cross_val_score

SCHEMA = pa.DataFrameSchema(
    {
        "day": pa.Column("datetime64[ns]", unique=True),
        "price": pa.Column(float, pa.Check.in_range(0.1, 500)),
        "promo": pa.Column(int, pa.Check.isin([0, 1])),
        "units": pa.Column(float, pa.Check.ge(0)),
    },
    strict=True,
)


def load(path: str) -> pd.DataFrame:
    # ok: unvalidated-training-data
    raw = pd.read_csv(path, parse_dates=["day"], dtype={"price": float, "promo": int, "units": float})
    return SCHEMA.validate(raw, lazy=True)


def main() -> None:
    days = load("demand.csv").sort_values("day")
    x, y = days[["price", "promo"]], days["units"]
    model = GradientBoostingRegressor(random_state=0)
    scores = cross_val_score(model, x, y, cv=TimeSeriesSplit(4), scoring="neg_mean_absolute_error")
    print("mae per fold", (-scores).round(2))
    model.fit(x, y)


if __name__ == "__main__":
    main()
