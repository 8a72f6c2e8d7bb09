"""## What it finds
Calls that unpickle: `pickle`, `cloudpickle`, `dill`, `joblib`, `shelve`, `jsonpickle`, `pandas.read_pickle`,
`pandas.read_hdf` and `HDFStore` (columns of objects are pickled), `numpy.load(allow_pickle=True)`, `recv_pyobj` and
`marshal`, where the content may come from someone else; caches that pickle their entries (`diskcache`,
`joblib.Memory`, `cachelib`, `klepto`) in a folder where others can write. How much a call weighs follows from where
its content comes from:

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

numpy unpickled by default before 1.16.3:

```python
# file: requirements.txt
numpy==1.16.2

# file: embeddings.py
import numpy as np


def embeddings(path):
    # ruleid: pickle-load-of-untrusted-data
    return np.load(path)
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

References are calls where somebody calls them:

```python
import pickle
from concurrent.futures import ThreadPoolExecutor

from flask import request


def restore():
    # ruleid: pickle-load-of-untrusted-data
    first = list(map(pickle.loads, [request.get_data()]))
    with ThreadPoolExecutor() as pool:
        # ruleid: pickle-load-of-untrusted-data
        return first, list(pool.map(pickle.loads, request.files.values()))
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

A digest verifies content if it is not taken from the same place, and if it is that content which is loaded:

```python
import hashlib
from pathlib import Path

import joblib
import pickle
import requests

DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"


def beside(url):
    data = requests.get(url, timeout=10).content
    if hashlib.sha256(data).hexdigest() != requests.get(url + ".sha256", timeout=10).text:
        raise ValueError("the file is damaged")
    # ruleid: pickle-load-of-untrusted-data
    return pickle.loads(data)


def again(path):
    if hashlib.sha256(Path(path).read_bytes()).hexdigest() != DIGEST:
        raise ValueError("the file is not the one that was published")
    # ruleid: pickle-load-of-untrusted-data
    return joblib.load(path)
```

Snippets leave their imports out:

```python
def profile(request):
    # ruleid: pickle-load-of-untrusted-data
    return pickle.loads(request.cookies.get("profile"))
```

A cache in a folder where everybody can write is everybody's:

```python
import diskcache
from joblib import Memory

# ruleid: pickle-load-of-untrusted-data
cache = diskcache.Cache("/tmp/features")
# ruleid: pickle-load-of-untrusted-data
memory = Memory(location="/dev/shm/joblib")
# ok: pickle-load-of-untrusted-data
plain = diskcache.Cache("/tmp/texts", disk=diskcache.JSONDisk)
# ok: pickle-load-of-untrusted-data
own = diskcache.Cache("cache")
# ok: pickle-load-of-untrusted-data
fresh = diskcache.FanoutCache()
```

```python
import numpy as np
import pandas as pd


def read(path, file):
    # ok: pickle-load-of-untrusted-data
    with pd.HDFStore(path, mode="w") as out:
        out.put("rows", pd.DataFrame())
    # ruleid: pickle-load-of-untrusted-data
    store = pd.HDFStore(file, mode="r")
    # ruleid: pickle-load-of-untrusted-data
    return store["rows"], np.lib.format.read_array(file, allow_pickle=True)
```

A scanner that looks for known callables can be got around, so that there is still something to review:

```python
import pickle

import requests
from picklescan.scanner import scan_file_path


def fetch(url):
    with open("model.pkl", "wb") as out:
        out.write(requests.get(url, timeout=10).content)
    if scan_file_path("model.pkl").infected_files:
        raise ValueError("the file is infected")
    with open("model.pkl", "rb") as file:
        # ruleid: pickle-load-of-untrusted-data
        return pickle.load(file)
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

A class that says what may be built is judged by the body of its `find_class`. What lets more through than listed pairs
of module and name can be got past: modules import other modules, so that `os.system` can be reached through `numpy`.

```python
import pickle

ALLOWED = {"numpy", "collections"}
REFUSED = {"os", "posix", "subprocess"}


class Loud(pickle.Unpickler):
    def persistent_load(self, pid):
        return None


class ByModule(pickle.Unpickler):
    def find_class(self, module, name):
        if module in ALLOWED:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(module)


class ByPrefix(pickle.Unpickler):
    def find_class(self, module, name):
        if not module.startswith("numpy"):
            raise pickle.UnpicklingError(module)
        return super().find_class(module, name)


class BlockList(pickle.Unpickler):
    def find_class(self, module, name):
        if module in REFUSED:
            raise pickle.UnpicklingError(module)
        return super().find_class(module, name)


class Renaming(pickle.Unpickler):
    def find_class(self, module, name):
        if module == "project.old":
            module = "project.new"
        return super().find_class(module, name)


class FallingBack(pickle.Unpickler):
    def find_class(self, module, name):
        try:
            self.check(module, name)
        except ValueError:
            print("not allowed:", module, name)
        return super().find_class(module, name)

    def check(self, module, name):
        if (module, name) != ("numpy", "dtype"):
            raise ValueError(name)


class Generous(pickle.Unpickler):
    def find_class(self, module, name):
        if (module, name) in {("numpy", "dtype"), ("builtins", "getattr")}:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(module)


def restore(file):
    # ruleid: pickle-load-of-untrusted-data
    yield Loud(file).load()
    # ruleid: pickle-load-of-untrusted-data
    yield ByModule(file).load()
    # ruleid: pickle-load-of-untrusted-data
    yield ByPrefix(file).load()
    # ruleid: pickle-load-of-untrusted-data
    yield BlockList(file).load()
    # ruleid: pickle-load-of-untrusted-data
    yield Renaming(file).load()
    # ruleid: pickle-load-of-untrusted-data
    yield FallingBack(file).load()
    # ruleid: pickle-load-of-untrusted-data
    yield Generous(file).load()
```

A class that restricts loads helps those who call it:

```python
import pickle

from flask import request


class SafeUnpickler(pickle.Unpickler):
    def find_class(self, module, name):
        raise pickle.UnpicklingError(f"{module}.{name} is not allowed")


def restore():
    # ruleid: pickle-load-of-untrusted-data
    return pickle.loads(request.get_data())
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
# file: lists.py
PAIRS = {("numpy", "ndarray"), ("numpy", "dtype")}
NAMES = {"builtins": {"set", "range"}, "collections": {"OrderedDict"}}

# file: restricted.py
import builtins
import importlib
import pickle

from lists import NAMES, PAIRS

TEXTS = frozenset(["numpy.dtype", "builtins.set"])
CLASSES = {("builtins", "set"): set, ("builtins", "range"): range}


class ByPair(pickle.Unpickler):
    def find_class(self, module, name):
        if (module, name) not in PAIRS:
            raise pickle.UnpicklingError(f"{module}.{name} is not allowed")
        return super().find_class(module, name)


class BuiltIn(pickle.Unpickler):
    allowed = {"range", "complex", "set"}

    def find_class(self, module, name):
        if module == "builtins" and name in self.allowed:
            return getattr(builtins, name)
        raise pickle.UnpicklingError(name)


class ByText(pickle.Unpickler):
    def find_class(self, module, name):
        full = f"{module}.{name}"
        if full in TEXTS:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(full)


class ByModule(pickle.Unpickler):
    def is_allowed(self, module, name):
        return name in NAMES.get(module, ())

    def find_class(self, module, name):
        if not self.is_allowed(module, name):
            raise pickle.UnpicklingError(name)
        return getattr(importlib.import_module(module), name)


class LookedUp(pickle.Unpickler):
    def find_class(self, module, name):
        try:
            return CLASSES[module, name]
        except KeyError:
            raise pickle.UnpicklingError(name) from None


def restore(file):
    # ok: pickle-load-of-untrusted-data
    yield ByPair(file).load()
    # ok: pickle-load-of-untrusted-data
    yield BuiltIn(file).load()
    # ok: pickle-load-of-untrusted-data
    yield ByText(file).load()
    # ok: pickle-load-of-untrusted-data
    yield ByModule(file).load()
    # ok: pickle-load-of-untrusted-data
    yield LookedUp(file).load()
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
Access rights of files, buckets and caches; signatures that are checked by other programs. Of a listed class that runs
code when it is built, only the best known are noticed (`eval`, `getattr`, `os.system`, …):

```python
import pickle

ALLOWED = {("project.tasks", "Task")}  # whose constructor runs a command


class Restricted(pickle.Unpickler):
    def find_class(self, module, name):
        if (module, name) in ALLOWED:
            return super().find_class(module, name)
        raise pickle.UnpicklingError(name)


def restore(file):
    # todoruleid: pickle-load-of-untrusted-data
    return Restricted(file).load()
```

## References
- Python documentation, `pickle`: warning at the top of the page, and "Restricting Globals".
- joblib documentation, "Persistence": the warning on untrusted files.
- NumPy documentation, `numpy.load`: `allow_pickle`; CVE-2019-6446.
- CVE-2025-69872: `diskcache` unpickles what is in its folder.
- CVE-2025-1716, CVE-2025-10155: ways around `picklescan`.
- CWE-502: Deserialization of Untrusted Data.
"""

