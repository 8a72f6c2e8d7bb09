"""## What it finds
Calls of `torch.load` that unpickle without restriction: `weights_only=False`, a `pickle_module`, or neither argument
with a torch older than 2.6. The weight of a finding follows from where the checkpoint comes from, as for other pickles;
for a file at a constant path it is never more than a note.

The default changed: from torch 2.6 on, `weights_only` is true unless `pickle_module` is given. The versions that the
project allows (lock files, requirements, `pyproject.toml`) decide; if they leave it open, the finding says so.

## Why it matters
Without `weights_only` a checkpoint is a pickle, and a pickle is a program: whoever made the file runs code on the
machine that loads it.

## Bad
```python
import torch
from flask import request


def load():
    # ruleid: torch-load-without-weights-only
    return torch.load(request.files["checkpoint"], weights_only=False)
```

```python
import torch


def load(path):
    # ruleid: torch-load-without-weights-only
    return torch.load(path, map_location="cpu", weights_only=False)
```

```python
import pickle

import torch
from huggingface_hub import hf_hub_download

path = hf_hub_download("organisation/model", "model.bin")
# ruleid: torch-load-without-weights-only
state = torch.load(path, pickle_module=pickle)
```

The version of torch is not known here:

```python
import torch
from torch import load as load_tensors

# ruleid: torch-load-without-weights-only
state = torch.load("model.pt")
# ruleid: torch-load-without-weights-only
other = load_tensors("other.pt")
```

A constant path is no reason to turn the protection off:

```python
import torch

OPTIONS = {"weights_only": False, "map_location": "cpu"}
# ruleid: torch-load-without-weights-only
state = torch.load("model.pt", **OPTIONS)
```

```python
import torch


def load(path, trusted):
    # ruleid: torch-load-without-weights-only
    return torch.load(path, weights_only=not trusted)
```

## Good
```python
import torch


def load(path):
    # ok: torch-load-without-weights-only
    state = torch.load(path, weights_only=True)
    # ok: torch-load-without-weights-only
    return state, torch.load(path, map_location="cpu", **{"weights_only": True})
```

```python
# file: requirements.txt
torch>=2.6

# file: load.py
import torch


def load(path):
    # ok: torch-load-without-weights-only
    return torch.load(path, map_location="cpu")
```

```python
from functools import partial

import torch

safe_load = partial(torch.load, weights_only=True)


def load(path):
    # ok: torch-load-without-weights-only
    return safe_load(path)
```

```python
import torch


def load(path):
    # ok: torch-load-without-weights-only
    return torch.jit.load(path)
```

```python
import io

import torch


def clone(state):
    buffer = io.BytesIO()
    torch.save(state, buffer)
    buffer.seek(0)
    # ok: torch-load-without-weights-only
    return torch.load(buffer, weights_only=False)
```

## When it is fine
The checkpoint holds whole objects that this program wrote itself, and nobody else can write to the file. Even then
`torch.serialization.safe_globals` names what may be loaded and keeps the protection for the rest.

## What it cannot see
`TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD` in the environment, a replaced `torch.load`, and loaders of other libraries that call
`torch.load` inside.

```python
import torch

torch.load = lambda path: path

# todook: torch-load-without-weights-only
state = torch.load("model.pt", weights_only=False)
```

## References
- PyTorch documentation, `torch.load`, and "Serialization semantics".
- PyTorch 2.6 release notes: the default of `weights_only`.
- CVE-2025-32434: `weights_only=True` before torch 2.6.
- CWE-502: Deserialization of Untrusted Data.
"""

from collections.abc import Iterator

from analyzer.api import CallFact, Doubt, DoubtReason, Finding, Level, Precision, Rule, RuleContext

QUESTION = "Can someone who may not run code on this machine choose the checkpoint that is loaded here?"
OWN = frozenset({"own-file", "package-resource", "verified"})


def check(ctx: RuleContext) -> Iterator[Finding]:
    """Unrestricted loads, weighed by where the checkpoint comes from."""
    for call in ctx.calls("load.torch"):
        unrestricted, why, gap = _restriction(ctx, call)
        if not unrestricted:
            continue
        start = f"`{call.name}` {why} and runs code that is hidden in the checkpoint"
        finding = ctx.loaded(call, f"{start}, which comes from {{origin}}", QUESTION, gap=gap)
        if finding is not None:
            yield finding
        elif call.subject is not None and OWN.isdisjoint(origin.kind for origin in call.subject.origins):
            yield ctx.finding(call.place, start, level=Level.NOTE, doubt=gap)


def _restriction(ctx: RuleContext, call: CallFact) -> tuple[bool, str, Doubt | None]:
    """Whether the load is unrestricted or may be, in which way, and what is not known of that."""
    weights_only, pickle_module = call.args.get("weights_only"), call.args.get("pickle_module")
    if weights_only is not None and weights_only.constant is not None:
        if weights_only.truth is not None:
            return not weights_only.truth, "is told not to restrict the types it loads", None
        text, question = "`weights_only` is not a constant", "Can `weights_only` be false here?"
        doubt = ctx.doubt(DoubtReason.UNRESOLVED_VALUE, text, question, weights_only)
        return True, "may not restrict the types it loads", doubt
    if pickle_module is not None and pickle_module.constant is not None:
        return True, "is given a `pickle_module`", None
    if call.open:
        text, question = f"`weights_only` may be among `{call.open}`", "Can `weights_only` be missing or false here?"
        doubt = ctx.doubt(DoubtReason.DYNAMIC_CALL, text, question)
        return True, "may not restrict the types it loads", doubt
    modern = ctx.at_least("torch", "2.6")
    if modern is None:
        text = "the version of `torch` is not settled, and before 2.6 `weights_only` is false by default"
        doubt = ctx.doubt(DoubtReason.VERSION_UNKNOWN, text, "May this run with a `torch` older than 2.6?")
        return True, "does not say `weights_only`", doubt
    return not modern, "does not say `weights_only`, which is false by default before `torch` 2.6,", None


RULE = Rule(
    id="torch-load-without-weights-only",
    title="A checkpoint is unpickled without restriction",
    level=Level.ERROR,
    precision=Precision.HIGH,
    reads=("load.torch",),
    tags=("security", "pickle", "torch"),
    cwe=(502,),
    security_severity=8.8,
    question=QUESTION,
    since="0.1.0",
    check=check,
)
