"""The decision threshold of a card fraud model is the one with the highest F1 on the curve."""

import numpy as np
import pandas as pd
from lightgbm import LGBMClassifier
from sklearn.metrics import classification_report, f1_score, precision_recall_curve
from sklearn.model_selection import train_test_split

# In[1]:
transactions = pd.read_csv("../input/creditcardfraud/creditcard.csv")
X = transactions.drop(columns=["Class", "Time"])
y = transactions["Class"]
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.3, stratify=y, random_state=2)

# In[2]:
model = LGBMClassifier(n_estimators=400, learning_rate=0.02, class_weight="balanced", random_state=2)
model.fit(X_train, y_train)
proba = model.predict_proba(X_test)[:, 1]

# In[3]:
# expect: claim
# ruleid: threshold-on-test
precision, recall, thresholds = precision_recall_curve(y_test, proba)
f1_curve = 2 * precision * recall / np.maximum(precision + recall, 1e-12)
best_threshold = thresholds[f1_curve[:-1].argmax()]
print("threshold:", best_threshold)

# In[4]:
labels = (proba >= best_threshold).astype(int)
print("F1 with the tuned threshold:", f1_score(y_test, labels))
print(classification_report(y_test, labels, digits=4))
