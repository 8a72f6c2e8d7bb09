"""The blender of a rainfall model is fitted on a part of the training rows that its members never saw."""

import numpy as np
import pandas as pd
from sklearn.ensemble import ExtraTreesRegressor
from sklearn.linear_model import LinearRegression
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import train_test_split
from sklearn.neural_network import MLPRegressor
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVR


class Blend:
    def __init__(self, members, share=0.3, random_state=None):
        self.members = members
        self.share = share
        self.random_state = random_state

    def _columns(self, X):
        # ok: stacking-without-out-of-fold
        return np.column_stack([member.predict(X) for member in self.members])

    def fit(self, X, y):
        X_members, X_blend, y_members, y_blend = train_test_split(
            X, y, test_size=self.share, random_state=self.random_state
        )
        for member in self.members:
            member.fit(X_members, y_members)
        # ok: stacking-without-out-of-fold
        self.head_ = LinearRegression(positive=True).fit(self._columns(X_blend), y_blend)
        return self

    def predict(self, X):
        return self.head_.predict(self._columns(X))


stations = pd.read_csv("rain_stations.csv")
X = stations[["altitude", "slope", "distance_sea", "ndvi", "pressure"]].to_numpy()
y = stations["annual_mm"].to_numpy()
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, random_state=23)

members = [
    ExtraTreesRegressor(n_estimators=300, random_state=23),
    make_pipeline(StandardScaler(), SVR(C=10.0)),
    make_pipeline(StandardScaler(), MLPRegressor(max_iter=800, random_state=23)),
]
blend = Blend(members, random_state=23).fit(X_train, y_train)
print("MAE in mm:", mean_absolute_error(y_test, blend.predict(X_test)))
