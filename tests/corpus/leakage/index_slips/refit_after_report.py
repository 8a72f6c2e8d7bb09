"""A delivery time model that is scored on held-out rows first and fitted on all rows afterwards for the service."""

import joblib
import pandas as pd
from sklearn.ensemble import HistGradientBoostingRegressor
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import KFold, train_test_split

orders = pd.read_csv("delivery_orders.csv")
x = orders.drop(columns=["minutes", "order_number"])
y = orders["minutes"]

x_train, x_test, y_train, y_test = train_test_split(x, y, test_size=0.2, random_state=14)

within = []
for fit_rows, score_rows in KFold(n_splits=5, shuffle=True, random_state=14).split(x_train):
    fold = HistGradientBoostingRegressor(max_iter=200)
    # ok: evaluation-on-training-rows
    fold.fit(x_train.iloc[fit_rows], y_train.iloc[fit_rows])
    within.append(mean_absolute_error(y_train.iloc[score_rows], fold.predict(x_train.iloc[score_rows])))
print("five folds:", sum(within) / len(within))

final = HistGradientBoostingRegressor(max_iter=200)
# ok: evaluation-on-training-rows
final.fit(x_train, y_train)
print("held out:", mean_absolute_error(y_test, final.predict(x_test)))

# everything goes into the model that is shipped
# ok: evaluation-on-training-rows
final.fit(x, y)
joblib.dump(final, "delivery_time.joblib")
