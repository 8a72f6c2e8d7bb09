"""A linear model explains a day's closing price from columns built out of the price table."""

import pandas as pd
from sklearn.linear_model import Lasso
from sklearn.metrics import mean_absolute_error
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler


def build_features(quotes):
    out = pd.DataFrame(index=quotes.index)
    out["open"] = quotes["open"]
    # expect: claim
    # ruleid: future-values-in-features
    out["open_next"] = quotes["open"].shift(-1)
    out["close_yesterday"] = quotes["close"].shift(1)
    out["volume_week"] = quotes["volume"].shift(1).rolling(5).mean()
    return out


quotes = pd.read_csv("quotes/ACME.csv", parse_dates=["day"], index_col="day").sort_index()
features = build_features(quotes).dropna()
close = quotes.loc[features.index, "close"]

cut = int(len(features) * 0.8)
X_train, X_test = features.iloc[:cut], features.iloc[cut:]
y_train, y_test = close.iloc[:cut], close.iloc[cut:]

model = make_pipeline(StandardScaler(), Lasso(alpha=0.01))
model.fit(X_train, y_train)
print("MAE in the last fifth:", mean_absolute_error(y_test, model.predict(X_test)))
