"""Text columns of two labelled bank files are turned into codes column by column."""

import pandas as pd
from sklearn.metrics import f1_score
from sklearn.preprocessing import OrdinalEncoder
from sklearn.tree import DecisionTreeClassifier

WORDS = ["job", "marital", "education", "housing", "contact", "poutcome"]
NUMBERS = ["age", "balance", "campaign", "previous"]

train = pd.read_csv("bank_train.csv", sep=";")
test = pd.read_csv("bank_test.csv", sep=";")

for column in WORDS:
    encoder = OrdinalEncoder()
    train[[column]] = encoder.fit_transform(train[[column]])
    # expect: claim
    # ruleid: refit-on-test
    test[[column]] = encoder.fit_transform(test[[column]])

tree = DecisionTreeClassifier(max_depth=8, min_samples_leaf=30, random_state=0)
tree.fit(train[WORDS + NUMBERS], train["subscribed"])
answer = tree.predict(test[WORDS + NUMBERS])
print("F1:", f1_score(test["subscribed"], answer, pos_label="yes"))
