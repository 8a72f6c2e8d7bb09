"""Fits the heating demand model and stores scaler and regressor side by side."""

import joblib
import pandas as pd
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPRegressor
from sklearn.preprocessing import StandardScaler

INPUTS = ["outdoor", "indoor", "wind", "occupancy"]


def main() -> None:
    history = pd.read_parquet("heating.parquet")
    if history[INPUTS].isna().any(axis=None):
        raise SystemExit("incomplete history")
    x_train, x_test, y_train, y_test = train_test_split(history[INPUTS], history["kwh"], random_state=5)
    scaler = StandardScaler()
    network = MLPRegressor(hidden_layer_sizes=(32, 16), random_state=5)
    network.fit(scaler.fit_transform(x_train), y_train)
    error = mean_absolute_error(y_test, network.predict(scaler.transform(x_test)))
    if error > 3.5:
        raise SystemExit(f"error of {error:.2f} kWh is too large")
    joblib.dump(scaler, "heating_scaler.joblib")
    joblib.dump(network, "heating_network.joblib")


if __name__ == "__main__":
    main()
