"""## What it finds
A table that is read from a CSV file that the project writes itself, and that is another table then: the index was
written as a column without a name and is read as a column of numbers, or the two sides do not use the same separator.

## Why it matters
`to_csv` writes the index unless it is told not to, and `read_csv` calls it `Unnamed: 0`. A model that is trained on
"all columns but the label" learns the number of the row, which often tells the label in files that were sorted or put
together.

## Bad
```python
# file: prepare.py
import pandas as pd

frame = pd.read_csv("raw.csv", sep=";")
frame["ratio"] = frame["a"] / frame["b"]
frame.to_csv("data/features.csv")

# file: train.py
import pandas as pd
from sklearn.linear_model import LogisticRegression

# ruleid: csv-round-trip
frame = pd.read_csv("data/features.csv")
LogisticRegression().fit(frame.drop(columns=["label"]), frame["label"])
```

```python
import pandas as pd

frame = pd.read_csv("raw.csv")
frame.to_csv("features.tsv", sep="\\t", index=False)
# ruleid: csv-round-trip
again = pd.read_csv("features.tsv")
```

## Good
```python
# file: prepare.py
import pandas as pd


def prepare():
    frame = pd.read_csv("raw.csv")
    frame.to_csv("data/features.csv", index=False)
    frame.to_csv("data/rows.csv")


def totals():
    frame = pd.read_csv("raw.csv")
    frame.groupby("city")["total"].sum().to_csv("data/totals.csv")

# file: train.py
import pandas as pd

# ok: csv-round-trip
frame = pd.read_csv("data/features.csv")
# ok: csv-round-trip
rows = pd.read_csv("data/rows.csv", index_col=0)
# ok: csv-round-trip
totals = pd.read_csv("data/totals.csv")
# ok: csv-round-trip
other = pd.read_csv("data/other.csv")
```

## When it is fine
If the column is left out by position or by name later.

## What it cannot see
Paths that are not made of constants, and types of columns that a CSV file does not keep.

## References
- pandas documentation, `DataFrame.to_csv`, `index`, and `read_csv`, `index_col`.
"""

from collections.abc import Iterator

from analyzer.api import Finding, Level, Place, Precision, Remedy, Rule, RuleContext

TEXTS = {
    "index": "the first column is the index that `to_csv` has written: it is read as a column `Unnamed: 0` of numbers",
    "sep": "the file is written with another separator than it is read with: the columns are not those of the table",
}


def check(ctx: RuleContext) -> Iterator[Finding]:
    """Tables that are read from files of the project, and are other ones then."""
    if ctx.is_test:
        return
    seen: set[Place] = set()
    for call in ctx.calls("read.table"):
        trip = ctx.facts.round_trips.get(call.place)
        if trip is None or call.place in seen:
            continue
        seen.add(call.place)
        remedy = None
        if trip.how == "index":
            change = ctx.set_argument(call, "index_col", "0")
            remedy = Remedy(title="Read the first column as the index", changes=(change,), safe=False)
        related = (ctx.related(trip.place, "the file is written here"),)
        yield ctx.finding(call.place, TEXTS[trip.how], related=related, remedy=remedy)


RULE = Rule(
    id="csv-round-trip",
    title="A table is another one after it was written to a file and read",
    level=Level.WARNING,
    precision=Precision.HIGH,
    reads=("read.table", "round-trip"),
    given=("read.table",),
    tags=("correctness", "data"),
    since="0.4.0",
    reach=0,
    check=check,
)
