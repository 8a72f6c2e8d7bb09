"""## What it finds
Loads of torch files that hold programs rather than weights, where the file may come from someone else:

| call | what the file can do |
|---|---|
| `torch.export.load` | a `.pt2` archive holds pickles, which are loaded without restriction |
| `torch._inductor.aoti_load_package` | the same, and the archive brings a shared library that is loaded |
| `torch.package.PackageImporter` (`load_pickle`, `import_module`) | Python modules in the archive are run |
| `torch.jit.load` | a TorchScript program, which runs when the model is called; no pickle that names any callable |

The weight follows from where the file comes from, as for pickles: an error for a proven flow from a request, a download
or a hub, a warning for the command line, a note for what could not be seen. `torch.jit.load` is a warning at most, and
only where the flow is proven.

## Why it matters
These formats look like a safer checkpoint, and are none: the documentation of `torch.export.load` says never to load
data from an untrusted source, and `weights_only` has no say in any of them. TorchScript cannot call into Python, yet it
computes what its author wants, reads and writes memory of the process through its operators, and runs for as long as
it likes.

## Bad
```python
import torch
from flask import request


def load():
    # ruleid: untrusted-torch-program
    program = torch.export.load(request.files["program"])
    # ruleid: untrusted-torch-program
    script = torch.jit.load(request.files["script"])
    return program, script
```

```python
import torch
from huggingface_hub import hf_hub_download
from torch.package import PackageImporter

path = hf_hub_download("organisation/model", "model.pt2")
# ruleid: untrusted-torch-program
compiled = torch._inductor.aoti_load_package(path)

importer = PackageImporter(hf_hub_download("organisation/model", "package.pt"))
# ruleid: untrusted-torch-program
model = importer.load_pickle("model", "model.pkl")
# ruleid: untrusted-torch-program
module = importer.import_module("model.layers")
```

```python
import argparse

import torch

parser = argparse.ArgumentParser()
parser.add_argument("program")
args = parser.parse_args()
# ruleid: untrusted-torch-program
program = torch.export.load(args.program)
```

```python
import torch


def program(path):
    # ruleid: untrusted-torch-program
    return torch.export.load(path)
```

## Good
```python
import torch


def load(path):
    # ok: untrusted-torch-program
    model = torch.jit.load(path)
    # ok: untrusted-torch-program
    return model, torch.export.load("models/own.pt2")
```

```python
import io

import torch


def copy(program):
    buffer = io.BytesIO()
    torch.export.save(program, buffer)
    buffer.seek(0)
    # ok: untrusted-torch-program
    return torch.export.load(buffer)
```

```python
import torch
from huggingface_hub import hf_hub_download
from safetensors.torch import load_file

# ok: untrusted-torch-program
weights = load_file(hf_hub_download("organisation/model", "model.safetensors"))
```

```python
import hashlib

import requests
import torch

DIGEST = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"


def fetch(url, path):
    data = requests.get(url, timeout=10).content
    if hashlib.sha256(data).hexdigest() != DIGEST:
        raise ValueError("the file is not the one that was published")
    with open(path, "wb") as file:
        file.write(data)
    # ok: untrusted-torch-program
    return torch.export.load(path)
```

## When it is fine
The program was exported by the same pipeline and only its owner can write to where it is kept, or it runs in a process
without rights.

## What it cannot see
Which files a serving framework (TorchServe, Triton) loads by its configuration.

```python
import torch
from torch.distributed.checkpoint import load

# todoruleid: untrusted-torch-program
load({"model": torch.nn.Linear(2, 2).state_dict()}, checkpoint_id="https://example.com/checkpoint")
```

## References
- PyTorch documentation, `torch.export.load`: its warning; "torch.package": "Security" and `PackageImporter`.
- CVE-2026-4538: `.pt2` files; the proposed `weights_only` for `torch.export.load` (pull request 176791) was not merged.
- PyTorch 2.13.0, `torch/_export/serde/serialize.py` and `torch/export/pt2_archive/_package.py`: the unrestricted loads.
- PyTorch security policy: "Using distributed features", "Untrusted models": TorchScript and sandboxes.
- CWE-502: Deserialization of Untrusted Data; CWE-829: Inclusion of Functionality from Untrusted Control Sphere.
"""

from collections.abc import Iterator
from dataclasses import replace

from analyzer.api import Finding, Level, Precision, Rule, RuleContext, Trust, provenance

QUESTION = "Can someone who may not run code on this machine choose the program that is loaded here?"
WAYS = {
    "pickle": "unpickles what the archive holds, without restriction,",
    "library": "loads the shared library and the pickles of the archive",
    "module": "runs the Python modules of the archive",
}


def check(ctx: RuleContext) -> Iterator[Finding]:
    """Programs that are loaded, weighed by where their file comes from."""
    for call in ctx.calls("load.program"):
        way = WAYS.get(call.api.how, WAYS["library"])
        finding = ctx.loaded(call, f"`{call.name}` {way} which comes from {{origin}}", QUESTION)
        if finding is not None:
            yield finding
    for call in ctx.calls("load.torchscript"):
        if provenance(call.subject).trust is Trust.UNTRUSTED:
            message = (
                f"`{call.name}` loads a program that comes from {{origin}} and runs with the rights of this process"
            )
            finding = ctx.loaded(call, message, QUESTION)
            if finding is not None:
                yield replace(finding, level=Level.WARNING)


RULE = Rule(
    id="untrusted-torch-program",
    title="A torch file that holds a program comes from someone else",
    level=Level.ERROR,
    precision=Precision.HIGH,
    reads=("load.program", "load.torchscript"),
    tags=("security", "torch", "pickle"),
    cwe=(502, 829),
    security_severity=8.8,
    question=QUESTION,
    since="0.2.0",
    check=check,
)
