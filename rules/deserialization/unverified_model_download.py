"""## What it finds
A model or a program that is downloaded while the code runs, where nothing says what the file must look like:
`torch.hub.load_state_dict_from_url` without `check_hash`, `torch.hub.download_url_to_file` without `hash_prefix`,
`keras.utils.get_file` without `file_hash`, `pooch.retrieve` without `known_hash`, `urlretrieve`, `wget` and `gdown`;
commands (`os.system`, `subprocess`) that fetch a model by `wget`, `curl` or `gdown`, that run what they fetched, or
that let pip install from a URL.

| download | result |
|---|---|
| from an address that a request or another place that anyone can write to names | error, with its flow |
| over `http://`, without a check of certificates, or run by the command that fetches it | warning |
| from an address that is not a constant | warning, to be reviewed |
| over `https://` from a constant address | note |
| data (a file with another ending), or with a digest | no finding |

What is downloaded and then unpickled in sight is reported where it is unpickled, with the download as its origin.

## Why it matters
A URL names a place, not a content. Whoever takes over the account, the bucket or the domain behind it chooses the file
that the next run loads; over `http://` anyone on the way can. A digest turns an exchanged file into an error.

## Bad
```python
import gdown
import torch
from tensorflow import keras

# ruleid: unverified-model-download
state = torch.hub.load_state_dict_from_url("https://example.com/resnet50-0676ba61.pth")
# ruleid: unverified-model-download
other = torch.utils.model_zoo.load_url("http://example.com/model.pth", weights_only=True)
# ruleid: unverified-model-download
torch.hub.download_url_to_file("https://example.com/model.ckpt", "model.ckpt", hash_prefix=None)
# ruleid: unverified-model-download
weights = keras.utils.get_file("vgg16.h5", "https://example.com/vgg16.h5")
# ruleid: unverified-model-download
gdown.download(id="1pHHqVPP1cZgeGyZ9IbvWoBvX", output="generator.pt")
```

```python
import urllib.request

import pooch
import torch
from flask import request

NAMES = {"small": "https://example.com/small.pth", "large": "https://example.com/large.pth"}


def load(url, size):
    # ruleid: unverified-model-download
    first = torch.hub.load_state_dict_from_url(url)
    # ruleid: unverified-model-download
    second = torch.hub.load_state_dict_from_url(NAMES[size], check_hash=False)
    # ruleid: unverified-model-download
    third = pooch.retrieve("https://example.com/model.onnx", known_hash=None)
    return first, second, third


def chosen():
    # ruleid: unverified-model-download
    urllib.request.urlretrieve(request.args["url"], "plugin.so")
```

```python
import os
import subprocess
import sys

# ruleid: unverified-model-download
os.system("wget -q https://example.com/model.safetensors -O models/model.safetensors")
# ruleid: unverified-model-download
subprocess.run(["curl", "-kLO", "https://example.com/detector.onnx"], check=True)
# ruleid: unverified-model-download
subprocess.run("curl -sSL https://example.com/install.sh | bash", shell=True, check=True)
# ruleid: unverified-model-download
subprocess.check_call([sys.executable, "-m", "pip", "install", "git+https://example.com/owner/plugin.git"])


def install(package):
    # ruleid: unverified-model-download
    subprocess.check_call([sys.executable, "-m", "pip", "install", package])
```

## Good
```python
import pooch
import torch
from tensorflow import keras

# ok: unverified-model-download
state = torch.hub.load_state_dict_from_url("https://example.com/resnet50-0676ba61.pth", check_hash=True)
# ok: unverified-model-download
torch.hub.download_url_to_file("https://example.com/model.ckpt", "model.ckpt", hash_prefix="0676ba61")
# ok: unverified-model-download
weights = keras.utils.get_file("vgg16.h5", "https://example.com/vgg16.h5", file_hash="64373286793e3c8b2b4e3219cbf3544b")


def fetch(digest, trusted):
    # ok: unverified-model-download
    either = pooch.retrieve("https://example.com/model.onnx", known_hash=None if trusted else "md5:f63ae5c6")
    # ok: unverified-model-download
    return either, pooch.retrieve("https://example.com/model.onnx", known_hash=digest)
```

Data, and what is pinned or checked:

```python
import os
import subprocess
import urllib.request

import gdown
from tensorflow import keras

# ok: unverified-model-download
rows = keras.utils.get_file("mnist.npz", "https://example.com/mnist.npz")
# ok: unverified-model-download
urllib.request.urlretrieve("https://example.com/rows.csv", "rows.csv")
# ok: unverified-model-download
gdown.download("https://example.com/images.zip", "images.zip")
# ok: unverified-model-download
os.system("wget https://example.com/rows.csv && ls")
# ok: unverified-model-download
os.system("curl -LO https://example.com/model.onnx && sha256sum --check model.onnx.sha256")
# ok: unverified-model-download
subprocess.run(["pip", "install", "numpy==2.1.0"], check=True)
# ok: unverified-model-download
subprocess.run(
    "pip install git+https://example.com/plugin.git@0123456789abcdef0123456789abcdef01234567", shell=True, check=True
)
```

Unpickled in sight, so that the finding is there:

```python
import pickle
import urllib.request

# ok: unverified-model-download
urllib.request.urlretrieve("https://example.com/model.pkl", "model.pkl")
with open("model.pkl", "rb") as file:
    model = pickle.load(file)
```

## When it is fine
Whoever owns the address may run code on these machines anyway, and the connection is authenticated (`https://`, an
internal store). Even then the digest of the file costs one line and keeps results reproducible.

## What it cannot see
Files that are fetched with `requests` and written piece by piece are followed to what loads them, not reported here;
commands of notebooks (`!wget`), and files without an ending.

```python
import requests

# todoruleid: unverified-model-download
content = requests.get("http://example.com/model.onnx", timeout=10).content
with open("model.onnx", "wb") as file:
    file.write(content)
```

## References
- PyTorch documentation, `torch.hub.load_state_dict_from_url`: `check_hash`, and `weights_only`, which is False there.
- Keras documentation, `get_file`; Pooch documentation, `retrieve`; gdown 6.5, `cached_download`.
- pip documentation, "Secure installs": hashes.
- CWE-494: Download of Code Without Integrity Check; CWE-319: Cleartext Transmission of Sensitive Information.
"""

