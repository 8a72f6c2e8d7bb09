"""House prices are predicted by a linear model that reads the answers of three first-level regressors."""

import numpy as np
import pandas as pd
from sklearn.ensemble import ExtraTreesRegressor, GradientBoostingRegressor
from sklearn.linear_model import RidgeCV
from sklearn.metrics import mean_squared_error
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsRegressor

houses = pd.read_csv("king_county.csv")
log_price = np.log(houses.pop("price"))
houses = houses[["sqft_living", "sqft_lot", "grade", "condition", "lat", "long", "yr_built"]]
X_train, X_test, y_train, y_test = train_test_split(houses, log_price, test_size=0.25, random_state=18)

first_level = {
    "knn": KNeighborsRegressor(n_neighbors=8),
    "gbr": GradientBoostingRegressor(n_estimators=300, random_state=18),
    "extra": ExtraTreesRegressor(n_estimators=300, random_state=18),
}

level_one_train, level_one_test = [], []
for regressor in first_level.values():
    regressor.fit(X_train, y_train)
    # expect: claim
    # ruleid: stacking-without-out-of-fold
    level_one_train.append(regressor.predict(X_train))
    level_one_test.append(regressor.predict(X_test))

second_level = RidgeCV(alphas=(0.01, 0.1, 1.0, 10.0))
second_level.fit(np.column_stack(level_one_train), y_train)

stacked = second_level.predict(np.column_stack(level_one_test))
print("weights:", dict(zip(first_level, second_level.coef_.round(2))))
print("RMSE of log price:", mean_squared_error(y_test, stacked) ** 0.5)
