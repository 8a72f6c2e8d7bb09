"""## What it finds
A repository of a model hub that is fetched at whatever it holds at the time: `from_pretrained` and `pipeline` of
transformers, diffusers, peft, optimum and their like, `load_dataset`, `hf_hub_download`, `snapshot_download`,
`SentenceTransformer`, `vllm.LLM`, `timm` and keras-hub names with `hf-hub:` or `hf://`, `kagglehub`, `modelscope`, and
`models:/name/latest` of an MLflow registry. There is no `revision`, or it is a branch or a tag.

| what is fetched | result |
|---|---|
| a file that is unpickled in the same module, or a model whose library unpickles it | warning |
| anything else | note: a matter of hygiene |
| a full commit (Hugging Face), a version (Kaggle, MLflow) | no finding |
| a folder on this machine, a name or revision that is no constant, a test | no finding |

Where the repository's code is run or a pickle is asked for, `trust-remote-code` and `unsafe-weights-format` say so, and
this rule does not say it again.

Whoever does not pin on purpose says so once, in `pyproject.toml`: `ignore = ["unpinned-hub-revision"]`, or by the tag
`hygiene` for all rules of this kind.

## Why it matters
The owner of a repository, or whoever gets hold of the account or of a name that was given up, can put something else
there. The next run loads it: other weights, other data, and where the file is a pickle other code. Results cannot be
reproduced either.

## Bad
```python
from datasets import load_dataset
from huggingface_hub import hf_hub_download, snapshot_download
from transformers import AutoModel, AutoTokenizer, pipeline

# ruleid: unpinned-hub-revision
model = AutoModel.from_pretrained("organisation/model")
# ruleid: unpinned-hub-revision
tokenizer = AutoTokenizer.from_pretrained("organisation/model", revision="main")
# ruleid: unpinned-hub-revision
tagged = AutoModel.from_pretrained("bert-base-uncased", revision="v1.0.0")
# ruleid: unpinned-hub-revision
rows = load_dataset("squad")
# ruleid: unpinned-hub-revision
path = hf_hub_download(repo_id="organisation/model", filename="config.json")
# ruleid: unpinned-hub-revision
folder = snapshot_download("organisation/model")
# ruleid: unpinned-hub-revision
classify = pipeline("text-classification", model="organisation/model")
```

```python
import kagglehub
import mlflow
import timm
from diffusers import DiffusionPipeline
from modelscope import snapshot_download
from peft import PeftModel
from sentence_transformers import SentenceTransformer

# ruleid: unpinned-hub-revision
encoder = SentenceTransformer("all-MiniLM-L6-v2")
# ruleid: unpinned-hub-revision
images = DiffusionPipeline.from_pretrained("organisation/pipeline")
# ruleid: unpinned-hub-revision
backbone = timm.create_model("hf-hub:organisation/backbone", pretrained=True)
# ruleid: unpinned-hub-revision
weights = kagglehub.model_download("owner/model/pytorch/small")
# ruleid: unpinned-hub-revision
folder = snapshot_download("organisation/model")
# ruleid: unpinned-hub-revision
latest = mlflow.pyfunc.load_model("models:/churn/latest")


def adapt(base):
    # ruleid: unpinned-hub-revision
    return PeftModel.from_pretrained(base, "organisation/adapter")
```

One of several repositories, none of which is pinned:

```python
from transformers import AutoModel

NAMES = {"small": "organisation/small", "large": "organisation/large"}


def load(size):
    # ruleid: unpinned-hub-revision
    return AutoModel.from_pretrained(NAMES[size])
```

What is fetched is unpickled, so that this is a warning:

```python
import joblib
from huggingface_hub import from_pretrained_fastai, hf_hub_download

NAME = "organisation/model"


def load():
    # ruleid: unpinned-hub-revision
    path = hf_hub_download(NAME, "model.joblib")
    return joblib.load(path)


# ruleid: unpinned-hub-revision
learner = from_pretrained_fastai("organisation/learner")
```

## Good
```python
import kagglehub
import mlflow
import timm
from huggingface_hub import hf_hub_download
from transformers import AutoModel

COMMIT = "0123456789abcdef0123456789abcdef01234567"

# ok: unpinned-hub-revision
model = AutoModel.from_pretrained("organisation/model", revision=COMMIT)
# ok: unpinned-hub-revision
path = hf_hub_download("organisation/model", "model.safetensors", **{"revision": COMMIT})
# ok: unpinned-hub-revision
backbone = timm.create_model(f"hf-hub:organisation/backbone@{COMMIT}", pretrained=True)
# ok: unpinned-hub-revision
named = timm.create_model("resnet18", pretrained=True)
# ok: unpinned-hub-revision
weights = kagglehub.model_download("owner/model/pytorch/small/3")
# ok: unpinned-hub-revision
registered = mlflow.pyfunc.load_model("models:/churn/7")
```

Not a hub, or not known to be one:

```python
import os

from datasets import load_dataset
from transformers import AutoModel, AutoTokenizer


def load(name, revision, **options):
    # ok: unpinned-hub-revision
    one = AutoModel.from_pretrained(name)
    # ok: unpinned-hub-revision
    two = AutoModel.from_pretrained("organisation/model", revision=revision)
    # ok: unpinned-hub-revision
    three = AutoModel.from_pretrained("organisation/model", **options)
    # ok: unpinned-hub-revision
    four = AutoTokenizer.from_pretrained("./models/ours")
    # ok: unpinned-hub-revision
    five = AutoTokenizer.from_pretrained("output/checkpoint-500")
    # ok: unpinned-hub-revision
    six = AutoModel.from_pretrained("organisation/model", local_files_only=True)
    # ok: unpinned-hub-revision
    seven = load_dataset("csv", data_files="rows.csv")
    # ok: unpinned-hub-revision
    eight = AutoModel.from_pretrained(os.environ["MODEL"])
    return one, two, three, four, five, six, seven, eight
```

```python
from transformers import AutoModel


class Wrapper(AutoModel):
    @classmethod
    def load(cls):
        # ok: unpinned-hub-revision
        return cls.from_pretrained("organisation/model", trust_remote_code=True)
```

## When it is fine
The repository belongs to those who run the program, or the newest state is what is wanted and nothing of it is run:
safetensors, data, a tokenizer. For Hugging Face repositories the commit is on the page "Files and versions", and
`huggingface_hub.model_info(name).sha` gives it.

## What it cannot see
Names that are put together at run time, and revisions in files of settings. A name of one part may be a folder or one
of the first models; only names of those families are taken for models.

```python
from transformers import AutoModel


def load(size):
    # todoruleid: unpinned-hub-revision
    return AutoModel.from_pretrained(f"organisation/{size}")
```

## References
- huggingface_hub documentation, "Download files from the Hub": "it must be the full-length hash".
- transformers documentation, "Custom models": pin a revision.
- Kaggle models and MLflow model registry documentation: versions, stages and aliases.
- bandit B615, `huggingface_unsafe_download`.
- CWE-494: Download of Code Without Integrity Check; CWE-1357: Reliance on Insufficiently Trustworthy Component.
"""

