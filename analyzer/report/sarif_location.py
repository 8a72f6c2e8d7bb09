"""How does SARIF name a place: URI, region in UTF-16 columns, notebook cell, snippet?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from analyzer.model.location import Location
from analyzer.report.code import code_at
from analyzer.report.json_value import JsonObject
from analyzer.report.uri import uri_of

# Longer pieces of code are left out: a minified notebook is one line of a megabyte.
_LONGEST_SNIPPET = 2_000
_CONTEXT_LINES = 2


def utf16_column(line: str, column: int) -> int:
    """The column (from 1) in UTF-16 units of the code point at `column` (from 1)."""
    if line.isascii():
        return column
    return column + sum(character > "\uffff" for character in line[: column - 1])


@dataclass(slots=True)
class Places:
    """Writes locations, and remembers which artifacts they named.

    Attributes:
        lines: the lines of each file, as in `Run.lines`.
        artifacts: per path its index in the run's `artifacts`, in order of first use.
    """

    lines: Mapping[str, Sequence[str]]
    artifacts: dict[str, int] = field(default_factory=dict)

    def location(self, at: Location, *, message: str = "", number: int = 0, context: bool = False) -> JsonObject:
        """A `location` object; `number` is its id, if other text links to it; `context` adds the lines around."""
        location: JsonObject = {}
        if number:
            location["id"] = number
        location["physicalLocation"] = self.physical(at, context=context)
        if at.cell is not None:
            location["logicalLocations"] = [
                {
                    "name": f"cell {at.cell.index}",
                    "fullyQualifiedName": f"{at.path}:cell {at.cell.index}",
                    "kind": "cell",
                }
            ]
        if message:
            location["message"] = {"text": message}
        if at.cell is not None:
            location["properties"] = {
                "cell_index": at.cell.index,
                "cell_id": at.cell.id,
                "cell_line": at.cell.line,
            }
        return location

    def physical(self, at: Location, *, context: bool = False) -> JsonObject:
        """A `physicalLocation` object."""
        physical: JsonObject = {"artifactLocation": self.artifact(at.path), "region": self.region(at)}
        if context and (around := self._context(at)):
            physical["contextRegion"] = around
        return physical

    def artifact(self, path: str) -> JsonObject:
        """An `artifactLocation` object that refers to the run's list of artifacts."""
        return {**artifact_location(path), "index": self.artifacts.setdefault(path, len(self.artifacts))}

    def region(self, at: Location, *, snippet: bool = True) -> JsonObject:
        """A `region` object; with the code it covers if that is known, asked for and short."""
        lines = self.lines.get(at.path, ())
        region: JsonObject = {
            "startLine": at.line,
            "startColumn": utf16_column(_line(lines, at.line), at.column),
            "endLine": at.end_line,
            "endColumn": utf16_column(_line(lines, at.end_line), at.end_column),
        }
        text = _covered(lines, at) if snippet else ""
        if text and len(text) <= _LONGEST_SNIPPET:
            region["snippet"] = {"text": text}
        return region

    def _context(self, at: Location) -> JsonObject | None:
        """The whole lines around a region, which SARIF wants to be more than the region itself (3.29.5)."""
        lines = self.lines.get(at.path, ())
        if not 1 <= at.line <= at.end_line <= len(lines):
            return None
        first = max(1, at.line - _CONTEXT_LINES)
        last = min(len(lines), at.end_line + _CONTEXT_LINES)
        whole = at.column <= 1 and at.end_column > len(lines[at.end_line - 1])
        text = "\n".join(lines[first - 1 : last])
        if (first == at.line and last == at.end_line and whole) or len(text) > 2 * _LONGEST_SNIPPET:
            return None
        return {"startLine": first, "endLine": last, "snippet": {"text": text}}


def artifact_location(path: str) -> JsonObject:
    """URI and base of a path: relative paths count from the root of the source tree."""
    uri = uri_of(path)
    return {"uri": uri} if path.startswith("/") else {"uri": uri, "uriBaseId": "%SRCROOT%"}


def in_words(at: Location, lines: Sequence[str]) -> str:
    """`cell 3, line 4` for a place in a notebook, else an empty string: SARIF viewers show JSON lines only."""
    if at.cell is None:
        return ""
    code = code_at(at, lines)
    return f"cell {at.cell.index}, line {code.number if code is not None else at.cell.line}"


def _line(lines: Sequence[str], number: int) -> str:
    return lines[number - 1] if 1 <= number <= len(lines) else ""


def _covered(lines: Sequence[str], at: Location) -> str:
    """The text of a region, or nothing if the file has no such place."""
    if not 1 <= at.line <= at.end_line <= len(lines):
        return ""
    if at.line == at.end_line:
        return lines[at.line - 1][at.column - 1 : at.end_column - 1]
    middle = lines[at.line : at.end_line - 1]
    return "\n".join((lines[at.line - 1][at.column - 1 :], *middle, lines[at.end_line - 1][: at.end_column - 1]))
