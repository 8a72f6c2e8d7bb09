"""The direction of tomorrow's return is predicted from past returns and checked in five folds."""

import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import accuracy_score
from sklearn.model_selection import KFold


def past_returns(close, days):
    returns = close.pct_change()
    columns = {f"r{day}": returns.shift(day) for day in range(days)}
    columns["vol20"] = returns.rolling(20).std()
    columns["momentum"] = close / close.shift(60) - 1
    return pd.DataFrame(columns)


prices = pd.read_csv("index_daily.csv", parse_dates=["Date"]).set_index("Date").sort_index()
features = past_returns(prices["Close"], days=10)
up_tomorrow = (prices["Close"].shift(-1) > prices["Close"]).astype(int)
known = features.notna().all(axis=1)
X, y = features[known].iloc[:-1].to_numpy(), up_tomorrow[known].iloc[:-1].to_numpy()

hits = []
# expect: claim
# ruleid: shuffled-temporal-split
for train, test in KFold(n_splits=5, shuffle=True, random_state=100).split(X):
    forest = RandomForestClassifier(n_estimators=400, min_samples_leaf=10, random_state=100)
    forest.fit(X[train], y[train])
    hits.append(accuracy_score(y[test], forest.predict(X[test])))

print("share of days with the right direction:", np.mean(hits).round(3), np.round(hits, 3))
