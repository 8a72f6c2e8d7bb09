"""## What it finds
An encoder of categories that raises for one it has not seen (`OneHotEncoder()` and `OrdinalEncoder()` without
`handle_unknown`) and that is saved, alone or as part of a pipeline, to be asked about data of later days.

## Why it matters
The first customer from a new city stops the service: `transform` raises `ValueError` for the whole batch.

## Bad
```python
import joblib
import pandas as pd
from sklearn.compose import make_column_transformer
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import OneHotEncoder

frame = pd.read_csv("customers.csv")
# ruleid: unseen-category
cities = OneHotEncoder()
model = make_pipeline(make_column_transformer((cities, ["city"])), LogisticRegression())
model.fit(frame[["city"]], frame["left"])
joblib.dump(model, "model.joblib")
```

## Good
```python
import joblib
import pandas as pd
from sklearn.preprocessing import OneHotEncoder, OrdinalEncoder

frame = pd.read_csv("customers.csv")
# ok: unseen-category
cities = OneHotEncoder(handle_unknown="ignore").fit(frame[["city"]])
joblib.dump(cities, "cities.joblib")
# ok: unseen-category
codes = OrdinalEncoder().fit_transform(frame[["city"]])
# ok: unseen-category
strict = OneHotEncoder(handle_unknown="error").fit(frame[["city"]])
joblib.dump(strict, "strict.joblib")
```

## When it is fine
If the categories are a closed list, or the service catches the error: `handle_unknown="error"` says so.

## What it cannot see
Encoders that are saved by another module than the one that makes them.

## References
- scikit-learn documentation, `OneHotEncoder`, `handle_unknown`.
"""

from collections.abc import Iterator

from analyzer.api import Finding, Level, Place, Precision, Rule, RuleContext


def check(ctx: RuleContext) -> Iterator[Finding]:
    """Encoders that are saved and raise for what they have not seen."""
    if ctx.is_test:
        return
    seen: set[Place] = set()
    for event in ctx.events("encoder"):
        if event.place in seen or event.value is None or event.value.refs.isdisjoint(ctx.facts.written):
            continue
        seen.add(event.place)
        name = event.name.rpartition(".")[2]
        text = f"a category that is new to `{name}` stops whoever loads this: it raises unless it is told otherwise"
        yield ctx.finding(event.place, text)


RULE = Rule(
    id="unseen-category",
    title="A saved encoder raises for categories that it has not seen",
    level=Level.WARNING,
    precision=Precision.HIGH,
    reads=("encoder", "fit", "learn"),
    given=("encoder",),
    tags=("validation", "serving"),
    cwe=(755,),
    since="0.4.0",
    check=check,
)
