"""## What it finds
Data of a request, an upload, a socket or a queue that reaches a model's `predict`, `transform`, `run` or call without
a check of its values. Checks count if every path to the model passes them: models of pydantic and the like, schemas,
guards that raise or return, `int(...)`. What is still missing decides:

| checked on every path | result |
|---|---|
| nothing, or only that it can be parsed | error |
| types | warning |
| types and shape, or bounds on some side, but not that numbers are finite | note |
| that numbers are finite | no finding |
| types, by fields of a class that `nan-permissive-schema` reports | no second finding |

For a model that is known to refuse NaN, infinity and a wrong number of columns (linear models, support vectors, nearest
neighbours, …) the weight is one step less: the caller gets an error of the server, not a wrong answer.

## Why it matters
JSON can hold `NaN` and `Infinity`, and a schema with `float` lets them through. Random forests, histogram boosting and
scalers answer them without a word: the caller gets a number that means nothing. Where the library does refuse the
input, the caller gets an error of the server instead of one that says what was wrong.

## Bad
```python
import joblib
from flask import Flask, jsonify, request

app = Flask(__name__)
model = joblib.load("model.joblib")


@app.post("/predict")
def predict():
    features = request.get_json()["features"]
    # ruleid: raw-request-to-model
    return jsonify(model.predict([features]).tolist())
```

```python
import joblib
from fastapi import FastAPI

app = FastAPI()
model = joblib.load("model.joblib")


@app.post("/predict")
def predict(body: dict):
    # ruleid: raw-request-to-model
    return {"y": model.predict([body["x"]]).tolist()}
```

What is only made a number is a warning, for `float("nan")` is one:

```python
import joblib
from flask import Flask, request

app = Flask(__name__)
model = joblib.load("model.joblib")


@app.get("/predict")
def predict():
    size = float(request.args["size"])
    # ruleid: raw-request-to-model
    return {"y": model.predict([[size]]).tolist()}
```

A bound on one side lets an infinity through, and NaN is neither too small nor too large:

```python
import joblib
from fastapi import FastAPI, HTTPException

app = FastAPI()
model = joblib.load("model.joblib")


@app.post("/predict")
def predict(body: dict):
    size = float(body["size"])
    if size < 0 or size > 1:
        raise HTTPException(422)
    # ruleid: raw-request-to-model
    return {"y": model.predict([[size]]).tolist()}
```

The model may be loaded when the server starts, into a container that was there before:

```python
from contextlib import asynccontextmanager

import joblib
from fastapi import FastAPI

models = {}


@asynccontextmanager
async def lifespan(app: FastAPI):
    models["price"] = joblib.load("model.joblib")
    yield
    models.clear()


app = FastAPI(lifespan=lifespan)


@app.post("/predict")
async def predict(body: dict):
    # ruleid: raw-request-to-model
    return {"y": models["price"].predict([body["x"]]).tolist()}
```

An answer that nobody asks for is no check:

```python
import joblib
import numpy as np
from flask import Flask, request

app = Flask(__name__)
model = joblib.load("model.joblib")


def is_finite(x):
    return np.isfinite(x).all()


@app.post("/predict")
def predict():
    x = np.array(request.get_json()["x"], dtype=float)
    if not is_finite(x):
        print("the values are strange")
    # ruleid: raw-request-to-model
    return {"y": model.predict([x]).tolist()}
```

```python
# file: service.py
import onnxruntime

session = onnxruntime.InferenceSession("model.onnx")


def score(values):
    # ruleid: raw-request-to-model
    return session.run(None, {"input": values})

# file: app.py
from flask import Flask, request

from service import score

app = Flask(__name__)


@app.route("/score", methods=["POST"])
def handle():
    return {"score": score(request.json["values"])}
```

What frameworks call by name, by form or by a component's event is entered like any handler:

```python
# file: lambda_function.py
import json

import joblib

model = joblib.load("model.joblib")


def lambda_handler(event, context):
    rows = json.loads(event["body"])["rows"]
    # ruleid: raw-request-to-model
    return {"statusCode": 200, "body": json.dumps(model.predict(rows).tolist())}

# file: inference.py
import json
import os

import joblib


def model_fn(model_dir):
    return joblib.load(os.path.join(model_dir, "model.joblib"))


def input_fn(request_body, request_content_type):
    return json.loads(request_body)["rows"]


def predict_fn(rows, model):
    # ruleid: raw-request-to-model
    return model.predict(rows)

# file: page.py
import gradio as gr
import joblib

model = joblib.load("model.joblib")


def price(size, rooms):
    # ruleid: raw-request-to-model
    return model.predict([[size, rooms]])[0]


gr.Interface(fn=price, inputs=[gr.Number(), gr.Slider(1, 9)], outputs="number").launch()

# file: servicer.py
import joblib
import price_pb2
import price_pb2_grpc

model = joblib.load("model.joblib")


class Prices(price_pb2_grpc.PricesServicer):
    def Predict(self, request, context):
        # ruleid: raw-request-to-model
        return price_pb2.Price(value=model.predict([list(request.features)])[0])
```

```python
import json

import torch
from ts.torch_handler.base_handler import BaseHandler


class Handler(BaseHandler):
    def preprocess(self, data):
        return torch.tensor(json.loads(data[0]["body"])["x"])

    def inference(self, x):
        # ruleid: raw-request-to-model
        return self.model(x)
```

## Good
```python
from typing import Annotated

import joblib
from fastapi import FastAPI
from pydantic import BaseModel, Field

app = FastAPI()
model = joblib.load("model.joblib")


class Features(BaseModel):
    x: Annotated[list[Annotated[float, Field(ge=-1e6, le=1e6)]], Field(min_length=4, max_length=4)]


@app.post("/predict")
def predict(features: Features):
    # ok: raw-request-to-model
    return {"y": model.predict([features.x]).tolist()}
```

```python
import joblib
import numpy as np
from flask import Flask, abort, request

app = Flask(__name__)
model = joblib.load("model.joblib")


@app.post("/predict")
def predict():
    x = np.array(request.get_json()["features"], dtype=float)
    if x.shape != (4,) or not np.isfinite(x).all():
        abort(422)
    # ok: raw-request-to-model
    return {"y": model.predict([x]).tolist()}
```

```python
import joblib
import pandas as pd

model = joblib.load("model.joblib")
rows = pd.read_csv("rows.csv")
# ok: raw-request-to-model
print(model.predict(rows))
```

```python
import joblib
from flask import Flask, request

app = Flask(__name__)
model = joblib.load("model.joblib")
CUSTOMERS = {"7": [0.1, 0.2]}


@app.get("/customer")
def customer():
    number = int(request.args["number"])
    # ok: raw-request-to-model
    return {"y": model.predict([[number]]).tolist()}
```

Checks that have a name count where they are called, and where they only answer, where the answer is asked:

```python
# file: checks.py
import numpy as np


def require_finite(x):
    if not np.all(np.isfinite(x)):
        raise ValueError("the values must be finite")


def is_finite(x):
    if x is None:
        return False
    return np.isfinite(x).all()

# file: app.py
import joblib
import numpy as np
from checks import is_finite, require_finite
from fastapi import Body, Depends, FastAPI, HTTPException
from pydantic import BaseModel, FiniteFloat, field_validator

app = FastAPI()
model = joblib.load("model.joblib")


class Features(BaseModel):
    size: FiniteFloat
    age: float

    @field_validator("age")
    @classmethod
    def known(cls, value):
        if not np.isfinite(value):
            raise ValueError("the age must be finite")
        return value


def cleaned(body: dict = Body(...)):
    return np.nan_to_num(np.array(body["x"], dtype=float))


@app.post("/a")
def required(body: dict):
    x = np.array(body["x"], dtype=float)
    require_finite(x)
    # ok: raw-request-to-model
    return {"y": model.predict([x]).tolist()}


@app.post("/b")
def asked(body: dict):
    x = np.array(body["x"], dtype=float)
    if not is_finite(x):
        raise HTTPException(422)
    # ok: raw-request-to-model
    return {"y": model.predict([x]).tolist()}


@app.post("/c")
def declared(features: Features):
    # ok: raw-request-to-model
    return {"y": model.predict([[features.size, features.age]]).tolist()}


@app.post("/d")
def injected(x=Depends(cleaned)):
    # ok: raw-request-to-model
    return {"y": model.predict([x]).tolist()}
```

Components with limits, schemas of other libraries and checks of whole objects count as well:

```python
# file: page.py
import gradio as gr
import joblib

model = joblib.load("model.joblib")


def price(size, rooms, kind):
    # ok: raw-request-to-model
    return model.predict([[size, rooms, kind]])[0]


inputs = [gr.Number(minimum=10, maximum=500), gr.Slider(1, 9), gr.Dropdown(choices=[0, 1, 2])]
gr.Interface(fn=price, inputs=inputs, outputs="number").launch()

# file: app.py
import math
from typing import Annotated

import joblib
import msgspec
from fastapi import FastAPI
from flask import Flask, jsonify, request
from marshmallow import Schema, fields, validate
from pydantic import BaseModel, ConfigDict, model_validator
from sklearn.utils import check_array

app = Flask(__name__)
service = FastAPI()
model = joblib.load("model.joblib")


class House(Schema):
    size = fields.Float(required=True, validate=validate.Range(min=10, max=500))


class Flat(msgspec.Struct):
    size: Annotated[float, msgspec.Meta(ge=10, le=500)]


class Strict(BaseModel):
    model_config = ConfigDict(allow_inf_nan=False)
    size: float


class Checked(BaseModel):
    size: float

    @model_validator(mode="after")
    def known(self):
        if not math.isfinite(self.size):
            raise ValueError("the size must be finite")
        return self


@app.post("/house")
def house():
    found = House().load(request.get_json())
    # ok: raw-request-to-model
    return jsonify(model.predict([[found["size"]]]).tolist())


@app.post("/flat")
def flat():
    found = msgspec.json.decode(request.get_data(), type=Flat)
    # ok: raw-request-to-model
    return jsonify(model.predict([[found.size]]).tolist())


@app.post("/array")
def array():
    rows = check_array(request.get_json()["rows"])
    # ok: raw-request-to-model
    return jsonify(model.predict(rows).tolist())


@service.post("/strict")
def strict(found: Strict):
    # ok: raw-request-to-model
    return model.predict([[found.size]]).tolist()


@service.post("/checked")
def checked(found: Checked):
    # ok: raw-request-to-model
    return model.predict([[found.size]]).tolist()
```

```python
import joblib
import numpy as np
import pandas as pd
from flask import Flask, abort, jsonify, request

app = Flask(__name__)
model = joblib.load("model.joblib")


@app.post("/gaps")
def gaps():
    rows = pd.DataFrame(request.get_json()["rows"], columns=["a", "b"])
    if rows.isnull().values.any():
        abort(422)
    # ok: raw-request-to-model
    return jsonify(model.predict(rows).tolist())


@app.post("/finite")
def finite():
    rows = pd.DataFrame(request.get_json()["rows"], columns=["a", "b"]).astype(float)
    if not np.isfinite(rows.to_numpy()).all():
        abort(422)
    # ok: raw-request-to-model
    return jsonify(model.predict(rows).tolist())
```

```python
# file: inputs.py
import math
from typing import Annotated

from fastapi import Depends, HTTPException
from pydantic import BaseModel


class House(BaseModel):
    sizes: list[float]


def known(house: House):
    if len(house.sizes) != 3 or not all(math.isfinite(size) for size in house.sizes):
        raise HTTPException(422)
    return house.sizes


Sizes = Annotated[list[float], Depends(known)]

# file: app.py
import joblib
from fastapi import FastAPI
from inputs import Sizes

app = FastAPI()
model = joblib.load("model.joblib")


@app.post("/predict")
def predict(sizes: Sizes):
    # ok: raw-request-to-model
    return model.predict([sizes]).tolist()

# file: frames.py
import joblib
import pandas as pd
import pandera.pandas as pa
from flask import Flask, jsonify, request
from pandera.typing import DataFrame, Series

app = Flask(__name__)
model = joblib.load("model.joblib")


class Houses(pa.DataFrameModel):
    size: Series[float] = pa.Field(ge=10, le=500)


@pa.check_types
def score(houses: DataFrame[Houses]):
    # ok: raw-request-to-model
    return model.predict(houses)


@app.post("/frames")
def frames():
    return jsonify(score(pd.DataFrame(request.get_json()["rows"])).tolist())
```

Fields of a schema that let NaN through are told where they are declared (`nan-permissive-schema`):

```python
import joblib
from fastapi import FastAPI
from pydantic import BaseModel

app = FastAPI()
model = joblib.load("model.joblib")


class Features(BaseModel):
    x: list[float]


@app.post("/predict")
def predict(features: Features):
    # ok: raw-request-to-model
    return {"y": model.predict([features.x]).tolist()}
```

A vectoriser makes numbers of its own from any text:

```python
import joblib
from flask import Flask, request
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.ensemble import RandomForestClassifier

app = Flask(__name__)
vectorizer = TfidfVectorizer()
forest = RandomForestClassifier()


@app.post("/sentiment")
def sentiment():
    matrix = vectorizer.transform([request.form["text"]])
    # ok: raw-request-to-model
    return {"y": forest.predict(matrix).tolist()}
```

## When it is fine
An earlier layer has checked the same data (a gateway with a schema, a middleware, the caller in an internal network
that is the only one), or the model's own pipeline begins with a step that refuses what it can't handle.

## What it cannot see
Checks in other services, in middleware that is configured outside the code, and in functions of libraries that are not
known to the tool: then the finding carries a doubt. Models of text and images take any text and any decoded image, and
are no subject of this rule.

## References
- FastAPI and pydantic documentation: `allow_inf_nan`, `FiniteFloat`, `Field(ge=, le=)`.
- scikit-learn documentation: estimators that accept NaN.
- CWE-20: Improper Input Validation; CWE-1287: Improper Validation of Specified Type of Input.
"""

