"""## What it finds
Modules that are imported and functions that are looked up by a name which others choose: `importlib.import_module`,
`__import__`, `pydoc.locate`, `globals()[name]` and `locals()[name]`, with a name that comes from a request, an upload,
a message, a download, a hub, an archive or the output of a model.

## Why it matters
To import a module is to run it, and what is taken out of it by name is mostly called next. Every module that is
installed is in reach: `subprocess`, `pip`, `antigravity`, and files that were uploaded to a folder of the search path.
`globals()` holds all that a module defines and imports.

It is a warning where loading somebody's pickle is an error: only what is installed or lies on the search path can be
named, and code often looks at what it was given before it is called.

A plug-in that the operator names on the command line, in the environment or in a configuration is meant to be imported.
Those, parameters and what is not known are no findings.

## Bad
```python
import importlib
import pydoc

from flask import Flask, request

app = Flask(__name__)


@app.post("/metric")
def metric():
    name = request.json["metric"]
    module, _, function = name.rpartition(".")
    # ruleid: untrusted-lookup
    first = getattr(importlib.import_module(module), function)
    # ruleid: untrusted-lookup
    second = __import__(module)
    # ruleid: untrusted-lookup
    third = pydoc.locate(name)
    return {"score": first([1, 2]), "others": [second, third]}
```

```python
import importlib
import json

from huggingface_hub import hf_hub_download


def architecture(repository):
    with open(hf_hub_download(repository, "config.json")) as file:
        config = json.load(file)
    # ruleid: untrusted-lookup
    module = importlib.import_module(config["library_name"])
    return getattr(module, config["class"])
```

```python
from flask import Flask, request

app = Flask(__name__)


def rows(data):
    return len(data)


@app.get("/<name>")
def dispatch(name):
    # ruleid: untrusted-lookup
    return globals()[name](request.get_json())


@app.get("/local/<name>")
def local(name):
    # ruleid: untrusted-lookup
    function = locals().get(name)
    return function(request.get_json())
```

## Good
A table of what may be named, or a check against one, decides:

```python
import importlib

from flask import abort, request

METRICS = {"accuracy": "metrics.accuracy", "f1": "metrics.f1"}


def metric():
    # ok: untrusted-lookup
    module = importlib.import_module(METRICS[request.json["metric"]])
    name = request.json["other"]
    if name not in ("accuracy", "f1"):
        abort(400)
    # ok: untrusted-lookup
    other = importlib.import_module(f"metrics.{name}")
    return {"scores": [module.score(), other.score()]}
```

```python
import argparse
import importlib
import os

from flask import Flask

app = Flask(__name__)


def plug_in(name):
    # ok: untrusted-lookup
    return importlib.import_module(name)


parser = argparse.ArgumentParser()
parser.add_argument("--plugin")
args = parser.parse_args()
# ok: untrusted-lookup
chosen = importlib.import_module(args.plugin)
# ok: untrusted-lookup
backend = importlib.import_module(os.environ["BACKEND"])
numpy = plug_in("numpy")
```

```python
from flask import Flask, request

LIMIT = 3
app = Flask(__name__)


@app.get("/limit")
def limit():
    # ok: untrusted-lookup
    return request.args["name"] + str(globals()["LIMIT"])


def build(settings):
    # ok: untrusted-lookup
    return globals()[settings["model"]]()
```

A module of one package, whatever its name:

```python
import importlib

from flask import request


def metric():
    # ok: untrusted-lookup
    return importlib.import_module("company.metrics." + request.json["metric"]).score()
```

## When it is fine
The name was compared with those that are allowed in a way that is not seen here.

## What it cannot see
Names that come from a download or a socket in code that serves no requests and asks no hub: nearly every program
imports something by name, and most of them fetch something.

```python
import importlib

import requests

name = requests.get("https://example.com/plugin", timeout=10).text
# todoruleid: untrusted-lookup
plugin = importlib.import_module(name)
```

What is asked of the text of a name is not understood, unless it is compared with those that are allowed.

```python
import importlib

from flask import request


def metric():
    name = request.json["metric"]
    if not name.isidentifier():
        raise ValueError(name)
    # todook: untrusted-lookup
    return importlib.import_module(name).score()
```

## References
- Python documentation, `importlib.import_module`, `pydoc.locate`.
- CWE-470: Use of Externally-Controlled Input to Select Classes or Code. CWE-94: Code Injection.
"""

from collections.abc import Iterator
from dataclasses import replace

from analyzer.api import CallFact, Finding, Level, Precision, Rule, RuleContext, Trust, beginning, provenance

QUESTION = "Can someone who may not run code on this machine choose which module or function is looked up here?"


def check(ctx: RuleContext) -> Iterator[Finding]:
    """Imports and look-ups by a name that anybody can choose."""
    for call in ctx.calls("import", "eval.name"):
        if provenance(call.subject).trust is not Trust.UNTRUSTED or _is_confined(call):
            continue
        imports = "import" in call.api.roles
        does = f"`{call.name}` imports, and so runs, the module" if imports else "a table of all names gives the one"
        verb = "imports" if imports else "looks up"
        finding = ctx.loaded(call, f"{does} that {{origin}} names", QUESTION, verb=verb)
        if finding is not None:
            yield replace(finding, level=None)  # the rule's: only what is installed can be named


def _is_confined(call: CallFact) -> bool:
    """Whether only modules of one package can be meant: `f"package.metrics.{name}"`."""
    return "import" in call.api.roles and call.subject is not None and "." in beginning(call.subject)


RULE = Rule(
    id="untrusted-lookup",
    title="Others choose which module or function is looked up",
    level=Level.WARNING,
    precision=Precision.MEDIUM,
    reads=("import", "eval.name"),
    given=("request", "upload", "hub"),
    tags=("security",),
    cwe=(470, 94),
    security_severity=6.5,
    question=QUESTION,
    since="0.2.0",
    reach=2,
    check=check,
)
