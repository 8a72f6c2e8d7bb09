"""## What it finds
Code of a repository on a model hub that is run here: `trust_remote_code=True` for `from_pretrained` of any class,
`from_config`, `pipeline`, `load_dataset`, `SentenceTransformer`, `CrossEncoder`, `vllm.LLM`, `sglang.Engine` and their
like. The flag is seen as an argument, in a dictionary (`**options`, `model_kwargs={"trust_remote_code": True}`), in a
variable, and as a default of a parameter, of a field or of a command-line option. `awq` and `evaluate.load` run code of
repositories without being asked to.

| repository | result |
|---|---|
| a constant, at whatever it holds at the time (no revision, a branch, a tag) | error |
| a request or another place that anyone can write to | error, with its flow |
| a parameter, or a place that could not be seen | error, to be reviewed |
| the command line, the environment, a folder that was fetched before | warning |
| pinned by `revision` to a full commit | warning: code that this commit names in other repositories is not pinned |
| pinned by `code_revision`, too | note |
| a folder on this machine, a model that is already loaded | no finding |

A flag that is passed on and is false unless a caller, an option or a setting turns it on is no finding, nor is one that
comes from a place that is not seen. A parameter of another name and without a default is a note, to be reviewed.

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

The flag in a dictionary that the library passes on:

```python
from langchain_community.embeddings import HuggingFaceEmbeddings
from sentence_transformers import CrossEncoder, SentenceTransformer
from transformers import pipeline

# ruleid: trust-remote-code
encoder = SentenceTransformer("organisation/model", model_kwargs={"trust_remote_code": True})
# ruleid: trust-remote-code
ranker = CrossEncoder("organisation/ranker", config_kwargs={"trust_remote_code": True})
# ruleid: trust-remote-code
embeddings = HuggingFaceEmbeddings(model_name="organisation/model", model_kwargs={"trust_remote_code": True})
options = dict(device_map="auto")
options["trust_remote_code"] = True
# ruleid: trust-remote-code
generate = pipeline("text-generation", "organisation/model", **options)
```

Trust that is the default:

```python
import argparse
from dataclasses import dataclass

from transformers import AutoConfig, AutoModel, AutoTokenizer


@dataclass
class Settings:
    name: str = "organisation/model"
    trust_remote_code: bool = True


def load(name="organisation/model", trust_remote_code=True):
    # ruleid: trust-remote-code
    return AutoModel.from_pretrained(name, trust_remote_code=trust_remote_code)


def configure(settings: Settings):
    # ruleid: trust-remote-code
    return AutoConfig.from_pretrained("organisation/model", trust_remote_code=settings.trust_remote_code)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--trust-remote-code", default=True, type=bool)
    args = parser.parse_args()
    # ruleid: trust-remote-code
    return AutoTokenizer.from_pretrained("organisation/model", trust_remote_code=args.trust_remote_code)
```

```python
import typer
from transformers import AutoModel

app = typer.Typer()


@app.command()
def main(name: str, trust_remote_code: bool = typer.Option(True)):
    # ruleid: trust-remote-code
    AutoModel.from_pretrained("organisation/model", trust_remote_code=trust_remote_code)


@app.command()
def other(name: str, trust_remote_code: bool = False):
    # ok: trust-remote-code
    AutoModel.from_pretrained("organisation/model", trust_remote_code=trust_remote_code)
```

```python
import argparse

from transformers import AutoConfig
from vllm import LLM

parser = argparse.ArgumentParser()
parser.add_argument("--model")
args = parser.parse_args()
# ruleid: trust-remote-code
config = AutoConfig.from_pretrained(args.model, trust_remote_code=True)
# ruleid: trust-remote-code
engine = LLM(model=args.model, trust_remote_code=True)
```

Libraries that do not ask:

```python
import evaluate
from awq import AutoAWQForCausalLM

# ruleid: trust-remote-code
model = AutoAWQForCausalLM.from_quantized("organisation/model-awq")
# ruleid: trust-remote-code
metric = evaluate.load("somebody/metric")
# ok: trust-remote-code
accuracy = evaluate.load("accuracy")
# ok: trust-remote-code
plain = AutoAWQForCausalLM.from_quantized("organisation/model-awq", trust_remote_code=False)
```

Reviewed code, pinned to a commit, is a warning, because that commit can name classes of other repositories; with
`code_revision` it is a note:

```python
from transformers import AutoModel

# ruleid: trust-remote-code
model = AutoModel.from_pretrained(
    "organisation/model",
    revision="0123456789abcdef0123456789abcdef01234567",
    trust_remote_code=True,
)
# ruleid: trust-remote-code
other = AutoModel.from_pretrained(
    "organisation/model",
    revision="0123456789abcdef0123456789abcdef01234567",
    code_revision="0123456789abcdef0123456789abcdef01234567",
    trust_remote_code=True,
)
```

`datasets` refuses the flag from version 4 on; a project that allows older ones is told:

```python
# file: requirements.txt
datasets<4

# file: data.py
from datasets import load_dataset

# ruleid: trust-remote-code
rows = load_dataset("organisation/rows", trust_remote_code=True)
```

## Good
```python
from transformers import AutoConfig, AutoModel, pipeline

# ok: trust-remote-code
model = AutoModel.from_pretrained("organisation/model")
# ok: trust-remote-code
other = AutoModel.from_pretrained("organisation/model", trust_remote_code=False)
# ok: trust-remote-code
local = AutoModel.from_pretrained("./models/ours", trust_remote_code=True)
# ok: trust-remote-code
trained = AutoModel.from_pretrained("output/run/checkpoint-500", trust_remote_code=True)
# ok: trust-remote-code
classify = pipeline("text-classification", model="organisation/model", **{"trust_remote_code": False})
# ok: trust-remote-code
generate = pipeline("text-generation", model=model, trust_remote_code=True)
```

```python
# file: requirements.txt
datasets>=4

# file: data.py
from datasets import load_dataset

# ok: trust-remote-code
rows = load_dataset("organisation/rows", trust_remote_code=True)
```

Passed on, and false unless somebody asks for it:

```python
import argparse
from dataclasses import dataclass, field

from transformers import AutoModel, HfArgumentParser


@dataclass
class ModelArguments:
    name: str = field(default="organisation/model")
    trust_remote_code: bool = field(default=False)


def load(name, trust_remote_code=False):
    # ok: trust-remote-code
    return AutoModel.from_pretrained(name, trust_remote_code=trust_remote_code)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--trust_remote_code", action="store_true")
    args = parser.parse_args()
    # ok: trust-remote-code
    return AutoModel.from_pretrained("organisation/model", trust_remote_code=args.trust_remote_code)


def train():
    parser = HfArgumentParser((ModelArguments,))
    (arguments,) = parser.parse_args_into_dataclasses()
    # ok: trust-remote-code
    return AutoModel.from_pretrained(arguments.name, trust_remote_code=arguments.trust_remote_code)
```

## When it is fine
The code of exactly this commit has been read, or the repository belongs to those who run the program and only they can
push to it. Pin `revision` (and `code_revision`, if the code lives in another repository) to the commit that was read.

## What it cannot see
Flags that other programs are given (`vllm serve --trust-remote-code`), and defaults that stand in a decorator.

```python
import subprocess

# todoruleid: trust-remote-code
subprocess.run(["vllm", "serve", "organisation/model", "--trust-remote-code"], check=True)
```

```python
import click
from transformers import AutoModel


@click.command()
@click.option("--trust-remote-code", default=True)
def main(trust_remote_code):
    # todoruleid: trust-remote-code
    AutoModel.from_pretrained("organisation/model", trust_remote_code=trust_remote_code)
```

## References
- transformers documentation, "Custom models": on `trust_remote_code` and pinning a revision.
- transformers 5.24, `dynamic_module_utils.get_class_from_dynamic_module`: code of the same repository is taken at
  `revision`, that of another one at `code_revision`.
- datasets 4.0 release notes: loading scripts and `trust_remote_code` are gone.
- autoawq 0.2.9, `awq/models/auto.py`: `trust_remote_code=True` by default; evaluate 0.4, `evaluate/loading.py`.
- CVE-2025-66448 (GHSA-8fr4-5q9j-m8gm, vLLM): `auto_map` of a config made code of another repository run.
- CVE-2026-4944 (GHSA-7972-pg2x-xr59, vLLM): the flag was hard-coded in two models, whatever the user said.
- CWE-829: Inclusion of Functionality from Untrusted Control Sphere; CWE-494: Download of Code Without Integrity Check.
"""

