"""## What it finds
`trust_remote_code=True` for a repository on a model hub: `from_pretrained` of any class, `pipeline`, `load_dataset`,
`SentenceTransformer`, `CrossEncoder`, `vllm.LLM` and their like, also where the argument comes from a dictionary or
a variable. Pinning `revision` to a full commit lowers the weight; a folder on this machine is no finding.

## Why it matters
The library downloads Python files from the repository and runs them. Whoever can push to the repository, today or after
it changed hands, runs code on every machine that loads the model; a branch or tag that can move pins nothing.

## Bad
```python
from transformers import AutoModelForCausalLM, AutoTokenizer, pipeline

# ruleid: trust-remote-code
model = AutoModelForCausalLM.from_pretrained("organisation/model", trust_remote_code=True)
# ruleid: trust-remote-code
tokenizer = AutoTokenizer.from_pretrained("organisation/model", revision="main", trust_remote_code=True)
# ruleid: trust-remote-code
generate = pipeline("text-generation", model="organisation/model", trust_remote_code=True)
```

```python
from sentence_transformers import SentenceTransformer
from transformers import AutoModel

OPTIONS = {"trust_remote_code": True, "device_map": "auto"}


def load(name, flag):
    # ruleid: trust-remote-code
    first = AutoModel.from_pretrained(name, **OPTIONS)
    # ruleid: trust-remote-code
    second = SentenceTransformer(name, trust_remote_code=flag)
    return first, second
```

```python
import argparse

from transformers import AutoConfig

parser = argparse.ArgumentParser()
parser.add_argument("--model")
args = parser.parse_args()
# ruleid: trust-remote-code
config = AutoConfig.from_pretrained(args.model, trust_remote_code=True)
```

Reviewed code, pinned to a commit, is a note:

```python
from transformers import AutoModel

# ruleid: trust-remote-code
model = AutoModel.from_pretrained(
    "organisation/model",
    revision="0123456789abcdef0123456789abcdef01234567",
    trust_remote_code=True,
)
```

## Good
```python
from transformers import AutoModel, pipeline

# ok: trust-remote-code
model = AutoModel.from_pretrained("organisation/model")
# ok: trust-remote-code
other = AutoModel.from_pretrained("organisation/model", trust_remote_code=False)
# ok: trust-remote-code
local = AutoModel.from_pretrained("./models/ours", trust_remote_code=True)
# ok: trust-remote-code
classify = pipeline("text-classification", model="organisation/model", **{"trust_remote_code": False})
```

```python
# file: requirements.txt
datasets>=4

# file: data.py
from datasets import load_dataset

# ok: trust-remote-code
rows = load_dataset("organisation/rows", trust_remote_code=True)
```

```python
from transformers import AutoModel


def load(name, trust_remote_code=False):
    # ok: trust-remote-code
    return AutoModel.from_pretrained(name, trust_remote_code=trust_remote_code)
```

## When it is fine
The code of exactly this commit has been read, or the repository belongs to those who run the program and only they can
push to it. Pin `revision` (and `code_revision`, if the code lives in another repository) to the commit that was read.

## What it cannot see
Flags inside other dictionaries that a library passes on.

```python
from sentence_transformers import SentenceTransformer

# todoruleid: trust-remote-code
model = SentenceTransformer("organisation/model", model_kwargs={"trust_remote_code": True})
```

## References
- transformers documentation, "Custom models": on `trust_remote_code` and pinning a revision.
- CWE-829: Inclusion of Functionality from Untrusted Control Sphere; CWE-494: Download of Code Without Integrity Check.
"""

import re
from collections.abc import Iterator

from analyzer.api import (
    CallFact,
    DoubtReason,
    Finding,
    Level,
    Precision,
    Rule,
    RuleContext,
    Trust,
    Value,
    provenance,
)

