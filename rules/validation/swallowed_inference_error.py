"""## What it finds
A handler that catches everything (`except:`, `except Exception:`) around a call of a model, and puts something else in
the place of the answer: a number, None, an empty list; or that goes on as if nothing had happened.

## Why it matters
The caller cannot tell a prediction from a failure. A renamed column, a model of another version or a full disk turns
every answer into `0.0`, the service stays green, and the numbers are used.

## Bad
```python
import joblib
from flask import Flask, jsonify, request

app = Flask(__name__)
model = joblib.load("model.joblib")


@app.post("/a")
def a():
    try:
        return jsonify({"score": float(model.predict([request.json["x"]])[0])})
    # ruleid: swallowed-inference-error
    except Exception:
        return jsonify({"score": 0.0})


@app.post("/b")
def b():
    score = 0.0
    try:
        score = model.predict([request.json["x"]])[0]
    # ruleid: swallowed-inference-error
    except:
        pass
    return jsonify({"score": score})


def rate(row):
    try:
        return model.predict([row])[0]
    # ruleid: swallowed-inference-error
    except Exception as error:
        print("no prediction", error)
        return 0.5


def rate_all(rows):
    found = []
    for row in rows:
        try:
            found.append(model.predict([row])[0])
        # ruleid: swallowed-inference-error
        except Exception:
            continue
    return found
```

## Good
```python
import logging

import joblib
from fastapi import FastAPI, HTTPException
from flask import Flask, jsonify, request

app = FastAPI()
old = Flask(__name__)
model = joblib.load("model.joblib")


@app.post("/a")
def a(body: dict):
    try:
        return {"score": float(model.predict([body["x"]])[0])}
    # ok: swallowed-inference-error
    except Exception as error:
        logging.exception("no prediction")
        raise HTTPException(500, "no prediction") from error


@old.post("/b")
def b():
    try:
        return jsonify({"score": float(model.predict([request.json["x"]])[0])})
    # ok: swallowed-inference-error
    except Exception:
        return jsonify({"error": "no prediction"}), 500


@old.post("/c")
def c():
    try:
        row = [float(request.json["x"])]
    # ok: swallowed-inference-error
    except Exception:
        row = [0.0]
    return jsonify({"score": float(model.predict([row])[0])})


@old.post("/d")
def d():
    try:
        return jsonify({"score": float(model.predict([request.json["x"]])[0])})
    # ok: swallowed-inference-error
    except KeyError:
        return jsonify({"score": None})
```

## When it is fine
What only a log or a terminal is told, if no client waits for the answer. A fallback that is meant and is said in the
answer (`"fallback": true`) or counted by a metric that raises an alarm.

## What it cannot see
What callers make of None or of an empty list: where a function that no framework calls gives one of these, the finding
carries a doubt. Handlers of single kinds of exceptions are left alone.

## References
- CWE-391: Unchecked Error Condition; CWE-755: Improper Handling of Exceptional Conditions.
"""

from collections.abc import Iterator

from analyzer.api import CallFact, Caught, DoubtReason, Finding, Level, Place, Precision, Rule, RuleContext

QUESTION = "Can a failure of the model be taken for one of its answers?"
WORDS = {
    "constant": "answers with a constant",
    "nothing": "gives an empty answer",
    "skipped": "goes on with the next one",
    "assigned": "puts another value in its place",
    "ignored": "goes on",
}


def check(ctx: RuleContext) -> Iterator[Finding]:
    """Handlers that put something in the place of a model's answer, once each."""
    if ctx.is_test:
        return
    found: dict[Place, Finding] = {}
    for caught, call in ctx.caught():
        if _is_told(caught, call):
            continue
        if caught.how and (caught.place not in found or caught.served):
            message = f"`except` {WORDS[caught.how]} when `{call.name}` fails, which nobody can tell from a prediction"
            related = [ctx.related(call.place, "the model is asked here")]
            doubt = None
            if caught.doubtful:
                text = "code further on may ask whether there is an answer"
                doubt = ctx.doubt(DoubtReason.INTENT, text, QUESTION)
            found[caught.place] = ctx.finding(caught.place, message, level=_level(caught), related=related, doubt=doubt)
    yield from found.values()


def _is_told(caught: Caught, call: CallFact) -> bool:
    """Whether whoever runs the code learns of the failure, or the model is judged where it was trained."""
    quiet = caught.how in ("ignored", "nothing") and caught.logged
    return not caught.served and (quiet or bool(call.result.predictions))


def _level(caught: Caught) -> Level:
    """An error if a request gets a made-up value and not even a log tells of it."""
    made_up = caught.served and not caught.logged and caught.how not in ("ignored", "nothing")
    return Level.ERROR if made_up and not caught.doubtful else Level.WARNING


RULE = Rule(
    id="swallowed-inference-error",
    title="A failure of a model is passed off as an answer",
    level=Level.WARNING,
    precision=Precision.HIGH,
    reads=("model-input",),
    tags=("validation", "serving", "reliability"),
    cwe=(391, 755),
    question=QUESTION,
    since="0.4.0",
    reach=1,
    check=check,
)
