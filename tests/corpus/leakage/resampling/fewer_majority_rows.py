"""Majority rows are thinned out by a random undersampler and the remaining rows are divided."""

import pandas as pd
from catboost import CatBoostClassifier, Pool
from imblearn.under_sampling import RandomUnderSampler
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split

clicks = pd.read_csv("ad_clicks.csv", dtype={"site": str, "device": str, "hour": int})
y = clicks["clicked"]
X = clicks[["site", "device", "hour", "position", "banner_area"]]

thin = RandomUnderSampler(sampling_strategy=0.5, replacement=False, random_state=72)
# ok: oversampling-before-split
X, y = thin.fit_resample(X, y)

X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.25, random_state=72)
train_pool = Pool(X_train, y_train, cat_features=["site", "device"])
test_pool = Pool(X_test, y_test, cat_features=["site", "device"])

model = CatBoostClassifier(iterations=500, depth=6, random_seed=72, verbose=False)
model.fit(train_pool)
print("AUC:", roc_auc_score(y_test, model.predict_proba(test_pool)[:, 1]))
