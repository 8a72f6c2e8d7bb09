"""House price experiment whose evaluation helper gets the estimator and the held-out part."""

from dataclasses import dataclass

import numpy as np
from sklearn.datasets import fetch_california_housing
from sklearn.linear_model import Ridge
from sklearn.metrics import r2_score, root_mean_squared_error
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler


@dataclass(frozen=True)
class Report:
    r2: float
    rmse: float


def evaluate(estimator, x: np.ndarray, y: np.ndarray) -> Report:
    # expect: claim
    # ruleid: swapped-metric-arguments
    r2 = r2_score(estimator.predict(x), y)
    rmse = root_mean_squared_error(y, estimator.predict(x))
    return Report(r2=r2, rmse=rmse)


def run(alpha: float = 1.0) -> Report:
    x, y = fetch_california_housing(return_X_y=True)
    x_train, x_test, y_train, y_test = train_test_split(x, y, test_size=0.2, random_state=0)
    model = make_pipeline(StandardScaler(), Ridge(alpha=alpha)).fit(x_train, y_train)
    return evaluate(model, x_test, y_test)


if __name__ == "__main__":
    print(run())
