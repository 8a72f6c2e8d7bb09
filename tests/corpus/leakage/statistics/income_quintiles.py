"""A car insurance model that bins income and mileage with qcut on the whole table and divides the rows afterwards."""

import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import log_loss
from sklearn.model_selection import train_test_split

policies = pd.read_csv("policies.csv", sep=";", decimal=",")
policies = policies[policies["years_insured"] > 0].drop_duplicates()


def bin_columns(frame):
    frame = frame.copy()
    # expect: claim
    # ruleid: fit-before-split
    frame["income_group"] = pd.qcut(frame["income"], q=5, labels=False, duplicates="drop")
    # ok: fit-before-split
    frame["age_group"] = pd.cut(frame["driver_age"], bins=[17, 25, 40, 60, 110], labels=False)
    return frame


policies = bin_columns(policies)
columns = ["income_group", "age_group", "years_insured", "horsepower"]
X_train, X_valid, y_train, y_valid = train_test_split(
    policies[columns], policies["claimed"], test_size=0.2, random_state=25
)

forest = RandomForestClassifier(n_estimators=300, min_samples_leaf=10, random_state=25).fit(X_train, y_train)
print("log loss", log_loss(y_valid, forest.predict_proba(X_valid)))