from collections.abc import Iterator

from analyzer.api import (
    SENT,
    CallFact,
    DoubtReason,
    Finding,
    Level,
    Precision,
    Provenance,
    Rule,
    RuleContext,
    Trust,
    Value,
)

# Families of scikit-learn whose `predict` validates its input (all but trees and what is made of them).
REFUSING = tuple(
    f"sklearn.{family}."
    for family in ("linear_model", "svm", "neighbors", "naive_bayes", "neural_network", "gaussian_process")
)
FIELD = "nan-field"
SOURCES = ("request", "upload", "socket", "queue")
QUESTION = "Can values that are missing, of another type or not finite reach the model?"


def check(ctx: RuleContext) -> Iterator[Finding]:
    """Inputs of models whose values come from outside, weighed by the checks they have passed."""
    for call in ctx.model_inputs():
        subject = call.subject
        if subject is None or call.api.option("accepts"):
            continue  # a layer gets what the model got
        origins = subject.worst(*SOURCES)
        level, missing = _missing(subject, _refuses(call))
        if not origins or level is None or ctx.is_object(subject) or _is_judged(call) or _is_declared(ctx, subject):
            continue
        doubt = None
        if subject.unknown and not subject.unknown.endswith(SENT):
            doubt = ctx.doubt(DoubtReason.OUTSIDE_PROJECT, f"not seen: {subject.unknown}", QUESTION, subject)
        elif origins[0].detail.startswith("mlflow."):
            text = "MLflow checks types and shapes before, if the model was logged with a signature"
            doubt = ctx.doubt(DoubtReason.OUTSIDE_PROJECT, text, QUESTION, subject)
        yield ctx.finding(
            call.place,
            f"`{call.name}` gets data of {Provenance(Trust.UNTRUSTED, origins[0]).words} {missing}",
            level=level,
            flow=ctx.flow(origins[0], call.place, "the model is given it"),
            doubt=doubt,
        )


