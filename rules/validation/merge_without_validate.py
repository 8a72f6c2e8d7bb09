"""## What it finds
A table that is joined to another one by a key, without `validate=`, and then trained on: neither side is known to have
each key once, by `drop_duplicates`, by a `groupby` or by a condition that stops the program.

## Why it matters
If the key repeats in the table that is looked up in, rows are repeated: three rows joined with three rows give five if
two of each share a key. The copies weigh more in training, and end up on both sides of a split.

## Bad
```python
import pandas as pd
from sklearn.linear_model import LogisticRegression


def train():
    orders = pd.read_csv("orders.csv")
    customers = pd.read_csv("customers.csv")
    # ruleid: merge-without-validate
    frame = orders.merge(customers, on="customer", how="left")
    return LogisticRegression().fit(frame[["age", "total"]], frame["returned"])
```

A look for gaps says nothing of the keys:

```python
import pandas as pd
from sklearn.ensemble import RandomForestRegressor


def train():
    visits, places = pd.read_parquet("visits.parquet"), pd.read_parquet("places.parquet")
    if places["size"].isna().any():
        raise ValueError("places without a size")
    # ruleid: merge-without-validate
    frame = pd.merge(visits, places, on="place")
    return RandomForestRegressor().fit(frame[["size"]], frame["spent"])
```

## Good
```python
import pandas as pd
from sklearn.linear_model import LogisticRegression


def train():
    orders = pd.read_csv("orders.csv")
    customers = pd.read_csv("customers.csv")
    # ok: merge-without-validate
    frame = orders.merge(customers, on="customer", how="left", validate="many_to_one")
    return LogisticRegression().fit(frame[["age", "total"]], frame["returned"])


def train_unique():
    orders = pd.read_csv("orders.csv")
    customers = pd.read_csv("customers.csv").drop_duplicates("customer")
    # ok: merge-without-validate
    frame = orders.merge(customers, on="customer", how="left")
    means = orders.groupby("customer")["total"].mean().reset_index()
    # ok: merge-without-validate
    frame = frame.merge(means, on="customer")
    return LogisticRegression().fit(frame[["age", "total"]], frame["returned"])


def show():
    # ok: merge-without-validate
    print(pd.read_csv("orders.csv").merge(pd.read_csv("customers.csv"), on="customer"))
```

## When it is fine
If the key is unique by construction, such as the primary key of a database. Notebooks and tests are left out.

## What it cannot see
Keys that are unique in the data.

## References
- pandas documentation, `DataFrame.merge`, `validate`; SonarSource S6735.
"""

from collections.abc import Iterator

from analyzer.api import DoubtReason, Finding, Level, Place, Precision, Remedy, Rule, RuleContext

QUESTION = "Can a key be there twice in the table on the right?"
FIRM = frozenset({"asserted otherwise", "duplicates", "schema"})


def check(ctx: RuleContext) -> Iterator[Finding]:
    """Joins by a key that may repeat, of tables that a model is trained on."""
    calls = {call.place: call for call in ctx.calls("join")}
    seen: set[Place] = set()
    for fit in ctx.trainings():
        for mark in sorted((mark for mark in fit.marks if mark.how == "merged"), key=lambda mark: mark.place.start):
            call = calls.get(mark.place)
            if call is None or mark.place in seen or ctx.is_explored(mark.place):
                continue
            seen.add(mark.place)
            if FIRM.isdisjoint(ctx.looks(fit.rows)):
                change = ctx.set_argument(call, "validate", '"many_to_one"')
                remedy = Remedy(title="Let each key be there once on the right", changes=(change,), safe=False)
                text = "rows are repeated if the key is there twice on the right: `validate` would tell"
                yield ctx.finding(
                    mark.place,
                    text,
                    related=(ctx.related(fit.place, "the model is trained on the joined rows here"),),
                    doubt=ctx.doubt(DoubtReason.INTENT, "which keys there are could not be seen", QUESTION),
                    remedy=remedy,
                )


RULE = Rule(
    id="merge-without-validate",
    title="A join may repeat rows that a model is trained on",
    level=Level.NOTE,
    precision=Precision.MEDIUM,
    reads=("join", "fit", "unchecked-data", "read.table"),
    given=("join",),
    tags=("validation", "data"),
    cwe=(1288,),
    question=QUESTION,
    since="0.4.0",
    check=check,
)
