"""## What it finds
Names of classes, functions or modules that come from a place that others can write to, and are then imported or called:
`hydra.utils.instantiate`, `call`, `get_class`, `get_method` and `get_object`, `instantiate_classes` of `jsonargparse`,
`Registry.build` of `mmengine`, `importlib.import_module`, `__import__` and `pydoc.locate`. And
`OmegaConf.register_new_resolver` with `eval` or `exec`: from then on every configuration is a program.

| where the name or the configuration comes from | result |
|---|---|
| a request, an upload, a message, a download, a hub, an archive, the output of a model | error |
| a file or text that is named on the command line (what builds objects) | warning, to be reviewed |
| the environment, a configuration file (what builds objects) | note, to be reviewed |
| the configuration of `@hydra.main` and `compose`, what a parser of `jsonargparse` reads | no finding |
| a module that the operator names, parameters, what is not known | no finding |

Who starts a Hydra program chooses its configuration: that is what Hydra is for, and the same person could run any
other program. Functions that get such a configuration as a parameter are therefore no findings. A plug-in that the
operator names is meant to be imported, too.

## Why it matters
`_target_: os.system` in a configuration that came with a model runs a command when the model is loaded (CVE-2025-23304
of NeMo was of this kind). To import a module is to run it, and a dotted name reaches everything that is installed:
`subprocess.Popen`, `builtins.eval`, the debugger. Hydra 1.3 blocks a list of known targets in `instantiate`, and says
that this is "not a complete security boundary"; `get_class` and its like block nothing.

## Bad
```python
import hydra
import yaml
from huggingface_hub import hf_hub_download
from omegaconf import OmegaConf

config = OmegaConf.load(hf_hub_download("organisation/model", "config.yaml"))
# ruleid: untrusted-instantiate
model = hydra.utils.instantiate(config.model)

with open(hf_hub_download("organisation/model", "train.yaml")) as file:
    settings = yaml.safe_load(file)
# ruleid: untrusted-instantiate
loss = hydra.utils.get_class(settings["loss"]["_target_"])
```

```python
import importlib
import pydoc

from flask import Flask, request

app = Flask(__name__)


@app.post("/metric")
def metric():
    name = request.json["metric"]
    module, _, function = name.rpartition(".")
    # ruleid: untrusted-instantiate
    first = getattr(importlib.import_module(module), function)
    # ruleid: untrusted-instantiate
    second = __import__(module)
    # ruleid: untrusted-instantiate
    third = pydoc.locate(name)
    return {"score": first([1, 2]), "others": [second, third]}
```

```python
import requests
import torch
from hydra.utils import instantiate
from omegaconf import OmegaConf


def fetch(url, path):
    with open(path, "wb") as out:
        out.write(requests.get(url, timeout=10).content)


fetch("https://example.com/model.ckpt", "model.ckpt")
checkpoint = torch.load("model.ckpt", weights_only=True)
# ruleid: untrusted-instantiate
network = instantiate(OmegaConf.create(checkpoint["hyper_parameters"]["net"]))
```

```python
import argparse

from hydra.utils import instantiate
from omegaconf import OmegaConf

parser = argparse.ArgumentParser()
parser.add_argument("--config")
args = parser.parse_args()
# ruleid: untrusted-instantiate
model = instantiate(OmegaConf.load(args.config))
```

```python
from omegaconf import OmegaConf

# ruleid: untrusted-instantiate
OmegaConf.register_new_resolver("eval", eval)
```

## Good
```python
import hydra
from hydra.utils import instantiate
from omegaconf import DictConfig


def build(cfg: DictConfig):
    # ok: untrusted-instantiate
    return instantiate(cfg.optimizer)


@hydra.main(version_base=None, config_path="conf", config_name="config")
def main(cfg: DictConfig) -> None:
    # ok: untrusted-instantiate
    model = instantiate(cfg.model)
    # ok: untrusted-instantiate
    kind = hydra.utils.get_class(cfg.data.kind)
    print(model, kind, build(cfg))
```

```python
from hydra import compose, initialize
from hydra.utils import instantiate
from omegaconf import OmegaConf

with initialize(version_base=None, config_path="conf"):
    # ok: untrusted-instantiate
    model = instantiate(compose(config_name="config"))
# ok: untrusted-instantiate
own = instantiate(OmegaConf.load("conf/model.yaml"))
# ok: untrusted-instantiate
linear = instantiate({"_target_": "torch.nn.Linear", "in_features": 3, "out_features": 1})
# ok: untrusted-instantiate
OmegaConf.register_new_resolver("add", lambda a, b: a + b)
```

```python
from jsonargparse import ArgumentParser

parser = ArgumentParser()
parser.add_argument("--config", action="config")
cfg = parser.parse_args()
# ok: untrusted-instantiate
objects = parser.instantiate_classes(cfg)
```

A table of what may be named, or a check against one, decides:

```python
import importlib

from flask import abort, request

METRICS = {"accuracy": "metrics.accuracy", "f1": "metrics.f1"}


def metric():
    # ok: untrusted-instantiate
    module = importlib.import_module(METRICS[request.json["metric"]])
    name = request.json["other"]
    if name not in ("accuracy", "f1"):
        abort(400)
    # ok: untrusted-instantiate
    other = importlib.import_module(f"metrics.{name}")
    return {"scores": [module.score(), other.score()]}
```

```python
import argparse
import importlib
import os


def plug_in(name):
    # ok: untrusted-instantiate
    return importlib.import_module(name)


parser = argparse.ArgumentParser()
parser.add_argument("--plugin")
args = parser.parse_args()
# ok: untrusted-instantiate
chosen = importlib.import_module(args.plugin)
# ok: untrusted-instantiate
backend = importlib.import_module(os.environ["BACKEND"])
numpy = plug_in("numpy")
```

## When it is fine
The configuration was written by those who may run code on this machine anyway, or every `_target_` in it was compared
with a list of allowed ones first.

## What it cannot see
Checks of a whole configuration by a function that raises; a whitelist that Hydra 1.4 is given at the call. Prefixes
that limit a name to one package are not taken for a check: a package re-exports more than it defines.

```python
import importlib

from flask import request


def metric():
    name = request.json["metric"]
    if not name.isidentifier():
        raise ValueError(name)
    # todook: untrusted-instantiate
    return importlib.import_module("metrics." + name).score()
```

## References
- Hydra documentation, "Instantiating objects with Hydra"; the docstrings of `get_class` and `get_object` (1.3.8).
- GHSA-37p2-j732-x8pj (Hydra), CVE-2025-23304 (NeMo).
- Python documentation, `importlib.import_module`, `pydoc.locate`.
- CWE-470: Use of Externally-Controlled Input to Select Classes or Code. CWE-94: Code Injection.
"""

