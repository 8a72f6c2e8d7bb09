"""## What it finds
`torch.hub.load` (and `list`, `help`) of a repository on GitHub whose code is not pinned to a commit: without a ref, or
with a branch or tag, which can move. Only a full commit id pins the code.

| repository | result |
|---|---|
| named by a request, a download or another untrusted place, with the flow | error |
| a constant, without a pinned commit | warning |
| the same, of an owner that torch itself trusts (`pytorch`, `facebookresearch`, …) | note |
| the same, and the user is asked every time (`trust_repo=False`) | note |
| named by the command line | warning, to be reviewed |
| named by a parameter or the environment | note, to be reviewed |
| a constant, pinned to a full commit; `source="local"` with a constant folder | no finding |

With `source="local"` the folder's own `hubconf.py` is run: a folder that was fetched or that a request names is an
error, and a parameter a note.

## Why it matters
The call downloads an archive from GitHub, imports its `hubconf.py` and calls a function of it. Whoever can push to the
repository, or registers the name after it was given up, runs code on every machine that loads the model next.
`skip_validation=True` also accepts commits of forks, and `trust_repo=True` answers the one question that is asked.

## Bad
```python
import torch

# ruleid: unpinned-torch-hub-code
model = torch.hub.load("organisation/model", "small", trust_repo=True)
# ruleid: unpinned-torch-hub-code
other = torch.hub.load("organisation/model:v1.2", "small", source="github")
# ruleid: unpinned-torch-hub-code
official = torch.hub.load("pytorch/vision", "resnet50", weights="DEFAULT")
# ruleid: unpinned-torch-hub-code
print(torch.hub.help(repo_or_dir := "organisation/model", "small"))
```

```python
import torch
from flask import request


def load():
    # ruleid: unpinned-torch-hub-code
    return torch.hub.load(request.args["repository"], "small")
```

```python
import torch


def load(repository, owner):
    # ruleid: unpinned-torch-hub-code
    first = torch.hub.load(repository, "small")
    # ruleid: unpinned-torch-hub-code
    second = torch.hub.load(f"{owner}/model:0123456789abcdef0123456789abcdef01234567", "small")
    return first, second
```

```python
import torch
from huggingface_hub import snapshot_download

folder = snapshot_download("organisation/model")
# ruleid: unpinned-torch-hub-code
model = torch.hub.load(folder, "small", source="local")
```

## Good
```python
import torch

# ok: unpinned-torch-hub-code
model = torch.hub.load("organisation/model:0123456789abcdef0123456789abcdef01234567", "small")
# ok: unpinned-torch-hub-code
local = torch.hub.load("third_party/model", "small", source="local")
```

## When it is fine
The repository belongs to those who run the program, or the image that runs in production holds the cached copy that
was reviewed (`torch.hub.set_dir`) and has no way to fetch another.

## What it cannot see
Whether the repository is cached already, and code that `hubconf.py` fetches in turn. Repositories in a configuration
that is read at run time.

```python
import torch

NAME = "organisation/model"
# todook: unpinned-torch-hub-code
model = torch.hub.load(NAME, "small", force_reload=False)  # the image holds a reviewed copy
```

## References
- PyTorch documentation, `torch.hub.load`: `trust_repo`, `skip_validation`, and its warning.
- PyTorch 2.13.0, `torch/hub.py`: trusted owners, and which refs are accepted; from torch 2.11 on (pull request 174101)
  `trust_repo` is "check" by default, before it only warned.
- CWE-494: Download of Code Without Integrity Check; CWE-829: Inclusion of Functionality from Untrusted Control Sphere.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from analyzer.api import CallFact, Finding, Level, Precision, Rule, RuleContext, Trust, provenance

QUESTION = "Can this run the code of a repository or folder that nobody here has read?"
PINNED = re.compile(r"[\w.-]+/[\w.-]+:[0-9a-f]{40}")
TRUSTED_OWNERS = ("facebookresearch/", "facebookincubator/", "pytorch/", "fairinternal/")


def check(ctx: RuleContext) -> Iterator[Finding]:
    """Code of GitHub repositories that is run, by who names the repository and whether its commit is pinned."""
    for call in ctx.calls("hub.torch"):
        finding = _local(ctx, call) if _is_local(call) else _github(ctx, call)
        if finding is not None:
            yield finding


def _is_local(call: CallFact) -> bool:
    source = call.args.get("source")
    return source is not None and source.text == "local"


def _local(ctx: RuleContext, call: CallFact) -> Finding | None:
    if provenance(call.subject).origin is None:
        return None
    return ctx.loaded(call, f"`{call.name}` runs the `hubconf.py` of a folder that {{origin}} decides on", QUESTION)


def _github(ctx: RuleContext, call: CallFact) -> Finding | None:
    name = call.subject.text if call.subject is not None else None
    if name is None:
        found = provenance(call.subject)
        if found.trust in (Trust.UNTRUSTED, Trust.OPERATOR) or found.origin is not None:
            return ctx.loaded(call, f"`{call.name}` runs code from any repository that {{origin}} names", QUESTION)
        return None
    if PINNED.fullmatch(name) or ctx.is_test:
        return None
    asks = call.args.get("trust_repo")
    is_asked = asks is not None and asks.constant is False
    known = name.startswith(TRUSTED_OWNERS)
    finding = ctx.finding(call.place, f"`{call.name}` runs whatever code `{name}` holds at the time")
    return replace(finding, level=Level.NOTE) if known or is_asked else finding


RULE = Rule(
    id="unpinned-torch-hub-code",
    title="Code of a repository is run by torch.hub without a pinned commit",
    level=Level.WARNING,
    precision=Precision.HIGH,
    reads=("hub.torch",),
    tags=("security", "supply-chain", "torch"),
    cwe=(494, 829),
    security_severity=7.5,
    question=QUESTION,
    since="0.2.0",
    reach=1,
    check=check,
)