from collections.abc import Iterator
from dataclasses import replace

from analyzer.api import (
    CallFact,
    Doubt,
    DoubtReason,
    Finding,
    Level,
    Precision,
    Remedy,
    Rule,
    RuleContext,
    Trust,
    provenance,
)

QUESTION = "Can someone who may not run code on this machine choose what is unpickled here?"
LIST_QUESTION = "Does `{name}` let anything through that is not one of a fixed list of (module, name) pairs?"


def check(ctx: RuleContext) -> Iterator[Finding]:
    """Calls that unpickle, weighed by where the content comes from."""
    scans: list[CallFact] = []
    for call in ctx.calls("load.pickle", "load.marshal", "load.cache", "scan.pickle"):
        if "scan.pickle" in call.api.roles:
            scans.append(call)
            continue
        finding = _shared(ctx, call) if "load.cache" in call.api.roles else _loaded(ctx, call)
        if finding is not None:
            yield _scanned(ctx, call, finding, scans)


def _loaded(ctx: RuleContext, call: CallFact) -> Finding | None:
    unpickles, gap = _unpickles(ctx, call)
    own = call.restriction
    if not unpickles or (own is not None and own.verdict == "listed"):
        return None
    message = f"`{call.name}` runs code that is hidden in what it loads, which comes from {{origin}}"
    related = [] if own is None else [ctx.related(own.place, f"`{own.name}` decides here")]
    if own is not None:
        message += f"; `{own.name}` {own.why}"
        gap = _undecided(ctx, call) if own.verdict == "undecided" else gap
    elif call.api.name.startswith("pickle.") and (idle := _restricted_classes(ctx)):
        message += f"; `{idle[0]}` of this file, which restricts that, is not used for it"
    finding = ctx.loaded(call, message, QUESTION, gap=gap, remedy=_remedy(ctx, call))
    return None if finding is None else replace(finding, related=tuple(related))


