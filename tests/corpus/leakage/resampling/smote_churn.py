"""The minority class of a bank's customers is filled up with synthetic rows and a forest is scored."""

import pandas as pd
from imblearn.over_sampling import SMOTE
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import classification_report, roc_auc_score
from sklearn.model_selection import train_test_split

# %%
bank = pd.read_csv("Churn_Modelling.csv")
bank = bank.drop(columns=["RowNumber", "CustomerId", "Surname", "Geography", "Gender"])
X = bank.drop(columns="Exited")
y = bank["Exited"]
print(y.value_counts(normalize=True))

# %%
sampler = SMOTE(k_neighbors=5, random_state=22)
# expect: claim
# ruleid: oversampling-before-split
X_balanced, y_balanced = sampler.fit_resample(X, y)
print(y_balanced.value_counts())

# %%
X_train, X_test, y_train, y_test = train_test_split(X_balanced, y_balanced, test_size=0.3, random_state=22)
forest = RandomForestClassifier(n_estimators=400, random_state=22)
forest.fit(X_train, y_train)

# %%
print(classification_report(y_test, forest.predict(X_test)))
print("ROC AUC", roc_auc_score(y_test, forest.predict_proba(X_test)[:, 1]))