from collections.abc import Iterator

from analyzer.api import (
    OPERATOR,
    CallFact,
    Doubt,
    DoubtReason,
    Finding,
    Level,
    Pin,
    Precision,
    Remedy,
    Rule,
    RuleContext,
    Trust,
    Value,
    is_full_commit,
    is_local,
    pinned,
    provenance,
    repository,
)

FLAG = "trust_remote_code"
QUESTION = "Can this load a repository whose code nobody here has read?"
TEXTS = frozenset({"str", "pathlib.Path", "pathlib.PurePath", "os.PathLike"})
FULL = 40  # digits of a commit
FETCHED = ("hub", "download", "archive")  # a folder of files that were fetched before


def check(ctx: RuleContext) -> Iterator[Finding]:
    """Calls that let a hub's repository run its code here."""
    for call in ctx.calls("hub.code"):
        how, gap = _trusts(ctx, call)
        removed = call.api.option("removed_in")
        if not how or _is_here(call.subject):
            continue
        if removed:
            refused = ctx.at_least(call.api.name.partition(".")[0], removed)
            if refused:
                continue
            gap = gap if refused is False else _maybe_refused(ctx, call, removed)
        finding = _maybe(ctx, call, gap) if gap is not None else _certain(ctx, call, how)
        if finding is not None:
            yield finding


