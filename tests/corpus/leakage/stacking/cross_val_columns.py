"""The second level of a loan default model reads probabilities made by cross_val_predict."""

import numpy as np
import pandas as pd
from sklearn.discriminant_analysis import LinearDiscriminantAnalysis
from sklearn.ensemble import AdaBoostClassifier, RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedKFold, cross_val_predict, train_test_split

applications = pd.read_csv("home_credit_small.csv")
y = applications["TARGET"]
X = applications[["EXT_SOURCE_1", "EXT_SOURCE_2", "EXT_SOURCE_3", "AMT_CREDIT", "AMT_ANNUITY", "DAYS_BIRTH"]].fillna(0)
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, stratify=y, random_state=30)

cv = StratifiedKFold(n_splits=5, shuffle=True, random_state=30)
bases = [
    LinearDiscriminantAnalysis(),
    AdaBoostClassifier(n_estimators=100, random_state=30),
    RandomForestClassifier(n_estimators=200, min_samples_leaf=20, random_state=30),
]

meta_train = np.empty((len(X_train), len(bases)))
meta_test = np.empty((len(X_test), len(bases)))
for column, base in enumerate(bases):
    # ok: stacking-without-out-of-fold
    meta_train[:, column] = cross_val_predict(base, X_train, y_train, cv=cv, method="predict_proba")[:, 1]
    base.fit(X_train, y_train)
    meta_test[:, column] = base.predict_proba(X_test)[:, 1]

meta = LogisticRegression().fit(meta_train, y_train)
print("AUC of the stack:", roc_auc_score(y_test, meta.predict_proba(meta_test)[:, 1]))