FLAG = "trust_remote_code"
QUESTION = "Can this load a repository whose code nobody here has read?"
FETCHED = ("hub", "download", "archive")  # a folder of files that were fetched before
LOCAL = re.compile(r"\.{0,2}/|~|[A-Za-z]:[\\/]|\.{1,2}$")
COMMIT = re.compile(r"[0-9a-f]{40}")


def check(ctx: RuleContext) -> Iterator[Finding]:
    """Calls that let a hub's repository run its code here."""
    for call in ctx.calls("hub.code"):
        flag, removed = call.args.get(FLAG), call.api.option("removed_in")
        if flag is None or flag.truth is False or _is_passed_on(flag) or _is_local(call.subject):
            continue
        if removed and ctx.at_least(call.api.name.partition(".")[0], removed):
            continue  # the library refuses the flag
        yield _finding(ctx, call, flag)


def _finding(ctx: RuleContext, call: CallFact, flag: Value) -> Finding:
    found = provenance(call.subject)
    flow = ctx.flow(found.origin, call.place, "its code is run") if found.origin is not None else ()
    if flag.truth is None:
        text = f"`{FLAG}` is not a constant"
        doubt = ctx.doubt(DoubtReason.UNRESOLVED_VALUE, text, f"Can `{FLAG}` be true without the user's consent?", flag)
        return ctx.finding(call.place, f"`{call.name}` may run code from a model hub", level=Level.NOTE, doubt=doubt)
    if _is_pinned(call):
        message = f"`{call.name}` runs code from a model hub, at a revision that is pinned"
        return ctx.finding(call.place, message, level=Level.NOTE)
    if found.trust is Trust.UNDECIDED:
        text = f"the repository comes from {found.words}"
        doubt = ctx.doubt(DoubtReason.UNKNOWN_PROVENANCE, text, QUESTION, call.subject)
        message = f"`{call.name}` runs code from any repository that {found.words} names"
        return ctx.finding(call.place, message, level=Level.WARNING, flow=flow, doubt=doubt)
    if found.origin is not None and found.origin.kind in FETCHED:
        message = f"`{call.name}` runs the code that comes with {found.words}"
        return ctx.finding(call.place, message, level=Level.WARNING, flow=flow)
    if found.trust in (Trust.UNTRUSTED, Trust.OPERATOR):
        level = Level.ERROR if found.trust is Trust.UNTRUSTED else Level.WARNING
        message = f"`{call.name}` runs code from any repository that {found.words} names"
        return ctx.finding(call.place, message, level=level, flow=flow)
    name = call.subject.text if call.subject is not None else None
    message = f"`{call.name}` runs whatever code {f'`{name}`' if name else 'the repository'} holds at the time"
    return ctx.finding(call.place, message)


def _is_passed_on(flag: Value) -> bool:
    """Whether the flag is a parameter that is false unless a caller asks for it."""
    defaults = [constant.value for constant in flag.constants]
    asked = bool(flag.origins) and all(origin.kind == "parameter" for origin in flag.origins)
    return asked and bool(defaults) and not any(defaults)


def _is_local(repository: Value | None) -> bool:
    """Whether the repository is a folder on this machine."""
    if repository is None:
        return False
    if any(origin.kind in ("own-file", "package-resource") for origin in repository.origins):
        return provenance(repository).trust is Trust.TRUSTED
    return repository.text is not None and LOCAL.match(repository.text) is not None


def _is_pinned(call: CallFact) -> bool:
    """Whether the revision is a full commit; one that is no constant is taken for one."""
    revision = call.args.get("code_revision") or call.args.get("revision")
    if revision is None or revision.constant is None:
        return False
    return revision.text is None or COMMIT.fullmatch(revision.text) is not None


RULE = Rule(
    id="trust-remote-code",
    title="Code from a model hub is run",
    level=Level.ERROR,
    precision=Precision.HIGH,
    reads=("hub.code",),
    tags=("security", "supply-chain"),
    cwe=(829, 494),
    security_severity=8.1,
    question=QUESTION,
    since="0.1.0",
    check=check,
)
