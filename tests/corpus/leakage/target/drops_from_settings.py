"""The columns that a default model must not see are listed in a settings file."""

import json
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split


@dataclass
class Settings:
    unused_columns: list
    test_share: float
    seed: int

    @classmethod
    def read(cls, path):
        return cls(**json.loads(Path(path).read_text(encoding="utf-8")))


settings = Settings.read("settings.json")
borrowers = pd.read_csv("borrowers.csv")

y = borrowers["defaulted"]
X = borrowers.drop(columns=settings.unused_columns)
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=settings.test_share, random_state=settings.seed)

model = HistGradientBoostingClassifier(random_state=settings.seed)
# expect: doubt
# ruleid: target-in-features
model.fit(X_train, y_train)
print("AUC:", roc_auc_score(y_test, model.predict_proba(X_test)[:, 1]))
