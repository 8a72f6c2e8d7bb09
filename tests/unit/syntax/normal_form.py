"""In which shape do CPython's tree and ours compare: nested tuples, which say the same of the same code?"""

import ast
import re
import sys
from collections.abc import Iterable

from analyzer.source.file import FileKind, SourceFile

Form = tuple[object, ...]
UNKNOWN: Form = ("unknown",)
PLACED_IN_TEMPLATES = sys.version_info >= (3, 12)
"""Whether CPython knows where in an f-string an expression stands."""

_SURROGATE = re.compile("[\ud800-\udfff]")


def source(text: str | bytes, path: str = "a.py") -> SourceFile:
    """A module with this text."""
    data = text.encode() if isinstance(text, str) else text
    return SourceFile(path=path, text=data, digest="", kind=FileKind.MODULE, raw_lines=())


def constant(value: object) -> Form:
    """A literal; what the IR does not carry is unknown."""
    if value is Ellipsis or isinstance(value, complex):
        return UNKNOWN
    if type(value) is int and value >= 2**64:
        return UNKNOWN
    if isinstance(value, str) and _SURROGATE.search(value):
        return UNKNOWN
    return ("const", type(value).__name__, repr(value))


def template(parts: Iterable[Form]) -> Form:
    """An f-string: neighbouring constants as one, as it would show them."""
    merged: list[Form] = []
    for part in parts:
        if part[0] != "const" or part[1] == "bytes":
            merged.append(part)
            continue
        text = str(ast.literal_eval(str(part[2])))
        if merged and merged[-1][:2] == ("const", "str"):
            text = str(ast.literal_eval(str(merged.pop()[2]))) + text
        if text:
            merged.append(("const", "str", repr(text)))
    if not merged:
        return constant("")
    if len(merged) == 1 and merged[0][:2] == ("const", "str"):
        return merged[0]
    return UNKNOWN if all(part == UNKNOWN or part[:2] == ("const", "str") for part in merged) else ("template", *merged)
