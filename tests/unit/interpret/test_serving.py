"""What is known of the code between a request and a model: who orders the features, who waits, who swallows errors?"""

import textwrap

import pytest

from analyzer.interpret.entry import interpret
from analyzer.interpret.facts import CallFact, Facts
from analyzer.knowledge.vocabulary import Ask, Vocabulary
from tests.unit.interpret.programs import project_of

_HEAD = """
import asyncio
import joblib
import numpy as np
import pandas as pd
from fastapi import FastAPI
from flask import Flask, request
from pydantic import BaseModel

app = FastAPI()
old = Flask(__name__)
model = joblib.load("model.joblib")
NAMES = ["a", "b"]


class Features(BaseModel):
    a: float
    b: int


"""


def _facts(code: str) -> Facts:
    project, _ = project_of({"main.py": _HEAD + textwrap.dedent(code)})
    return interpret(project, "main", Vocabulary([Ask(frozenset({"model-input"}), frozenset({"request"}))]))


def _asked(body: str, parameters: str = "body: dict", head: str = "@app.post('/p')\ndef p") -> CallFact:
    """The only call of a model in a handler with this body."""
    facts = _facts(f"{head}({parameters}):\n" + textwrap.indent(textwrap.dedent(body), "    "))
    (call,) = facts.calls
    return call


def _marks(call: CallFact) -> set[str]:
    assert call.subject is not None
    return {mark.how for mark in call.subject.marks}


@pytest.mark.parametrize(
    ("body", "marks"),
    [
        ("model.predict([list(body.values())])", {"client-order"}),
        ("model.predict([[float(v) for k, v in body.items()]])", {"client-order"}),
        ("model.predict([[body[k] for k in body]])", {"client-order"}),
        ("model.predict([list({**body}.values())])", {"client-order"}),
        ("model.predict([list(dict(body).values())])", {"client-order"}),
        ("model.predict(pd.DataFrame([body]).to_numpy())", {"client-order"}),
        ("model.predict(pd.DataFrame([body]).values)", {"client-columns"}),
        ("model.predict(pd.DataFrame(body, index=[0]))", {"client-columns"}),
        ("model.predict(pd.json_normalize(body))", {"client-columns"}),
        ("model.predict(pd.DataFrame([body])[NAMES])", set()),
        ("model.predict(pd.DataFrame([body]).reindex(columns=NAMES))", set()),
        ("model.predict(pd.DataFrame([body['rows']], columns=NAMES))", set()),
        ("model.predict([[v for k, v in sorted(body.items())]])", set()),
        ("model.predict([[body[k] for k in NAMES]])", set()),
        ("model.predict([body['a'], body.get('b')])", set()),
        ("numbers = {k: float(v) for k, v in body.items()}\nmodel.predict([[numbers['a'], numbers.get('b')]])", set()),
        ("row = np.zeros(2)\nfor k, v in body.items():\n    row[NAMES.index(k)] = v\nmodel.predict([row])", set()),
        ("if list(body.keys()) != NAMES:\n    return 1\nmodel.predict([list(body.values())])", set()),
    ],
)
def test_who_orders_the_features(body: str, marks: set[str]) -> None:
    assert _marks(_asked(body)) == marks


@pytest.mark.parametrize(
    ("body", "details"),
    [
        ("model.predict([[row.a, row.b]])", {"a"}),
        ("model.predict([[row.b]])", set()),
        ("model.predict([list(row.model_dump().values())])", {"a"}),
        ("values = row.model_dump()\nmodel.predict([[values['a']]])", {"a"}),
    ],
)
def test_fields_that_let_nan_through(body: str, details: set[str]) -> None:
    call = _asked(body, "row: Features")
    assert call.subject is not None
    assert {mark.detail for mark in call.subject.marks if mark.how == "nan-field"} == details


