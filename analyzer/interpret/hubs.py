"""Does a call fetch a repository of a model hub, and does it say which state of it?

A name is taken for a repository only if it cannot be a folder here; `bert` may be either, and is taken for neither.
"""

import re
from enum import StrEnum
from typing import Final

import msgspec

from analyzer.interpret.facts import CallFact
from analyzer.interpret.values import Value

_COMMIT: Final = re.compile(r"[0-9a-f]{40}")
# The Hub refuses an abbreviated commit, so it can't move; digits alone may be a tag such as `20240131`.
_ABBREVIATED: Final = re.compile(r"(?=[0-9]*[a-f])[0-9a-f]{7,39}")
_NUMBER: Final = re.compile(r"[0-9]+")
_PATH: Final = re.compile(r"\.{0,2}/|~|[A-Za-z]:[\\/]|\.{1,2}$|.*\\|.*/$|file:")
_FILE: Final = re.compile(r".*\.(pt|pth|bin|ckpt|json|jsonl|safetensors|h5|hdf5|onnx|zip|csv|tsv|parquet|txt|yaml|py)$")
_REPOSITORY: Final = re.compile(r"[A-Za-z0-9][\w.-]*(/[A-Za-z0-9][\w.-]*)?")
_REGISTERED: Final = re.compile(r"models:/([^/@]+)(?:/([^/]+)|@(.+))")
_MODEL_PARTS: Final = 5  # of a Kaggle handle with a version: owner/model/framework/variation/version

# First parts of relative paths; nobody's account on the Hub whose models one would load.
_FOLDERS: Final = frozenset(
    "artifacts assets bin build cache checkpoint checkpoints ckpt ckpts data dataset datasets dist exp experiments "
    "finetuned input inputs local log logs model models out output outputs pretrained pretrained_models resources "
    "result results run runs save saved saved_model saved_models src temp test tests tmp trained_models weights "
    "work_dirs workspace".split()
)
# Models of the first years have names without an owner; new ones cannot have such a name.
_EARLY: Final = re.compile(
    r"(albert|bert|camembert|distilbert|distilroberta|roberta|t5|transfo-xl|xlm|xlnet)-[\w.-]+"
    r"|ctrl|distilgpt2|gpt2(-(medium|large|xl))?|openai-gpt"
)
# `load_dataset("csv", data_files=…)` reads files by a builder that is part of the library.
_BUILDERS: Final = frozenset(
    "arrow audiofolder csv eval fasta fastq generator hdf5 imagefolder json lance niftifolder pandas parquet pdffolder "
    "spark sql text videofolder webdataset xml".split()
)


class Pin(StrEnum):
    """What a call says of the state of a repository: one commit, whatever a name points to, or not seen."""

    COMMIT = "commit"
    MOVING = "moving"
    UNKNOWN = "unknown"


class Repository(msgspec.Struct, frozen=True):
    """A repository that a call fetches.

    Attributes:
        name: as the call has it.
        pin: what the call says of its state.
        revision: the branch or tag that is named; "" if none is.
    """

    name: str
    pin: Pin
    revision: str = ""


def repository(call: CallFact) -> Repository | None:
    """The repository that `call` certainly fetches; None if that is a folder here, or is not known.

    Of several that are possible it is the first that is not pinned, and None if one of them is not a repository.
    Reads the row's options `hub` (whose names they are: "models", "sentence", "datasets", "repositories", "prefixed",
    "kaggle" or "mlflow"), `hub_name` (the parameter with the name, if it is not the subject) and `pin` (parameters that
    name a revision, the decisive one first).
    """
    named = call.args.get(call.api.option("hub_name")) or call.subject
    only_here = call.args.get("local_files_only")
    if named is None or named.origins or named.unknown or (only_here is not None and only_here.truth is not False):
        return None
    names = sorted(named.constants, key=str)
    found = [_named(call, each.value) if isinstance(each.value, str) else None for each in names]
    known = [each for each in found if each is not None]
    if not known or len(known) < len(found):
        return None
    return next((each for each in known if each.pin is Pin.MOVING), known[0])


