"""## What it finds
Shared libraries that are loaded, and C, C++, CUDA or Fortran source that is compiled and loaded, where someone else may
choose the file or the source: `ctypes.CDLL` and its like, `torch.ops.load_library`, `load` and `load_inline` of
`torch.utils.cpp_extension`, `tf.load_op_library`, `SessionOptions.register_custom_ops_library` of onnxruntime,
`numpy.ctypeslib.load_library`, `numpy.f2py.compile`, `cffi`.

| where the path or source comes from | result |
|---|---|
| a request, an upload, a queue, a download, a hub, an archive or the output of a model, with a proven flow | error |
| the command line, standard input | warning, to be reviewed |
| a parameter that any caller can set, a configuration, a folder that others can write to | note, to be reviewed |
| a constant, `find_library`, the package's own folder, the environment, a place that could not be seen | no finding |

## Why it matters
A shared library runs its initialisers when it is loaded, with the rights of the process, before anything of it is
called. Custom operators are handed around next to model files; a path that a request, a model's configuration or an
archive decides lets the sender choose the code.

## Bad
```python
import ctypes

import torch
from flask import request


def run():
    # ruleid: untrusted-native-library
    torch.ops.load_library(request.form["operators"])
    # ruleid: untrusted-native-library
    return ctypes.cdll.LoadLibrary("/opt/plugins/" + request.args["plugin"] + ".so")
```

```python
import ctypes

from huggingface_hub import hf_hub_download
from torch.utils.cpp_extension import load, load_inline

path = hf_hub_download("organisation/kernels", "kernel.so")
# ruleid: untrusted-native-library
library = ctypes.CDLL(path)
source = hf_hub_download("organisation/kernels", "kernel.cu")
# ruleid: untrusted-native-library
kernel = load(name="kernel", sources=["binding.cpp", source])
# ruleid: untrusted-native-library
other = load_inline("other", cpp_sources="", cuda_sources=open(source).read())
```

```python
import argparse

import onnxruntime

parser = argparse.ArgumentParser()
parser.add_argument("--custom-ops")
args = parser.parse_args()
options = onnxruntime.SessionOptions()
if args.custom_ops:
    # ruleid: untrusted-native-library
    options.register_custom_ops_library(args.custom_ops)
```

```python
import cffi
import numpy as np
import tensorflow as tf


def operators(path, folder):
    # ruleid: untrusted-native-library
    tf.load_op_library(path)
    # ruleid: untrusted-native-library
    np.ctypeslib.load_library("libfast", folder)
    # ruleid: untrusted-native-library
    return cffi.FFI().dlopen(path)
```

## Good
```python
import ctypes
import ctypes.util
from pathlib import Path

import torch
from torch.utils.cpp_extension import load

HERE = Path(__file__).parent
# ok: untrusted-native-library
library = ctypes.CDLL(str(HERE / "libfast.so"))
# ok: untrusted-native-library
c = ctypes.CDLL(ctypes.util.find_library("c"))
# ok: untrusted-native-library
this = ctypes.CDLL(None)
# ok: untrusted-native-library
torch.ops.load_library("build/operators.so")
# ok: untrusted-native-library
kernel = load(name="kernel", sources=[str(HERE / "kernel.cpp"), str(HERE / "kernel.cu")])
```

Whoever sets the environment says where the system looks for libraries in any case:

```python
import ctypes
import os

# ok: untrusted-native-library
driver = ctypes.CDLL(os.path.join(os.getenv("WINDIR", "C:/Windows"), "System32/nvml.dll"))
```

A name out of a fixed list is the program's own choice:

```python
import ctypes

LIBRARIES = {"fast": "libfast.so", "exact": "libexact.so"}


def library(name):
    if name not in LIBRARIES:
        raise ValueError(name)
    # ok: untrusted-native-library
    return ctypes.CDLL(LIBRARIES[name])
```

## When it is fine
The operator who may run the program may choose its libraries as well, and nobody else can write to the folder they
come from. A library that was fetched is checked against a digest that is part of the code.

## What it cannot see
Who can write to a folder on the library path: a name without a folder is looked up by the system. Libraries that a
Python package loads when it is imported.

```python
import ctypes
import os

os.environ["LD_LIBRARY_PATH"] = "/tmp/libraries"
# todoruleid: untrusted-native-library
library = ctypes.CDLL("libfast.so")
```

## References
- Python documentation, `ctypes`: "Loading shared libraries".
- PyTorch documentation, `torch.utils.cpp_extension.load`; `torch.ops.load_library` ("may run global initialization
  code").
- ONNX Runtime documentation, "Custom operators".
- CWE-114: Process Control; CWE-427: Uncontrolled Search Path Element; CWE-94: Code Injection.
"""

from collections.abc import Iterator

from analyzer.api import CallFact, Finding, Level, Precision, Rule, RuleContext, Trust, provenance

QUESTION = "Can someone who may not run code on this machine choose the library or the source that is loaded here?"
ORDER = (Trust.UNTRUSTED, Trust.OPERATOR, Trust.UNDECIDED, Trust.TRUSTED)


def check(ctx: RuleContext) -> Iterator[Finding]:
    """Native code that is loaded, weighed by who says which."""
    for call in ctx.calls("load.native"):
        content = _least_trusted(call)
        origin = provenance(call.args[content]).origin if content else None
        if origin is not None and origin.kind != "environment":
            message = f"`{call.name}` runs native code that {{origin}} decides on"
            finding = ctx.loaded(call, message, QUESTION, content=content)
            if finding is not None:
                yield finding


def _least_trusted(call: CallFact) -> str:
    """The argument that names or holds the code, of several the one that is trusted least; "" if none is given."""
    subject = call.api.subject or call.api.positional[0]
    given = [name for name in (subject, *call.api.option("also").split()) if name in call.args]
    return min(given, key=lambda name: ORDER.index(provenance(call.args[name]).trust), default="")


RULE = Rule(
    id="untrusted-native-library",
    title="A shared library or native source that others can choose is loaded",
    level=Level.ERROR,
    precision=Precision.MEDIUM,
    reads=("load.native",),
    tags=("security", "supply-chain"),
    cwe=(114, 427, 94),
    security_severity=8.4,
    question=QUESTION,
    since="0.2.0",
    check=check,
)
