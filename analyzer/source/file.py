"""What is one source file, and where in it is a byte of the analysed text?"""

from bisect import bisect_right
from dataclasses import dataclass, field
from enum import StrEnum

from analyzer.model.location import Cell, Location


class FileKind(StrEnum):
    """How the bytes of a file become text: Python, or an artefact such as a Dockerfile, which is taken as it is."""

    MODULE = "module"
    NOTEBOOK = "notebook"
    ARTEFACT = "artefact"


@dataclass(frozen=True, slots=True)
class CellLine:
    """Where one line of a notebook's Python text stands.

    Attributes:
        cell: index and id of the cell and the line inside it.
        line: line of the raw JSON file, from 1.
        columns: raw JSON column (from 1, code points) of each code point of the line and of its end; so
            `columns[k]` is where the k-th code point of the text line stands. One entry more than code points.
    """

    cell: Cell
    line: int
    columns: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class SourceFile:
    """Python text and how to point into the file it came from.

    Attributes:
        path: POSIX path relative to the directory the scan started in (or to the repository root).
        text: the Python text as UTF-8 with `\\n` line ends; for a notebook, its code cells joined, magics blanked.
        digest: SHA-256 of the raw bytes, in hex.
        kind: module or notebook.
        raw_lines: the lines of the file as it is on disk, decoded, without line ends.
        cell_lines: for a notebook, one entry per line of `text`; empty for a module.
    """

    path: str
    text: bytes
    digest: str
    kind: FileKind
    raw_lines: tuple[str, ...] = field(repr=False)
    cell_lines: tuple[CellLine, ...] = field(default=(), repr=False)
    _starts: list[int] = field(default_factory=list, repr=False, compare=False)

    def __post_init__(self) -> None:
        position = 0
        starts = self._starts
        starts.append(0)
        while (position := self.text.find(b"\n", position)) >= 0:
            position += 1
            starts.append(position)

    @property
    def line_count(self) -> int:
        """Lines of Python text."""
        return len(self._starts) - (1 if self.text.endswith(b"\n") or not self.text else 0)

    def line_of(self, offset: int) -> int:
        """The line (from 1) of the Python text in which byte `offset` stands."""
        return bisect_right(self._starts, offset)

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column, from 1, in code points, of byte `offset` in the Python text."""
        line = bisect_right(self._starts, offset)
        return line, len(self.text[self._starts[line - 1] : offset].decode("utf-8", "replace")) + 1

    def location(self, start: int, end: int) -> Location:
        """The region of the file on disk that bytes `start` to `end` (exclusive) of the Python text came from."""
        line, column = self.position(start)
        end_line, end_column = self.position(end)
        if not self.cell_lines:
            return Location(path=self.path, line=line, column=column, end_line=end_line, end_column=end_column)
        first = self.cell_lines[min(line, len(self.cell_lines)) - 1]
        last = self.cell_lines[min(end_line, len(self.cell_lines)) - 1]
        return Location(
            path=self.path,
            line=first.line,
            column=first.columns[min(column, len(first.columns)) - 1],
            end_line=last.line,
            end_column=last.columns[min(end_column, len(last.columns)) - 1],
            cell=first.cell,
        )
