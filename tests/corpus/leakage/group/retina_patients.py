"""Measurements from eye photographs are divided into two parts after the patient's number has been removed."""

import pandas as pd
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split

photos = pd.read_csv("retina_measurements.csv")
print(photos.shape, photos["patient_id"].nunique())

y = (photos["grade"] >= 2).astype(int)
X = photos.drop(columns=["patient_id", "photo_file", "grade"])

# expect: doubt
# ruleid: group-across-split
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, stratify=y, random_state=40)

model = GradientBoostingClassifier(n_estimators=250, max_depth=3, random_state=40)
model.fit(X_train, y_train)
risk = model.predict_proba(X_test)[:, 1]
print("AUC on held-out photographs:", roc_auc_score(y_test, risk))