import re
from collections.abc import Iterator

from analyzer.api import (
    CallFact,
    Doubt,
    DoubtReason,
    Fetched,
    Finding,
    Installed,
    Level,
    Place,
    Precision,
    Remedy,
    Rule,
    RuleContext,
    Trust,
    Value,
    fetched,
    installed,
    is_digest,
    provenance,
)

QUESTION = "Can someone who may not run code on this machine choose where this is downloaded from?"
REPORTED = ("load.pickle", "load.torch", "load.model", "load.keras", "load.marshal")  # by the rules on loading
MODEL = re.compile(
    r"\.(pt|pth|bin|ckpt|pkl|pickle|joblib|h5|hdf5|keras|onnx|safetensors|pb|tflite|gguf|mar|nemo|engine|mlmodel|pdparams"
    r"|caffemodel|weights|t7|params|py|sh|so|dll|exe|whl|jar)$",
    re.IGNORECASE,
)
ADDRESS = re.compile(r"(https?|ftp)://[^/{}…]+(/|$)", re.IGNORECASE)  # what follows the host may be filled in
STRANGERS = ("request", "upload", "socket", "queue", "model-output")
PLAIN = ("http://", "ftp://")
NAMED_BY_DIGEST = re.compile(r"-(?=[0-9]*[a-f])[0-9a-f]{8,64}\.\w+$")


def check(ctx: RuleContext) -> Iterator[Finding]:
    """Downloads of models and programs, by calls of libraries and by commands."""
    if ctx.is_test:
        return
    reported = _reported(ctx)
    for call in ctx.calls("download.file", "shell.run"):
        if call.place in reported:
            continue
        finding = _by_command(ctx, call) if "shell.run" in call.api.roles else _by_library(ctx, call)
        if finding is not None:
            yield finding


def _reported(ctx: RuleContext) -> frozenset[Place]:
    """The calls whose download is loaded in this module in a way that other rules report."""
    loads = [load for load in ctx.calls(*REPORTED) if load.subject is not None and _runs_code(load)]
    origins = [origin for load in loads if load.subject is not None for origin in load.subject.worst("download")]
    return frozenset(origin.trace.steps()[0].place for origin in origins if origin.trace is not None)


def _runs_code(load: CallFact) -> bool:
    restricted = load.args.get("weights_only")
    return restricted is None or not restricted.truth


# --- libraries -------------------------------------------------------------------------------------------------------


def _by_library(ctx: RuleContext, call: CallFact) -> Finding | None:
    digests = [call.args.get(name) for name in call.api.option("verified_by").split()]
    url, loads = call.args.get(call.api.option("url", "url")), call.api.option("unpickles")
    if call.open or any(value is not None and _says_how(value) for value in digests):
        return None
    if not loads and not any(map(MODEL.search, (*_texts(url), *_texts(call.args.get(call.api.option("path")))))):
        return None
    start = f"`{call.name}` downloads a model or program"
    unrestricted = bool(loads) and not _is_true(call.args.get("weights_only"))
    if unrestricted:
        start = f"`{call.name}` downloads a checkpoint and unpickles it without restriction"
    certificates = call.args.get("verify")
    insecure = certificates is not None and certificates.truth is False
    return _finding(ctx, call, url, start, insecure, _remedy(ctx, call, url, unrestricted))


def _says_how(digest: Value) -> bool:
    """Whether a digest is given, be it only where the user has not turned the check off."""
    return is_digest(digest) or any(constant.value for constant in digest.constants)


