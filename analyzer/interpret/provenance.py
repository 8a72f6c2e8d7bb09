"""Can the content of a value be trusted, and if not, who decides what it is?"""

from enum import StrEnum
from typing import Final

import msgspec

from analyzer.interpret.spelling import beginning
from analyzer.interpret.values import LOOKED_UP, OPERATOR, TRUSTED, UNDECIDED, UNTRUSTED, Origin, Value

# Origins that speak for the whole of a value; that some text in it is the program's own says nothing of the rest.
_WITNESSES: Final = tuple(kind for kind in TRUSTED if kind != "literal")
URL_SCHEMES: Final = ("http://", "https://", "ftp://", "s3://", "gs://", "gcs://", "abfs://", "hf://")
SHARED_FOLDERS: Final = ("/tmp/", "/var/tmp/", "/dev/shm/")

_WORDS: Final = {
    "request": "a request",
    "upload": "an uploaded file",
    "socket": "a network connection",
    "queue": "a message queue or cache",
    "download": "a download",
    "hub": "a model hub",
    "archive": "an archive",
    "model-output": "the output of a model",
    "command-line": "the command line",
    "environment": "the environment",
    "configuration": "a configuration file",
    "stdin": "standard input",
    "parameter": "the parameter",
    "shared-path": "a folder that others can write to",
    "file": "a file",
}


class Trust(StrEnum):
    """Who decides the content: anyone, the operator, someone unknown, or this program."""

    UNTRUSTED = "untrusted"
    OPERATOR = "operator"
    UNDECIDED = "undecided"
    TRUSTED = "trusted"


class Provenance(msgspec.Struct, frozen=True):
    """The judgement of one value.

    Attributes:
        trust: the judgement; that of the least trusted of its origins.
        origin: the origin that decided, if one did.
        why: for "undecided" without an origin: what the interpreter could not see.
    """

    trust: Trust
    origin: Origin | None = None
    why: str = ""

    @property
    def words(self) -> str:
        """The origin for a message: "a request (`flask.request.files`)"."""
        if self.origin is None:
            return "a place that could not be seen"
        kind, detail = self.origin.kind, self.origin.detail
        if kind == "parameter":
            return f"the parameter `{detail}`"
        words = _WORDS.get(kind, "a place that is not known")
        return f"{words} (`{detail}`)" if detail else words


def is_digest(value: Value) -> bool:
    """Whether an argument says how content must look: not None, not False, and nothing that strangers send along."""
    return all(item.value for item in value.constants) and value.truth is not False and not value.worst(*UNTRUSTED)


def provenance(value: Value | None) -> Provenance:
    """Who decides the content of `value`: a path's content is what the file holds, bytes are their own content.

    None (an argument that was not seen) is undecided. Constants, files of this program, package resources and what was
    verified are trusted; a constant URL is a download, a constant path in a shared folder is shared.
    """
    if value is None:
        return Provenance(Trust.UNDECIDED, why="the argument was not seen")
    if "verified" in value.checks:
        return Provenance(Trust.TRUSTED)
    for trust, kinds in ((Trust.UNTRUSTED, UNTRUSTED), (Trust.OPERATOR, OPERATOR)):
        found = value.worst(*kinds)
        if found and trust is Trust.UNTRUSTED and LOOKED_UP in value.checks:
            asked = Provenance(trust, found[0]).words
            return Provenance(Trust.UNDECIDED, why=f"what is found by asking for something from {asked}")
        if found:
            return Provenance(trust, found[0])
    texts = sorted(each.value for each in value.constants if isinstance(each.value, str)) or [beginning(value)]
    for text in texts:
        if text.lower().startswith(URL_SCHEMES):
            return Provenance(Trust.UNTRUSTED, Origin("download", text))
    found = value.worst(*UNDECIDED)
    if found and found[0].kind == "unknown":
        return Provenance(Trust.UNDECIDED, why=found[0].detail or value.unknown)
    if found:
        return Provenance(Trust.UNDECIDED, found[0])
    for text in texts + sorted(origin.detail for origin in value.origins if origin.kind == "constant-path"):
        if text.startswith(SHARED_FOLDERS):
            return Provenance(Trust.UNDECIDED, Origin("shared-path", text))
    if value.unknown and not value.worst(*_WITNESSES):
        return Provenance(Trust.UNDECIDED, why=value.unknown)
    return Provenance(Trust.TRUSTED)
