"""An electricity demand model where a grid search tunes a pipeline with polynomial features on the train rows."""

import numpy as np
import pandas as pd
from sklearn.linear_model import ElasticNet
from sklearn.metrics import r2_score
from sklearn.model_selection import GridSearchCV, train_test_split
from sklearn.pipeline import Pipeline
from sklearn.preprocessing import PolynomialFeatures, PowerTransformer, StandardScaler

households = pd.read_csv("households.csv", index_col="household")
demand = np.log(households.pop("kwh_per_year"))

# ok: fit-before-split
squares = PolynomialFeatures(degree=2, include_bias=False).fit_transform(households)
h_train, h_test, d_train, d_test = train_test_split(squares, demand, test_size=0.2, random_state=6)

search = GridSearchCV(
    Pipeline([("power", PowerTransformer()), ("scale", StandardScaler()), ("net", ElasticNet(max_iter=10_000))]),
    param_grid={
        "power": [PowerTransformer(), "passthrough"],
        "net__alpha": np.logspace(-4, 0, 9),
        "net__l1_ratio": [0.1, 0.5, 0.9],
    },
    cv=5,
    n_jobs=-1,
)
# ok: fit-before-split, tuning-on-test
search.fit(h_train, d_train)
print(search.best_params_)
# ok: tuning-on-test
print("r2 on test rows:", r2_score(d_test, search.predict(h_test)))
