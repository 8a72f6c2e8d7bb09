"""## What it finds
A model that learns from the predictions of another one for the rows that this other one was trained on.

## Why it matters
On its own training rows the first model is nearly always right, so the second one learns to trust it far too much. On
new rows these predictions are worse, and the stack is often worse than its parts. Predictions out of fold are as good
as those for new rows.

## Bad
```python
import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.svm import SVC

df = pd.read_csv("churn.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns=["left"]), df["left"])
forest, machine = RandomForestClassifier().fit(X_train, y_train), SVC().fit(X_train, y_train)
# ruleid: stacking-without-out-of-fold
level_one = np.column_stack([forest.predict(X_train), machine.decision_function(X_train)])
stack = LogisticRegression().fit(level_one, y_train)
print(stack.score(np.column_stack([forest.predict(X_test), machine.decision_function(X_test)]), y_test))
```

## Good
```python
import numpy as np
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_predict, train_test_split

df = pd.read_csv("churn.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns=["left"]), df["left"])
# ok: stacking-without-out-of-fold
level_one = cross_val_predict(RandomForestClassifier(), X_train, y_train).reshape(-1, 1)
stack = LogisticRegression().fit(level_one, y_train)
forest = RandomForestClassifier().fit(X_train, y_train)
print(stack.score(forest.predict(X_test).reshape(-1, 1), y_test))
```

Rows of their own for the second level will do, and so do residuals, which are no features:
```python
import pandas as pd
from sklearn.ensemble import GradientBoostingRegressor, RandomForestRegressor
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split

df = pd.read_csv("houses.csv")
X, X_blend, y, y_blend = train_test_split(df.drop(columns=["price"]), df["price"])
base = RandomForestRegressor().fit(X, y)
# ok: stacking-without-out-of-fold
blender = Ridge().fit(base.predict(X_blend).reshape(-1, 1), y_blend)
# ok: stacking-without-out-of-fold
second = GradientBoostingRegressor().fit(X, y - base.predict(X))
```

## When it is fine
The first model has not seen the labels, or cannot remember them (a few coefficients for very many rows).

## What it cannot see
Predictions that were saved by another program.

## References
- Wolpert, "Stacked generalization", 1992.
- scikit-learn, "Stacked generalization": predictions of `cross_val_predict`.
"""

from collections.abc import Iterator

from analyzer.api import Finding, Level, Place, Precision, Rule, RuleContext, Stacked, contains, is_seen, overlaps


def check(ctx: RuleContext) -> Iterator[Finding]:
    """One finding per prediction for training rows that another model learns from."""
    found: dict[tuple[str, int], tuple[Place, dict[Place, str]]] = {}
    for each in ctx.stacked():
        if not in_sample(each):
            continue
        said, at = each.prediction, ctx.locate(each.prediction.place)
        _, places = found.setdefault((at.path, at.line), (said.place, {}))
        places.setdefault(said.fit.place, "the model is trained on these rows here")
        places.setdefault(said.place, "it predicts its own training rows here")
        places.setdefault(each.fit.place, "another model learns from these predictions here")
    for place, places in found.values():
        yield ctx.finding(
            place,
            "Another model learns from what this one says of its own training rows, which is better than for new ones",
            related=[ctx.related(at, text) for at, text in places.items()],
        )


def in_sample(each: Stacked) -> bool:
    """Whether all rows of the prediction are ones that its model has learned, and the second model learns from them."""
    said, fit = each.prediction, each.fit
    if said.place == fit.place or said.fit.place == fit.place or said.fit.how not in ("model", "search"):
        return False
    known = is_seen(said.rows) or said.rows == said.fit.rows
    return known and contains(said.fit.rows, said.rows) and overlaps(said.rows, fit.rows)


RULE = Rule(
    id="stacking-without-out-of-fold",
    title="A model learns from predictions for rows that the predicting model was trained on",
    level=Level.WARNING,
    precision=Precision.MEDIUM,
    reads=("fit", "predict"),
    given=("predict",),
    tags=("selection-leakage",),
    since="0.3.0",
    check=check,
)
