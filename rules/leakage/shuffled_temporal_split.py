"""## What it finds
A split by chance of rows whose order in time the program itself uses: features are made from earlier rows, windows run
over them, or they are put in the order of time before they are divided.

## Why it matters
Rows that follow one another are alike, and a feature that looks back holds values of the rows before. If chance decides
which row is trained on, almost every evaluated row has its neighbours among the training rows, later ones included: the
model interpolates, and the score says nothing of a future that it has not seen.

## Bad
```python
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.model_selection import train_test_split

df = pd.read_csv("sales.csv", parse_dates=["date"], index_col="date")
df["yesterday"] = df["sales"].shift(1)
df["week"] = df["sales"].shift(1).rolling(7).mean()
df = df.dropna()
# ruleid: shuffled-temporal-split
X_train, X_test, y_train, y_test = train_test_split(df[["yesterday", "week"]], df["sales"], test_size=0.2)
model = RandomForestRegressor().fit(X_train, y_train)
print(model.score(X_test, y_test))
```

Shuffled folds do the same:
```python
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import KFold

df = pd.read_csv("prices.csv").sort_values("date")
df["change"] = df["close"].pct_change()
df["target"] = df["close"].shift(-1)
df = df.dropna()
X, y = df[["close", "change"]], df["target"]
# ruleid: shuffled-temporal-split
for train, test in KFold(n_splits=5, shuffle=True).split(X, y):
    model = Ridge().fit(X.iloc[train], y.iloc[train])
    print(model.score(X.iloc[test], y.iloc[test]))
```

## Good
The evaluated rows come last:
```python
import pandas as pd
from sklearn.ensemble import RandomForestRegressor
from sklearn.model_selection import TimeSeriesSplit, cross_val_score, train_test_split

df = pd.read_csv("sales.csv", parse_dates=["date"], index_col="date")
df["yesterday"] = df["sales"].shift(1)
df = df.dropna()
X, y = df[["yesterday"]], df["sales"]
# ok: shuffled-temporal-split
X_train, X_test, y_train, y_test = train_test_split(X, y, test_size=0.2, shuffle=False)
model = RandomForestRegressor().fit(X_train, y_train)
print(model.score(X_test, y_test))
# ok: shuffled-temporal-split
print(cross_val_score(model, X, y, cv=TimeSeriesSplit(5)))
```

A date that is only one of many columns says nothing of the order of rows:
```python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

df = pd.read_csv("customers.csv", parse_dates=["joined"])
df["year"] = df["joined"].dt.year
# ok: shuffled-temporal-split
X_train, X_test, y_train, y_test = train_test_split(df[["year", "age"]], df["left"])
model = LogisticRegression().fit(X_train, y_train)
print(model.score(X_test, y_test))
```

## When it is fine
The rows are only stored in an order, and the model is used to fill gaps between known rows. Where the order of time is
all that was seen, and no feature is made from other rows, the finding is a question.

## What it cannot see
An order that the file already has and that nothing in the code speaks of.

## References
- Kapoor and Narayanan, "Leakage and the reproducibility crisis in machine-learning-based science", 2023 (L3.1).
- scikit-learn, "Cross validation of time series data".
"""

from collections.abc import Iterator

from analyzer.api import Doubt, DoubtReason, Finding, Level, Mark, Place, Precision, Related, Rule, RuleContext

FILLS = ("bfill", "backfill", "fillna")  # gaps are filled in tables without any order, too
WORDS = {
    "lag": "a feature is made from earlier rows here",
    "ahead": "a value of a later row is taken here",
    "ordered": "the rows are in the order of time here",
}


def doubt_of(ctx: RuleContext, marks: list[Mark]) -> Doubt | None:
    """Rows in the order of time, of which no feature shows that the order matters."""
    if any(mark.how != "ordered" for mark in marks):
        return None
    return ctx.doubt(
        DoubtReason.INTENT,
        "the rows are in the order of time, and whether the model is to predict later rows was not seen",
        "Is the model meant to predict rows that are later than those it is trained on?",
    )


def seen(ctx: RuleContext, marks: list[Mark]) -> tuple[Related, ...]:
    """The calls that show the order, one of each kind."""
    first: dict[str, Mark] = {}
    for mark in marks:
        first.setdefault(mark.how, mark)
    return tuple(ctx.related(mark.place, WORDS[mark.how]) for mark in first.values())


def divided(ctx: RuleContext) -> Iterator[tuple[Place, frozenset[Mark]]]:
    """The splits by chance on whose sides something is trained or evaluated, with the marks of what is divided."""
    sites = {part.site for fit in ctx.trainings() for row in fit.rows for part in row.path}
    for split in ctx.splits().values():
        if split.random and not split.whole and split.site in sites:
            yield split.place, split.marks
    for fit, evaluation in ctx.pairs():
        if evaluation.kind == "cross-validation" and evaluation.random:
            yield evaluation.place, fit.marks


def check(ctx: RuleContext) -> Iterator[Finding]:
    """One finding per split by chance of rows in the order of time."""
    found: dict[Place, set[Mark]] = {}
    for place, marks in divided(ctx):
        found.setdefault(place, set()).update(mark for mark in marks if mark.how in WORDS)
    for place, shown in sorted(found.items(), key=lambda item: (item[0].start, item[0].end)):
        told = sorted(shown, key=lambda mark: (mark.place.start, mark.place.end, mark.how))
        order = [mark for mark in told if not mark.detail.startswith(FILLS)]
        if order:
            yield ctx.finding(
                place,
                "Chance decides which rows are trained on, though the program uses their order in time, so the model "
                "is evaluated between rows that it knows",
                related=seen(ctx, order),
                doubt=doubt_of(ctx, order),
            )


RULE = Rule(
    id="shuffled-temporal-split",
    title="Rows in the order of time are split by chance",
    level=Level.WARNING,
    precision=Precision.HIGH,
    reads=("fit", "evaluate"),
    given=("split", "evaluate"),
    tags=("temporal-leakage",),
    since="0.3.0",
    check=check,
)
