"""A marketing model that is fitted on one split and scored on the test rows of a second split with another seed."""

import pandas as pd
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.metrics import confusion_matrix, roc_auc_score
from sklearn.model_selection import train_test_split

campaign = pd.read_csv("campaign_2021.csv")
X = campaign[["visits", "opened_mails", "tenure_months", "basket_mean"]]
y = campaign["responded"]

X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.3, random_state=0)
booster = GradientBoostingClassifier(n_estimators=300, max_depth=5)
booster.fit(X_train, y_train)

# closer look at the ranking
# expect: claim
# ruleid: recomputed-random-split
X_learn, X_check, y_learn, y_check = train_test_split(X, y, test_size=0.3, random_state=101)
probability = booster.predict_proba(X_check)[:, 1]
print("auc", roc_auc_score(y_check, probability))
print(confusion_matrix(y_check, probability > 0.5))
