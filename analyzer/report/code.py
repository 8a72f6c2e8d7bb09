"""Which lines of code does a person see for a location, and which part of them is meant?

For a module these are the lines of the file. A notebook's file is JSON: there, the code is what its strings hold.
"""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice
from operator import itemgetter

from analyzer.model.location import Location

_JSON_STRING = re.compile(r'"([^"\\]*(?:\\.[^"\\]*)*)"')


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """Lines of code with a region.

    Attributes:
        number: the number of the first line, as a person counts: in a notebook, inside the cell.
        lines: the lines that the region touches.
        start: column (from 1, code points) at which the region starts in the first line.
        end: column at which it ends in the last line, exclusive.
        before, after: the neighbouring lines; None at the ends of a file and in notebooks.
    """

    number: int
    lines: tuple[str, ...]
    start: int
    end: int
    before: str | None = None
    after: str | None = None


def code_at(at: Location, lines: Sequence[str]) -> Code | None:
    """The code at `at` in a file with these `lines`, or None if the file has no such place."""
    if not 1 <= at.line <= at.end_line <= len(lines):
        return None
    if at.cell is not None:
        return _in_notebook(at, at.cell.line, lines)
    return Code(
        number=at.line,
        lines=tuple(lines[at.line - 1 : at.end_line]),
        start=at.column,
        end=at.end_column,
        before=lines[at.line - 2] if at.line > 1 else None,
        after=lines[at.end_line] if at.end_line < len(lines) else None,
    )


def _in_notebook(at: Location, cell_line: int, lines: Sequence[str]) -> Code | None:
    """Join the JSON strings from the start of the region to its end, and cut the lines of code out of them."""
    text = ""
    start = 0
    for number in range(at.line, at.end_line + 1):
        raw = lines[number - 1]
        strings = _strings(raw)
        index = 0
        if number == at.line:
            index = bisect_right(strings, at.column - 1, key=itemgetter(0)) - 1
            if index < 0 or at.column - 1 > strings[index][1]:
                return None
            start = len(_decoded(raw[strings[index][0] : at.column - 1]))
        for first, last in islice(strings, index, None):
            if number == at.end_line and first <= at.end_column - 1 <= last:
                end = len(text) + len(_decoded(raw[first : at.end_column - 1]))
                return _cut(cell_line, text + _decoded(raw[first:last]), start, end)
            text += _decoded(raw[first:last])
    return None


# A minified notebook is one line with all results in it: find its strings once.
@lru_cache(maxsize=4)
def _strings(raw: str) -> list[tuple[int, int]]:
    """Where the contents of the JSON strings of a line start and end (from 0, exclusive)."""
    return [match.span(1) for match in _JSON_STRING.finditer(raw)]


def _decoded(literal: str) -> str:
    """What the content of a JSON string stands for."""
    if "\\" not in literal:
        return literal
    import json

    try:
        return str(json.loads(f'"{literal}"', strict=False))
    except ValueError:
        return literal


def _cut(number: int, text: str, start: int, end: int) -> Code:
    first = text.rfind("\n", 0, start) + 1
    # A region that ends with a line end ends in that line.
    last = text.find("\n", max(start, end - 1))
    lines = text[first : last if last >= 0 else None].split("\n")
    last_start = text.rfind("\n", first, max(start, end - 1)) + 1 or first
    return Code(number=number, lines=tuple(lines), start=start - first + 1, end=end - last_start + 1)
