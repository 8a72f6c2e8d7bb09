"""A polars rental model that samples evaluation rows and removes them from the rest with an anti join."""

import polars as pl
import xgboost as xgb
from sklearn.metrics import root_mean_squared_error

COLUMNS = ["temp", "wind", "humidity", "hour", "holiday"]

rides = pl.read_csv("bike_hours.csv").with_row_index("row_id")
held_out = rides.sample(fraction=0.15, seed=3)
kept = rides.join(held_out, on="row_id", how="anti")

dtrain = xgb.DMatrix(kept.select(COLUMNS).to_numpy(), label=kept["rides"].to_numpy())
dtest = xgb.DMatrix(held_out.select(COLUMNS).to_numpy(), label=held_out["rides"].to_numpy())

params = {"objective": "count:poisson", "eta": 0.1, "max_depth": 6}
# ok: evaluation-on-training-rows, early-stopping-on-test
booster = xgb.train(params, dtrain, num_boost_round=200)

for name, matrix in (("train", dtrain), ("held out", dtest)):
    print(name, root_mean_squared_error(matrix.get_label(), booster.predict(matrix)))
