"""What does semgrep's answer say, in our words?"""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import msgspec

from analyzer.model.finding import Doubt, DoubtReason, Edit, Finding, Fix, Step
from analyzer.model.level import Level
from analyzer.model.location import Location
from analyzer.model.result import Notification, NotificationKind
from analyzer.patterns.program import ProgramError
from analyzer.patterns.severity import level_of
from analyzer.source.file import SourceFile

_LONGEST = 600  # characters of a message, which may quote what was matched
# Kinds of errors that concern one file, and what became of the search there.
_UNPARSED = {"Syntax error", "Lexical error", "Other syntax error", "PartialParsing", "AST builder error"}


class _Position(msgspec.Struct):
    offset: int  # in bytes, from 0


class _Extra(msgspec.Struct):
    message: str
    severity: str = ""
    metadata: dict[str, Any] = {}
    fix: str | None = None
    dataflow_trace: dict[str, Any] | None = None


class _Match(msgspec.Struct):
    check_id: str
    path: str
    start: _Position
    end: _Position
    extra: _Extra


class _Span(msgspec.Struct):
    start: dict[str, Any] = {}


class _Error(msgspec.Struct):
    message: str = ""
    type: Any = ""
    rule_id: str | None = None
    path: str | None = None
    spans: list[_Span] | None = None


class _Answer(msgspec.Struct):
    results: list[_Match]
    errors: list[_Error] = []


@dataclass(frozen=True, slots=True, kw_only=True)
class Reader:
    """Reads answers of one search.

    Attributes:
        rule_of: from semgrep's id of a rule to its qualified id here; empty for one that nobody asked for.
        source_of: from a path as semgrep was given it to the file it stands for; None for any other path.
    """

    rule_of: Callable[[str], str]
    source_of: Callable[[str], SourceFile | None]

    def read(self, raw: bytes) -> tuple[list[Finding], list[Notification]]:
        """The findings and the troubles of an answer.

        Raises:
            ProgramError: it is not what semgrep answers.
        """
        try:
            answer = msgspec.json.decode(raw, type=_Answer)
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as error:
            raise ProgramError(f"gave an answer that cannot be read: {error}") from None
        findings = [found for match in answer.results if (found := self._finding(match)) is not None]
        return list(_distinct(findings)), list(dict.fromkeys(self._troubles(answer.errors)))

    def _finding(self, match: _Match) -> Finding | None:
        """What a match claims; None if nobody asked for its rule or gave its file."""
        rule, source, extra = self.rule_of(match.check_id), self.source_of(match.path), match.extra
        if not rule or source is None:
            return None
        at = _region(source, match.start.offset, match.end.offset)
        return Finding(
            rule_id=rule,
            message=_sentence(extra.message),
            at=at,
            level=level_of(extra.severity),
            flow=tuple(self._flow(extra.dataflow_trace or {}, at)),
            doubt=_doubt(extra.metadata.get("mlvet")),
            fix=_fix(extra.fix, at),
            properties=(("engine", "semgrep"),),
        )

    def _flow(self, trace: Mapping[str, Any], sink: Location) -> Iterator[Step]:
        """The steps of a taint trace: `["CliLoc", [location, text]]` at its ends, objects in between."""
        steps = [(_end_of(trace.get("taint_source")), "comes from here")]
        steps += [(each.get("location"), "passes on") for each in trace.get("intermediate_vars") or []]
        for place, text in steps:
            if (at := self._place(place)) is not None:
                yield Step(at=at, text=text)
        if trace:
            yield Step(at=self._place(_end_of(trace.get("taint_sink"))) or sink, text="reaches this")

    def _place(self, place: Any) -> Location | None:
        try:
            path, start, end = place["path"], place["start"]["offset"], place["end"]["offset"]
        except (KeyError, TypeError):
            return None
        source = self.source_of(path) if isinstance(path, str) else None
        return None if source is None else _region(source, start, end)

    def _troubles(self, errors: list[_Error]) -> Iterator[Notification]:
        for error in errors:
            source = self.source_of(error.path) if error.path else None
            kind = error.type[0] if isinstance(error.type, list) and error.type else error.type
            rule = self.rule_of(error.rule_id or "")
            if source is not None and kind in _UNPARSED:
                yield _unparsed(source.path, error)
            elif source is not None:
                named = f"rule `{rule}`" if rule else "semgrep"
                message = f"{named} gave up on `{source.path}`: {_first_line(error.message) or kind}"
                yield _failed(message, Level.WARNING, source.path, rule)
            elif error.rule_id is None or rule:
                named = f"rule `{rule}` cannot be used" if rule else "semgrep reports an error"
                yield _failed(f"{named}: {_sentence(error.message)}", Level.ERROR, "", rule)


def _distinct(findings: list[Finding]) -> Iterator[Finding]:
    """One finding per rule and place: patterns of one rule often match the same code, some more of it than others."""
    strongest: dict[tuple[str, str, int, int], Finding] = {}
    for finding in findings:
        key = (finding.rule_id, finding.at.path, finding.at.line, finding.at.column)
        other = strongest.setdefault(key, finding)
        if _weight(finding) > _weight(other):
            strongest[key] = finding
    yield from strongest.values()


def _weight(finding: Finding) -> tuple[bool, int, int, int]:
    level = finding.level.rank if finding.level is not None else 0
    return finding.doubt is None, level, -finding.at.end_line, -finding.at.end_column


def _region(source: SourceFile, start: int, end: int) -> Location:
    # A match of whole lines ends in front of the next one; what is meant ends on the last.
    while end > start + 1 and source.text[end - 1 : end] == b"\n":
        end -= 1
    return source.location(start, end)


def _doubt(said: object) -> Doubt | None:
    """The doubt that our own rules state in `metadata.mlvet`."""
    if not isinstance(said, dict) or not said.get("doubt") or not said.get("question"):
        return None
    known = {reason.value for reason in DoubtReason}
    reason = str(said.get("reason"))
    return Doubt(
        reason=DoubtReason(reason) if reason in known else DoubtReason.INTENT,
        text=str(said["doubt"]),
        question=str(said["question"]),
    )


def _fix(text: str | None, at: Location) -> Fix | None:
    if text is None:
        return None
    # What a pattern's author had in mind cannot be judged here: it is offered, never taken for safe.
    return Fix(title="Apply the fix of the rule", edits=(Edit(at=at, text=text),), safe=False)


def _end_of(end: Any) -> Any:
    """The location in `["CliLoc", [location, text]]`, or in the call that `["CliCall", [[location, text], …]]` is."""
    try:
        return end[1][0][0] if end[0] == "CliCall" else end[1][0]
    except (IndexError, KeyError, TypeError):
        return None


def _unparsed(path: str, error: _Error) -> Notification:
    lines = [span.start["line"] for span in error.spans or [] if isinstance(span.start.get("line"), int)]
    where = f" at line {min(lines)}" if lines else ""
    message = f"`{path}` is not as semgrep expects it{where}; patterns do not see that part"
    return Notification(kind=NotificationKind.BROKEN_SYNTAX, level=Level.WARNING, message=message, path=path)


def _failed(message: str, level: Level, path: str, rule: str) -> Notification:
    kind = NotificationKind.PATTERNS_FAILED
    return Notification(kind=kind, level=level, message=message, path=path, rule_id=rule)


def _first_line(text: str) -> str:
    return _sentence(text.strip().split("\n")[0])


def _sentence(text: str) -> str:
    """Text on one line, without the full stop at its end, and not endless."""
    line = re.sub(r"\s+", " ", text).strip()
    line = line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1]}…"
    return line.removesuffix(".") if not line.endswith("..") else line
