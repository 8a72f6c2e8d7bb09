"""Only the first visit of every patient stays in the table that a readmission model is trained on."""

import pandas as pd
from sklearn.compose import make_column_transformer
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder

NUMBERS = ["age", "days_in_hospital", "procedures", "medications", "diagnoses"]
WORDS = ["admission_type", "discharged_to"]


class Cohort:
    def __init__(self, path):
        visits = pd.read_csv(path, na_values="?")
        visits = visits.sort_values("visit_no").drop_duplicates(subset="patient_id", keep="first")
        self.table = visits.dropna(subset=NUMBERS + WORDS)

    def parts(self, share, seed):
        inputs, outcome = self.table[NUMBERS + WORDS], self.table["readmitted"]
        # ok: group-across-split
        return train_test_split(inputs, outcome, test_size=share, random_state=seed)


cohort = Cohort("diabetic_visits.csv")
X_train, X_test, y_train, y_test = cohort.parts(share=0.2, seed=64)
encode = make_column_transformer((OneHotEncoder(handle_unknown="ignore"), WORDS), remainder="passthrough")
model = make_pipeline(encode, LogisticRegression(max_iter=3000))
model.fit(X_train, y_train)
print("AUC:", roc_auc_score(y_test, model.predict_proba(X_test)[:, 1]))
