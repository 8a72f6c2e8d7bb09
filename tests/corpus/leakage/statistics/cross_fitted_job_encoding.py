"""A salary model with a cross-fitted target encoder and hand-written out-of-fold means, both on train rows."""

import numpy as np
import pandas as pd
from sklearn.ensemble import HistGradientBoostingRegressor
from sklearn.metrics import mean_absolute_error
from sklearn.model_selection import KFold, train_test_split
from sklearn.preprocessing import TargetEncoder

people = pd.read_csv("salaries.csv").dropna(subset=["salary"])
train, test = train_test_split(people, test_size=0.2, random_state=30)
train, test = train.reset_index(drop=True), test.reset_index(drop=True)

encoder = TargetEncoder(target_type="continuous", cv=5, random_state=30)
# ok: fit-before-split
train["job_enc"] = encoder.fit_transform(train[["job"]], train["salary"])[:, 0]
# ok: refit-on-test
test["job_enc"] = encoder.transform(test[["job"]])[:, 0]

train["city_enc"] = np.nan
for rest, fold in KFold(n_splits=5, shuffle=True, random_state=30).split(train):
    # ok: fit-before-split
    means = train.iloc[rest].groupby("city")["salary"].mean()
    train.loc[train.index[fold], "city_enc"] = train["city"].iloc[fold].map(means).to_numpy()
# ok: fit-before-split
overall = train.groupby("city")["salary"].mean()
test["city_enc"] = test["city"].map(overall)

columns = ["job_enc", "city_enc", "years", "remote"]
booster = HistGradientBoostingRegressor(random_state=30)
# ok: target-in-features
booster.fit(train[columns], train["salary"])
print("mae", mean_absolute_error(test["salary"], booster.predict(test[columns])))