@pytest.mark.parametrize(
    ("head", "body", "blocks"),
    [
        ("@app.post('/p')\nasync def p", "model.predict([body])", True),
        ("@app.post('/p')\ndef p", "model.predict([body])", False),
        ("@app.post('/p')\nasync def p", "await asyncio.to_thread(model.predict, [body])", False),
        ("@app.post('/p')\nasync def p", "await asyncio.to_thread(lambda: model.predict([body]))", False),
        ("@app.post('/p')\nasync def p", "(lambda: model.predict([body]))()", True),
    ],
)
def test_what_an_event_loop_waits_for(head: str, body: str, blocks: bool) -> None:
    call = _asked(body, head=head)
    assert (call.served, call.blocks) == ("fastapi.FastAPI.post", blocks)


def test_what_no_framework_calls_serves_nobody() -> None:
    facts = _facts("def p():\n    return model.predict([request.json])\n")
    assert [call.served for call in facts.calls] == [""]


@pytest.mark.parametrize(
    ("handler", "how", "doubtful"),
    [
        ("except Exception:\n    return {'y': 0.0}", "constant", False),
        ("except:\n    return None", "constant", False),
        ("except Exception:\n    pass", "ignored", False),
        ("except Exception:\n    y = 0", "assigned", False),
        ("except Exception as error:\n    print(error)\n    return {'y': -1}", "constant", False),
        ("except Exception as error:\n    return {'y': str(error)}", "", False),
        ("except Exception:\n    return {'error': 'no prediction'}", "", False),
        ("except Exception:\n    raise", "", False),
        ("except Exception:\n    report()\n    return 0", "", False),
    ],
)
def test_what_becomes_of_an_error(handler: str, how: str, doubtful: bool) -> None:
    body = "try:\n    y = model.predict([body])\n" + handler + "\nreturn {'y': y}"
    code = "@app.post('/p')\ndef p(body: dict):\n" + textwrap.indent(body, "    ")
    (caught,) = _facts(code).caught
    assert (caught.how, caught.doubtful) == (how, doubtful)


def test_other_exceptions_are_not_read() -> None:
    code = "@app.post('/p')\ndef p(body: dict):\n    try:\n        return model.predict([body])\n"
    assert _facts(f"{code}    except KeyError:\n        return 0\n").caught == []


def test_a_function_that_gives_nothing_may_be_asked_about_it() -> None:
    code = (
        "def rate(body):\n    try:\n        return model.predict([body])\n    except Exception:\n        return None\n"
    )
    facts = _facts(f"{code}@app.post('/p')\ndef p(body: dict):\n    return rate(body)\n")
    assert {(each.how, each.doubtful) for each in facts.caught} == {("nothing", True)}


@pytest.mark.parametrize(
    ("body", "sized"),
    [
        ("if len(body) > 9:\n    return 1\nmodel.predict([body])", True),
        ("if len(body) < 9:\n    return 1\nmodel.predict([body])", False),
        ("model.predict([body[:9]])", True),
        ("model.predict([body[9:]])", False),
        ("if request.content_length > 9:\n    return 1\nmodel.predict([body])", True),
    ],
)
def test_limits_to_the_size(body: str, sized: bool) -> None:
    call = _asked(body, "body: str")
    assert call.subject is not None
    assert ("sized" in call.subject.checks) == sized


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("[[cleaned['a'], 1]]", "not known"),
        ("[[body['a'], cleaned['b']]]", "not known"),
        ("[[body['a'], float(body['b'])]]", ""),
        ("[list(body.values())]", ""),
        ("[[body.get(name) for name in NAMES]]", ""),
        ("[[1, 2]]", ""),
    ],
)
def test_a_list_tells_that_code_that_is_not_seen_made_a_member(row: str, why: str) -> None:
    call = _asked(f"from other_package import clean\ncleaned = clean(body)\nmodel.predict({row})")
    assert call.subject is not None
    assert call.subject.unknown.endswith(why)
    assert bool(call.subject.unknown) is bool(why)
