"""A competition notebook joins its two files, scales the joined columns and writes a submission."""

import numpy as np
import pandas as pd
from lightgbm import LGBMRegressor
from sklearn.preprocessing import StandardScaler

# %% read
train = pd.read_csv("../input/house-prices/train.csv", index_col="Id")
test = pd.read_csv("../input/house-prices/test.csv", index_col="Id")
target = np.log1p(train.pop("SalePrice"))

# %% join, derive, scale
joined = pd.concat([train, test])
joined["area"] = joined["GrLivArea"] + joined["TotalBsmtSF"].fillna(0)
joined["age"] = joined["YrSold"] - joined["YearBuilt"]
joined["quality"] = joined["ExterQual"].map({"Po": 1, "Fa": 2, "TA": 3, "Gd": 4, "Ex": 5})
columns = ["area", "age", "quality", "OverallQual", "OverallCond", "LotArea"]
# ok: fit-on-train-and-test, fit-before-split
scaled = StandardScaler().fit_transform(joined[columns])

# %% fit on everything that has a price
model = LGBMRegressor(n_estimators=700, learning_rate=0.03, random_state=0)
# ok: evaluation-on-training-rows
model.fit(scaled[: len(train)], target)

# %% submit
submission = pd.DataFrame({"Id": test.index, "SalePrice": np.expm1(model.predict(scaled[len(train) :]))})
submission.to_csv("submission.csv", index=False)
