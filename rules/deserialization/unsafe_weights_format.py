"""## What it finds
Weights that are asked for as pickles: `use_safetensors=False`, `weights_only=False` or `allow_pickle=True` for
`from_pretrained`, `pipeline`, `SentenceTransformer` and their like, also inside `model_kwargs`.

| repository | result |
|---|---|
| a constant name on a hub, at whatever it holds at the time | warning |
| pinned to a full commit | note |
| a request or another place that anyone can write to | error, with its flow |
| the command line | warning, to be reviewed |
| the environment, a parameter, a place that could not be seen | note, to be reviewed |
| a folder on this machine, a file of this program | no finding |

## Why it matters
A pickle is a program, safetensors is a table of numbers. `use_safetensors=False` refuses the safe file even where the
repository has one. `weights_only=False` lets the other file build any object, so that whoever can push to the
repository runs code on every machine that loads the model; without it (transformers 5 restricts by default) what a
pickle can do depends on torch, and before 2.6 the restriction had a hole.

## Bad
```python
from diffusers import StableDiffusionPipeline
from sentence_transformers import SentenceTransformer
from transformers import AutoModel, pipeline

# ruleid: unsafe-weights-format
images = StableDiffusionPipeline.from_pretrained("organisation/pipeline", use_safetensors=False)
# ruleid: unsafe-weights-format
model = AutoModel.from_pretrained("organisation/model", weights_only=False)
# ruleid: unsafe-weights-format
encoder = SentenceTransformer("organisation/model", model_kwargs={"use_safetensors": False})
# ruleid: unsafe-weights-format
classify = pipeline("text-classification", "organisation/model", model_kwargs={"weights_only": False})
# ruleid: unsafe-weights-format
pinned = AutoModel.from_pretrained(
    "organisation/model", revision="0123456789abcdef0123456789abcdef01234567", use_safetensors=False
)
```

```python
from flask import request
from transformers import AutoModel

OPTIONS = {"weights_only": False}


def load(name):
    # ruleid: unsafe-weights-format
    return AutoModel.from_pretrained(name, **OPTIONS)


def chosen():
    # ruleid: unsafe-weights-format
    return AutoModel.from_pretrained(request.args["model"], use_safetensors=False)
```

## Good
```python
from diffusers import StableDiffusionPipeline
from transformers import AutoModel


def load(name, weights_only=True):
    # ok: unsafe-weights-format
    images = StableDiffusionPipeline.from_pretrained("organisation/pipeline", use_safetensors=True)
    # ok: unsafe-weights-format
    model = AutoModel.from_pretrained("organisation/model")
    # ok: unsafe-weights-format
    either = AutoModel.from_pretrained(name, use_safetensors=None)
    # ok: unsafe-weights-format
    passed_on = AutoModel.from_pretrained(name, weights_only=weights_only)
    return images, model, either, passed_on
```

```python
from transformers import AutoModel


def again(model):
    model.save_pretrained("./models/ours", safe_serialization=False)
    # ok: unsafe-weights-format
    return AutoModel.from_pretrained("./models/ours", use_safetensors=False)
```

## When it is fine
The repository has no safetensors file, its owner is known, and the commit is pinned. Converting the file once
(`save_pretrained` writes safetensors) is better: then nothing needs to be unpickled again.

## What it cannot see
Repositories that hold pickles only: without a flag the library takes the pickle where there is no safetensors file.

```python
from transformers import AutoModel

# todoruleid: unsafe-weights-format
model = AutoModel.from_pretrained("organisation/model-with-a-pickle-only")
```

## References
- transformers 5.24, `modeling_utils.load_state_dict`: `weights_only` goes to `torch.load`; the version of torch is
  not checked if it is false. diffusers 0.42, `DiffusionPipeline.from_pretrained`: `use_safetensors`.
- Hugging Face documentation, "Pickle scanning", and safetensors.
- CVE-2025-32434: `weights_only=True` before torch 2.6.
- CWE-502: Deserialization of Untrusted Data.
"""

from collections.abc import Iterator

from analyzer.api import (
    CallFact,
    Finding,
    Level,
    Pin,
    Precision,
    Remedy,
    Rule,
    RuleContext,
    is_local,
    repository,
)

QUESTION = "Can someone who may not run code on this machine choose the repository or folder that is loaded here?"
UNSAFE = {"weights_only": False, "use_safetensors": False, "allow_pickle": True}  # the worst first
WHY = {
    "weights_only": "lets the weights be a pickle that builds any object",
    "use_safetensors": "refuses safetensors and takes a pickle",
    "allow_pickle": "lets the weights be a pickle",
}


def check(ctx: RuleContext) -> Iterator[Finding]:
    """Calls that ask for pickled weights, weighed by where these come from."""
    for call in ctx.calls("hub.weights"):
        flag = _flag(call)
        if not flag or is_local(call.subject):
            continue
        finding = _finding(ctx, call, flag)
        if finding is not None:
            yield finding


def _flag(call: CallFact) -> str:
    """The argument that asks for a pickle, as the call has it; "" if none does."""
    for flag, unsafe in UNSAFE.items():
        for name, value in call.args.items():
            if (name == flag or name.endswith(f"[{flag}]")) and value.constant is not None and value.truth is unsafe:
                return name
    return ""


def _finding(ctx: RuleContext, call: CallFact, flag: str) -> Finding | None:
    word = flag.rpartition("[")[2].rstrip("]")
    start = f"`{call.name}` is told `{word}={UNSAFE[word]}`, which {WHY[word]}"
    found = repository(call)
    remedy = None
    if flag == word:
        title = f"Let the library decide: without `{word}`"
        remedy = Remedy(title=title, changes=(ctx.drop_argument(call, word),), safe=False)
    if found is None:
        return ctx.loaded(call, f"{start}; what is loaded comes from {{origin}}", QUESTION, remedy=remedy)
    if found.pin is Pin.COMMIT:
        message = f"{start}, from a commit of `{found.name}` that is pinned"
        return ctx.finding(call.place, message, level=Level.NOTE, remedy=remedy)
    return ctx.finding(call.place, f"{start}, from whatever `{found.name}` holds at the time", remedy=remedy)


RULE = Rule(
    id="unsafe-weights-format",
    title="Weights are asked for as a pickle",
    level=Level.WARNING,
    precision=Precision.HIGH,
    reads=("hub.weights",),
    tags=("security", "supply-chain", "pickle"),
    cwe=(502,),
    security_severity=7.5,
    question=QUESTION,
    since="0.2.0",
    reach=1,
    check=check,
)
