"""Which imports does Python text hold, as far as reading without parsing tells?

A twentieth of the time of a parse. Text that only looks like an import (in a string) is taken for one: the answer is
too large rather than too small.
"""

import re
from typing import NamedTuple

_FROM = re.compile(rb"from\s+(\.*)\s*([\w.]*)\s+import\b\s*\(?(.*)", re.DOTALL)
_IMPORT = re.compile(rb"import\s+([\w.].*)", re.DOTALL)
_NOISE = re.compile(rb"#[^\n]*|\\\r?\n")
_WORD = re.compile(rb"[\w.]+|\*")


class ImportText(NamedTuple):
    """One import: the module as written without leading dots, the number of dots, and the names taken from it."""

    module: str
    level: int
    names: tuple[str, ...]


def imports_in(text: bytes) -> tuple[ImportText, ...]:
    """The imports in `text`, each once, in order."""
    found: dict[ImportText, None] = {}
    position = text.find(b"import")
    while position >= 0:
        begin, end = _statement(text, position)
        for part in text[begin:end].split(b";"):
            found.update(dict.fromkeys(_read(_NOISE.sub(b" ", part).strip())))
        position = text.find(b"import", max(end, position + 6))
    return tuple(found)


def _statement(text: bytes, position: int) -> tuple[int, int]:
    """The bytes of the statement around `position`: its line, lines joined to it, and its parentheses."""
    begin = text.rfind(b"\n", 0, position) + 1
    while begin and text[begin - 2 : begin] == b"\\\n":
        begin = text.rfind(b"\n", 0, begin - 1) + 1
    end = _line_end(text, position)
    while text[end - 1 : end] == b"\\" and end < len(text):
        end = _line_end(text, end + 1)
    opening = text.find(b"(", position, end)
    if opening >= 0:
        closing = text.find(b")", opening)
        end = max(end, _line_end(text, closing)) if closing >= 0 else end
    return begin, end


def _line_end(text: bytes, position: int) -> int:
    end = text.find(b"\n", position)
    return end if end >= 0 else len(text)


def _read(statement: bytes) -> list[ImportText]:
    # `if x: import y` and `try: import y` on one line.
    if not statement.startswith((b"from", b"import")) and b":" in statement:
        statement = statement.rpartition(b":")[2].strip()
    if (match := _FROM.match(statement)) is not None:
        names = tuple(name for item in match[3].split(b",") if (name := _first_word(item)))
        return [ImportText(match[2].decode("ascii", "replace"), len(match[1]), names)]
    if (match := _IMPORT.match(statement)) is not None:
        modules = (_first_word(item) for item in match[1].split(b","))
        return [ImportText(module, 0, ()) for module in modules if module]
    return []


def _first_word(item: bytes) -> str:
    match = _WORD.search(item)
    return match[0].decode("utf-8", "replace") if match is not None else ""
