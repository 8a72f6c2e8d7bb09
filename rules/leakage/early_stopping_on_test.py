"""## What it finds
A training that ends early, or whose best state is kept, by scores on the rows that the model is then evaluated on.

## Why it matters
The epoch or the number of trees is a hyperparameter like any other. If the evaluated rows choose it, the score is the
best of as many as there were epochs, and no longer one on unseen data. A learning rate that follows these scores tells
the training less of them, so that alone is a note, as is a fold that both ends a training and judges it: there each
row has a say in one model of several.

## Bad
```python
import pandas as pd
from keras.callbacks import EarlyStopping
from keras.layers import Dense
from keras.models import Sequential
from sklearn.model_selection import train_test_split

df = pd.read_csv("churn.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns=["left"]), df["left"])
model = Sequential([Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy", metrics=["accuracy"])
# ruleid: early-stopping-on-test
model.fit(X_train, y_train, epochs=100, validation_data=(X_test, y_test), callbacks=[EarlyStopping(patience=5)])
print(model.evaluate(X_test, y_test))
```

```python
import pandas as pd
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import train_test_split
from xgboost import XGBClassifier

df = pd.read_csv("churn.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns=["left"]), df["left"])
model = XGBClassifier(n_estimators=1000, early_stopping_rounds=20)
# ruleid: early-stopping-on-test
model.fit(X_train, y_train, eval_set=[(X_train, y_train), (X_test, y_test)])
print(roc_auc_score(y_test, model.predict_proba(X_test)[:, 1]))
```

CatBoost keeps the best iteration on its own if it is given validation rows:
```python
import pandas as pd
from catboost import CatBoostClassifier
from sklearn.model_selection import train_test_split

df = pd.read_csv("churn.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns=["left"]), df["left"])
model = CatBoostClassifier(iterations=500)
# ruleid: early-stopping-on-test
model.fit(X_train, y_train, eval_set=(X_test, y_test))
print(model.score(X_test, y_test))
```

The same by hand:
```python
import copy

import pandas as pd
from sklearn.linear_model import SGDClassifier
from sklearn.model_selection import train_test_split

df = pd.read_csv("churn.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns=["left"]), df["left"])
model, best, kept = SGDClassifier(), 0, None
for epoch in range(50):
    model.partial_fit(X_train, y_train, classes=[0, 1])
    accuracy = model.score(X_test, y_test)
    # ruleid: early-stopping-on-test
    if accuracy > best:
        best, kept = accuracy, copy.deepcopy(model)
print("test accuracy", kept.score(X_test, y_test))
```

## Good
Stop by rows of their own:
```python
import pandas as pd
from sklearn.model_selection import train_test_split
from xgboost import XGBClassifier

df = pd.read_csv("churn.csv")
X_rest, X_test, y_rest, y_test = train_test_split(df.drop(columns=["left"]), df["left"])
X_train, X_val, y_train, y_val = train_test_split(X_rest, y_rest)
model = XGBClassifier(n_estimators=1000, early_stopping_rounds=20)
# ok: early-stopping-on-test
model.fit(X_train, y_train, eval_set=[(X_val, y_val)])
print(model.score(X_test, y_test))
```

A part of the training rows will do, and rows that are only watched decide nothing:
```python
import pandas as pd
from keras.callbacks import EarlyStopping, ModelCheckpoint
from keras.layers import Dense
from keras.models import Sequential
from sklearn.model_selection import train_test_split

df = pd.read_csv("churn.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns=["left"]), df["left"])
model = Sequential([Dense(1, activation="sigmoid")])
model.compile(loss="binary_crossentropy")
# ok: early-stopping-on-test
model.fit(X_train, y_train, validation_split=0.2, callbacks=[EarlyStopping(patience=5)])
print(model.evaluate(X_test, y_test))
other = Sequential([Dense(1, activation="sigmoid")])
other.compile(loss="binary_crossentropy")
# ok: early-stopping-on-test
other.fit(X_train, y_train, epochs=20, validation_data=(X_test, y_test), callbacks=[ModelCheckpoint("last.h5")])
print(other.evaluate(X_test, y_test))
```

## When it is fine
The rows are a validation set, and the model is judged on others that it has not seen in any way. If some model is
judged on, or asked about, other rows in the same program, nothing is reported.

## What it cannot see
Callbacks of the project's own, and whether another program judges what this one has saved: that is asked about where a
loop that is written by hand shows the best score and nothing else is evaluated.

## References
- Prechelt, "Early stopping - but when?", 1998.
- Kapoor and Narayanan, "Leakage and the reproducibility crisis in machine-learning-based science", 2023 (L1.1).
"""

