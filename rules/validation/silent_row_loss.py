"""## What it finds
Data that disappears without a word: lines of a file that are skipped because they cannot be read
(`on_bad_lines="skip"`), values that are no numbers and become a constant (`to_numeric(errors="coerce")` and then
`fillna(0)`), and, in programs, `dropna()` of data that a model is trained on while nobody asks how many rows are left.

## Why it matters
A separator in a text, a decimal comma or a new kind of gap takes away the rows that have it, and nothing fails. The
model then is one for the rest; and a zero that stands for "unknown" is learned as a zero.

## Bad
```python
import pandas as pd

# ruleid: silent-row-loss
frame = pd.read_csv("customers.csv", on_bad_lines="skip")
# ruleid: silent-row-loss
old = pd.read_csv("customers.csv", error_bad_lines=False)
# ruleid: silent-row-loss
frame["income"] = pd.to_numeric(frame["income"], errors="coerce")
frame["income"] = frame["income"].fillna(0)
# ruleid: silent-row-loss
ages = pd.to_numeric(frame["age"], errors="coerce").fillna(-1)
```

```python
import pandas as pd
from sklearn.linear_model import LogisticRegression


def train(path):
    frame = pd.read_csv(path)
    # ruleid: silent-row-loss
    frame = frame.dropna()
    return LogisticRegression().fit(frame[["age"]], frame["left"])
```

What is asked of the values says nothing of how many rows are left:

```python
import pandas as pd
from sklearn.model_selection import cross_val_score
from sklearn.tree import DecisionTreeClassifier


def train(path):
    frame = pd.read_parquet(path)
    if not frame["left"].isin(["yes", "no"]).all():
        raise ValueError("unknown labels")
    # ruleid: silent-row-loss
    whole = frame.dropna(subset=["age"])
    return DecisionTreeClassifier().fit(whole[["age"]], whole["left"])


def compare(path):
    frame = pd.read_stata(path)
    # ruleid: silent-row-loss
    whole = frame.dropna()
    return cross_val_score(DecisionTreeClassifier(), whole[["age"]], whole["left"])
```

## Good
```python
import logging

import pandas as pd
from sklearn.linear_model import LogisticRegression


def train(path):
    frame = pd.read_csv(path)
    before = len(frame)
    # ok: silent-row-loss
    frame = frame.dropna()
    logging.info("%d of %d rows have gaps", before - len(frame), before)
    return LogisticRegression().fit(frame[["age"]], frame["left"])


# ok: silent-row-loss
frame = pd.read_csv("customers.csv", on_bad_lines="error")
# ok: silent-row-loss
frame["age"] = pd.to_numeric(frame["age"], errors="coerce")
frame["age"] = frame["age"].fillna(frame["age"].median())
# ok: silent-row-loss
print(frame.dropna())
```

## When it is fine
If it is known how many rows are lost, and that it does not matter which.

## What it cannot see
Rows that an inner join leaves out, and counts that are kept by another program.

## References
- pandas documentation, `read_csv`, `on_bad_lines`, and `to_numeric`, `errors`.
"""

from collections.abc import Iterator

from analyzer.api import CallFact, Finding, Level, Place, Precision, Rule, RuleContext

TOLD = frozenset({"size", "asserted otherwise", "schema"})


def check(ctx: RuleContext) -> Iterator[Finding]:
    """Calls by which rows or values are lost, once per place."""
    if ctx.is_test:
        return
    seen: set[Place] = set()
    for call in ctx.calls("read.table"):
        if call.place not in seen and (how := _skips(call)):
            seen.add(call.place)
            yield ctx.finding(call.place, f"lines that cannot be read are lost without a word: `{how}` skips them")
    for event in ctx.events("covered"):
        if event.place not in seen:
            seen.add(event.place)
            text = f"what is no number becomes a gap here, and `{event.name}` later: it can no longer be told from data"
            yield ctx.finding(event.place, text)
    for fit in ctx.trainings():
        for mark in sorted((mark for mark in fit.marks if mark.how == "dropped"), key=lambda mark: mark.place.start):
            if (
                mark.place in seen
                or ctx.is_explored(mark.place)
                or fit.how not in ("model", "search", "cross-validation")
            ):
                continue
            seen.add(mark.place)
            if TOLD.isdisjoint(ctx.looks(fit.rows)):
                yield ctx.finding(
                    mark.place,
                    "rows with gaps are lost before training, and nothing asks how many are left",
                    level=Level.NOTE,
                    related=(ctx.related(fit.place, "the model is trained on the rest here"),),
                )


def _skips(call: CallFact) -> str:
    """The argument that makes a reader skip lines; "" if none does."""
    lines, old = call.args.get("on_bad_lines"), call.args.get("error_bad_lines")
    if lines is not None and lines.text == "skip":
        return 'on_bad_lines="skip"'
    return "error_bad_lines=False" if old is not None and old.truth is False else ""


RULE = Rule(
    id="silent-row-loss",
    title="Rows or values are lost without a word",
    level=Level.WARNING,
    precision=Precision.HIGH,
    reads=("read.table", "fit", "unchecked-data"),
    given=("read.table",),
    tags=("validation", "data"),
    since="0.4.0",
    check=check,
)
