"""Does a leak through a transformer of the project stand at the call that fits it on the wrong rows?"""

import pytest

from analyzer.engine.registry import find, load_rules
from analyzer.testing import findings_in

HEAD = """
import numpy as np
import pandas as pd
from sklearn.base import BaseEstimator, TransformerMixin
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler


class Clip(BaseEstimator, TransformerMixin):
    def fit(self, X, y=None):
        self.low = np.quantile(X, 0.1, axis=0)
        return self

    def transform(self, X):
        return np.clip(X, self.low, None)


class Plain:
    def fit(self, X):
        self.inner = StandardScaler()
        self.inner.fit(X)

    def transform(self, X):
        return self.inner.transform(X)

df = pd.read_csv("a.csv")
X, y = df[["a", "b"]], df["y"]
"""
TAIL = """
model = Ridge().fit(X_train, y_train)
print(model.score(X_test, y_test))
"""
SPLIT = "X_train, X_test, y_train, y_test = train_test_split(X, y)\n"


@pytest.mark.parametrize(
    ("code", "at"),
    [
        (f"X = Clip().fit_transform(X)\n{SPLIT}", "X = Clip().fit_transform(X)"),
        (f"c = Clip()\nc.fit(X)\nX = c.transform(X)\n{SPLIT}", "c.fit(X)"),
        (f"p = Plain()\np.fit(X)\nX = p.transform(X)\n{SPLIT}", "p.fit(X)"),
        (f"{SPLIT}c = Clip().fit(X_train)\nX_train, X_test = c.transform(X_train), c.transform(X_test)\n", ""),
        (f"{SPLIT}p = Plain()\np.fit(X_train)\nX_train, X_test = p.transform(X_train), p.transform(X_test)\n", ""),
        # Of two trainings, only the wrong one is told of.
        (f"Clip().fit(X[:10])\nX = Clip().fit_transform(X)\n{SPLIT}", "X = Clip().fit_transform(X)"),
    ],
)
def test_the_call_that_fits_it(code: str, at: str) -> None:
    text = f"{HEAD}{code}{TAIL}"
    found = findings_in({"a.py": text}, [find("fit-before-split", load_rules())])[0]
    assert [text.split("\n")[each.at.line - 1] for each in found] == ([at] if at else [])
