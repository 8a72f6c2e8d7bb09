"""## What it finds
A feature that is computed from later rows than its own: `shift(-1)`, a window with the row in its middle, or a gap that
is filled with the next value; and a window over the target that ends with the very value that is to be predicted.

## Why it matters
When a prediction is needed, the later rows do not exist yet. The model learns from values that it will never be given,
and it is evaluated with them, so no split of the rows shows the difference.

## Bad
```python
import pandas as pd
from sklearn.linear_model import Ridge
from sklearn.metrics import mean_absolute_error

df = pd.read_csv("load.csv", parse_dates=["time"], index_col="time")
# ruleid: future-values-in-features
df["next_temperature"] = df["temperature"].shift(-1)
train, test = df[:"2023"].dropna(), df["2024":].dropna()
model = Ridge().fit(train[["next_temperature"]], train["load"])
print(mean_absolute_error(test["load"], model.predict(test[["next_temperature"]])))
```

A centred window reaches half of its length ahead:
```python
import pandas as pd
from sklearn.ensemble import RandomForestRegressor

df = pd.read_csv("sales.csv").sort_values("date")
# ruleid: future-values-in-features
df["smooth"] = df["sales"].rolling(7, center=True).mean()
n = int(len(df) * 0.8)
train, test = df[:n], df[n:]
model = RandomForestRegressor().fit(train[["smooth", "price"]], train["sales"])
print(model.score(test[["smooth", "price"]], test["sales"]))
```

A window that ends with its own row holds the very value that is predicted:
```python
import pandas as pd
from sklearn.linear_model import Ridge

df = pd.read_csv("sales.csv").sort_values("date")
# ruleid: future-values-in-features
df["week"] = df["sales"].rolling(7).mean()
df = df.dropna()
train, test = df[:1000], df[1000:]
model = Ridge().fit(train[["week", "price"]], train["sales"])
print(model.score(test[["week", "price"]], test["sales"]))
```

What is predicted is made from the next value, and so is a feature that was left in:
```python
import pandas as pd
from sklearn.ensemble import RandomForestClassifier

df = pd.read_csv("prices.csv").sort_values("date")
# ruleid: future-values-in-features
df["tomorrow"] = df["close"].shift(-1)
df["rises"] = (df["tomorrow"] > df["close"]).astype(int)
train, test = df[:1000], df[1000:]
model = RandomForestClassifier().fit(train[["close", "volume", "tomorrow"]], train["rises"])
print(model.score(test[["close", "volume", "tomorrow"]], test["rises"]))
```

## Good
The next value is what is predicted, and features look back:
```python
import pandas as pd
from sklearn.linear_model import Ridge

df = pd.read_csv("load.csv", parse_dates=["time"], index_col="time")
# ok: future-values-in-features
df["tomorrow"] = df["load"].shift(-24)
# ok: future-values-in-features
df["yesterday"] = df["load"].shift(24)
# ok: future-values-in-features
df["week"] = df["load"].shift(1).rolling(7 * 24).mean()
df = df.dropna()
train, test = df[:"2023"], df["2024":]
model = Ridge().fit(train[["yesterday", "week"]], train["tomorrow"])
print(model.score(test[["yesterday", "week"]], test["tomorrow"]))
```

What is only plotted may look ahead:
```python
import pandas as pd
from sklearn.linear_model import Ridge

df = pd.read_csv("load.csv").sort_values("date")
# ok: future-values-in-features
df["load"].rolling(30, center=True).mean().plot()
model = Ridge().fit(df[:1000][["temperature"]], df[:1000]["load"])
print(model.score(df[1000:][["temperature"]], df[1000:]["load"]))
```

## When it is fine
The order of the rows is not one of time, such as the words of a sentence that is known as a whole; the later values are
known beforehand, such as a calendar or a weather forecast that was made in time. So the next value of a column that the
labels are not made of is a question, as is everything where nothing shows that the rows are in the order of time. Gaps
that are filled with the next value are noted, and only among rows in the order of time.

## What it cannot see
Columns that another program computed, and joins with tables whose rows came into being later.

## References
- Kapoor and Narayanan, "Leakage and the reproducibility crisis in machine-learning-based science", 2023 (L3.1).
- Hyndman and Athanasopoulos, "Forecasting: principles and practice".
"""

from collections.abc import Iterator

from analyzer.api import Doubt, DoubtReason, Finding, Fit, Level, Mark, Place, Precision, Rule, RuleContext

FILLS = ("bfill", "backfill", "fillna")  # they look ahead for gaps only, and matter only if the rows are in order


def looks_ahead(mark: Mark, fit: Fit) -> bool:
    """Whether `mark` is of a feature that is made from later rows; of a filled gap, only among rows in order."""
    if mark.how == "own":
        return mark in fit.foretold
    return mark.how == "ahead" and (not mark.detail.startswith(FILLS) or in_order(fit.marks))


def in_order(marks: frozenset[Mark]) -> bool:
    """Whether the program itself puts the rows in the order of time."""
    return any(mark.how == "ordered" for mark in marks)


def level_of(mark: Mark, fit: Fit) -> Level:
    """What tells the model its own answer weighs most, a filled gap least."""
    if mark.detail.startswith(FILLS):
        return Level.NOTE
    return Level.ERROR if mark in fit.foretold else Level.WARNING


def message(mark: Mark) -> str:
    """What the call does to a feature."""
    if mark.how == "own":
        return (
            f"`{mark.detail}` takes the present value of `{mark.column}` into a feature, which is what the model is to "
            "predict"
        )
    return f"`{mark.detail}` takes values from later rows into a feature, which will not be known when it is needed"


def doubt_of(ctx: RuleContext, mark: Mark, fit: Fit) -> Doubt | None:
    """Whether later values are known beforehand, unless they are the answer or a mean around the row."""
    ordered = in_order(fit.marks)
    if mark in fit.foretold or (ordered and not mark.detail.startswith("shift")):
        return None
    what = f"the later values of `{mark.column}`" if mark.column else "the later values"
    seen = "was not seen" if ordered else "was not seen, nor anything that puts the rows in the order of time"
    return ctx.doubt(
        DoubtReason.INTENT,
        f"whether {what} are known when a prediction is made {seen}",
        "Is the value of a later row unknown when a prediction for an earlier row is made?",
    )


def check(ctx: RuleContext) -> Iterator[Finding]:
    """One finding per call that looks ahead and whose values some model is trained on."""
    found: dict[Place, tuple[Mark, Fit]] = {}
    for fit in sorted(ctx.trainings(), key=lambda fit: not fit.foretold):  # those that prove most first
        for mark in sorted(fit.marks, key=lambda mark: mark not in fit.foretold):
            if looks_ahead(mark, fit):
                found.setdefault(mark.place, (mark, fit))
    pairs = {fit.place: (fit, evaluation) for fit, evaluation in ctx.pairs()}
    for place, (mark, fit) in sorted(found.items(), key=lambda item: (item[0].start, item[0].end)):
        judged = [pairs[fit.place]] if fit.place in pairs else []
        yield ctx.finding(
            place,
            message(mark),
            level=level_of(mark, fit),
            flow=ctx.proof(place, "values of later rows are taken", judged[0]) if judged else (),
            related=ctx.covered(judged),
            doubt=doubt_of(ctx, mark, fit),
        )


RULE = Rule(
    id="future-values-in-features",
    title="A feature is computed from later rows",
    level=Level.ERROR,
    precision=Precision.HIGH,
    reads=("fit", "evaluate"),
    given=("fit", "evaluate"),
    tags=("temporal-leakage",),
    since="0.3.0",
    check=check,
)
