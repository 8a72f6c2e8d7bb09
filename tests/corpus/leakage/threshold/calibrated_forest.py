"""A forest's probabilities are calibrated with isotonic regression and their Brier score is compared."""

import pandas as pd
from sklearn.calibration import CalibratedClassifierCV
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import brier_score_loss
from sklearn.model_selection import train_test_split

census = pd.read_csv("adult_numeric.csv")
y = (census.pop("income") == ">50K").astype(int)
X_train, X_test, y_train, y_test = train_test_split(census, y, test_size=0.25, random_state=14)

forest = RandomForestClassifier(n_estimators=500, min_samples_leaf=2, n_jobs=-1, random_state=14)
forest.fit(X_train, y_train)
raw = brier_score_loss(y_test, forest.predict_proba(X_test)[:, 1])

calibrated = CalibratedClassifierCV(forest, method="isotonic", cv="prefit")
# expect: claim
# ruleid: threshold-on-test
calibrated.fit(X_test, y_test)
better = brier_score_loss(y_test, calibrated.predict_proba(X_test)[:, 1])

print(f"Brier score {raw:.4f} before and {better:.4f} after calibration")
