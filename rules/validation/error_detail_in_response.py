"""## What it finds
The text of any exception, or a traceback, in what a client gets when a model has failed.

## Why it matters
The text of an exception that was not foreseen tells about the inside of the service: paths, names of columns, versions
of libraries, values of other inputs. Whoever probes the service for what breaks it gets the reasons for free.

## Bad
```python
import traceback

import joblib
from fastapi import FastAPI, HTTPException
from flask import Flask, jsonify, request

app = FastAPI()
old = Flask(__name__)
model = joblib.load("model.joblib")


@app.post("/a")
def a(body: dict):
    try:
        return model.predict([body["x"]]).tolist()
    except Exception as error:
        # ruleid: error-detail-in-response
        raise HTTPException(status_code=500, detail=str(error))


@old.post("/b")
def b():
    try:
        return jsonify(model.predict([request.json["x"]]).tolist())
    except Exception as error:
        # ruleid: error-detail-in-response
        return jsonify({"error": f"prediction failed: {error}"}), 500


@old.post("/c")
def c():
    try:
        return jsonify(model.predict([request.json["x"]]).tolist())
    except:
        # ruleid: error-detail-in-response
        return traceback.format_exc(), 500
```

## Good
```python
import logging

import joblib
from fastapi import FastAPI, HTTPException

app = FastAPI()
model = joblib.load("model.joblib")


@app.post("/a")
def a(body: dict):
    try:
        return model.predict([body["x"]]).tolist()
    except ValueError as error:
        # ok: error-detail-in-response
        raise HTTPException(status_code=422, detail=str(error))
    except Exception as error:
        # ok: error-detail-in-response
        logging.error(f"prediction failed: {error}")
        raise HTTPException(status_code=500, detail="prediction failed") from error
```

## When it is fine
A service that only its own developers can reach.

## What it cannot see
Handlers that frameworks are given for all exceptions, and texts that pass through functions of the project.

## References
- CWE-209: Generation of Error Message Containing Sensitive Information.
"""

from collections.abc import Iterator

from analyzer.api import Finding, Level, Place, Precision, Rule, RuleContext


def check(ctx: RuleContext) -> Iterator[Finding]:
    """What puts the text of an exception into an answer, once per place."""
    if ctx.is_test:
        return
    seen: set[Place] = set()
    for caught, call in ctx.caught():
        for place in caught.shown:
            if place not in seen:
                seen.add(place)
                related = [ctx.related(call.place, "the model is asked here")]
                message = f"the client is told the text of whatever `{call.name}` raises, and so about its inside"
                yield ctx.finding(place, message, related=related)


RULE = Rule(
    id="error-detail-in-response",
    title="A client is told the text of an unforeseen exception",
    level=Level.NOTE,
    precision=Precision.HIGH,
    reads=("model-input",),
    given=("request", "upload", "socket"),
    tags=("validation", "serving"),
    cwe=(209,),
    since="0.4.0",
    reach=2,
    check=check,
)
