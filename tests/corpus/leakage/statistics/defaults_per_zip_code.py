"""A credit model that joins the mean default rate of a zip code to every row and then calls train_test_split."""

import pandas as pd
from lightgbm import LGBMClassifier
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split

applications = pd.read_csv("applications.csv", dtype={"zip": str})
applications["dti"] = applications["debt"] / applications["income"].clip(lower=1)

# expect: claim
# ruleid: fit-before-split
risk = applications.groupby("zip")["default"].mean().rename("zip_risk").reset_index()
applications = applications.merge(risk, on="zip", how="left")

inputs = applications[["dti", "income", "term", "zip_risk"]]
outcome = applications["default"]
train_in, test_in, train_out, test_out = train_test_split(inputs, outcome, stratify=outcome, random_state=3)

model = LGBMClassifier(num_leaves=31, n_estimators=400)
model.fit(train_in, train_out)
print("auc:", roc_auc_score(test_out, model.predict_proba(test_in)[:, 1]))