def _trusts(ctx: RuleContext, call: CallFact) -> tuple[str, Doubt | None]:
    """In which way the call trusts the repository ("" if it does not), and what is not known of that."""
    flags = [value for name, value in call.args.items() if name == FLAG or name.endswith(f"[{FLAG}]")]
    if not flags and call.api.option("trusts_by_default") and not call.open:
        return ("by default" if repository(call) is not None else ""), None
    for flag in flags:
        if flag.truth:
            return "is told to", None
    for flag in flags:
        defaults = [bool(constant.value) for constant in flag.constants]
        if defaults and all(defaults):
            return "by default", None
        if flag.truth is None and _is_decided_here(flag):
            text, question = f"`{FLAG}` is not a constant", f"Can `{FLAG}` be true without the user's consent?"
            return "may", ctx.doubt(DoubtReason.UNRESOLVED_VALUE, text, question, flag)
    return "", None


def _is_decided_here(flag: Value) -> bool:
    """Whether a flag that is no constant is more than passed on, as a parameter or member of its own name is."""
    asked = bool(flag.origins) and all(origin.kind in ("parameter", *OPERATOR) for origin in flag.origins)
    if flag.constants:
        return not asked  # true on some branch; a parameter is false unless a caller asks for it
    return asked and not flag.worst(*OPERATOR) and FLAG not in flag.spelling


def _is_here(repository: Value | None) -> bool:
    """Whether nothing is fetched: a folder on this machine, or a model that is already loaded."""
    if repository is None:
        return False
    if any(origin.kind in ("own-file", "package-resource") for origin in repository.origins):
        return provenance(repository).trust is Trust.TRUSTED
    loaded = repository.text is None and bool(repository.types - TEXTS)
    return is_local(repository) or (loaded and not repository.worst(*FETCHED))


def _maybe_refused(ctx: RuleContext, call: CallFact, removed: str) -> Doubt:
    library = call.api.name.partition(".")[0]
    text = f"the version of `{library}` is not settled, and from {removed} on it refuses `{FLAG}`"
    return ctx.doubt(DoubtReason.VERSION_UNKNOWN, text, f"May this run with a `{library}` older than {removed}?")


