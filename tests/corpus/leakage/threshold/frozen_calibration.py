"""A frozen network is calibrated on its own part of the data before its Brier score is measured."""

import pandas as pd
from sklearn.calibration import CalibratedClassifierCV
from sklearn.frozen import FrozenEstimator
from sklearn.metrics import brier_score_loss
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPClassifier
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler


def three_parts(X, y, seed):
    X_fit, X_other, y_fit, y_other = train_test_split(X, y, test_size=0.4, random_state=seed)
    X_cal, X_rep, y_cal, y_rep = train_test_split(X_other, y_other, test_size=0.5, random_state=seed)
    return (X_fit, y_fit), (X_cal, y_cal), (X_rep, y_rep)


def main():
    rain = pd.read_csv("rain_tomorrow.csv").dropna()
    X = rain[["humidity_3pm", "pressure_3pm", "cloud_3pm", "temp_3pm", "wind_gust"]]
    fitting, calibrating, reporting = three_parts(X, rain["rain_tomorrow"], seed=33)

    network = make_pipeline(StandardScaler(), MLPClassifier((32, 16), max_iter=400, random_state=33))
    network.fit(*fitting)

    calibrated = CalibratedClassifierCV(FrozenEstimator(network), method="sigmoid")
    # ok: threshold-on-test
    calibrated.fit(*calibrating)

    X_rep, y_rep = reporting
    for name, model in (("raw", network), ("calibrated", calibrated)):
        # ok: tuning-on-test
        print(name, brier_score_loss(y_rep, model.predict_proba(X_rep)[:, 1]))


if __name__ == "__main__":
    main()
