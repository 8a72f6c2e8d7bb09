"""A hospital stay regression that fits a self-written winsorising transformer before the hold-out is cut."""

import numpy as np
import pandas as pd
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.linear_model import GammaRegressor
from sklearn.metrics import mean_gamma_deviance
from sklearn.model_selection import train_test_split


class Winsoriser(BaseEstimator, TransformerMixin):
    def __init__(self, lower=0.01, upper=0.99):
        self.lower = lower
        self.upper = upper

    def fit(self, X, y=None):
        X = np.asarray(X, dtype=float)
        self.low_ = np.quantile(X, self.lower, axis=0)
        self.high_ = np.quantile(X, self.upper, axis=0)
        return self

    def transform(self, X):
        return np.clip(np.asarray(X, dtype=float), self.low_, self.high_)


stays = pd.read_csv("hospital_stays.csv")
days = stays.pop("days").to_numpy()
measured = stays[["age", "heart_rate", "lactate", "creatinine"]].fillna(0)

winsoriser = Winsoriser(upper=0.98)
# expect: claim
# ruleid: fit-before-split
measured = winsoriser.fit_transform(measured)

m_fit, m_eval, d_fit, d_eval = train_test_split(measured, days, test_size=0.3, random_state=12)
glm = GammaRegressor(alpha=0.1, max_iter=1000).fit(m_fit, d_fit)
print("deviance", mean_gamma_deviance(d_eval, glm.predict(m_eval)))
