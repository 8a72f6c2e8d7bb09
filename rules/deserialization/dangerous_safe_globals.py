"""## What it finds
`torch.serialization.add_safe_globals` and `safe_globals` with something that lets a checkpoint run code after all:
`eval`, `exec`, `getattr`, `__import__`, `os.system`, functions of `subprocess`, `pickle` and `runpy`,
`importlib.import_module` and their like; as a warning those that only pass a call on, such as `functools.partial` and
`operator.methodcaller`.

## Why it matters
With `weights_only=True` a checkpoint may name tensors and a few types, and everything on this list. A function on it is
called with arguments that the checkpoint chooses, so one dangerous name gives back all of the hazard, and the call
still reads as if it were safe. `getattr` is enough: it leads from any function to its globals and from there to
`eval`. `add_safe_globals` holds for every load of the process.

## Bad
```python
import functools
import os

import torch

# ruleid: dangerous-safe-globals
torch.serialization.add_safe_globals([getattr])
# ruleid: dangerous-safe-globals
torch.serialization.add_safe_globals([set, (eval, "builtins.eval"), os.system])


def load(path):
    # ruleid: dangerous-safe-globals
    with torch.serialization.safe_globals([functools.partial]):
        return torch.load(path, weights_only=True)
```

```python
import importlib
import subprocess

from torch.serialization import add_safe_globals

NEEDED = [importlib.import_module, subprocess.Popen]
# ruleid: dangerous-safe-globals
add_safe_globals(NEEDED)
```

## Good
Classes that only hold data, each by its name:

```python
import argparse
import codecs
import collections
import io

import numpy as np
import torch


class Settings:
    pass


# ok: dangerous-safe-globals
torch.serialization.add_safe_globals([argparse.Namespace, Settings, collections.defaultdict, io.BytesIO])
# ok: dangerous-safe-globals
torch.serialization.add_safe_globals([np.core.multiarray.scalar, np.dtype, codecs.encode])
```

## When it is fine
Never: a class of the program that holds what is needed can be registered instead.

## What it cannot see
What the constructor or `__setstate__` of a class on the list does with what the checkpoint hands it.

```python
import os

import torch


class Cache:
    def __setstate__(self, state):
        os.system(state["command"])


# todoruleid: dangerous-safe-globals
torch.serialization.add_safe_globals([Cache])
```

## References
- PyTorch documentation, `torch.serialization.add_safe_globals`: functions on the list can be called by a checkpoint.
- PyTorch 2.13.0, `torch/_weights_only_unpickler.py`: what a `REDUCE` may call; modules that are refused in any case.
- picklescan, `scanner.py`, and fickling, `analysis.py`: which names in a pickle count as dangerous.
- CWE-502: Deserialization of Untrusted Data; CWE-184: Incomplete List of Disallowed Inputs.
"""

from collections.abc import Iterator

from analyzer.api import Finding, Level, Precision, Rule, RuleContext, Value

MODULES = frozenset(
    "os posix nt subprocess pty pickle _pickle cloudpickle dill marshal runpy importlib ctypes code codeop shutil "
    "multiprocessing pdb bdb timeit pip webbrowser".split()
)
NAMES = frozenset(
    "builtins.eval builtins.exec builtins.compile builtins.getattr builtins.setattr builtins.__import__ builtins.open "
    "builtins.globals builtins.vars types.FunctionType types.CodeType types.LambdaType joblib.load torch.load "
    "torch.hub.load numpy.load pandas.read_pickle pkgutil.resolve_name pydoc.locate operator.attrgetter "
    "jsonpickle.decode yaml.unsafe_load".split()
)
PASSING_ON = frozenset(
    "functools.partial operator.methodcaller operator.itemgetter functools.reduce builtins.map".split()
)
DATA = frozenset({"os.PathLike", "os.stat_result", "shutil.Error", "multiprocessing.Manager"})


def check(ctx: RuleContext) -> Iterator[Finding]:
    """Lists of allowed globals, each with the worst of what is on it."""
    for call in ctx.calls("allow.globals"):
        listed = call.args.get("safe_globals")
        names = sorted({symbol for each in _members(listed) for symbol in each.symbols})
        runs = [name for name in names if _runs_code(name)]
        passes = [name for name in names if name in PASSING_ON]
        if runs or passes:
            name = (runs or passes)[0].removeprefix("builtins.")
            what = "runs code of its choice" if runs else "builds calls of its choice"
            message = f"`{call.name}` allows `{name}`, with which a checkpoint {what} although `weights_only` is set"
            yield ctx.finding(call.place, message, level=None if runs else Level.WARNING)


def _members(listed: Value | None) -> Iterator[Value]:
    """The items of the list; of a pair of an object and its name, the object."""
    for each in (listed.elements if listed is not None else None) or ():
        yield each.elements[0] if each.elements else each


def _runs_code(name: str) -> bool:
    return name in NAMES or (name.partition(".")[0] in MODULES and name not in DATA)


RULE = Rule(
    id="dangerous-safe-globals",
    title="What a checkpoint may name lets it run code",
    level=Level.ERROR,
    precision=Precision.HIGH,
    reads=("allow.globals",),
    tags=("security", "torch", "pickle"),
    cwe=(502, 184),
    security_severity=8.1,
    since="0.2.0",
    check=check,
)
