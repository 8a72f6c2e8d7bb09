"""What does a file hold after some of the edits that are offered for it?"""

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from analyzer.model.finding import Edit, Fix
from analyzer.model.location import Location

_LINE_END = re.compile(r"\r\n|\r|\n")

Span = tuple[int, int, str]
"""Start and end in a text, and what comes there."""


@dataclass(slots=True)
class Text:
    """The text of a file as it is on disk, its line ends kept, and how to edit it.

    Attributes:
        raw: the text; that of a notebook is JSON.
        line_end: what its lines end in, most of them.
    """

    raw: str
    line_end: str = field(init=False)
    _starts: list[int] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        ends = [match.end() for match in _LINE_END.finditer(self.raw)]
        self._starts = [0, *ends]
        counts = {end: self.raw.count(end) for end in ("\n", "\r\n", "\r")}
        counts["\n"] -= counts["\r\n"]
        counts["\r"] -= counts["\r\n"]
        self.line_end = max(counts, key=lambda end: counts[end])

    def span(self, edit: Edit) -> Span:
        """The edit in offsets; its text as it is written in this file: in a notebook, inside of a JSON string."""
        start, end = self._offset(edit.at.line, edit.at.column), self._offset(edit.at.end_line, edit.at.end_column)
        return start, end, written(edit, self.line_end)

    def covers(self, at: Location) -> bool:
        """Whether the text has such a place."""
        return 1 <= at.line <= at.end_line <= len(self._starts) and self._offset(at.end_line, at.end_column) <= len(
            self.raw
        )

    def replaced(self, spans: Iterable[Span]) -> str:
        """The text with all `spans` replaced, which must not overlap."""
        parts: list[str] = []
        position = 0
        for start, end, new in sorted(spans):
            parts += (self.raw[position:start], new)
            position = end
        return "".join((*parts, self.raw[position:]))

    def _offset(self, line: int, column: int) -> int:
        return self._starts[line - 1] + column - 1


def written(edit: Edit, line_end: str = "\n") -> str:
    """The text of an edit as it stands in the file: escaped in a notebook, whose code stands in strings of its JSON."""
    if edit.at.cell is not None:
        return json.dumps(edit.text, ensure_ascii=False)[1:-1]
    return edit.text if line_end == "\n" else edit.text.replace("\n", line_end)


def patched(raw: str, edits: Sequence[Edit]) -> str:
    """`raw` with all `edits`, which must not overlap."""
    text = Text(raw)
    return text.replaced(text.span(edit) for edit in edits)


def chosen(text: Text, fixes: Iterable[Fix]) -> tuple[list[Fix], list[Span]]:
    """The fixes that go together, and all their spans, once each.

    The first one wins where two overlap or touch; an edit that two fixes share, such as an import, is one edit.
    """
    taken: list[Fix] = []
    spans: dict[Span, None] = {}
    for fix in fixes:
        if not fix.edits or not all(text.covers(edit.at) for edit in fix.edits):
            continue
        wanted = [text.span(edit) for edit in fix.edits]
        if any(_meet(new, old) for new in wanted if new not in spans for old in spans):
            continue
        taken.append(fix)
        spans.update(dict.fromkeys(wanted))
    return taken, list(spans)


def _meet(left: Span, right: Span) -> bool:
    return left[0] <= right[1] and right[0] <= left[1]
