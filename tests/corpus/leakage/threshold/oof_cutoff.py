"""Out-of-fold probabilities give both the cut-off for a quality check and the F1 printed for it."""

import numpy as np
import pandas as pd
from sklearn.ensemble import GradientBoostingClassifier
from sklearn.metrics import f1_score, precision_recall_curve
from sklearn.model_selection import StratifiedKFold, cross_val_predict

parts = pd.read_csv("welding_parts.csv")
y = parts["scrap"]
X = parts[["current", "voltage", "speed", "gas_flow", "sheet_thickness"]]

folds = StratifiedKFold(n_splits=10, shuffle=True, random_state=77)
boosting = GradientBoostingClassifier(random_state=77)
scrap_risk = cross_val_predict(boosting, X, y, cv=folds, method="predict_proba")[:, 1]

# expect: doubt
# ruleid: threshold-on-test
precision, recall, cuts = precision_recall_curve(y, scrap_risk)
with np.errstate(invalid="ignore"):
    f1 = np.nan_to_num(2 * precision * recall / (precision + recall))
cut = cuts[np.argmax(f1[:-1])]

print(f"sort out parts with a risk above {cut:.3f}")
print(f"expected F1 on the line: {f1_score(y, scrap_risk > cut):.3f}")
