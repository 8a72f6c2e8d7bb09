"""What do the comments of a file that is not Python ask of this tool, or of semgrep, and of which lines?"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from analyzer.model.finding import Finding
from analyzer.model.location import Location
from analyzer.model.result import Suppression, SuppressionKind
from analyzer.source.file import SourceFile
from analyzer.triage.directives import IGNORE_FILE, Directive, parsed

# How comments begin in the languages that patterns are written for; what ends them is no part of what they say.
_COMMENT = re.compile(r"(?:#|//|--|/\*|<!--|;|%)+\s*(?=mlvet\s*:)(?P<said>.*?)\s*(?:\*/|-->)?\s*$", re.IGNORECASE)
_ALONE = re.compile(r"\s*(?:#|//|--|/\*|\*|<!--|;|%)")
_SEMGREP = re.compile(r"\bnosem(?:grep)?\b(?:\s*:\s*(?P<ids>[\w.-]+(?:\s*,\s*[\w.-]+)*))?", re.IGNORECASE)


def text_directives(source: SourceFile) -> tuple[Directive, ...]:
    """The comments of `source` that speak to this tool, in order.

    A comment behind something means its line. A comment alone on its line means the next line that is no comment as
    well, with the lines that a backslash at the end of that line adds to it.
    """
    return tuple(_directives(source.path, source.raw_lines))


def semgrep_suppression(finding: Finding, source: SourceFile) -> Suppression | None:
    """The suppression that a `nosemgrep` comment asks for, on the first line of a finding or alone above it."""
    lines = source.raw_lines
    first = finding.at.line
    above = lines[first - 2] if 2 <= first <= len(lines) + 1 else ""
    candidates = [(first, lines[first - 1] if first <= len(lines) else "")]
    candidates += [(first - 1, above)] if _ALONE.match(above) else []
    name = finding.rule_id.partition("/")[2]
    for number, line in candidates:
        match = _SEMGREP.search(line)
        if match is None:
            continue
        ids = [each.strip() for each in (match["ids"] or "").split(",") if each.strip()]
        if not ids or any(each == name or each.endswith(f".{name}") for each in ids):
            at = _place(source.path, number, match.start(), match.end())
            return Suppression(kind=SuppressionKind.IN_SOURCE, justification=f"`{match[0]}`", at=at)
    return None


def _directives(path: str, lines: Sequence[str]) -> Iterator[Directive]:
    begun = False  # whether anything but comments and blank lines came before
    for number, line in enumerate(lines, start=1):
        alone = bool(_ALONE.match(line))
        match = _COMMENT.search(line)
        if match is not None:
            at = _place(path, number, match.start(), match.end())
            word, directive = parsed(f"# {match['said']}", at)
            if directive.problem or (word == IGNORE_FILE and not begun):
                yield directive
            elif word == IGNORE_FILE:
                yield replace(directive, problem="for the whole file must stand before everything but comments")
            else:
                yield replace(directive, first=number, last=_last_line(lines, number) if alone else number)
        begun = begun or bool(line.strip() and not alone)


def _last_line(lines: Sequence[str], comment: int) -> int:
    """The last line that a comment alone on line `comment` (from 1) means."""
    number = comment + 1
    while number <= len(lines) and _ALONE.match(lines[number - 1]):
        number += 1
    while number < len(lines) and (lines[number - 1].endswith("\\") or _ALONE.match(lines[number - 1])):
        number += 1
    return number


def _place(path: str, line: int, start: int, end: int) -> Location:
    return Location(path=path, line=line, column=start + 1, end_line=line, end_column=end + 1)
