"""A tenancy model that fits the preparer on the train rows and applies it to both parts."""

import pandas as pd
from preparing import GapFiller
from sklearn.ensemble import ExtraTreesClassifier
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split

NUMERIC = ["rent", "income", "household_size"]
CATEGORICAL = ["district", "contract"]


def main():
    tenants = pd.read_csv("tenants.csv")
    train, test = train_test_split(tenants, test_size=0.2, random_state=19)

    filler = GapFiller(NUMERIC, CATEGORICAL)
    # ok: fit-before-split
    filler.fit(train)
    # ok: refit-on-test
    train, test = filler.transform(train), filler.transform(test)

    columns = NUMERIC + CATEGORICAL
    trees = ExtraTreesClassifier(n_estimators=500, n_jobs=-1)
    trees.fit(train[columns], train["moved_out"])
    print("auc", roc_auc_score(test["moved_out"], trees.predict_proba(test[columns])[:, 1]))


main()
