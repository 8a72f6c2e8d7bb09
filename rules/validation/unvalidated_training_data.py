"""## What it finds
A table that is read from a file and that a model is trained on, while the program never looks at what is in it: no
schema, no duplicates, no ranges, no labels, and no condition on it that stops the program. Filling or dropping gaps is
no such look.

## Why it matters
A column that changed its unit, a file that was written twice, a label that is spelt in another way: training succeeds
with all of them, and the model is worse or wrong without anybody knowing since when.

## Bad
```python
import pandas as pd
from sklearn.linear_model import LogisticRegression


def train(path):
    # ruleid: unvalidated-training-data
    frame = pd.read_csv(path)
    frame = frame.dropna()
    return LogisticRegression().fit(frame[["age", "income"]], frame["left"])
```

## Good
```python
import pandas as pd
import pandera as pa
from sklearn.linear_model import LogisticRegression

SCHEMA = pa.DataFrameSchema({"age": pa.Column(int, pa.Check.in_range(0, 120)), "left": pa.Column(int)})


def train(path):
    # ok: unvalidated-training-data
    frame = SCHEMA.validate(pd.read_csv(path))
    return LogisticRegression().fit(frame[["age"]], frame["left"])


def train_checked(path):
    # ok: unvalidated-training-data
    frame = pd.read_csv(path + ".gz")
    if frame.duplicated().any() or not frame["left"].isin([0, 1]).all():
        raise ValueError("not the table that was agreed on")
    return LogisticRegression().fit(frame[["age"]], frame["left"])
```

Data that comes with a library, and tables that no model learns from:

```python
import pandas as pd
from sklearn.datasets import load_iris
from sklearn.linear_model import LogisticRegression

# ok: unvalidated-training-data
X, y = load_iris(return_X_y=True)
model = LogisticRegression().fit(X, y)
# ok: unvalidated-training-data
pd.read_csv("names.csv")["name"].tolist()
```

## When it is fine
If another program checks the file before, such as a job of Great Expectations or dbt. Notebooks and tests are left out.

## What it cannot see
Checks in other programs, and in SQL.

## References
- Breck et al., "Data Validation for Machine Learning"; "The ML Test Score", on schemas of features.
- CWE-20: Improper Input Validation; CWE-1288: Improper Validation of Consistency within Input.
"""

from collections.abc import Iterator

from analyzer.api import Finding, Fit, Level, Precision, Rule, RuleContext

CHECKS = frozenset({"duplicates", "ranges", "labels", "schema", "asserted"})


def check(ctx: RuleContext) -> Iterator[Finding]:
    """Tables that go from a file into a model and that nobody looks at on the way, once per read."""
    if ctx.is_test:
        return
    trained: dict[str, Fit] = {}
    for fit in ctx.trainings():
        if fit.how in ("model", "search", "cross-validation") and not _is_mixed(fit):
            for rows in fit.rows:
                trained.setdefault(rows.root, fit)
    seen = set()
    for call in ctx.calls("read.table"):
        learned = [trained[rows.root] for rows in call.result.rows if rows.root in trained]
        if not learned or call.place in seen or ctx.is_explored(call.place):
            continue
        seen.add(call.place)
        looks = ctx.looks(call.result.rows)
        if looks.isdisjoint(CHECKS):
            known = "" if "gaps" in looks else "gaps, "
            yield ctx.finding(
                call.place,
                f"what `{call.name}` reads is trained on: nothing checks schema, {known}duplicates, ranges or labels",
                related=(ctx.related(learned[0].place, "the model is trained here"),),
            )


def _is_mixed(fit: Fit) -> bool:
    """Whether code that is not read may have chosen which of several tables are trained on."""
    several = len({rows.root for rows in fit.rows}) > 1
    return several and any(part.side == "some" for rows in fit.rows for part in rows.path)


RULE = Rule(
    id="unvalidated-training-data",
    title="A model is trained on a table that nobody checks",
    level=Level.NOTE,
    precision=Precision.MEDIUM,
    reads=("unchecked-data", "read.table", "fit"),
    given=("fit",),
    tags=("validation", "data"),
    cwe=(20, 1288),
    since="0.4.0",
    check=check,
)