def _maybe(ctx: RuleContext, call: CallFact, gap: Doubt) -> Finding:
    level = Level.WARNING if gap.reason is DoubtReason.VERSION_UNKNOWN else Level.NOTE
    return ctx.finding(call.place, f"`{call.name}` may run code from a model hub", level=level, doubt=gap)


def _certain(ctx: RuleContext, call: CallFact, how: str) -> Finding | None:
    """The finding for a call that trusts the repository, by who chooses what is in it."""
    found, pin = provenance(call.subject), _pin(call)
    remedy = _remedy(ctx, call)
    if pin is not Pin.MOVING:
        return _at_commit(ctx, call, pin, remedy)
    flow = ctx.flow(found.origin, call.place, "its code is run") if found.origin is not None else ()
    if found.origin is None and found.trust is Trust.TRUSTED:
        name = call.subject.text if call.subject is not None else None
        level = Level.WARNING if how == "by default" and FLAG not in call.args else None
        whose = f"`{name}`" if name else "the repository"
        start = "" if how == "is told to" else ", by default,"
        message = f"`{call.name}`{start} runs whatever code {whose} holds at the time"
        return ctx.finding(call.place, message, level=level, doubt=_bare(ctx, call, name), remedy=remedy)
    if found.origin is not None and found.origin.kind in FETCHED:
        message = f"`{call.name}` runs the code that comes with {found.words}"
        return ctx.finding(call.place, message, level=Level.WARNING, flow=flow, remedy=remedy)
    message = f"`{call.name}` runs code from any repository that {found.words} names"
    if found.trust is Trust.UNDECIDED:
        if ctx.is_test:
            return None
        text = f"the repository comes from {found.words}"
        doubt = ctx.doubt(DoubtReason.UNKNOWN_PROVENANCE, text, QUESTION, call.subject)
        return ctx.finding(call.place, message, flow=flow, doubt=doubt, remedy=remedy)
    level = Level.WARNING if found.trust is Trust.OPERATOR else Level.ERROR
    return ctx.finding(call.place, message, level=level, flow=flow, remedy=remedy)


def _bare(ctx: RuleContext, call: CallFact, name: str | None) -> Doubt | None:
    """A name without an owner is a folder here, if there is one of that name."""
    if name is None or "/" in name or call.api.option("hub") != "models":
        return None
    question = f"Is `{name}` a repository on a hub, and not a folder of this program?"
    return ctx.doubt(DoubtReason.UNRESOLVED_VALUE, f"`{name}` may be a folder on this machine", question, call.subject)


def _pin(call: CallFact) -> Pin:
    """What is known of the state of the code that is run."""
    subject = call.subject
    if subject is not None and subject.origins and all(origin.kind == "verified" for origin in subject.origins):
        return Pin.COMMIT  # fetched at a full commit
    if is_full_commit(call.args.get("code_revision")):
        return Pin.COMMIT
    pin, revision = pinned(call)
    return Pin.MOVING if (pin is Pin.UNKNOWN and call.open) or (pin is Pin.COMMIT and len(revision) < FULL) else pin


def _at_commit(ctx: RuleContext, call: CallFact, pin: Pin, remedy: Remedy | None) -> Finding:
    """The code of one commit is run; another repository that it names has a revision of its own."""
    if is_full_commit(call.args.get("code_revision")):
        message = f"`{call.name}` runs code from a model hub, at a commit that is pinned"
        return ctx.finding(call.place, message, level=Level.NOTE)
    if pin is Pin.UNKNOWN:
        message = f"`{call.name}` runs code from a model hub, at a revision that is not seen to be a commit"
    else:
        message = (
            f"`{call.name}` runs code from a model hub, at a pinned `revision`; code that this names in another "
            "repository is pinned by `code_revision` only"
        )
    return ctx.finding(call.place, message, level=Level.WARNING, remedy=remedy)


def _remedy(ctx: RuleContext, call: CallFact) -> Remedy | None:
    """Models whose class is part of the library load without the flag."""
    flag = call.args.get(FLAG)
    if flag is None or not flag.truth:
        return None
    change = ctx.drop_argument(call, FLAG)
    return Remedy(title="Load the model without the repository's code", changes=(change,), safe=False)


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
