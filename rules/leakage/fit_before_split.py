"""## What it finds
A statistic (a mean, a scaler, an encoder, a vocabulary, a selection of features) that was computed over rows on which a
model is later evaluated, and that has gone into what the model was trained or evaluated on.

## Why it matters
The evaluation is no longer made on unseen data: it has already shaped the features. The reported score is too good, by
little for a scaler on many rows, by a lot for statistics that use the target or for a selection among many features.
That is why plain encodings are reported as notes, as is what leaks inside of the training side of an outer split only;
scalers and fill values are reported as warnings, and what looks at the target as errors. Groups that are each made of
one row are doubted: they leak only if rows share a key.

## Bad
```python
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

import pandas as pd

df = pd.read_csv("churn.csv")
X, y = df.drop(columns=["left"]), df["left"]
# ruleid: fit-before-split
X = StandardScaler().fit_transform(X)
X_train, X_test, y_train, y_test = train_test_split(X, y)
model = LogisticRegression().fit(X_train, y_train)
print(model.score(X_test, y_test))
```

A fill value is a statistic too:
```python
import pandas as pd
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import accuracy_score
from sklearn.model_selection import train_test_split

df = pd.read_csv("churn.csv")
# ruleid: fit-before-split
df["age"] = df["age"].fillna(df["age"].median())
train, test = train_test_split(df)
model = RandomForestClassifier()
model.fit(train[["age", "visits"]], train["left"])
print(accuracy_score(test["left"], model.predict(test[["age", "visits"]])))
```

The mean of the target per group tells every row something about its own answer:
```python
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.model_selection import cross_val_score

df = pd.read_csv("sales.csv")
# ruleid: fit-before-split
df["store_mean"] = df.groupby("store")["sales"].transform("mean")
print(cross_val_score(Ridge(), df[["store_mean", "size"]], df["sales"]))
```

The statistic may be computed in another file than the one that splits:
```python
# file: preparation.py
from sklearn.preprocessing import StandardScaler


def prepare(df):
    # ruleid: fit-before-split
    df[["age"]] = StandardScaler().fit_transform(df[["age"]])
    return df
# file: training.py
import pandas as pd
from preparation import prepare
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split

df = prepare(pd.read_csv("churn.csv"))
X_train, X_test, y_train, y_test = train_test_split(df[["age"]], df["left"])
print(LogisticRegression().fit(X_train, y_train).score(X_test, y_test))
```

## Good
Split first, learn from the training side only:
```python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import train_test_split
from sklearn.preprocessing import StandardScaler

df = pd.read_csv("churn.csv")
X_train, X_test, y_train, y_test = train_test_split(df.drop(columns=["left"]), df["left"])
scaler = StandardScaler()
# ok: fit-before-split
X_train = scaler.fit_transform(X_train)
X_test = scaler.transform(X_test)
model = LogisticRegression().fit(X_train, y_train)
print(model.score(X_test, y_test))
```

Or let a pipeline do it, in every fold:
```python
import pandas as pd
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

df = pd.read_csv("churn.csv")
# ok: fit-before-split
model = make_pipeline(StandardScaler(), LogisticRegression())
print(cross_val_score(model, df.drop(columns=["left"]), df["left"]))
```

Encoding the target, and what works row by row, learns nothing that a row should not know:
```python
import numpy as np
import pandas as pd
from sklearn.preprocessing import LabelEncoder, Normalizer
from sklearn.svm import SVC
from sklearn.model_selection import train_test_split

df = pd.read_csv("churn.csv")
# ok: fit-before-split
df["left"] = LabelEncoder().fit_transform(df["left"])
# ok: fit-before-split
X = Normalizer().fit_transform(np.log1p(df.drop(columns=["left"]).fillna(0)))
X_train, X_test, y_train, y_test = train_test_split(X, df["left"])
print(SVC().fit(X_train, y_train).score(X_test, y_test))
```

## When it is fine
All rows are known when predictions are made (a transductive task), or the vocabulary is closed and known beforehand.
In the functions of a test module nothing is reported: what a test scores is a check of code.

## What it cannot see
Data that another program prepared, and statistics whose flow goes through code that is not followed.

## References
- scikit-learn, "Common pitfalls and recommended practices": data leakage during pre-processing.
- Kapoor and Narayanan, "Leakage and the reproducibility crisis in machine-learning-based science", 2023 (L1.2, L1.3).
"""

from collections.abc import Callable, Iterator

from analyzer.api import (
    Doubt,
    DoubtReason,
    Evaluation,
    Finding,
    Fit,
    Level,
    Place,
    Precision,
    Remedy,
    Rule,
    RuleContext,
    Statistic,
    apart,
    bridges,
    contains,
    overlaps,
)

Test = Callable[[Statistic, Fit, Evaluation], bool]


UNSEEN = "how the rows of the training and those of the evaluation were divided was not seen"
APART = "Are the rows that the model is evaluated on others than those that it is trained on?"


class Sources:
    """The statistics that leak, by the place of the first on their line, each with the pairs that it reaches."""

    def __init__(self, ctx: RuleContext) -> None:
        self._ctx = ctx
        self._lines: dict[tuple[str, int], Place] = {}
        self.found: dict[Place, tuple[Statistic, list[tuple[Fit, Evaluation]]]] = {}

    def add(self, fit: Fit, evaluation: Evaluation, test: Test, *, makes: bool = True) -> None:
        """Keep what `test` says leaks into the pair; if it does not make findings, only where there is one."""
        known = fit.statistics | evaluation.statistics
        for statistic in sorted(known, key=lambda s: (s.place.start, s.place.end, s.how, not s.target)):
            if not test(statistic, fit, evaluation):
                continue
            at = self._ctx.locate(statistic.place)
            place = self._lines.get((at.path, at.line))
            if place is None and not makes:
                continue
            place = self._lines.setdefault((at.path, at.line), place or statistic.place)
            self.found.setdefault(place, (statistic, []))[1].append((fit, evaluation))