def _is_declared(ctx: RuleContext, subject: Value) -> bool:
    """Whether all of it passed a schema, and its fields that let NaN through are told where they are declared."""
    fields = (mark for mark in subject.marks if mark.how == FIELD)
    return "typed" in subject.checks and any(ctx.declared(mark.place) is not None for mark in fields)


def _is_judged(call: CallFact) -> bool:
    """Whether the model is asked about the dataset that it was trained on: a job that trains, and no service."""
    subject = call.subject
    asked = {row.root for row in subject.rows} if subject is not None else set()
    return any(row.root in asked for prediction in call.result.predictions for row in prediction.fit.rows)


def _refuses(call: CallFact) -> bool:
    """Whether the model surely is of a kind that raises for NaN, infinity and a wrong number of columns."""
    types = call.receiver.types if call.receiver is not None else frozenset()
    return bool(types) and all(name.startswith(REFUSING) for name in types)


def _missing(value: Value, refuses: bool) -> tuple[Level | None, str]:
    """How much the missing checks weigh, and which they are."""
    if "finite" in value.checks:
        return None, ""
    if refuses:
        level = Level.NOTE if "typed" in value.checks else Level.WARNING
        return level, "that it may refuse with an error of its own, which the caller sees as one of the server"
    if not value.checks.isdisjoint(("shaped", "bounded")):
        return Level.NOTE, "that may be NaN or infinite, which many models answer without a word"
    if "typed" in value.checks:
        return Level.WARNING, "of which only the types are checked, so it may be NaN, infinite or of any length"
    return Level.ERROR, "that nothing has checked, so it may be missing, of another type or NaN"


RULE = Rule(
    id="raw-request-to-model",
    title="Unchecked data from outside reaches a model",
    level=Level.ERROR,
    precision=Precision.HIGH,
    reads=("model-input",),
    given=("request", "upload", "queue"),
    tags=("validation", "serving"),
    cwe=(20, 1287),
    security_severity=5.3,
    question=QUESTION,
    since="0.1.0",
    check=check,
)