from collections.abc import Iterator

from analyzer.api import (
    OPERATOR,
    UNTRUSTED,
    CallFact,
    Finding,
    Level,
    Precision,
    Rule,
    RuleContext,
    Trust,
    provenance,
)

QUESTION = "Can someone who may not run code on this machine choose what is imported or called here?"
# What reads these starts with the operator's own choice of classes.
BY_DESIGN = ("hydra.", "jsonargparse.", "argparse.")
EVALUATORS = ("builtins.eval", "builtins.exec")


def check(ctx: RuleContext) -> Iterator[Finding]:
    """Calls that import or build what a text names, weighed by where the text comes from."""
    for call in ctx.calls("instantiate", "import"):
        found = provenance(call.subject)
        chosen = found.trust is Trust.OPERATOR and "instantiate" in call.api.roles and not _is_own(call)
        if found.trust is not Trust.UNTRUSTED and not chosen:
            continue
        verb = "imports" if "import" in call.api.roles else "calls"
        finding = ctx.loaded(call, f"`{call.name}` {verb} whatever is named by {{origin}}", QUESTION)
        if finding is not None:
            yield finding
    for call in ctx.calls("resolver"):
        resolver = call.args.get("resolver")
        if resolver is not None and resolver.may_be(*EVALUATORS):
            message = f"`{call.name}` lets every configuration that is loaded run code"
            yield ctx.finding(call.place, message, level=Level.NOTE)


def _is_own(call: CallFact) -> bool:
    """Whether the operator's choice came by way of a library that is there for choosing classes."""
    parser = call.api.name.startswith("jsonargparse.")
    own = BY_DESIGN if parser else BY_DESIGN[:2]
    origins = call.subject.worst(*OPERATOR) if call.subject is not None else ()
    return all(origin.detail.startswith(own) for origin in origins)


RULE = Rule(
    id="untrusted-instantiate",
    title="Others choose what is imported or called",
    level=Level.ERROR,
    precision=Precision.HIGH,
    reads=("instantiate", "import", "resolver"),
    given=(*UNTRUSTED, "command-line", "environment", "configuration", "stdin", "resolver"),
    tags=("security", "supply-chain"),
    cwe=(470, 94),
    security_severity=8.8,
    question=QUESTION,
    since="0.2.0",
    check=check,
)
