"""Rows drawn with replacement enlarge a small survey before its rows are divided for a decision tree."""

import pandas as pd
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier
from sklearn.utils import resample


def read_survey(path, wanted=5000):
    survey = pd.read_excel(path, sheet_name="answers").dropna()
    # expect: claim
    # ruleid: oversampling-before-split
    return resample(survey, replace=True, n_samples=wanted, random_state=63)


survey = read_survey("commuter_survey.xlsx")
inputs = ["distance_km", "has_car", "has_ticket", "children", "start_hour"]
train, test = train_test_split(survey, test_size=0.2, stratify=survey["mode"], random_state=63)

tree = DecisionTreeClassifier(min_samples_leaf=2, random_state=63)
tree.fit(train[inputs], train["mode"])
print("accuracy:", accuracy_score(test["mode"], tree.predict(test[inputs])))

for name, weight in zip(inputs, tree.feature_importances_):
    print(f"{name:<14}{weight:.2f}")
