"""A table of operating points and the detection rate at one percent false alarms describe an intrusion detector."""

import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import precision_score, recall_score, roc_curve
from sklearn.model_selection import train_test_split

flows = pd.read_csv("netflow_features.csv")
attack = flows.pop("attack")
X_train, X_test, y_train, y_test = train_test_split(flows, attack, test_size=0.3, stratify=attack, random_state=1)

detector = RandomForestClassifier(n_estimators=200, class_weight="balanced", random_state=1)
detector.fit(X_train, y_train)
suspicion = detector.predict_proba(X_test)[:, 1]

table = []
for cut in (0.1, 0.25, 0.5, 0.75, 0.9):
    flagged = suspicion >= cut
    # ok: threshold-on-test
    table.append((cut, precision_score(y_test, flagged), recall_score(y_test, flagged)))
print(pd.DataFrame(table, columns=["cut", "precision", "recall"]).to_string(index=False))

# ok: threshold-on-test
false_alarms, detections, _ = roc_curve(y_test, suspicion)
at_one_percent = np.interp(0.01, false_alarms, detections)
print(f"detection rate at 1 % false alarms: {at_one_percent:.3f}")
