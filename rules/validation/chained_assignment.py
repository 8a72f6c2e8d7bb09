"""## What it finds
A value that is assigned to a part of a part of a table, `frame[rows]["column"] = value`: what is taken first may be a
copy, and of chosen rows it always is. Then the table does not change. With pandas 3 in the project, every such
assignment is one that is lost, and so is `frame["column"].fillna(0, inplace=True)`.

## Why it matters
The program goes on with the values that were to be replaced: gaps, outliers and wrong labels stay in the training data.
pandas warns of some of these assignments, and of none that is made on rows chosen before.

## Bad
```python
import pandas as pd

frame = pd.read_csv("customers.csv")
# ruleid: chained-assignment
frame[frame["age"] < 0]["age"] = 0
# ruleid: chained-assignment
frame.loc[frame["age"] > 120]["age"] = 120
# ruleid: chained-assignment
frame["age"][frame["age"] < 0] = 0
# ruleid: chained-assignment
frame.age.iloc[0] = 0
```

```python
# file: requirements.txt
pandas==3.0.1

# file: prepare.py
import pandas as pd

frame = pd.read_csv("customers.csv")
# ruleid: chained-assignment
frame["age"].fillna(0, inplace=True)
```

## Good
```python
import pandas as pd

frame = pd.read_csv("customers.csv")
# ok: chained-assignment
frame.loc[frame["age"] < 0, "age"] = 0
# ok: chained-assignment
frame["age"] = frame["age"].clip(0, 120)
# ok: chained-assignment
frame["age"].fillna(0, inplace=True)

tables = {"train": frame}
# ok: chained-assignment
tables["train"]["age"] = 0
array = frame.to_numpy()
# ok: chained-assignment
array[0][1] = 2
ages = frame["age"]
# ok: chained-assignment
ages[0] = 0
```

## When it is fine
Never: `frame.loc[rows, "column"] = value` says the same in one step, and does it.

## What it cannot see
Tables that come in from code that is not read, and parts that were given a name before.

## References
- pandas documentation, "Copy-on-Write": chained assignment never works from pandas 3.0 on.
"""

from collections.abc import Iterator

from analyzer.api import Event, Finding, Level, Place, Precision, Rule, RuleContext


def check(ctx: RuleContext) -> Iterator[Finding]:
    """Assignments to parts of parts of tables."""
    seen: set[Place] = set()
    for event in ctx.events("chained"):
        if event.place not in seen:
            seen.add(event.place)
            found = _finding(ctx, event)
            if found is not None:
                yield found


def _finding(ctx: RuleContext, event: Event) -> Finding | None:
    copies = ctx.at_least("pandas", "3") is True
    if event.name == "in place":
        text = "the table stays as it is: with pandas 3, what is changed in place is a copy of the column"
        return ctx.finding(event.place, text, level=Level.ERROR) if copies else None
    if event.name == "rows":
        text = "the table stays as it is: the chosen rows are a copy, and the value is assigned to that"
        return ctx.finding(event.place, text, level=Level.ERROR)
    if copies:
        text = "the table stays as it is: with pandas 3, what is taken first is a copy, and the value is assigned to it"
        return ctx.finding(event.place, text, level=Level.ERROR)
    text = "the table may stay as it is: what is taken first may be a copy, and from pandas 3 on always is one"
    return ctx.finding(event.place, text)


RULE = Rule(
    id="chained-assignment",
    title="An assignment to a part of a part of a table is lost",
    level=Level.WARNING,
    precision=Precision.HIGH,
    reads=("chained-assignment", "read.table"),
    tags=("correctness", "data"),
    since="0.4.0",
    reach=0,
    check=check,
)
