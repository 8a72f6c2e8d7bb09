"""Comparison of models whose predict method returns probabilities or real-valued scores."""

import keras
import numpy as np
import xgboost as xgb
from sklearn.linear_model import Ridge
from sklearn.metrics import average_precision_score, roc_auc_score


def keras_auc(x: np.ndarray, y: np.ndarray) -> float:
    network = keras.saving.load_model("ctr.keras")
    # ok: hard-labels-to-ranking-metric
    return roc_auc_score(y, network.predict(x, verbose=0).ravel())


def booster_auc(x: np.ndarray, y: np.ndarray) -> float:
    booster = xgb.Booster(model_file="ctr.ubj")
    # ok: hard-labels-to-ranking-metric
    return roc_auc_score(y, booster.predict(xgb.DMatrix(x)))


def ridge_precision(x_train: np.ndarray, y_train: np.ndarray, x: np.ndarray, y: np.ndarray) -> float:
    ridge = Ridge(alpha=10.0).fit(x_train, y_train)
    # ok: hard-labels-to-ranking-metric
    return average_precision_score(y, ridge.predict(x))


def main() -> None:
    data = np.load("ctr.npz")
    x, y = data["x_test"], data["y_test"]
    print("keras", keras_auc(x, y))
    print("booster", booster_auc(x, y))
    print("ridge", ridge_precision(data["x_train"], data["y_train"], x, y))


if __name__ == "__main__":
    main()