def _named(call: CallFact, text: str) -> Repository | None:
    match call.api.option("hub"):
        case "kaggle":
            return _of_kaggle(text)
        case "mlflow":
            return _of_registry(text)
        case "prefixed":
            return _prefixed(call, text)
        case kind if kind and _is_repository(text, kind):
            pin, revision = pinned(call)
            return Repository(text, pin, revision)
    return None


def pinned(call: CallFact) -> tuple[Pin, str]:
    """What the call says of the state of the repository, and the branch or tag it names ("" for none)."""
    named = [value for name in call.api.option("pin", "revision").split() if (value := call.args.get(name))]
    if not named:
        return (Pin.UNKNOWN if call.open else Pin.MOVING), ""
    value = named[0]
    if value.text is not None:
        return (Pin.COMMIT if is_commit(value.text) else Pin.MOVING), value.text
    return (Pin.MOVING if value.constant is None else Pin.UNKNOWN), ""


def is_commit(revision: str) -> bool:
    """Whether a revision is a full commit, or is meant as one: the Hub refuses what is shorter."""
    return _COMMIT.fullmatch(revision) is not None or _ABBREVIATED.fullmatch(revision) is not None


def is_full_commit(value: Value | None) -> bool:
    """Whether a value is the full name of one commit."""
    return value is not None and value.text is not None and _COMMIT.fullmatch(value.text) is not None


def is_local(value: Value | None) -> bool:
    """Whether a value certainly names a file or folder on this machine, and no repository of a hub."""
    return value is not None and value.text is not None and _is_path(value.text)


def _is_path(text: str) -> bool:
    if _PATH.match(text) or _FILE.match(text) or text.count("/") > 1:
        return True
    return text.partition("/")[0].lower() in _FOLDERS


def _is_repository(text: str, kind: str) -> bool:
    if not _REPOSITORY.fullmatch(text) or (kind != "repositories" and _is_path(text)):
        return False
    if "/" in text or kind == "repositories":
        return True
    match kind:
        case "datasets":
            return text not in _BUILDERS
        case "sentence":  # "all-MiniLM-L6-v2" is short for a model of the library's own account
            return "-" in text
    return _EARLY.fullmatch(text) is not None


def _prefixed(call: CallFact, text: str) -> Repository | None:
    """`hf-hub:owner/name@revision` (timm), `hf://owner/name`, `kaggle://…` (keras-hub)."""
    scheme, colon, rest = text.partition(":")
    name = rest.lstrip("/")
    if not colon or scheme not in ("hf-hub", "hf_hub", "hf", "kaggle"):
        return None
    if scheme == "kaggle":
        found = _of_kaggle(name)
        return None if found is None else Repository(text, found.pin)
    name, at, revision = name.partition("@")
    if not _REPOSITORY.fullmatch(name):
        return None
    pin, named = (Pin.COMMIT if is_commit(revision) else Pin.MOVING, revision) if at else pinned(call)
    return Repository(name, pin, named)


def _of_kaggle(handle: str) -> Repository | None:
    """Kaggle's versions do not change; a handle without one means the latest."""
    parts = handle.split("/")
    if len(parts) < 2:
        return None
    versioned = _NUMBER.fullmatch(parts[-1]) and (len(parts) == _MODEL_PARTS or parts[-2] == "versions")
    return Repository(handle, Pin.COMMIT if versioned else Pin.MOVING)


def _of_registry(uri: str) -> Repository | None:
    """A model of an MLflow registry: versions do not change, `latest` does; an alias is moved on purpose."""
    match = _REGISTERED.fullmatch(uri)
    if match is None or match[3] is not None:
        return None
    version = match[2]
    if version.lower() != "latest":
        return Repository(uri, Pin.COMMIT)
    return Repository(match[1], Pin.MOVING, version)
