"""Where in a JSON text does each character of a string stand?"""

import json
import re
from bisect import bisect_right
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from json import decoder
from typing import Any

# The standard library's own scanner of strings, in C; typeshed does not know its name.
_scan_string: Callable[[str, int, bool], tuple[str, int]] = decoder.scanstring  # type: ignore[attr-defined]

_SPACE = re.compile(r"[ \t\n\r]*")
_ESCAPE = re.compile(r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|.)")

# Slices of it share their integers, which makes the many columns of small numbers cheap in time and memory.
_COLUMNS = tuple(range(2048))

Reader = Callable[[int], int]


@dataclass(frozen=True, slots=True)
class Quoted:
    """A JSON string: its value, and the offsets of its first character and of its closing quote in the JSON text."""

    value: str
    start: int
    end: int


class JsonText:
    """A JSON text that is walked from the outside in, by functions from the offset of a value to the offset behind it.

    Only the containers of interest are walked in Python; everything else is skipped by the standard library's scanner
    at its full speed, however large the outputs of a notebook are.
    """

    def __init__(self, text: str) -> None:
        """`text` has `\\n` line ends."""
        self._text = text
        self._decoder = json.JSONDecoder()
        self._starts = [0, *(match.end() for match in re.finditer("\n", text))]

    def document(self, reader: Reader) -> None:
        """Read the whole text as one value.

        Raises:
            ValueError: not JSON, or not of the shape that `reader` expects.
        """
        end = self._behind_space(reader(self._behind_space(0)))
        if end != len(self._text):
            raise json.JSONDecodeError("Extra data", self._text, end)

    def object(self, at: int, readers: Mapping[str, Reader]) -> int:
        """Read an object: the value of each key goes to its reader, if there is one."""
        at = self._behind_space(self._expect("{", at))
        if self._text.startswith("}", at):
            return at + 1
        while True:
            key, at = self.string(at)
            at = self._behind_space(self._expect(":", self._behind_space(at)))
            at = self._behind_space(readers.get(key.value, self._skip)(at))
            if self._text.startswith("}", at):
                return at + 1
            at = self._behind_space(self._expect(",", at))

    def array(self, at: int, reader: Reader) -> int:
        """Read an array: each element goes to `reader`."""
        at = self._behind_space(self._expect("[", at))
        if self._text.startswith("]", at):
            return at + 1
        while True:
            at = self._behind_space(reader(at))
            if self._text.startswith("]", at):
                return at + 1
            at = self._behind_space(self._expect(",", at))

    def value(self, at: int) -> tuple[Any, int]:
        """Any value, and the offset behind it."""
        value, end = self._decoder.raw_decode(self._text, at)
        return value, end

    def string(self, at: int) -> tuple[Quoted, int]:
        """A string with its place, and the offset behind it."""
        self._expect('"', at)
        value, end = _scan_string(self._text, at + 1, True)
        return Quoted(value=value, start=at + 1, end=end - 1), end

    def starts(self, opening: str, at: int) -> bool:
        """Whether the value at `at` starts with the character `opening`."""
        return self._text.startswith(opening, at)

    def columns(self, quoted: Quoted) -> tuple[int, tuple[int, ...]]:
        """The line of a string, from 1, and the column, from 1, of each of its code points and of its closing quote."""
        line = bisect_right(self._starts, quoted.start)
        # The column of an offset is the offset minus this.
        shift = self._starts[line - 1] - 1
        columns: tuple[int, ...] = ()
        plain = quoted.start
        # In most strings, nothing is escaped but the line end, which closes them.
        if quoted.end - plain == len(quoted.value) + 1 and quoted.value.endswith("\n"):
            columns = _span(plain - shift, quoted.end - 1 - shift)
            plain = quoted.end
        elif quoted.end - plain != len(quoted.value):
            parts: list[int] = []
            for escape in _ESCAPE.finditer(self._text, plain, quoted.end):
                parts += _span(plain - shift, escape.start() - shift + 1)
                plain = escape.end()
            columns = tuple(parts)
        return line, columns + _span(plain - shift, quoted.end - shift + 1)

    def _skip(self, at: int) -> int:
        return self._decoder.raw_decode(self._text, at)[1]

    def _expect(self, character: str, at: int) -> int:
        if not self._text.startswith(character, at):
            raise json.JSONDecodeError(f"Expecting `{character}`", self._text, at)
        return at + 1

    def _behind_space(self, at: int) -> int:
        match = _SPACE.match(self._text, at)
        return match.end() if match else at


def _span(first: int, behind: int) -> tuple[int, ...]:
    return _COLUMNS[first:behind] if behind <= len(_COLUMNS) else tuple(range(first, behind))