def leaks(statistic: Statistic, fit: Fit, evaluation: Evaluation) -> bool:
    """Whether `statistic` knows rows of both sides of the pair; sides that share rows are another rule's matter."""
    if not overlaps(statistic.rows, fit.rows):
        return False
    if evaluation.in_folds:
        return True
    # Of rows that were joined after they had been apart, fit-on-train-and-test speaks.
    return bridges(statistic.rows, fit.rows, evaluation.rows) and not overlaps(fit.rows, evaluation.rows)


def touches(statistic: Statistic, fit: Fit, evaluation: Evaluation) -> bool:
    """Whether `statistic` knows rows of both sides, from wherever they came together."""
    known = overlaps(statistic.rows, fit.rows) and overlaps(statistic.rows, evaluation.rows)
    return known and not overlaps(fit.rows, evaluation.rows)


def may_leak(statistic: Statistic, fit: Fit, evaluation: Evaluation) -> bool:
    """Whether it would leak if the rows of the pair, which something unknown has taken of those it knows, are apart."""
    if evaluation.in_folds or apart(fit.rows, evaluation.rows) is not None:
        return False
    return contains(statistic.rows, fit.rows) and contains(statistic.rows, evaluation.rows)


def doubt_of(ctx: RuleContext, statistic: Statistic, pairs: list[tuple[Fit, Evaluation]]) -> Doubt | None:
    """Whether a plain encoding or a group tells anything of other rows depends on what the values of the column are."""
    if statistic.how == "group-aggregate" and all(ctx.keeps_groups(*pair) for pair in pairs):
        return ctx.doubt(
            DoubtReason.INTENT,
            "the split keeps groups together, and whether they are those that the statistic is of was not seen",
            "Can two rows of one group that the statistic is computed over be on different sides of the split?",
        )
    if statistic.how == "row-aggregate":
        return ctx.doubt(
            DoubtReason.INTENT,
            "the groups are made of one row each, and whether each has a key of its own was not seen",
            "Can two rows of the data have the same value in the column that is grouped by?",
        )
    return ctx.closed_list(statistic)


def level_of(ctx: RuleContext, statistic: Statistic, pairs: list[tuple[Fit, Evaluation]]) -> Level:
    """What uses the target weighs most; an encoding, or a leak inside of the training side of a split, least."""
    if (
        ctx.inside(statistic.rows)
        or statistic.how in ("encoding", "row-aggregate")
        or all(evaluation.kind == "search" for _, evaluation in pairs)
    ):
        return Level.NOTE
    return Level.ERROR if statistic.target or statistic.how == "target-encoding" else Level.WARNING


def remedy_of(ctx: RuleContext, place: Place, pairs: list[tuple[Fit, Evaluation]]) -> Remedy | None:
    """The fit goes below the split, if there is one split and it stands in the same module."""
    splits = ctx.splits()
    sites = {part.site for fit, each in pairs for row in (*fit.rows, *each.rows) for part in row.path} & splits.keys()
    if len(sites) != 1:
        return None
    (split,) = (splits[site].place for site in sites)
    if split.module != place.module or split.start < place.end:
        return None
    title = "Fit on the training side, below the split, and only transform the other side"
    return Remedy(title=title, changes=(ctx.fit_below(place, split),), safe=False)


def check(ctx: RuleContext) -> Iterator[Finding]:
    """One finding per line that computes statistics over both sides of some (fit, evaluation) pair."""
    sources = Sources(ctx)
    for fit, evaluation in ctx.labelled():
        sources.add(fit, evaluation, leaks)
    for fit, evaluation in ctx.answers():  # what else a model is asked belongs to a finding, but makes none
        sources.add(fit, evaluation, touches, makes=False)
    certain = set(sources.found)
    for fit, evaluation in ctx.pairs():
        sources.add(fit, evaluation, may_leak)
    for place, (statistic, covered) in sorted(sources.found.items(), key=lambda item: (item[0].start, item[0].end)):
        what = statistic.words
        doubt = doubt_of(ctx, statistic, covered)
        if place not in certain:
            if doubt is not None or ctx.is_test:
                continue  # two unknowns are none of our business
            doubt = ctx.doubt(DoubtReason.OUTSIDE_PROJECT, UNSEEN, APART)
        yield ctx.finding(
            place,
            f"Rows that the model is evaluated on have gone into {what} computed here, so the evaluation is too good",
            level=level_of(ctx, statistic, covered),
            flow=ctx.proof(place, f"{what} computed over rows of both sides", covered[0]),
            related=ctx.covered(covered),
            doubt=doubt,
            remedy=remedy_of(ctx, place, covered),
        )


RULE = Rule(
    id="fit-before-split",
    title="A statistic is computed over rows that the model is evaluated on",
    level=Level.WARNING,
    precision=Precision.HIGH,
    reads=("fit", "evaluate", "metric"),
    given=("evaluate", "metric", "predict"),
    tags=("preprocessing-leakage",),
    since="0.1.0",
    check=check,
)
