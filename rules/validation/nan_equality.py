"""## What it finds
Comparisons with NaN: `==`, `!=`, `is`, `is not`, `in` and `not in` with `numpy.nan`, `math.nan`, `torch.nan`,
`float("nan")`, `pandas.NA` or `pandas.NaT`.

## Why it matters
NaN equals nothing, itself included: `x == numpy.nan` is false for every `x`, so gaps are never found, filtered or
filled, and nothing says so. `is` only recognises one particular object, which arrays and files never hand out.

## Bad
```python
import numpy as np
import pandas as pd

frame = pd.read_csv("prices.csv")
# ruleid: nan-equality
gaps = frame[frame["price"] == np.nan]
# ruleid: nan-equality
kept = frame[frame["price"] != np.nan]
```

```python
import math
from numpy import nan


def clean(values):
    # ruleid: nan-equality
    known = [value for value in values if value != float("nan")]
    # ruleid: nan-equality
    gaps = [value for value in values if value is nan]
    # ruleid: nan-equality
    if math.nan in known:
        raise ValueError("there are gaps")
    return known, gaps
```

```python
import numpy as np


def empty(value):
    # ruleid: nan-equality
    return value in (None, np.nan)


def kind(number):
    match number:
        # ruleid: nan-equality
        case np.nan:
            return "gap"
        case _:
            return "number"
```

## Good
```python
import math

import numpy as np
import pandas as pd

frame = pd.read_csv("prices.csv")
# ok: nan-equality
gaps = frame[frame["price"].isna()]


def clean(values):
    # ok: nan-equality
    known = [value for value in values if not math.isnan(value)]
    # ok: nan-equality
    zeros = [value for value in values if value == 0.0]
    # ok: nan-equality
    nothing = [value for value in values if value is None]
    # ok: nan-equality
    strange = [value for value in values if value != value]
    return known, zeros, nothing, strange, np.isnan(values)
```

```python
import numpy as np


def describe(fill=np.nan):
    # ok: nan-equality
    return {"fill": fill, "limits": (-np.inf, np.nan)}
```

```python
import pandas as pd


def is_gap(value, marker=float("nan")):
    # ok: nan-equality
    if value is pd.NA or value in (None, pd.NaT):
        return True
    # ok: nan-equality
    return pd.isna(marker) or value == marker
```

```python
nan = "not a number"


def is_word(text):
    # ok: nan-equality
    return text == nan or text == "nan"
```

A class may say what it contains by a method of its own:

```python
import numpy as np


def allowed(interval):
    # ok: nan-equality
    return np.nan in interval
```

## When it is fine
Never for `==`. `value is numpy.nan` can tell whether a caller left a default of `numpy.nan` alone, and `in` finds the
very object that was put into a list; a sentinel of its own says that better. `is pandas.NA` is right: there is only
one.

## What it cannot see
NaN that arrives as data, or in a variable or parameter of a function, rather than as a constant.

```python
import numpy as np

GAP = np.array([np.nan])[0]


def is_gap(value):
    # todoruleid: nan-equality
    return value == GAP
```

## References
- IEEE 754, comparison of NaN; NumPy documentation, `numpy.nan` and `numpy.isnan`; pandas documentation, `pandas.isna`.
"""

from collections.abc import Iterator

from analyzer.api import Comparison, Finding, Level, Precision, Rule, RuleContext

SINGLE = ("pandas.NA", "pandas.NaT")  # there is one object of these, which `is` and `in` recognise
ALWAYS = {"==": "is never true", "!=": "is always true", "<>": "is always true"}


def check(ctx: RuleContext) -> Iterator[Finding]:
    """Every comparison with a NaN constant that cannot find one."""
    for comparison in ctx.comparisons():
        if comparison.op in ALWAYS:
            yield ctx.finding(comparison.place, _message(comparison))
        elif comparison.spelling not in SINGLE:
            yield ctx.finding(comparison.place, _message(comparison), level=Level.WARNING)


def _message(comparison: Comparison) -> str:
    op, nan = comparison.op, comparison.spelling
    if op in ALWAYS:
        return f"`{op} {nan}` {ALWAYS[op]}, because NaN equals nothing"
    if op in ("is", "is not"):
        return f"`{op} {nan}` only knows that one object, so NaN in data stays unnoticed"
    return f"`{op}` looks for `{nan}` by equality, and NaN equals nothing"


RULE = Rule(
    id="nan-equality",
    title="A comparison with NaN never finds one",
    level=Level.ERROR,
    precision=Precision.VERY_HIGH,
    reads=("nan-comparison",),
    tags=("correctness", "missing-values"),
    cwe=(1025,),
    since="0.1.0",
    check=check,
)
