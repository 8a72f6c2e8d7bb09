"""Where in a file does something stand?"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Cell:
    """A place inside a notebook, as a person would name it.

    Attributes:
        index: number of the cell in the notebook, from 1, text cells counted.
        id: the cell's id (nbformat 4.5 and newer), else an empty string.
        line: line inside the cell, from 1.
    """

    index: int
    id: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Location:
    """A region of one file.

    Lines and columns count from 1; columns count code points; `end_column` is exclusive. For a notebook, lines and
    columns are those of the raw JSON file, because that is what code-scanning services show, and `cell` says where
    that is for a person.
    """

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    cell: Cell | None = None

    def __str__(self) -> str:
        if self.cell is not None:
            return f"{self.path}:cell {self.cell.index}:{self.cell.line}:{self.column}"
        return f"{self.path}:{self.line}:{self.column}"

    def covers(self, line: int) -> bool:
        """Whether the region includes any part of `line` (from 1)."""
        return self.line <= line <= self.end_line
