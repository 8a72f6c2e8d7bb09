"""Every column of a customer table except the key is given to a churn model."""

import pandas as pd
from lightgbm import LGBMClassifier
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split

KEY = "customer_id"
LABEL = "churned"


def load(path):
    customers = pd.read_csv(path)
    return customers[customers["contract_months"] > 0]


customers = load("customers_2023.csv")
features = [column for column in customers.columns if column != KEY]
train, test = train_test_split(customers, test_size=0.25, stratify=customers[LABEL], random_state=44)

model = LGBMClassifier(n_estimators=200, num_leaves=31, random_state=44)
# expect: claim
# ruleid: target-in-features
model.fit(train[features], train[LABEL])

auc = roc_auc_score(test[LABEL], model.predict_proba(test[features])[:, 1])
importance = pd.Series(model.feature_importances_, index=features).sort_values(ascending=False)
print("AUC:", auc)
print(importance.head(10))