from collections.abc import Iterator

from analyzer.api import (
    DoubtReason,
    Evaluation,
    Finding,
    Level,
    Place,
    Precision,
    Rule,
    RuleContext,
    Selection,
    final_evaluation,
    is_seen,
    is_test_side,
    judged_on_others,
    overlaps,
    within_training,
)

CHECKPOINT, RATE = "`ModelCheckpoint`", "`ReduceLROnPlateau`"


def check(ctx: RuleContext) -> Iterator[Finding]:
    """One finding per training call that is ended by test rows, and per `if` that keeps the best state by them."""
    found: set[Place] = set()
    for fit, watched in ctx.pairs():
        place = fit.place
        if not watched.chooses or place in found or not is_seen(watched.rows) or overlaps(fit.rows, watched.rows):
            continue
        final = final_evaluation(ctx.facts, watched.rows, 0, ())
        if final is None or final.fit.place != place or judged_on_others(ctx.facts, watched.rows, fit.rows):
            continue
        found.add(place)
        yield called(ctx, watched, final)
    for selection in ctx.selections("comparison", "extreme"):
        if selection.first.place not in found and within_training(selection.candidates):
            found.update((selection.first.place, selection.choice.place))
            yield written(ctx, selection)


def called(ctx: RuleContext, watched: Evaluation, final: Evaluation) -> Finding:
    """The finding about a training call of a library."""
    fit, doubt = final.fit, None
    if watched.chooses == CHECKPOINT and not any(ctx.calls("load.weights", "load.keras")):
        doubt = ctx.doubt(
            DoubtReason.OUTSIDE_PROJECT,
            "whether the state that `ModelCheckpoint` keeps is the one that is evaluated was not seen",
            "Is the best checkpoint loaded before the model is evaluated on these rows?",
        )
    verb = "follow" if " and " in watched.chooses else "follows"
    in_folds = any(part.side == "fold-test" for row in watched.rows for part in row.path)
    return ctx.finding(
        fit.place,
        f"{watched.chooses} {verb} the scores on the rows that the model is evaluated on afterwards",
        level=Level.NOTE if watched.chooses == RATE or in_folds else None,
        flow=ctx.proof(fit.place, "the training follows its scores on the evaluated rows", (fit, final)),
        related=ctx.covered([(fit, final)]),
        doubt=doubt,
    )


def written(ctx: RuleContext, selection: Selection) -> Finding:
    """The finding about a choice that is written by hand."""
    doubt = None
    if selection.final is None and not selection.again and not is_test_side(selection.rows, ctx.splits()):
        doubt = ctx.doubt(
            DoubtReason.OUTSIDE_PROJECT,
            "only the best score is shown here, and whether what was kept is judged on other rows was not seen",
            "Is the model judged by its best score on the rows that have chosen when to stop?",
        )
    if all(each.relation == "watched" for each in selection.candidates):
        place, text = selection.first.place, "The best epoch is told by these rows, and its score is made on them too"
    else:
        place = selection.choice.place
        text = "The state of the model that does best on these rows is kept, and its score is made on them too"
    return ctx.finding(
        place,
        text,
        flow=ctx.way(selection),
        related=ctx.picked(selection),
        doubt=doubt,
    )


RULE = Rule(
    id="early-stopping-on-test",
    title="A training is ended by the rows that the model is evaluated on",
    level=Level.WARNING,
    precision=Precision.MEDIUM,
    reads=("fit", "evaluate", "metric", "load.weights", "load.keras"),
    given=("evaluate", "metric"),
    tags=("selection-leakage",),
    since="0.3.0",
    check=check,
)
