"""## What it finds
Statements that turn a protection off for every load of the process, in other modules and libraries too:

- a loader that is replaced by an unsafe one: `torch.load = partial(torch.load, weights_only=False)`, a wrapper that
  sets the flag, `np.load` with `allow_pickle=True`, `yaml.load` with an unsafe loader;
- a replaced check: `torch.serialization._default_to_weights_only`, `check_torch_load_is_safe` of transformers;
- variables of the environment that are set in code: `TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD`,
  `VLLM_ALLOW_INSECURE_SERIALIZATION`, `DIFFUSERS_TRUST_REMOTE_KERNELS` and their like;
- switches: `keras.config.enable_unsafe_deserialization()`, `kombu.enable_insecure_serializers()`;
- Celery settings with pickle in `accept_content`, in whichever way they are given.

The hazard is the statement itself, so its level does not depend on what is loaded: an error where model files are
loaded, a warning for messages of a broker and for code of a hub, a note if the module itself takes the change back, and
where the statement only repeats what the library does by default. Tests are left alone.

## Why it matters
One such line, often pasted to get an old checkpoint loaded, removes the protection from all code that runs later. Every
file that any library loads from then on, from a hub or a cache, runs the code that somebody hid in it. With pickle
among the accepted content, whoever can write to the broker runs code on every worker.

## Bad
```python
import functools

import torch

# ruleid: process-wide-unsafe-loading
torch.load = functools.partial(torch.load, weights_only=False)
```

```python
import torch

_load = torch.load


def patched(*args, **kwargs):
    kwargs["weights_only"] = False
    return _load(*args, **kwargs)


# ruleid: process-wide-unsafe-loading
torch.load = patched
# ruleid: process-wide-unsafe-loading
setattr(torch.serialization, "load", patched)
# ruleid: process-wide-unsafe-loading
torch.serialization._default_to_weights_only = lambda pickle_module: False
```

A default is a change as well:

```python
import torch


def install():
    original = torch.load

    def patched(*args, **kwargs):
        if "weights_only" not in kwargs:
            kwargs["weights_only"] = False
        return original(*args, **kwargs)

    # ruleid: process-wide-unsafe-loading
    torch.load = patched
```

```python
import numpy as np

np_load_old = np.load
# ruleid: process-wide-unsafe-loading
np.load = lambda *a, **k: np_load_old(*a, allow_pickle=True, **k)
```

```python
import os
from os import environ

# ruleid: process-wide-unsafe-loading
os.environ["TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD"] = "1"
# ruleid: process-wide-unsafe-loading
environ.setdefault("TORCH_FORCE_NO_" + "WEIGHTS_ONLY_LOAD", "true")
# ruleid: process-wide-unsafe-loading
os.environ.update({"TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD": "yes"})
# ruleid: process-wide-unsafe-loading
os.putenv("VLLM_ALLOW_INSECURE_SERIALIZATION", "1")
# ruleid: process-wide-unsafe-loading
os.environ |= {"DIFFUSERS_TRUST_REMOTE_KERNELS": "true"}
# ruleid: process-wide-unsafe-loading
os.environ["HYDRA_INSTANTIATE_ALLOWLIST_OVERRIDE"] = "subprocess.run"
```

```python
import keras

# ruleid: process-wide-unsafe-loading
keras.config.enable_unsafe_deserialization()
```

```python
import transformers.modeling_utils

# ruleid: process-wide-unsafe-loading
transformers.modeling_utils.check_torch_load_is_safe = lambda: None
```

```python
from celery import Celery

# ruleid: process-wide-unsafe-loading
app = Celery("tasks", broker="redis://cache:6379/0", accept_content=["json", "pickle"], task_serializer="pickle")
# ruleid: process-wide-unsafe-loading
app.conf.update(accept_content=["pickle"])
# ruleid: process-wide-unsafe-loading
app.conf.accept_content = ["application/x-python-serialize", "application/json"]
# ruleid: process-wide-unsafe-loading
app.conf["result_accept_content"] = {"pickle"}
```

```python
# file: celeryconfig.py
broker_url = "amqp://queue"
# ruleid: process-wide-unsafe-loading
accept_content = ["pickle", "json"]

# file: settings.py
# ruleid: process-wide-unsafe-loading
CELERY_ACCEPT_CONTENT = ("pickle",)
```

```python
from kombu import enable_insecure_serializers

# ruleid: process-wide-unsafe-loading
enable_insecure_serializers()
# ruleid: process-wide-unsafe-loading
enable_insecure_serializers(["pickle"])
```

For a while is a note: other threads, and all that is called meanwhile, load without the protection.

```python
import torch


def restore(build):
    original = torch.load

    def patched(*args, **kwargs):
        kwargs["weights_only"] = False
        return original(*args, **kwargs)

    # ruleid: process-wide-unsafe-loading
    torch.load = patched
    try:
        return build()
    finally:
        # ok: process-wide-unsafe-loading
        torch.load = original
```

## Good
Name what may be loaded besides tensors, for the one load that needs it.

```python
import argparse

import torch


def load(path):
    # ok: process-wide-unsafe-loading
    with torch.serialization.safe_globals([argparse.Namespace]):
        return torch.load(path, weights_only=True)
```

```python
import functools
import os

import numpy as np
import torch

# ok: process-wide-unsafe-loading
torch.load = functools.partial(torch.load, map_location="cpu")
# ok: process-wide-unsafe-loading
torch.load = functools.partial(torch.load, weights_only=True)
# ok: process-wide-unsafe-loading
np.load = functools.partial(np.load, mmap_mode="r")
# ok: process-wide-unsafe-loading
os.environ["TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD"] = "0"
# ok: process-wide-unsafe-loading
os.environ["TORCH_FORCE_WEIGHTS_ONLY_LOAD"] = "1"
```

```python
from functools import partial

import torch

# ok: process-wide-unsafe-loading
load_own_file = partial(torch.load, weights_only=False)
```

```python
from celery import Celery
from kombu import enable_insecure_serializers

# ok: process-wide-unsafe-loading
app = Celery("tasks", accept_content=["json"])
# ok: process-wide-unsafe-loading
app.conf.update(task_serializer="json", accept_content=["json", "msgpack"])
# ok: process-wide-unsafe-loading
enable_insecure_serializers(["msgpack"])
```

## When it is fine
The process loads nothing but files that it wrote itself, and ends after that. A variable of the environment of one
command, set where the command is started, says that better than code that is imported.

A worker whose broker only the workers themselves can reach, over an authenticated connection, may exchange pickles;
`task_serializer = "pickle"` alone is no finding, because messages are refused that `accept_content` does not list.

## What it cannot see
Variables that are set outside of Python code or for a child process, names that are chosen at run time, and settings
that a framework reads from other files. Which of several processes a statement runs in is not judged.

```python
import os
import subprocess

# todoruleid: process-wide-unsafe-loading
subprocess.run(["python", "train.py"], env={**os.environ, "TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD": "1"})
```

## References
- PyTorch documentation, "Serialization semantics": `torch.load` with `weights_only=True`, and environment variables.
- PyTorch 2.13.0, `torch/serialization.py`: `_default_to_weights_only`, `TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD`.
- NumPy documentation, `numpy.load`: `allow_pickle`; CVE-2019-6446.
- Keras documentation, `keras.config.enable_unsafe_deserialization`.
- transformers, `check_torch_load_is_safe`: the guard against CVE-2025-32434.
- Celery documentation, "Security": "Serializers", and `accept_content`; kombu documentation, "Serialization".
- AutoGluon, Haystack, Hydra 1.3, MONAI and Unsloth: the sources of their switches.
- vLLM `VLLM_ALLOW_INSECURE_SERIALIZATION`; Ray `RAY_DATA_WEBDATASET_ALLOW_UNSAFE_DESERIALIZATION`; diffusers
  `DIFFUSERS_TRUST_REMOTE_KERNELS`; MLflow 3.17.2 `MLFLOW_ALLOW_MODEL_CODE_EXECUTION`: their sources.
- CWE-502: Deserialization of Untrusted Data; CWE-1188: Initialization of a Resource with an Insecure Default.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from analyzer.api import (
    Assignment,
    CallFact,
    DoubtReason,
    Finding,
    Level,
    Precision,
    Remedy,
    Rule,
    RuleContext,
    Value,
)

QUESTION = "Does this remove the protection from loads of files or messages that others can choose?"
ON = frozenset({"1", "y", "yes", "on", "true"})
LISTS = frozenset({"HYDRA_INSTANTIATE_ALLOWLIST_OVERRIDE"})  # variables that are no switches: they list names
PICKLE = frozenset({"pickle", "application/x-python-serialize"})
FLAGS = {"weights_only": False, "safe_mode": False, "allow_pickle": True, "trust_remote_code": True}
UNSAFE_YAML = frozenset({"yaml.unsafe_load", "yaml.Loader", "yaml.UnsafeLoader", "yaml.CLoader"})
ENVIRONMENT = {
    "TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD": "every `torch.load` that does not say `weights_only` runs code in checkpoints",
    "VLLM_ALLOW_INSECURE_SERIALIZATION": "vLLM unpickles what its processes send each other",
    "RAY_DATA_WEBDATASET_ALLOW_UNSAFE_DESERIALIZATION": "Ray Data unpickles members of WebDataset archives",
    "RAY_DATA_AUTOLOAD_PICKLE_OBJECT_SCALAR": "Ray Data unpickles objects in the data it reads",
    "RAY_DATA_AUTOLOAD_CLOUDPICKLE_TENSOR_METADATA": "Ray Data unpickles metadata of the files it reads",
    "MONAI_ALLOW_PICKLE": "MONAI unpickles algorithm objects",
    "AG_ALLOW_PICKLE_FROM_URL": "AutoGluon unpickles what it downloads",
    "HAYSTACK_UNSAFE_DESERIALIZATION": "Haystack builds any class that a pipeline file names",
    "UNSLOTH_ALLOW_UNSAFE_PT2_LOAD": "Unsloth lets `torch.export.load` unpickle programs without restriction",
    "HYDRA_INSTANTIATE_ALLOWLIST_OVERRIDE": "Hydra calls targets of a configuration that it refuses otherwise",
    "DIFFUSERS_TRUST_REMOTE_KERNELS": "diffusers downloads kernels from a hub and runs them",
    "HF_DATASETS_TRUST_REMOTE_CODE": "`datasets` runs the code of every dataset repository",
}
OF_HUBS = frozenset({"DIFFUSERS_TRUST_REMOTE_KERNELS", "HF_DATASETS_TRUST_REMOTE_CODE"})
DEFAULTS = {  # true by default (MLflow 3.17.2): the statement says that it is wanted
    "MLFLOW_ALLOW_MODEL_CODE_EXECUTION": "MLflow runs code that comes with models",
    "MLFLOW_ALLOW_PICKLE_DESERIALIZATION": "MLflow unpickles models",
}
ACCEPTED = ("accept_content", "result_accept_content")


@dataclass(frozen=True, slots=True)
class Claim:
    """What a statement does to the process, and how much that weighs; `sure` unless its value is not known."""

    text: str
    level: Level = Level.ERROR
    sure: bool = True


def check(ctx: RuleContext) -> Iterator[Finding]:
    """Assignments and switches that turn a protection off, and for how long."""
    if ctx.is_test:
        return
    assigned = list(ctx.assignments())
    restored = {each.qualified for each in assigned if _restores(each)}
    for each in assigned:
        claim = None if _restores(each) else _claim(ctx, each)
        if claim is not None:
            yield _finding(ctx, each, claim, for_a_while=each.qualified in restored)
    for call in ctx.calls("disable.keras", "disable.serializers"):
        broker = "disable.serializers" in call.api.roles
        chosen = call.args.get("choices")
        if not broker or chosen is None or _allows_pickle(chosen):
            yield ctx.finding(
                call.place,
                f"`{call.name}` lets "
                + ("every message of a broker be unpickled" if broker else "every model file build its lambdas"),
                level=Level.WARNING if broker else None,
                remedy=Remedy(title="Remove the switch", changes=(ctx.delete(call.place),), safe=False),
            )


def _restores(each: Assignment) -> bool:
    """Whether a name gets back what it stood for, or a variable of the environment is taken out."""
    return each.qualified in each.value.symbols or (each.owner == "os.environ" and each.value.constant is None)


def _claim(ctx: RuleContext, each: Assignment) -> Claim | None:
    if each.owner == "os.environ":
        return _environment(ctx, each)
    if each.name.lower().removeprefix("celery_") in ACCEPTED:
        text = f"with pickle in `{each.name}`, Celery unpickles whatever can be written to the broker"
        return Claim(text, Level.WARNING) if _allows_pickle(each.value) else None
    if each.qualified == "datasets.config.HF_DATASETS_TRUST_REMOTE_CODE":
        return Claim(ENVIRONMENT[each.name], Level.WARNING) if each.value.truth and not _refuses(ctx) else None
    if each.qualified == "torch.serialization._default_to_weights_only":
        return Claim("the default of `weights_only` is replaced: `torch.load` may run code in checkpoints")
    if each.name == "check_torch_load_is_safe":
        return Claim("the check is replaced that refuses checkpoints where `torch.load` can be made to run code")
    if each.qualified.startswith("yaml.") and not UNSAFE_YAML.isdisjoint(each.value.symbols):
        return Claim(f"`{each.qualified}` is replaced by one that builds any object that a document names")
    unsafe = next((flag for call in each.calls for flag in _unsafe_flags(call)), None)
    if unsafe is None or each.name == "__init__":
        return None
    return Claim(f"`{each.qualified}` is replaced by one with {unsafe}, so that all that is loaded may run code")


def _unsafe_flags(call: CallFact) -> Iterator[str]:
    for flag, unsafe in FLAGS.items():
        value = call.args.get(flag)
        if value is not None and value.truth is unsafe:
            yield f"`{flag}={unsafe}`"
    loader = call.args.get("Loader")
    if loader is not None and not UNSAFE_YAML.isdisjoint(loader.symbols):
        yield "an unsafe `Loader`"


def _environment(ctx: RuleContext, each: Assignment) -> Claim | None:
    text = ENVIRONMENT.get(each.name) or DEFAULTS.get(each.name)
    if text is None or (each.name == "HF_DATASETS_TRUST_REMOTE_CODE" and _refuses(ctx)):
        return None
    texts = {str(constant.value).lower() for constant in each.value.constants}
    on = texts - {""} if each.name in LISTS else texts & ON
    if texts and not on:
        return None
    sure = bool(texts) and not each.value.unknown and texts == on
    level = Level.NOTE if each.name in DEFAULTS else Level.WARNING if each.name in OF_HUBS else Level.ERROR
    return Claim(f"`{each.name}` is set: {text}", level, sure)


def _refuses(ctx: RuleContext) -> bool:
    """Whether the project's `datasets` runs no code of repositories at all."""
    return ctx.at_least("datasets", "4") is True


def _allows_pickle(value: Value) -> bool:
    parts = value.elements if value.elements is not None else (value,)
    return any(constant.value in PICKLE for part in parts for constant in part.constants)


def _finding(ctx: RuleContext, each: Assignment, claim: Claim, *, for_a_while: bool) -> Finding:
    until = "until it is taken back" if for_a_while else "for the whole process"
    doubt = None
    if not claim.sure:
        text = f"the value of `{each.name}` is not a constant"
        doubt = ctx.doubt(DoubtReason.UNRESOLVED_VALUE, text, "Can the variable be set to true here?", each.value)
    level = Level.NOTE if for_a_while or doubt is not None else claim.level
    return ctx.finding(each.place, f"{claim.text}, {until}", level=level, doubt=doubt)


RULE = Rule(
    id="process-wide-unsafe-loading",
    title="A protection against code in loaded data is turned off for the whole process",
    level=Level.ERROR,
    precision=Precision.HIGH,
    reads=("assignment", "disable.keras", "disable.serializers", "settings.queue", "load.torch", "load.pickle"),
    tags=("security", "pickle", "torch", "keras"),
    cwe=(502, 1188),
    security_severity=8.1,
    question=QUESTION,
    since="0.2.0",
    check=check,
)
