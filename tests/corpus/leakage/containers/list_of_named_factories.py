"""A list of named pipeline factories built with partial, each fitted on train rows and described on both parts."""

from functools import partial

import pandas as pd
from sklearn.base import clone
from sklearn.kernel_ridge import KernelRidge
from sklearn.linear_model import HuberRegressor
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import QuantileTransformer, StandardScaler


def scaled(estimator, scaler=StandardScaler, **settings):
    return make_pipeline(scaler(**settings), clone(estimator))


FACTORIES = [
    ("huber", partial(scaled, HuberRegressor(max_iter=500))),
    ("huber on ranks", partial(scaled, HuberRegressor(max_iter=500), scaler=QuantileTransformer, n_quantiles=100)),
    ("kernel", partial(scaled, KernelRidge(kernel="rbf", alpha=0.1))),
]


def parts(path):
    crabs = pd.read_csv(path)
    crabs["sex"] = crabs["sex"].map({"M": 0, "F": 1, "I": 2})
    return train_test_split(crabs.drop(columns="age"), crabs["age"], test_size=0.25, random_state=88)


if __name__ == "__main__":
    x_train, x_test, y_train, y_test = parts("crabs.csv")
    for title, factory in FACTORIES:
        model = factory()
        # ok: fit-before-split, evaluation-on-training-rows
        model.fit(x_train, y_train)
        on_train = mean_absolute_error(y_train, model.predict(x_train))
        # ok: tuning-on-test
        on_test = mean_absolute_error(y_test, model.predict(x_test))
        print(f"{title:>15}  train {on_train:.2f}  test {on_test:.2f}")
