"""## What it finds
Fields of a validating class (pydantic and the like) that are declared as `float` without anything that refuses NaN and
infinities, and whose values reach a model. Fields that stand one below the other are one finding.

## Why it matters
The class looks as if it had checked the input, and yet it accepts `NaN`, `Infinity`, `"nan"` and `1e400`: JSON as
Python reads it can hold them. Random forests, histogram boosting and scalers answer them without a word.

## Bad
```python
import joblib
from fastapi import FastAPI
from pydantic import BaseModel, Field

app = FastAPI()
model = joblib.load("model.joblib")


class Features(BaseModel):
    name: str
    # ruleid: nan-permissive-schema
    size: float
    rooms: int
    # ruleid: nan-permissive-schema
    age: float | None = Field(default=None, description="in years")
    # ruleid: nan-permissive-schema
    floor: float = Field(..., ge=0)


@app.post("/predict")
def predict(features: Features):
    return model.predict([[features.size, features.rooms, features.age, features.floor]]).tolist()
```

```python
import joblib
import pandas as pd
from fastapi import FastAPI
from pydantic import BaseModel

app = FastAPI()
model = joblib.load("model.joblib")


class Row(BaseModel):
    # ruleid: nan-permissive-schema
    values: list[float]


class Batch(BaseModel):
    rows: list[Row]


@app.post("/predict")
def predict(batch: Batch):
    return model.predict(pd.DataFrame([row.model_dump() for row in batch.rows])).tolist()
```

## Good
```python
from typing import Annotated

import joblib
import numpy as np
from fastapi import FastAPI, HTTPException
from pydantic import BaseModel, ConfigDict, Field, FiniteFloat

app = FastAPI()
model = joblib.load("model.joblib")


class Features(BaseModel):
    # ok: nan-permissive-schema
    size: FiniteFloat
    # ok: nan-permissive-schema
    age: float = Field(ge=0, le=150)
    # ok: nan-permissive-schema
    floor: float = Field(allow_inf_nan=False)
    # ok: nan-permissive-schema
    price: Annotated[float, Field(gt=0, lt=1e9)]
    # ok: nan-permissive-schema
    rooms: int
    # ok: nan-permissive-schema
    unused: float


class Configured(BaseModel):
    model_config = ConfigDict(allow_inf_nan=False)
    # ok: nan-permissive-schema
    size: float


class Guarded(BaseModel):
    # ok: nan-permissive-schema
    size: float


@app.post("/predict")
def predict(features: Features):
    return model.predict([[features.size, features.age, features.floor, features.price, features.rooms]]).tolist()


@app.post("/configured")
def configured(features: Configured):
    return model.predict([[features.size]]).tolist()


@app.post("/guarded")
def guarded(features: Guarded):
    row = np.array([[features.size]])
    if not np.isfinite(row).all():
        raise HTTPException(422)
    return model.predict(row).tolist()
```

## When it is fine
The model was trained with gaps that were NaN, and NaN is how clients are told to send them; then infinities are still
worth a bound.

## What it cannot see
Fields of classes of other projects, and checks in middleware or in the model's own pipeline.

## References
- pydantic documentation: `allow_inf_nan`, `FiniteFloat`.
- CWE-1287: Improper Validation of Specified Type of Input.
"""

from collections.abc import Iterable, Iterator
from itertools import pairwise

from analyzer.api import (
    Action,
    CallFact,
    Change,
    Declared,
    Finding,
    Level,
    Place,
    Precision,
    Remedy,
    Rule,
    RuleContext,
)

FIELD = "nan-field"
# Families of scikit-learn whose `predict` refuses NaN (all but trees and what is made of them).
REFUSING = tuple(
    f"sklearn.{family}."
    for family in ("linear_model", "svm", "neighbors", "naive_bayes", "neural_network", "gaussian_process")
)


def check(ctx: RuleContext) -> Iterator[Finding]:
    """Fields that let NaN through to a model, with the first model that each reaches."""
    reached: dict[Place, CallFact] = {}
    for call in ctx.model_inputs():
        subject = call.subject
        if subject is None or "finite" in subject.checks or call.api.option("accepts"):
            continue
        for mark in subject.marks:
            if (
                mark.how == FIELD
                and ctx.declared(mark.place) is not None
                and (mark.place not in reached or _refuses(reached[mark.place]))
            ):
                reached[mark.place] = call
    for fields in _runs(ctx, reached):
        yield _finding(ctx, fields, reached[fields[0]])


def _runs(ctx: RuleContext, places: Iterable[Place]) -> Iterator[list[Place]]:
    """The declarations, those together that stand one below the other."""
    ordered = sorted(places, key=lambda place: (place.module, place.start))
    runs: list[list[Place]] = [ordered[:1]] if ordered else []
    for before, place in pairwise(ordered):
        near = before.module == place.module and ctx.locate(place).line - ctx.locate(before).end_line == 1
        if near:
            runs[-1].append(place)
        else:
            runs.append([place])
    yield from runs


def _refuses(call: CallFact) -> bool:
    types = call.receiver.types if call.receiver is not None else frozenset()
    return bool(types) and all(name.startswith(REFUSING) for name in types)


def _finding(ctx: RuleContext, places: list[Place], call: CallFact) -> Finding:
    declared = [(place, ctx.declared(place)) for place in places]
    names = [f"`{each.name}`" for _, each in declared if each is not None]
    told = names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
    let = "lets" if len(names) == 1 else "let"
    end = "which it refuses with an error of its own" if _refuses(call) else "which many models answer without a word"
    changes = [change for place, each in declared if each is not None for change in _changes(ctx, place, each)]
    remedy = Remedy(title="Refuse NaN and infinities", changes=tuple(changes), safe=False)
    return ctx.finding(
        Place(places[0].module, places[0].start, places[-1].end),
        f"{told} {let} NaN and infinities through to `{call.name}`, {end}",
        level=Level.NOTE if _refuses(call) else Level.WARNING,
        related=[ctx.related(call.place, "the model is given it here")],
        remedy=remedy if changes else None,
    )


def _changes(ctx: RuleContext, place: Place, field: Declared) -> Iterator[Change]:
    """`Field(…, allow_inf_nan=False)`, or `FiniteFloat` for a plain `float`."""
    if field.call is not None:
        at = ctx.locate(field.call)
        yield Change(action=Action.SET_ARGUMENT, at=at, name="allow_inf_nan", code="False", api="pydantic.Field")
    elif field.plain and ctx.at_least("pydantic", "1.10") is not False:
        at = ctx.locate(field.annotation)
        yield Change(action=Action.NAME, at=at, name="pydantic.FiniteFloat", code="BaseModel")


RULE = Rule(
    id="nan-permissive-schema",
    title="A schema lets NaN and infinities through to a model",
    level=Level.WARNING,
    precision=Precision.HIGH,
    reads=("model-input",),
    given=("request", "upload", "queue"),
    tags=("validation", "serving"),
    cwe=(20, 1287),
    since="0.4.0",
    check=check,
)