def _texts(value: Value | None) -> list[str]:
    """The constants that a URL or path may be, without queries; the end of one of which only that is known."""
    if value is None:
        return []
    found = [str(each.value) for each in value.constants if isinstance(each.value, str)] or [value.spelling]
    return [text.partition("?")[0].partition("#")[0] for text in found]


def _is_true(value: Value | None) -> bool:
    return value is not None and value.truth is True


def _finding(
    ctx: RuleContext, call: CallFact, url: Value | None, start: str, insecure: bool, remedy: Remedy | None
) -> Finding | None:
    """A finding by who says where the file comes from, and by who can answer there."""
    message = f"{start}, and nothing says what it must look like"
    starts = [text.lower() for text in _texts(url) if ADDRESS.match(text)]
    found = provenance(url)
    if url is not None and url.worst(*STRANGERS) and found.origin is not None:
        flow = ctx.flow(found.origin, call.place, f"`{call.name}` downloads from it")
        message = f"{start} from an address that {found.words} names"
        return ctx.finding(call.place, message, level=Level.ERROR, flow=flow, remedy=remedy)
    if insecure or any(text.startswith(PLAIN) for text in starts):
        how = "without a check of certificates" if insecure else "over a connection that is not authenticated"
        return ctx.finding(call.place, f"{start} {how}: anyone on the way can exchange it", remedy=remedy)
    if starts or (url is None and call.args):
        return ctx.finding(call.place, message, level=Level.NOTE, remedy=remedy)
    return ctx.finding(call.place, message, doubt=_whose(ctx, url, found.words), remedy=remedy)


def _whose(ctx: RuleContext, url: Value | None, words: str) -> Doubt:
    text = f"the address comes from {words}"
    return ctx.doubt(DoubtReason.UNKNOWN_PROVENANCE, text, QUESTION, url)


def _remedy(ctx: RuleContext, call: CallFact, url: Value | None, unrestricted: bool) -> Remedy | None:
    """A digest that is part of the file's name can be checked; tensors can be loaded without running code."""
    name = url.text if url is not None and "check_hash" in call.api.positional else None
    if name is not None and NAMED_BY_DIGEST.search(name):
        change = ctx.set_argument(call, "check_hash", "True")
        return Remedy(title="Check the digest in the file's name", changes=(change,), safe=False)
    if not unrestricted:
        return None
    change = ctx.set_argument(call, "weights_only", "True")
    return Remedy(title="Load nothing but tensors", changes=(change,), safe=False)


# --- commands --------------------------------------------------------------------------------------------------------


def _by_command(ctx: RuleContext, call: CallFact) -> Finding | None:
    command = call.subject
    findings = [_of_fetched(ctx, call, one) for one in fetched(command) if not one.is_checked]
    findings += [_of_installed(ctx, call, one) for one in installed(command) if not one.is_pinned or one.is_insecure]
    known = [finding for finding in findings if finding is not None]
    return max(known, key=lambda each: (each.level or Level.WARNING).rank) if known else None


def _of_fetched(ctx: RuleContext, call: CallFact, one: Fetched) -> Finding | None:
    plain = one.url.lower().startswith(PLAIN)
    is_model = any(MODEL.search(text.partition("?")[0]) for text in (one.url, one.target))
    if not is_model and not one.is_run:
        return None
    start = f"`{one.tool}` downloads a model or program"
    if provenance(call.subject).trust is Trust.UNTRUSTED and "{" in one.url:
        return ctx.loaded(call, f"{start} from an address that {{origin}} names", QUESTION)
    if one.is_run:
        return ctx.finding(call.place, f"a command runs what `{one.tool}` downloads, whatever that is at the time")
    if plain or one.is_insecure:
        how = "over a connection that is not authenticated"
        return ctx.finding(call.place, f"{start} {how}: anyone on the way can exchange it")
    message = f"{start}, and nothing says what it must look like"
    if "{" in one.url:
        words = provenance(call.subject).words
        return ctx.finding(call.place, message, doubt=_whose(ctx, call.subject, words))
    return ctx.finding(call.place, message, level=Level.NOTE)


def _of_installed(ctx: RuleContext, call: CallFact, one: Installed) -> Finding | None:
    if one.is_insecure:
        return ctx.finding(call.place, f"pip installs from `{one.what}`, for which anyone on the way can answer")
    if one.what.startswith("{"):
        return ctx.loaded(call, "pip installs and runs what {origin} names", QUESTION)
    message = f"pip installs whatever `{one.what}` holds at the time"
    return ctx.finding(call.place, message, level=Level.NOTE)


RULE = Rule(
    id="unverified-model-download",
    title="A model or program is downloaded and not verified",
    level=Level.WARNING,
    precision=Precision.MEDIUM,
    reads=("download.file", "shell.run", *REPORTED),
    given=("download.file", "shell.run"),
    tags=("security", "supply-chain"),
    cwe=(494, 319),
    security_severity=6.5,
    question=QUESTION,
    since="0.2.0",
    reach=1,
    check=check,
)
