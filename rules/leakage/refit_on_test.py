"""## What it finds
A transformer, or a fill value, that is learned anew from the rows that the model is evaluated on or asked about, while
the training rows got one of their own.

## Why it matters
The model was trained on numbers that mean something else: a value of 0.5 stands for one thing on the training rows and
for another on the evaluated ones, and the code of a category may change places with that of another. The score is that
of inconsistent features, and in production there are no other rows to learn from. It is no leak, and the score may be
too bad as well as too good, so this is a note.

## Bad
```python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

df = pd.read_csv("churn.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns=["left"]), df["left"])
scaler = StandardScaler()
X_train = scaler.fit_transform(X_train)
# ruleid: refit-on-test
X_test = scaler.fit_transform(X_test)
print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
```

Each file gets the median of its own rows:
```python
import pandas as pd
from sklearn.ensemble import RandomForestClassifier

train, test = pd.read_csv("train.csv"), pd.read_csv("test.csv")
for data in (train, test):
    # ruleid: refit-on-test
    data["age"] = data["age"].fillna(data["age"].median())
model = RandomForestClassifier().fit(train[["age"]], train["left"])
test["left"] = model.predict(test[["age"]])
```

And so it is where the statements stand one after the other:
```python
import pandas as pd
from sklearn.ensemble import RandomForestClassifier

train, test = pd.read_csv("train.csv"), pd.read_csv("test.csv")
train["age"].fillna(train["age"].mean(), inplace=True)
# ruleid: refit-on-test
test["age"].fillna(test["age"].mean(), inplace=True)
model = RandomForestClassifier().fit(train[["age"]], train["left"])
test["left"] = model.predict(test[["age"]])
```

Or one function that is called for either side:
```python
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import MinMaxScaler


def prepare(features):
    # ruleid: refit-on-test
    return MinMaxScaler().fit_transform(features)


df = pd.read_csv("sales.csv")
train, test = train_test_split(df)
model = Ridge().fit(prepare(train[["size"]]), train["sales"])
print(model.score(prepare(test[["size"]]), test["sales"]))
```

## Good
```python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

df = pd.read_csv("churn.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns=["left"]), df["left"])
scaler = StandardScaler()
# ok: refit-on-test
X_train = scaler.fit_transform(X_train)
# ok: refit-on-test
X_test = scaler.transform(X_test)
print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
```

In every fold the transformer is fitted on the rows that the model of this fold is trained on:
```python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import KFold
from sklearn.preprocessing import StandardScaler

df = pd.read_csv("churn.csv")
X, y = df.drop(columns=["left"]).values, df["left"].values
for train, test in KFold(5).split(X):
    scaler = StandardScaler()
    # ok: refit-on-test
    X_train = scaler.fit_transform(X[train])
    model = LogisticRegression().fit(X_train, y[train])
    print(model.score(scaler.transform(X[test]), y[test]))
```

A column that only one side fills, and the codes of the labels, are no second version of anything:
```python
import pandas as pd
from sklearn.preprocessing import LabelEncoder
from sklearn.svm import SVC

train, test = pd.read_csv("train.csv"), pd.read_csv("test.csv")
train["age"] = train["age"].fillna(train["age"].median())
# ok: refit-on-test
test["fare"] = test["fare"].fillna(test["fare"].median())
# ok: refit-on-test
y = LabelEncoder().fit_transform(train["left"])
model = SVC().fit(train[["age", "fare"]], y)
print(model.predict(test[["age", "fare"]]))
```

## When it is fine
The rows come in batches that are meant to be normalised by themselves, both in training and later (per sensor, per
batch). In the functions of a test module nothing is reported.

## What it cannot see
Whether `pandas.get_dummies` gives both sides the same columns; a model complains of others by itself.

## References
- scikit-learn, "Common pitfalls and recommended practices": inconsistent preprocessing.
"""

from collections.abc import Iterator

from analyzer.api import (
    Evaluation,
    Finding,
    Fit,
    Level,
    Place,
    Precision,
    Rule,
    RuleContext,
    Statistic,
    overlaps,
)

WORDS = {
    "binning": "bin edges are",
    "clustering": "clusters are",
    "encoding": "an encoding is",
    "imputation": "a fill value is",
    "projection": "a projection is",
    "scaling": "scaling parameters are",
    "selection": "a selection of features is",
    "target-encoding": "a target encoding is",
    "text": "a vocabulary is",
}


def learners(ctx: RuleContext) -> dict[Place, str]:
    """Which class was fitted at a place."""
    return {fit.place: fit.estimator for fit in ctx.facts.fits}


def anew(statistic: Statistic, fit: Fit, evaluation: Evaluation) -> bool:
    """Whether `statistic` was computed over evaluated rows alone."""
    return overlaps(statistic.rows, evaluation.rows) and not overlaps(statistic.rows, fit.rows)


def twin(statistic: Statistic, fit: Fit, evaluation: Evaluation, classes: dict[Place, str]) -> Statistic | None:
    """What the training rows got instead: by the same code, the same class, or of the column of the same name."""
    for other in sorted(fit.statistics, key=lambda each: (each.place.module, each.place.start, each.place.end)):
        if other.how != statistic.how or overlaps(other.rows, evaluation.rows) or not overlaps(other.rows, fit.rows):
            continue
        if statistic.column and other.column and statistic.column != other.column:
            continue
        learned = statistic.place in classes and classes[statistic.place] == classes.get(other.place)
        if other.place == statistic.place or learned or (statistic.column and other.column):
            return other
    return None


def check(ctx: RuleContext) -> Iterator[Finding]:
    """One finding per statement that learns from evaluated rows what training rows have learned for themselves."""
    found: dict[Place, tuple[Statistic, Statistic, list[tuple[Fit, Evaluation]]]] = {}
    classes = learners(ctx)
    for fit, evaluation in (*ctx.pairs(), *ctx.answers()):
        if overlaps(fit.rows, evaluation.rows):
            continue
        for statistic in evaluation.statistics - fit.statistics:
            known = statistic.how in WORDS and (statistic.how != "encoding" or statistic.place in classes)
            if not known or not anew(statistic, fit, evaluation):
                continue
            other = twin(statistic, fit, evaluation, classes)
            if other is not None:
                found.setdefault(statistic.place, (statistic, other, []))[2].append((fit, evaluation))
    for place, (statistic, other, pairs) in sorted(found.items(), key=lambda item: (item[0].start, item[0].end)):
        first = (ctx.related(other.place, "the training rows got their own here"),) if other.place != place else ()
        yield ctx.finding(
            place,
            f"On evaluated rows {WORDS[statistic.how]} learned anew here, so their features mean something else than "
            "those that the model was trained on",
            flow=ctx.proof(place, "it is learned from evaluated rows", pairs[0]),
            related=(*first, *ctx.covered(pairs)),
        )


RULE = Rule(
    id="refit-on-test",
    title="A transformer is fitted anew on the evaluated rows",
    level=Level.NOTE,
    precision=Precision.HIGH,
    reads=("fit", "evaluate", "metric"),
    given=("evaluate", "metric", "predict"),
    tags=("inconsistent-preprocessing",),
    since="0.3.0",
    check=check,
)
