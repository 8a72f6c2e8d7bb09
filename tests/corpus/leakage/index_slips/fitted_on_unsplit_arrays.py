"""A stroke risk model that splits the table but passes the undivided arrays to fit."""

import pandas as pd
from sklearn.metrics import classification_report, recall_score
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier, export_text


def load():
    patients = pd.read_csv("stroke.csv", usecols=["age", "glucose", "bmi", "smoker", "stroke"])
    patients = patients.dropna()
    return patients.drop(columns="stroke"), patients["stroke"]


def main():
    features, stroke = load()
    f_train, f_test, s_train, s_test = train_test_split(features, stroke, test_size=0.2, random_state=1)
    print(f"{len(f_train)} rows for training, {len(f_test)} for testing")

    tree = DecisionTreeClassifier(max_depth=12, class_weight="balanced", random_state=1)
    # expect: claim
    # ruleid: evaluation-on-training-rows
    tree.fit(features, stroke)

    predicted = tree.predict(f_test)
    print("recall", recall_score(s_test, predicted))
    print(classification_report(s_test, predicted))
    print(export_text(tree, feature_names=list(features.columns), max_depth=3))


main()
