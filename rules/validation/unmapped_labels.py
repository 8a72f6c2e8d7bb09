"""## What it finds
Labels that are looked up in a dictionary (`column.map({"no": 0, "yes": 1})`) and then trained on, while nothing asks
whether every label was in it.

## Why it matters
A label that is not a key (another spelling, a space at the end, a new class) becomes NaN. Some models refuse it, others
train on NaN or drop the row, and a loss of NaN is all that is seen.

## Bad
```python
import pandas as pd
from sklearn.ensemble import HistGradientBoostingClassifier


def train(path):
    frame = pd.read_csv(path)
    # ruleid: unmapped-labels
    frame["left"] = frame["left"].map({"no": 0, "yes": 1})
    return HistGradientBoostingClassifier().fit(frame[["age"]], frame["left"])
```

## Good
```python
import pandas as pd
from sklearn.ensemble import HistGradientBoostingClassifier

CODES = {"no": 0, "yes": 1}


def train(path):
    frame = pd.read_csv(path)
    # ok: unmapped-labels
    frame["left"] = frame["left"].map(CODES)
    if frame["left"].isna().any():
        raise ValueError("unknown labels")
    return HistGradientBoostingClassifier().fit(frame[["age"]], frame["left"])


def train_on_codes(path):
    frame = pd.read_csv(path + ".gz")
    # ok: unmapped-labels
    frame["city"] = frame["city"].map({"a": 0, "b": 1})
    return HistGradientBoostingClassifier().fit(frame[["city"]], frame["left"])
```

## When it is fine
If all labels of the file are keys of the dictionary, and stay so.

## What it cannot see
The labels in the file.

## References
- pandas documentation, `Series.map`: "values that are not found in the dict are converted to NaN".
"""

from collections.abc import Iterator

from analyzer.api import DoubtReason, Finding, Level, Place, Precision, Rule, RuleContext

LOOKS = frozenset({"gaps", "labels", "schema", "asserted"})
QUESTION = "Can the column hold a value that is no key of the dictionary?"


def check(ctx: RuleContext) -> Iterator[Finding]:
    """Labels that were looked up and that nobody looked at."""
    if ctx.is_test:
        return
    seen: set[Place] = set()
    for fit in ctx.trainings():
        marks = (mark for mark in ctx.facts.target_marks.get(fit.place, ()) if mark.how == "mapped")
        for mark in sorted(marks, key=lambda mark: mark.place.start):
            if mark.place in seen:
                continue
            seen.add(mark.place)
            if LOOKS.isdisjoint(ctx.looks(fit.rows)):
                yield ctx.finding(
                    mark.place,
                    "a label that is no key of the dictionary becomes NaN, and is trained on",
                    related=(ctx.related(fit.place, "the model learns these labels here"),),
                    doubt=ctx.doubt(DoubtReason.INTENT, "which labels there are could not be seen", QUESTION),
                )


RULE = Rule(
    id="unmapped-labels",
    title="Labels that are not in a dictionary become NaN",
    level=Level.WARNING,
    precision=Precision.MEDIUM,
    reads=("fit", "unchecked-data", "read.table"),
    given=("fit",),
    tags=("validation", "data"),
    question=QUESTION,
    since="0.4.0",
    check=check,
)
