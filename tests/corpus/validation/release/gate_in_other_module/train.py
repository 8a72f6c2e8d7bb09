"""Trains the load forecast and registers it after the release conditions were met."""

import mlflow
import numpy as np
import pandas as pd
from sklearn.ensemble import HistGradientBoostingRegressor
from sklearn.metrics import mean_absolute_percentage_error

from .gate import require_quality


def measure(actual: np.ndarray, forecast: np.ndarray) -> dict[str, float]:
    return {
        "mape": mean_absolute_percentage_error(actual, forecast),
        "bias": float((forecast - actual).mean() / actual.mean()),
    }


def main() -> None:
    load = pd.read_parquet("load.parquet").sort_index()
    assert load.index.is_unique and load["mw"].gt(0).all()
    past, recent = load[:"2026-05"], load["2026-06":]
    with mlflow.start_run():
        model = HistGradientBoostingRegressor(random_state=0)
        model.fit(past.drop(columns="mw"), past["mw"])
        measured = measure(recent["mw"].to_numpy(), model.predict(recent.drop(columns="mw")))
        mlflow.log_metrics(measured)
        require_quality(measured)
        # ok: ungated-model-release
        mlflow.sklearn.log_model(model, name="load", registered_model_name="load-forecast")


if __name__ == "__main__":
    main()
