"""## What it finds
Calls that unpickle: `pickle`, `cloudpickle`, `dill`, `joblib`, `shelve`, `jsonpickle`, `pandas.read_pickle`,
`pandas.read_hdf`, `numpy.load(allow_pickle=True)`, `recv_pyobj` and `marshal`, where the content may come from someone
else. How much a call weighs follows from where its content comes from:

| content | result |
|---|---|
| a request, an upload, a socket, a queue, a download or a hub, with a proven flow | error |
| the command line, standard input | warning, to be reviewed |
| the environment, a configuration file | note, to be reviewed |
| a parameter that any caller can set, or a place that could not be seen | note, to be reviewed |
| a constant path, a file or bytes of this program, a package resource, verified content | no finding |

## Why it matters
A pickle is a program. Loading one calls whatever it names, `os.system` included, before the first byte of data is
looked at, and no check of the loaded object can come early enough. Whoever can choose the content of a model file,
a cache entry or a message runs code with the rights of the service that loads it.

## Bad
```python
import pickle

from flask import Flask, request

app = Flask(__name__)


@app.post("/predict")
def predict():
    # ruleid: pickle-load-of-untrusted-data
    features = pickle.loads(request.get_data())
    return {"rows": len(features)}
```

```python
import io

import joblib
import requests


def latest(url):
    response = requests.get(url, timeout=10)
    buffer = io.BytesIO(response.content)
    # ruleid: pickle-load-of-untrusted-data
    return joblib.load(buffer)
```

```python
import numpy as np


def embeddings(path):
    # ruleid: pickle-load-of-untrusted-data
    first = np.load(path, allow_pickle=True)
    # ruleid: pickle-load-of-untrusted-data
    second = np.load(path, None, True)
    # ruleid: pickle-load-of-untrusted-data
    third = np.load(path, allow_pickle="False")
    return first, second, third
```

```python
# file: store.py
import pickle


def restore(blob):
    # ruleid: pickle-load-of-untrusted-data
    return pickle.loads(blob)

# file: worker.py
import redis

from store import restore

cache = redis.Redis(host="cache")


def job(key):
    return restore(cache.get(key))
```

Keys, indices and branches are followed:

```python
import configparser
import pickle

from flask import Flask, request

app = Flask(__name__)


@app.post("/a")
def by_key():
    given = request.form["blob"]
    settings = configparser.ConfigParser()
    settings.add_section("model")
    settings.set("model", "default", "none")
    settings.set("model", "blob", given)
    # ruleid: pickle-load-of-untrusted-data
    first = pickle.loads(settings.get("model", "blob"))
    # ok: pickle-load-of-untrusted-data
    second = pickle.loads(settings.get("model", "default"))
    return first, second


@app.post("/b")
def by_index():
    blobs = [b"first", request.get_data(), b"last"]
    blobs.pop(0)
    # ruleid: pickle-load-of-untrusted-data
    first = getattr(pickle, "loads")(blobs[0])
    # ok: pickle-load-of-untrusted-data
    second = pickle.loads(blobs[1])
    return first, second


@app.post("/c")
def by_branch():
    size = 86
    blob = b"own" if 7 * 42 - size > 200 else request.get_data()
    # ok: pickle-load-of-untrusted-data
    first = pickle.loads(blob)
    match "ABC"[1]:
        case "A":
            blob = b"own"
        case "B":
            blob = request.get_data()
    # ruleid: pickle-load-of-untrusted-data
    return first, pickle.loads(blob)
```

```python
import argparse
import pickle

parser = argparse.ArgumentParser()
parser.add_argument("model")
args = parser.parse_args()
with open(args.model, "rb") as file:
    # ruleid: pickle-load-of-untrusted-data
    model = pickle.load(file)
```

```python
import pandas as pd
import zmq

# ruleid: pickle-load-of-untrusted-data
frame = pd.read_pickle("https://example.com/features.pkl")

socket = zmq.Context().socket(zmq.PULL)
socket.bind("tcp://*:5555")
# ruleid: pickle-load-of-untrusted-data
task = socket.recv_pyobj()
```

A digest that is only printed verifies nothing:

```python
import hashlib
import pickle

import requests


def fetch(url):
    data = requests.get(url, timeout=10).content
    print("digest as published:", hashlib.sha256(data).hexdigest() == "9f86d081")
    # ruleid: pickle-load-of-untrusted-data
    return pickle.loads(data)
```

What is written to a file is what is loaded from it:

```python
# file: fetch.py
import requests


def fetch(url, path):
    with open(path, "wb") as out:
        out.write(requests.get(url, timeout=10).content)

# file: main.py
import os
import tempfile
import urllib.request

import joblib
from fetch import fetch
from flask import request

fetch("https://example.com/model.joblib", "model.joblib")
# ruleid: pickle-load-of-untrusted-data
model = joblib.load("model.joblib")

urllib.request.urlretrieve("https://example.com/scaler.joblib", "cache/scaler.joblib")
with open("cache/scaler.joblib", "rb") as file:
    # ruleid: pickle-load-of-untrusted-data
    scaler = joblib.load(file)


def upload():
    path = os.path.join(tempfile.mkdtemp(), "model")
    request.files["model"].save(path)
    # ruleid: pickle-load-of-untrusted-data
    return joblib.load(path)
```

```python
import pickle


class Loud(pickle.Unpickler):
    def persistent_load(self, pid):
        return None


def restore(file):
    # ruleid: pickle-load-of-untrusted-data
    return Loud(file).load()
```

## Good
The content is the program's own, or data in a format that holds nothing but data.

```python
import pickle
from pathlib import Path

import joblib

# ok: pickle-load-of-untrusted-data
model = joblib.load("models/model.joblib")
# ok: pickle-load-of-untrusted-data
scaler = pickle.load(open(Path(__file__).parent / "scaler.pkl", "rb"))
with open("encoder.pkl", "rb") as file:
    # ok: pickle-load-of-untrusted-data
    encoder = pickle.load(file)
```

```python
import tempfile
from pathlib import Path

import joblib


def check(model, path):
    joblib.dump(model, path)
    # ok: pickle-load-of-untrusted-data
    same = joblib.load(path)
    with tempfile.TemporaryDirectory() as folder:
        other = Path(folder) / "model.joblib"
        joblib.dump(model, other)
        # ok: pickle-load-of-untrusted-data
        return same, joblib.load(other)
```

```python
import pickle


def clone(estimator):
    # ok: pickle-load-of-untrusted-data
    return pickle.loads(pickle.dumps(estimator))
```

```python
import json

from flask import request


def features():
    # ok: pickle-load-of-untrusted-data
    return json.loads(request.get_data())
```

```python
import numpy as np


def arrays(path):
    # ok: pickle-load-of-untrusted-data
    plain = np.load(path)
    # ok: pickle-load-of-untrusted-data
    explicit = np.load(path, allow_pickle=False)
    return plain, explicit
```

```python
import hashlib
import hmac
import pickle

from flask import request

KEY = b"from the secret store"


def restore():
    body = request.get_data()
    given = request.headers["X-Signature"]
    expected = hmac.new(KEY, body, hashlib.sha256).hexdigest()
    if not hmac.compare_digest(expected, given):
        raise ValueError("the signature is wrong")
    # ok: pickle-load-of-untrusted-data
    return pickle.loads(body)
```

```python
# file: integrity.py
import hashlib

DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"


def is_genuine(data):
    return hashlib.sha256(data).hexdigest() == DIGEST


def require_genuine(data):
    digest = hashlib.sha256()
    digest.update(data)
    if digest.hexdigest() != DIGEST:
        raise ValueError("the file is not the one that was published")

# file: fetch.py
import pickle

import requests
from integrity import is_genuine, require_genuine


def first(url):
    data = requests.get(url, timeout=10).content
    if not is_genuine(data):
        raise ValueError("the file is not the one that was published")
    # ok: pickle-load-of-untrusted-data
    return pickle.loads(data)


def second(url):
    data = requests.get(url, timeout=10).content
    require_genuine(data)
    # ok: pickle-load-of-untrusted-data
    return pickle.loads(data)
```

```python
import pickle

ALLOWED = {("numpy", "ndarray"), ("numpy", "dtype")}


class Restricted(pickle.Unpickler):
    def find_class(self, module, name):
        if (module, name) not in ALLOWED:
            raise pickle.UnpicklingError(f"{module}.{name} is not allowed")
        return super().find_class(module, name)


def restore(file):
    # ok: pickle-load-of-untrusted-data
    return Restricted(file).load()
```

```python
import pickle


def save(model, path):
    with open(path, "wb") as file:
        # ok: pickle-load-of-untrusted-data
        pickle.dump(model, file)
```

```python
import joblib
from flask import Flask, abort, request

app = Flask(__name__)
MODELS = {"churn": "models/churn.joblib", "price": "models/price.joblib"}


@app.get("/a")
def listed():
    name = request.args["model"]
    if name not in ("churn", "price"):
        abort(404)
    # ok: pickle-load-of-untrusted-data
    return joblib.load(f"models/{name}.joblib").describe()


@app.get("/b")
def looked_up():
    # ok: pickle-load-of-untrusted-data
    return joblib.load(MODELS[request.args["model"]]).describe()
```

## When it is fine
The file can only be written by those who may run code on this machine anyway: an artefact of the same pipeline, a cache
in a folder of the same user, a message over a pipe between processes of one program. Writing pickles is no hazard in
itself.

## What it cannot see
Access rights of files, buckets and caches; signatures that are checked by other programs. Whether the `find_class` of a
restricted Unpickler is strict is not judged: a list of modules alone can be bypassed.

```python
import pickle


class Lenient(pickle.Unpickler):
    def find_class(self, module, name):
        return super().find_class(module, name)


def restore(file):
    # todoruleid: pickle-load-of-untrusted-data
    return Lenient(file).load()
```

## References
- Python documentation, `pickle`: warning at the top of the page, and "Restricting Globals".
- joblib documentation, "Persistence": the warning on untrusted files.
- NumPy documentation, `numpy.load`: `allow_pickle`; CVE-2019-6446.
- CWE-502: Deserialization of Untrusted Data.
"""

