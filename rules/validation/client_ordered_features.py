"""## What it finds
The members of an object that a client has sent, in the order in which the client wrote them, as the features of a
model: `body.values()`, or a table of such objects that is stripped of the names of its columns (`.values`,
`.to_numpy()`, `np.array`).

## Why it matters
A model of arrays takes the first number for the first feature. JSON objects and forms have no order that anybody has to
keep: another client, another version of a library or a field more, and the age is taken for the income. Nothing is
raised, the answer is a number like all others.

## Bad
```python
import joblib
import numpy as np
from flask import Flask, request

app = Flask(__name__)
model = joblib.load("model.joblib")


@app.post("/form")
def form():
    features = [float(x) for x in request.form.values()]
    # ruleid: client-ordered-features
    return str(model.predict([np.array(features)])[0])


@app.post("/json")
def from_json():
    row = []
    for name, value in request.get_json().items():
        row.append(float(value))
    # ruleid: client-ordered-features
    return str(model.predict([row])[0])
```

A table knows its columns until they are stripped:

```python
import joblib
import pandas as pd
from fastapi import FastAPI

app = FastAPI()
model = joblib.load("model.joblib")


@app.post("/predict")
def predict(body: dict):
    table = pd.DataFrame([body])
    # ruleid: client-ordered-features
    return model.predict(table.values).tolist()


@app.post("/numpy")
def numpy(body: dict[str, float]):
    table = pd.DataFrame(body, index=[0])
    table = table.fillna(0)
    # ruleid: client-ordered-features
    return model.predict(table.to_numpy()).tolist()


@app.post("/copy")
def copy(body: dict):
    numbers = {name: float(value) for name, value in body.items()}
    # ruleid: client-ordered-features
    return model.predict([list(numbers.values())]).tolist()
```

## Good
```python
import joblib
import numpy as np
import pandas as pd
from fastapi import FastAPI
from pydantic import BaseModel

app = FastAPI()
model = joblib.load("model.joblib")
NAMES = ["age", "income"]


class Features(BaseModel):
    age: float
    income: float


@app.post("/names")
def names(body: dict):
    # ok: client-ordered-features
    return model.predict([[body[name] for name in NAMES]]).tolist()


@app.post("/table")
def table(body: dict):
    rows = pd.DataFrame([body])
    # ok: client-ordered-features
    return model.predict(rows[NAMES].values).tolist()


@app.post("/reindex")
def reindex(body: dict):
    rows = pd.DataFrame([body]).reindex(columns=NAMES)
    # ok: client-ordered-features
    return model.predict(rows.to_numpy()).tolist()


@app.post("/declared")
def declared(features: Features):
    # ok: client-ordered-features
    return model.predict([list(features.model_dump().values())]).tolist()


@app.post("/converted")
def converted(body: dict):
    numbers = {name: float(value) for name, value in body.items()}
    # ok: client-ordered-features
    return model.predict([[numbers["age"], numbers["income"]]]).tolist()


@app.post("/placed")
def placed(body: dict):
    row = np.zeros(2)
    for name, value in body.items():
        row[NAMES.index(name)] = value
    # ok: client-ordered-features
    return model.predict([row]).tolist()


@app.post("/sorted")
def in_order(body: dict):
    # ok: client-ordered-features
    return model.predict([[value for name, value in sorted(body.items())]]).tolist()
```

The model itself compares the names of a table with those that it was fitted on, and raises:

```python
import joblib
import pandas as pd
from fastapi import FastAPI

app = FastAPI()
model = joblib.load("model.joblib")


@app.post("/predict")
def predict(body: dict):
    # ok: client-ordered-features
    return model.predict(pd.DataFrame([body])).tolist()
```

## When it is fine
The object has one member only, or the order does not matter to the model (a bag of words).

## What it cannot see
Orders that a page or another service promises to keep. Objects that arrive inside of others
(`pd.DataFrame(body["rows"])`) may as well be lists, and are left alone.

## References
- RFC 8259, section 1: "An object is an unordered collection of zero or more name/value pairs".
- scikit-learn documentation: `feature_names_in_`.
- CWE-1288: Improper Validation of Consistency within Input.
"""

from collections.abc import Iterator

from analyzer.api import CallFact, Finding, Level, Mark, Place, Precision, Provenance, Rule, RuleContext, Trust

SOURCES = ("request", "upload", "socket", "queue")
ORDER, COLUMNS = "client-order", "client-columns"
TABLE = "pandas.DataFrame"
ARRAYS = frozenset({"numpy.ndarray", "list", "torch.Tensor"})


def check(ctx: RuleContext) -> Iterator[Finding]:
    """Inputs of models whose order is the client's, once per call."""
    seen: set[Place] = set()
    for call in ctx.model_inputs():
        mark = _mark(call)
        if mark is None or call.subject is None or call.place in seen or ctx.is_object(call.subject):
            continue
        origins = call.subject.worst(*SOURCES)
        if not origins:
            continue
        seen.add(call.place)
        words = Provenance(Trust.UNTRUSTED, origins[0]).words
        yield ctx.finding(
            call.place,
            f"`{call.name}` gets features in the order in which {words} lists them, so that another order is silently "
            "taken for other features",
            flow=ctx.flow(origins[0], call.place, "the model takes them by their position"),
            related=[ctx.related(mark.place, f"{mark.detail}: their order is the client's")],
        )


def _mark(call: CallFact) -> Mark | None:
    """What puts the features into the client's order; a table that still has its names is no sequence."""
    subject = call.subject
    if subject is None or not subject.marks or call.api.option("accepts"):
        return None
    is_array = not ARRAYS.isdisjoint(subject.types) and TABLE not in subject.types
    kinds = (ORDER, COLUMNS) if is_array else (ORDER,)
    found = [mark for mark in subject.marks if mark.how in kinds]
    return min(found, key=lambda mark: (mark.place.module, mark.place.start), default=None)


RULE = Rule(
    id="client-ordered-features",
    title="A client decides which feature is which by the order of its fields",
    level=Level.ERROR,
    precision=Precision.HIGH,
    reads=("model-input",),
    given=("request", "upload", "queue"),
    tags=("validation", "serving"),
    cwe=(20, 1288),
    since="0.4.0",
    check=check,
)
