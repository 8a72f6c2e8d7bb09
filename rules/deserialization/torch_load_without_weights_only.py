"""## What it finds
Calls of `torch.load` that unpickle without restriction: `weights_only=False`, a `pickle_module`, or neither argument
with a torch older than 2.6. The weight of a finding follows from where the checkpoint comes from, as for other pickles;
for a file at a constant path it is never more than a note.

The default changed: from torch 2.6 on, `weights_only` is true unless `pickle_module` is given. The versions that the
project allows (lock files, requirements, `pyproject.toml`) decide; if they leave it open, the finding says so.

A function that hands on its own `weights_only` parameter does what its callers say: it is a finding if its default is
false, and none if it is true. A flag that could not be seen at all is one only where the content is not trusted.

Where every version of torch that the project allows is known to be vulnerable, a restricted load is a finding, too, if
the checkpoint is not the program's own: a warning before 2.6 (CVE-2025-32434: code runs all the same), and a note
before 2.10 for a proven flow (CVE-2026-24747: memory is corrupted).

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


def unless_told(path, weights_only=False):
    # ruleid: torch-load-without-weights-only
    return torch.load(path, weights_only=weights_only)


def second_try(path):
    try:
        # ok: torch-load-without-weights-only
        return torch.load(path, weights_only=True)
    except Exception:
        # ruleid: torch-load-without-weights-only
        return torch.load(path, weights_only=False)
```

```python
import pickle

import torch


def by_position(path):
    # ruleid: torch-load-without-weights-only
    return torch.load(path, "cpu", pickle)
```

A wrapper does what its caller says:

```python
# file: requirements.txt
torch==2.8.0

# file: checkpoints.py
import torch


def read(path, safe=True):
    # ruleid: torch-load-without-weights-only
    return torch.load(path, weights_only=safe)

# file: main.py
from checkpoints import read
from flask import request


def restore():
    return read(request.files["checkpoint"], safe=False)
```

A protection that is known to fail:

```python
# file: requirements.txt
torch==2.5.1

# file: load.py
import torch
from flask import request


def load():
    # ruleid: torch-load-without-weights-only
    return torch.load(request.files["checkpoint"], weights_only=True)
```

```python
# file: requirements.txt
torch==2.8.0

# file: load.py
import os

import torch
from huggingface_hub import hf_hub_download

path = hf_hub_download("organisation/model", "model.bin")
# ruleid: torch-load-without-weights-only
first = torch.load(path)
os.environ["TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD"] = "1"
# ruleid: torch-load-without-weights-only
second = torch.load(path)
```

A loader that was replaced is judged by what it was replaced with:

```python
# file: requirements.txt
torch==2.8.0

# file: load.py
import functools

import torch

torch.load = functools.partial(torch.load, weights_only=False)


def load(path):
    # ruleid: torch-load-without-weights-only
    return torch.load(path)
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


def load(path, options, weights_only=True, module=None):
    # ok: torch-load-without-weights-only
    first = torch.load(path, weights_only=weights_only, pickle_module=None)
    # ok: torch-load-without-weights-only
    with torch.serialization.safe_globals([dict]):
        return first, torch.load(path, weights_only=True, mmap=True)


class Loader:
    def __init__(self, weights_only=True):
        self.weights_only = weights_only

    def load(self, path):
        # ok: torch-load-without-weights-only
        return torch.load(path, weights_only=self.weights_only)
```

```python
# file: requirements.txt
torch>=2.10

# file: load.py
import torch
from flask import request


def load():
    # ok: torch-load-without-weights-only
    return torch.load(request.files["checkpoint"])


def unless_told(path, weights_only=None, **kwargs):
    # ok: torch-load-without-weights-only
    first = torch.load(path, weights_only=weights_only)
    # ok: torch-load-without-weights-only
    return first, torch.load(path, **kwargs)
```

```python
import inspect

import torch
from packaging import version


def load(path):
    options = {"map_location": "cpu"}
    if version.parse(torch.__version__) >= version.parse("1.13"):
        options["weights_only"] = True
    # ok: torch-load-without-weights-only
    return torch.load(path, **options)
```

```python
import functools

import torch

torch.load = functools.partial(torch.load, weights_only=True)


def load(path):
    # ok: torch-load-without-weights-only
    return torch.load(path)
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
`TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD` in an environment that is set elsewhere, a `torch.load` that another module replaced
(see `process-wide-unsafe-loading`), and loaders of other libraries that call `torch.load` inside.

```python
# file: patch.py
import functools

import torch

torch.load = functools.partial(torch.load, weights_only=True)

# file: load.py
import patch
import torch


def load(path):
    # todook: torch-load-without-weights-only
    return torch.load(path)
```

## References
- PyTorch documentation, `torch.load`, and "Serialization semantics".
- PyTorch 2.6 release notes: the default of `weights_only`; PyTorch 2.13.0, `torch/serialization.py`.
- CVE-2025-32434 (GHSA-53q9-r3pm-6pq6): `weights_only=True` before torch 2.6.
- CVE-2026-24747 (GHSA-63cw-57p8-fm3p): the restricted unpickler before torch 2.10.
- CWE-502: Deserialization of Untrusted Data.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

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
    Value,
    provenance,
)

QUESTION = "Can someone who may not run code on this machine choose the checkpoint that is loaded here?"
OWN = frozenset({"own-file", "package-resource", "verified"})
ON = frozenset({"1", "y", "yes", "true"})
OFF, FORCED = "TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD", "TORCH_FORCE_WEIGHTS_ONLY_LOAD"


@dataclass(frozen=True, slots=True)
class Unrestricted:
    """In which way a load is unrestricted or may be, and what is not known of that."""

    how: str
    gap: Doubt | None = None


def check(ctx: RuleContext) -> Iterator[Finding]:
    """Unrestricted loads, weighed by where the checkpoint comes from."""
    forced = {each.name for each in ctx.assignments() if each.owner == "os.environ" and _is_on(each.value)}
    for call in ctx.calls("load.torch"):
        if FORCED in forced:
            continue
        found = _unrestricted(ctx, call, off=OFF in forced)
        finding = _weighed(ctx, call, found) if found is not None else _vulnerable(ctx, call)
        if finding is not None:
            yield finding


def _is_on(value: Value) -> bool:
    return str(value.constant).lower() in ON


def _weighed(ctx: RuleContext, call: CallFact, found: Unrestricted) -> Finding | None:
    start = f"`{call.name}` {found.how} and runs code that is hidden in the checkpoint"
    remedy = _remedy(ctx, call)
    finding = ctx.loaded(call, f"{start}, which comes from {{origin}}", QUESTION, gap=found.gap, remedy=remedy)
    if finding is not None or call.subject is None or ctx.is_test:
        return finding
    settled = found.gap is None or found.gap.reason is DoubtReason.VERSION_UNKNOWN
    if settled and OWN.isdisjoint(origin.kind for origin in call.subject.origins):
        return ctx.finding(call.place, start, level=Level.NOTE, doubt=found.gap, remedy=remedy)
    return None


def _unrestricted(ctx: RuleContext, call: CallFact, *, off: bool) -> Unrestricted | None:
    """Whether and how the load is unrestricted; `off` if the default is, by a variable of the environment."""
    flag, module = call.args.get("weights_only"), call.args.get("pickle_module")
    if flag is not None and not _is_none(flag):
        return _told(ctx, flag, call.subject)
    if module is not None and not _is_none(module):
        return Unrestricted("is given a `pickle_module`")
    if off:
        return Unrestricted(f"does not say `weights_only`, which `{OFF}` makes false,")
    modern = ctx.at_least("torch", "2.6")
    if modern:
        return None
    if modern is False:
        return Unrestricted("does not say `weights_only`, which is false by default before `torch` 2.6,")
    text = "the version of `torch` is not settled, and before 2.6 `weights_only` is false by default"
    gap = ctx.doubt(DoubtReason.VERSION_UNKNOWN, text, "May this run with a `torch` older than 2.6?")
    return Unrestricted("does not say `weights_only`", gap)


def _told(ctx: RuleContext, flag: Value, content: Value | None) -> Unrestricted | None:
    """What an argument says that is given, as far as that is known; a parameter that is handed on says its default."""
    if flag.truth is not None:
        return None if flag.truth else Unrestricted("is told not to restrict the types it loads")
    if flag.constants and all(constant.value for constant in flag.constants):
        return None  # callers who say something else are seen where they call
    if flag.unknown and not flag.origins and provenance(content).trust is Trust.UNDECIDED:
        return None
    text, question = "`weights_only` is not a constant", "Can `weights_only` be false here?"
    gap = ctx.doubt(DoubtReason.UNRESOLVED_VALUE, text, question, flag)
    return Unrestricted("may not restrict the types it loads", gap)


def _is_none(value: Value) -> bool:
    """Whether it is None, or a parameter that is None unless a caller says something else."""
    nothing = {constant.type for constant in value.constants} == {"NoneType"}
    return nothing and (not value.unknown or _is_handed_on(value))


def _is_handed_on(value: Value) -> bool:
    return bool(value.origins) and all(origin.kind == "parameter" for origin in value.origins)


def _vulnerable(ctx: RuleContext, call: CallFact) -> Finding | None:
    """A restricted load by a torch that is known to fail at it."""
    untrusted = provenance(call.subject).trust is Trust.UNTRUSTED
    if ctx.at_least("torch", "2.6") is False:
        text, level = "runs code although `weights_only` is set, in `torch` before 2.6 (CVE-2025-32434)", Level.WARNING
    elif untrusted and ctx.at_least("torch", "2.10") is False:
        text, level = "can be made to corrupt memory, in `torch` before 2.10 (CVE-2026-24747)", Level.NOTE
    else:
        return None
    finding = ctx.loaded(call, f"`{call.name}` {text}, by a checkpoint which comes from {{origin}}", QUESTION)
    if finding is None:
        return None
    return replace(finding, level=level if untrusted else Level.NOTE)


def _remedy(ctx: RuleContext, call: CallFact) -> Remedy | None:
    """The flag; the program means the same if nothing was said and the result is only a state dict."""
    if ctx.at_least("torch", "1.13") is False:
        return None  # does not know the flag
    changes = [ctx.set_argument(call, "weights_only", "True")]
    module = call.args.get("pickle_module")
    if module is not None and not _is_none(module):
        changes.append(ctx.set_argument(call, "pickle_module", "None"))
    silent = not {"weights_only", "pickle_module"} & call.args.keys() and not call.open
    return Remedy(
        title="Restrict the load to tensors with `weights_only=True`",
        changes=tuple(changes),
        safe=silent and call.handed_to == {"load_state_dict"},
    )


RULE = Rule(
    id="torch-load-without-weights-only",
    title="A checkpoint is unpickled without restriction",
    level=Level.ERROR,
    precision=Precision.HIGH,
    reads=("load.torch", "assignment"),
    tags=("security", "pickle", "torch"),
    cwe=(502,),
    security_severity=8.8,
    question=QUESTION,
    since="0.1.0",
    check=check,
)
