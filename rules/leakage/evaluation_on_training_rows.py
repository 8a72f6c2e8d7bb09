"""## What it finds
A model all of whose evaluations are made on rows that it was trained on.

## Why it matters
Such a score says how well the model remembers, not how well it will do. A decision tree or a nearest-neighbour model
reaches a perfect score on its training rows whatever they mean.

## Bad
```python
import pandas as pd
from sklearn.metrics import accuracy_score
from sklearn.tree import DecisionTreeClassifier

df = pd.read_csv("churn.csv")
X, y = df.drop(columns=["left"]), df["left"]
model = DecisionTreeClassifier()
# ruleid: evaluation-on-training-rows
model.fit(X, y)
print(accuracy_score(y, model.predict(X)))
```

The test side is a part of what was trained on:
```python
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.neighbors import KNeighborsClassifier

df = pd.read_csv("churn.csv")
X, y = df.drop(columns=["left"]), df["left"]
X_train, X_test, y_train, y_test = train_test_split(X, y)
# ruleid: evaluation-on-training-rows
model = KNeighborsClassifier().fit(X, y)
print(model.score(X_test, y_test))
```

## Good
The score on the training rows is read beside one on other rows:
```python
import pandas as pd
from sklearn.model_selection import train_test_split
from sklearn.tree import DecisionTreeClassifier

df = pd.read_csv("churn.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns=["left"]), df["left"])
# ok: evaluation-on-training-rows
model = DecisionTreeClassifier().fit(X_train, y_train)
print(model.score(X_train, y_train), model.score(X_test, y_test))
```

Predictions for rows without labels evaluate nothing:
```python
import pandas as pd
from sklearn.tree import DecisionTreeClassifier

train, test = pd.read_csv("train.csv"), pd.read_csv("test.csv")
# ok: evaluation-on-training-rows
model = DecisionTreeClassifier().fit(train.drop(columns=["left"]), train["left"])
test["left"] = model.predict(test)
test.to_csv("submission.csv")
```

## When it is fine
The score is meant to show what the model can express at all, and is said to be one on training rows.

## What it cannot see
Whether two files that are read under different names hold the same rows.

## References
- scikit-learn, "Cross-validation: evaluating estimator performance".
- Kapoor and Narayanan, "Leakage and the reproducibility crisis in machine-learning-based science", 2023 (L1.1).
"""

from collections.abc import Iterator

from analyzer.api import (
    Doubt,
    DoubtReason,
    Evaluation,
    Finding,
    Fit,
    Level,
    Precision,
    Rule,
    RuleContext,
    contains,
    overlaps,
)

IN_FOLDS = ("cross-validation", "search")


def check(ctx: RuleContext) -> Iterator[Finding]:
    """One finding per training whose every evaluation is on rows that it was trained on."""
    judged: dict[Fit, list[Evaluation]] = {}
    crossed: list[Fit] = []
    for fit, evaluation in ctx.pairs():
        if evaluation.kind in IN_FOLDS:
            crossed.append(fit)
        else:
            judged.setdefault(fit, []).append(evaluation)
    for fit, evaluations in judged.items():
        if not all(evaluation.rows and contains(fit.rows, evaluation.rows) for evaluation in evaluations):
            continue
        if any(each.estimator == fit.estimator and overlaps(each.rows, fit.rows) for each in crossed):
            continue  # a score on the training rows beside a cross-validation
        yield ctx.finding(
            fit.place,
            "The model is only evaluated on rows that it is trained on here, so the scores say nothing of new rows",
            related=ctx.covered((fit, each) for each in (*evaluations, *answers_of(ctx, fit))),
            doubt=doubt_of(ctx, fit),
        )


def answers_of(ctx: RuleContext, fit: Fit) -> list[Evaluation]:
    """Predictions for rows that the model was trained on."""
    return [answer for each, answer in ctx.answers() if each == fit and contains(fit.rows, answer.rows)]


def doubt_of(ctx: RuleContext, fit: Fit) -> Doubt | None:
    """A model that also predicts other rows may be judged on them elsewhere."""
    asked = sum(each == fit for each, _ in ctx.answers())
    if asked == len(answers_of(ctx, fit)):
        return None
    return ctx.doubt(
        DoubtReason.OUTSIDE_PROJECT,
        "the model also predicts other rows, and whether those predictions are judged was not seen",
        "Is the score on the training rows the only evaluation of this model?",
    )


RULE = Rule(
    id="evaluation-on-training-rows",
    title="A model is only evaluated on rows that it was trained on",
    level=Level.WARNING,
    precision=Precision.HIGH,
    reads=("fit", "evaluate", "metric"),
    given=("evaluate", "metric", "predict"),
    tags=("overlap-leakage",),
    since="0.2.0",
    check=check,
)
