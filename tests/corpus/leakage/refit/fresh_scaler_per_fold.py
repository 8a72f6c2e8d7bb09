"""One scaler object is fitted again in each round of a cross-validation over mine samples."""

import numpy as np
import pandas as pd
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import KFold
from sklearn.neighbors import KNeighborsRegressor
from sklearn.preprocessing import PowerTransformer

ore = pd.read_csv("drill_cores.csv")
X = ore[["fe", "sio2", "al2o3", "depth", "moisture"]].to_numpy()
y = ore["recovery"].to_numpy()

transformer = PowerTransformer()
errors = []
for round_no, (fit_rows, out_rows) in enumerate(KFold(n_splits=8, shuffle=True, random_state=53).split(X), start=1):
    # ok: refit-on-test, fit-before-split
    X_fit = transformer.fit_transform(X[fit_rows])
    # ok: refit-on-test
    X_out = transformer.transform(X[out_rows])
    knn = KNeighborsRegressor(n_neighbors=7, weights="distance").fit(X_fit, y[fit_rows])
    errors.append(mean_absolute_error(y[out_rows], knn.predict(X_out)))
    print(f"round {round_no}: {errors[-1]:.3f}")

print("mean absolute error:", np.mean(errors))