from collections.abc import Iterator

from analyzer.api import CallFact, Doubt, DoubtReason, Finding, Level, Precision, Rule, RuleContext

QUESTION = "Can someone who may not run code on this machine choose what is unpickled here?"


def check(ctx: RuleContext) -> Iterator[Finding]:
    """Calls that unpickle, weighed by where the content comes from."""
    for call in ctx.calls("load.pickle", "load.marshal"):
        unpickles, gap = _unpickles(ctx, call)
        if not unpickles or _restricted(ctx, call):
            continue
        finding = ctx.loaded(
            call,
            f"`{call.name}` runs code that is hidden in what it loads, which comes from {{origin}}",
            QUESTION,
            gap=gap,
        )
        if finding is not None:
            yield finding


def _unpickles(ctx: RuleContext, call: CallFact) -> tuple[bool, Doubt | None]:
    """Whether the call unpickles at all, or may: some only do so if an argument says so."""
    switch = call.api.option("when")
    if not switch:
        return True, None
    value = call.args.get(switch)
    if value is None and not call.open:
        since = call.api.option("safe_since")
        return bool(since) and ctx.at_least("numpy", since) is False, None
    if value is not None and value.truth is not None:
        return value.truth, None
    text = f"`{switch}` is not a constant" if value is not None else f"`{switch}` may be among `{call.open}`"
    return True, ctx.doubt(DoubtReason.UNRESOLVED_VALUE, text, f"Can `{switch}` be true here?", value)


def _restricted(ctx: RuleContext, call: CallFact) -> bool:
    """Whether a class of the project decides what may be loaded."""
    types = call.receiver.types if call.receiver is not None else frozenset()
    return any(ctx.defines(name, "find_class") for name in types)


RULE = Rule(
    id="pickle-load-of-untrusted-data",
    title="Content that others can choose is unpickled",
    level=Level.ERROR,
    precision=Precision.HIGH,
    reads=("load.pickle", "load.marshal"),
    tags=("security", "pickle"),
    cwe=(502,),
    security_severity=9.3,
    question=QUESTION,
    since="0.1.0",
    check=check,
)
