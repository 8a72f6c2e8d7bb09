"""A housing model that divides rows with one random mask and its complement and keeps row numbers from choice apart."""

import numpy as np
import pandas as pd
from sklearn.ensemble import GradientBoostingRegressor
from sklearn.linear_model import RidgeCV
from sklearn.metrics import mean_absolute_error

homes = pd.read_csv("homes.csv")
columns = ["sqft", "bedrooms", "bathrooms", "lot_size"]

chosen = np.random.rand(len(homes)) < 0.75
inside = homes[chosen]
# ok: recomputed-random-split
outside = homes[~chosen]

trees = GradientBoostingRegressor()
# ok: evaluation-on-training-rows
trees.fit(inside[columns], inside["price"])
print("trees", mean_absolute_error(outside["price"], trees.predict(outside[columns])))

# ok: oversampling-before-split
picked = np.random.choice(len(homes), size=int(0.75 * len(homes)), replace=False)
left = np.setdiff1d(np.arange(len(homes)), picked)
learn_rows, test_rows = homes.iloc[picked], homes.iloc[left]

ridge = RidgeCV(alphas=np.logspace(-3, 3, 13))
# ok: evaluation-on-training-rows
ridge.fit(learn_rows[columns], learn_rows["price"])
print("ridge", mean_absolute_error(test_rows["price"], ridge.predict(test_rows[columns])))