from collections.abc import Iterator

from analyzer.api import CallFact, Finding, Level, Pin, Place, Precision, Repository, Rule, RuleContext, repository

UNPICKLERS = ("load.pickle", "load.torch", "load.model")
SAID = {"trust_remote_code": True, "use_safetensors": False, "weights_only": False, "allow_pickle": True}


def check(ctx: RuleContext) -> Iterator[Finding]:
    """Calls that fetch a named repository without a commit."""
    if ctx.is_test:
        return
    unpickled = _unpickled(ctx)
    for call in ctx.calls("hub.fetch"):
        found = repository(call)
        if found is None or found.pin is not Pin.MOVING or _is_said_elsewhere(call):
            continue
        loader = unpickled.get(call.place)
        yield _finding(ctx, call, found, loader)


def _is_said_elsewhere(call: CallFact) -> bool:
    """Whether code is run or a pickle asked for, so that another rule reports the call and what to do."""
    given = {name.rpartition("[")[2].rstrip("]"): value.truth for name, value in call.args.items()}
    return any(given.get(name) is unsafe for name, unsafe in SAID.items())


def _unpickled(ctx: RuleContext) -> dict[Place, CallFact]:
    """The calls that fetched what is unpickled in this module, each with the call that unpickles it."""
    found: dict[Place, CallFact] = {}
    for load in ctx.calls(*UNPICKLERS):
        for origin in load.subject.worst("hub") if load.subject is not None and _unpickles(ctx, load) else ():
            if origin.trace is not None:
                found.setdefault(origin.trace.steps()[0].place, load)
    return found


def _unpickles(ctx: RuleContext, load: CallFact) -> bool:
    if "load.torch" not in load.api.roles:
        return not load.api.option("when") or bool((flag := load.args.get(load.api.option("when"))) and flag.truth)
    restricted = load.args.get("weights_only")
    return restricted.truth is False if restricted is not None else ctx.at_least("torch", "2.6") is not True


def _finding(ctx: RuleContext, call: CallFact, found: Repository, loader: CallFact | None) -> Finding:
    state = f"whatever `{found.revision}` points to" if found.revision else "whatever it holds at the time"
    message = f"`{call.name}` fetches `{found.name}` at {state}"
    if loader is not None:
        related = [ctx.related(loader.place, f"`{loader.name}` unpickles it here")]
        message = f"{message}, and `{loader.name}` unpickles it"
        return ctx.finding(call.place, message, level=Level.WARNING, related=related)
    if call.api.option("unpickles"):
        return ctx.finding(call.place, f"{message}, and unpickles it", level=Level.WARNING)
    return ctx.finding(call.place, message)


RULE = Rule(
    id="unpinned-hub-revision",
    title="What a hub holds at the time is fetched",
    level=Level.NOTE,
    precision=Precision.MEDIUM,
    reads=("hub.fetch", *UNPICKLERS),
    given=("hub.fetch",),
    tags=("supply-chain", "hygiene", "reproducibility"),
    cwe=(494, 1357),
    since="0.2.0",
    reach=1,
    check=check,
)
