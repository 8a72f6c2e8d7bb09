"""Which Python does a notebook hold, and where in its JSON does each character of it stand?"""

import hashlib
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from analyzer.model.level import Level
from analyzer.model.location import Cell
from analyzer.model.result import Notification, NotificationKind
from analyzer.source.file import CellLine, FileKind, SourceFile
from analyzer.source.jsontext import JsonText, Quoted
from analyzer.source.magics import blanked
from analyzer.source.text import lines_of

_PYTHON = re.compile(r"i?python\d*|pyspark\d*", re.IGNORECASE)
_LINE_END = re.compile(r"\r\n?|\n")
_NO_COLUMNS: tuple[int, ...] = ()
# What no UTF-8 text can hold, and the NUL that no Python text may.
_NO_TEXT = re.compile("[\ud800-\udfff\0]")


def parse(path: str, raw: bytes) -> SourceFile | Notification:
    """The code cells of a notebook (nbformat 2 to 4) as one Python text, with the place of every line in the JSON.

    Cells are joined by line ends; IPython's own syntax is blanked in place. A notebook in another language gives a
    note, a file that is no notebook an error.

    Arguments:
        path: relative POSIX path, for the result.
        raw: the bytes of the file.
    """
    try:
        text = raw.decode("utf-8-sig")
        text = text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
        content = _Reader(text)
    except UnicodeDecodeError as error:
        return _refused(path, f"is not UTF-8: byte 0x{raw[error.start]:02x} does not fit", Level.ERROR)
    except json.JSONDecodeError as error:
        reason = f"is no notebook: line {error.lineno}: {error.msg[:1].lower()}{error.msg[1:]}"
        return _refused(path, reason, Level.ERROR)
    except ValueError as error:
        return _refused(path, f"is no notebook: {error}", Level.ERROR)
    except RecursionError:
        return _refused(path, "is no notebook: its JSON is nested too deeply", Level.ERROR)
    if (language := content.language) and not _PYTHON.fullmatch(language):
        return _refused(path, f"is a notebook in `{language}`, not in Python, and was skipped", Level.NOTE)
    return _joined(path, raw, text, content)


def _refused(path: str, reason: str, level: Level) -> Notification:
    return Notification(kind=NotificationKind.BAD_NOTEBOOK, level=level, message=f"`{path}` {reason}", path=path)


def _joined(path: str, raw: bytes, text: str, content: "_Reader") -> SourceFile:
    python: list[str] = []
    cell_lines: list[CellLine] = []
    for cell in content.cells:
        if not cell.is_python:
            continue
        placed = list(cell.lines(content.json))
        python += blanked([line for line, _, _ in placed])
        for number, (_, raw_line, columns) in enumerate(placed, 1):
            place = Cell(index=cell.index, id=cell.id, line=number)
            cell_lines.append(CellLine(cell=place, line=raw_line, columns=columns))
    joined = "".join(line + "\n" for line in python)
    return SourceFile(
        path=path,
        text=_NO_TEXT.sub("\ufffd", joined).encode(),
        digest=hashlib.sha256(raw).hexdigest(),
        kind=FileKind.NOTEBOOK,
        raw_lines=lines_of(text),
        cell_lines=tuple(cell_lines),
    )


@dataclass(slots=True)
class _Cell:
    """A cell as it stands in the JSON; filled key by key, because keys come in any order."""

    index: int
    type: str = ""
    id: str = ""
    language: str = ""
    source: list[Quoted] = field(default_factory=list)

    @property
    def is_python(self) -> bool:
        return self.type == "code" and (not self.language or bool(_PYTHON.fullmatch(self.language)))

    def lines(self, json_text: JsonText) -> Iterator[tuple[str, int, tuple[int, ...]]]:
        """Each line with its line in the JSON and the columns of its code points and of its end."""
        text, columns, raw_line = "", _NO_COLUMNS, 0
        for part in self.source:
            part_line, places = json_text.columns(part)
            begin = 0
            for stop, behind in _line_ends(part.value):
                if not raw_line:
                    raw_line = part_line
                elif raw_line != part_line:
                    # A line of Python made of strings on several JSON lines: only the first one's columns can be told.
                    places = columns[-1:] * len(places)
                text += part.value[begin:stop]
                columns = columns[:-1] + places[begin : stop + 1]
                if behind:
                    yield text, raw_line, columns
                    text, columns, raw_line = "", _NO_COLUMNS, 0
                    begin = behind
        if text:
            yield text, raw_line, columns


def _line_ends(text: str) -> list[tuple[int, int]]:
    """Where each line of a text stops and where the next begins; 0 for the last one, which has no line end."""
    if text.find("\n") == len(text) - 1 and "\r" not in text:  # One whole line, as most strings of a notebook are.
        return [(len(text) - 1, len(text))] if text else []
    spans = [match.span() for match in _LINE_END.finditer(text)]
    return spans if spans and spans[-1][1] == len(text) else [*spans, (len(text), 0)]


class _Reader:
    """The cells and the language of a notebook.

    Raises:
        ValueError: not JSON or not a notebook.
    """

    def __init__(self, text: str) -> None:
        self.json = JsonText(text)
        self.cells: list[_Cell] = []
        self._metadata: Any = {}
        self._seen = False
        if not text.strip():
            raise ValueError("it is empty")
        self.json.document(self._notebook)
        if not self._seen:
            raise ValueError("it has no cells")

    @property
    def language(self) -> str:
        """The language of the notebook's kernel as its metadata name it, or an empty string."""
        named = (_get(self._metadata, "language_info", "name"), _get(self._metadata, "kernelspec", "language"))
        return next((name for name in (*named, _get(self._metadata, "language")) if name), "")

    def _notebook(self, at: int) -> int:
        readers = {"cells": self._cells, "worksheets": self._worksheets, "metadata": self._read_metadata}
        return self.json.object(at, readers)

    def _read_metadata(self, at: int) -> int:
        self._metadata, end = self.json.value(at)
        return end

    def _worksheets(self, at: int) -> int:
        """Nbformat 2 and 3: the cells are spread over worksheets."""
        self._seen = True
        return self.json.array(at, lambda sheet: self.json.object(sheet, {"cells": self._cells}))

    def _cells(self, at: int) -> int:
        self._seen = True
        return self.json.array(at, self._cell)

    def _cell(self, at: int) -> int:
        cell = _Cell(index=len(self.cells) + 1)
        self.cells.append(cell)

        def source(at: int) -> int:
            if not self.json.starts("[", at):
                return one(at)
            cell.source.clear()
            return self.json.array(at, append)

        def one(at: int) -> int:
            cell.source.clear()
            return append(at)

        def append(at: int) -> int:
            quoted, end = self.json.string(at)
            cell.source.append(quoted)
            return end

        def word(name: str, at: int) -> int:
            value, end = self.json.value(at)
            if isinstance(value, str):
                setattr(cell, name, value)
            return end

        def metadata(at: int) -> int:
            value, end = self.json.value(at)
            cell.language = cell.language or _get(value, "vscode", "languageId")
            return end

        readers = {
            "source": source,
            "input": source,
            "cell_type": lambda at: word("type", at),
            "id": lambda at: word("id", at),
            "language": lambda at: word("language", at),
            "metadata": metadata,
        }
        return self.json.object(at, readers)


def _get(value: Any, *keys: str) -> str:
    """The string at a path of keys, or an empty one."""
    for key in keys:
        value = value.get(key) if isinstance(value, dict) else None
    return value if isinstance(value, str) else ""