def _remedy(ctx: RuleContext, call: CallFact) -> Remedy | None:
    """Without pickles, where an argument says whether any are read; arrays of objects are then refused."""
    switch = call.api.option("when")
    if not switch:
        return None
    changes = (ctx.set_argument(call, switch, "False"),)
    return Remedy(title=f"Refuse pickles, with `{switch}=False`", changes=changes, safe=False)


def _shared(ctx: RuleContext, call: CallFact) -> Finding | None:
    """A cache whose entries are pickled, in a folder where others can write or that comes from elsewhere."""
    folder, disk = call.api.option("folder"), call.args.get("disk")
    safe = call.api.option("safe_disk")
    if disk is not None and safe and any(safe in {name, *ctx.ancestors(name)} for name in disk.symbols):
        return None
    found = provenance(call.args.get(folder))
    shared = found.origin is not None and found.origin.kind == "shared-path"
    if found.trust is not Trust.UNTRUSTED and not shared:
        return None  # a folder of the program's own, as far as anybody knows
    message = f"`{call.name}` unpickles its entries, and with them code that is hidden there, from {{origin}}"
    return ctx.loaded(call, message, QUESTION, content=folder)


def _scanned(ctx: RuleContext, call: CallFact, finding: Finding, scans: list[CallFact]) -> Finding:
    """The finding, or a doubt if something has looked for known callables before: which has often been got around."""
    seen = [each for each in scans if each.api.option("lasting") or each.function == call.function]
    if not seen or finding.doubt is not None:
        return finding
    text = f"`{seen[-1].name}` looks for known callables before, which does not find all"
    doubt = ctx.doubt(DoubtReason.INTENT, text, "Can a pickle reach the load that the scanner does not know?")
    return replace(finding, level=Level.WARNING, doubt=doubt)


def _restricted_classes(ctx: RuleContext) -> list[str]:
    """The classes of the module that refuse to build something."""
    refusing = ctx.refusing("find_class")
    found = [name for name in refusing if any(base.endswith("Unpickler") for base in ctx.ancestors(name))]
    return [name.rpartition(".")[2] for name in found]


def _undecided(ctx: RuleContext, call: CallFact) -> Doubt | None:
    """A doubt about a class of the project whose test was not understood."""
    own = call.restriction
    if own is None:
        return None
    return ctx.doubt(DoubtReason.DYNAMIC_CALL, f"`{own.name}` {own.why}", LIST_QUESTION.format(name=own.name))


def _unpickles(ctx: RuleContext, call: CallFact) -> tuple[bool, Doubt | None]:
    """Whether the call unpickles at all, or may: some only do so if an argument says so."""
    argument, _, text = call.api.option("unless").partition("=")
    if argument and argument in call.args and call.args[argument].text == text:
        return False, None
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


RULE = Rule(
    id="pickle-load-of-untrusted-data",
    title="Content that others can choose is unpickled",
    level=Level.ERROR,
    precision=Precision.HIGH,
    reads=("load.pickle", "load.marshal", "load.cache", "scan.pickle"),
    given=("load.pickle", "load.marshal", "load.cache"),
    tags=("security", "pickle"),
    cwe=(502,),
    security_severity=9.3,
    question=QUESTION,
    since="0.1.0",
    check=check,
)
