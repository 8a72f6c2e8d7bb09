"""XGBoost logs the error of two sets per round and stops on the last set it was given."""

import pandas as pd
import xgboost as xgb
from sklearn.metrics import mean_absolute_percentage_error
from sklearn.model_selection import train_test_split

flats = pd.read_csv("flats_sold.csv")
price = flats.pop("price")
flats = flats[["area", "rooms", "floor", "balcony", "renovated", "distance_station"]]

X_rest, X_test, y_rest, y_test = train_test_split(flats, price, test_size=0.2, random_state=31)
X_fit, X_stop, y_fit, y_stop = train_test_split(X_rest, y_rest, test_size=0.2, random_state=31)

dfit = xgb.DMatrix(X_fit, label=y_fit)
dstop = xgb.DMatrix(X_stop, label=y_stop)
dtest = xgb.DMatrix(X_test, label=y_test)

progress = {}
params = {"objective": "reg:squarederror", "eta": 0.05, "max_depth": 5, "seed": 31}
# early stopping looks at the last entry of evals only
watchlist = [(dtest, "test"), (dstop, "stop")]
# ok: early-stopping-on-test
booster = xgb.train(params, dfit, 3000, evals=watchlist, early_stopping_rounds=60, evals_result=progress)

best = booster.best_iteration
print("rounds used:", best)
predicted = booster.predict(dtest, iteration_range=(0, best + 1))
print("MAPE on sold flats:", mean_absolute_percentage_error(y_test, predicted))
pd.DataFrame({name: curve["rmse"] for name, curve in progress.items()}).to_csv("learning_curves.csv")
