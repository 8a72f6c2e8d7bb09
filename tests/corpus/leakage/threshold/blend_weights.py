"""Two gradient boosting libraries are blended with a weight taken from a grid."""

import numpy as np
import pandas as pd
from catboost import CatBoostClassifier
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split
from xgboost import XGBClassifier

SEED = 404


def load():
    leads = pd.read_csv("marketing_leads.csv", index_col="lead_id")
    columns = ["visits", "minutes_on_site", "pages", "emails_opened", "days_since_contact"]
    return leads[columns], leads["converted"]


X, y = load()
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, stratify=y, random_state=SEED)

members = [
    XGBClassifier(n_estimators=300, max_depth=4, learning_rate=0.05, random_state=SEED),
    CatBoostClassifier(iterations=600, depth=6, random_seed=SEED, verbose=False),
]
first, second = [member.fit(X_train, y_train).predict_proba(X_test)[:, 1] for member in members]

best_weight, best_auc = 0.0, 0.0
for weight in np.linspace(0, 1, 101):
    blended = weight * first + (1 - weight) * second
    # expect: claim
    # ruleid: threshold-on-test
    auc = roc_auc_score(y_test, blended)
    if auc > best_auc:
        best_weight, best_auc = weight, auc

print(f"xgboost weight {best_weight:.2f}")
print(f"AUC of the blend: {best_auc:.5f}")
