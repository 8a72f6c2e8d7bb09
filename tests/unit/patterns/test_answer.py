"""Do semgrep's answers become findings at the right place, and its errors notifications that name what is missing?"""

import json
from typing import Any

import pytest

from analyzer.model.finding import DoubtReason
from analyzer.model.level import Level
from analyzer.model.result import NotificationKind
from analyzer.patterns.answer import Reader
from analyzer.patterns.program import ProgramError
from analyzer.patterns.severity import level_of
from analyzer.source.discover import Candidate
from analyzer.source.file import FileKind, SourceFile
from analyzer.source.read import read
from tests.unit.patterns.fake import match

TEXT = "# ä\nRUN wget \\\n  x.pt\nok\n"


def source(text: str = TEXT) -> SourceFile:
    found = read(Candidate(path="a/Dockerfile", absolute="", kind=FileKind.ARTEFACT, content=text.encode()))
    assert isinstance(found, SourceFile)
    return found


def reader() -> Reader:
    sources = {"a/Dockerfile": source(), "./a/Dockerfile": source()}
    return Reader(rule_of=lambda name: {"known": "patterns/known"}.get(name, ""), source_of=sources.get)


def answer(*results: dict[str, Any], errors: tuple[dict[str, Any], ...] = ()) -> bytes:
    return json.dumps({"results": results, "errors": errors, "version": "1"}).encode()


def test_offsets_are_bytes_of_the_text() -> None:
    start = TEXT.encode().index(b"wget")
    (finding,), notifications = reader().read(answer(match("known", "./a/Dockerfile", start, start + 13)))
    at = finding.at
    assert (at.path, at.line, at.column, at.end_line, at.end_column) == ("a/Dockerfile", 2, 5, 3, 7)
    assert (finding.rule_id, finding.message, finding.level) == (
        "patterns/known",
        "Something is wrong",
        Level.WARNING,
    )
    assert notifications == []


def test_a_match_ends_on_its_last_line() -> None:
    (finding,), _ = reader().read(answer(match("known", "a/Dockerfile", 5, 16)))
    assert finding.at.end_line == 2


def test_rules_nobody_asked_for_and_files_nobody_gave_are_passed_over() -> None:
    results = (match("other", "a/Dockerfile", 0, 1), match("known", "b/Dockerfile", 0, 1))
    assert reader().read(answer(*results)) == ([], [])


def test_of_matches_at_one_place_the_heaviest_stays() -> None:
    results = [
        match("known", "a/Dockerfile", 5, 12, severity="INFO"),
        match("known", "a/Dockerfile", 5, 10, severity="ERROR"),
        match("known", "a/Dockerfile", 5, 9, severity="ERROR"),
        match("known", "a/Dockerfile", 6, 9, severity="INFO"),
    ]
    found, _ = reader().read(answer(*results))
    assert [(each.level, each.at.column, each.at.end_column) for each in found] == [
        (Level.ERROR, 1, 5),
        (Level.NOTE, 2, 5),
    ]


def test_a_doubt_is_what_our_rule_states() -> None:
    said = {"mlvet": {"reason": "intent", "doubt": "not seen", "question": "Is it so?"}}
    (finding,), _ = reader().read(answer(match("known", "a/Dockerfile", 0, 1, metadata=said)))
    assert finding.doubt is not None
    assert (finding.doubt.reason, finding.doubt.question) == (DoubtReason.INTENT, "Is it so?")


def test_a_fix_is_offered_and_not_safe() -> None:
    (finding,), _ = reader().read(answer(match("known", "a/Dockerfile", 9, 13, fix="curl")))
    assert finding.fix is not None and not finding.fix.safe
    assert [(edit.at, edit.text) for edit in finding.fix.edits] == [(finding.at, "curl")]


def test_a_trace_becomes_a_flow() -> None:
    def place(start: int) -> dict[str, Any]:
        return {"path": "a/Dockerfile", "start": {"offset": start}, "end": {"offset": start + 1}}

    trace = {
        "taint_source": ["CliLoc", [place(5), "RUN"]],
        "intermediate_vars": [{"location": place(9), "content": "wget"}],
        "taint_sink": ["CliCall", [[place(17), "x"], [], ["CliLoc", [place(17), "x"]]]],
    }
    (finding,), _ = reader().read(answer(match("known", "a/Dockerfile", 17, 18, dataflow_trace=trace)))
    assert [step.at.line for step in finding.flow] == [2, 2, 3]


def test_a_long_message_is_one_short_line() -> None:
    (finding,), _ = reader().read(answer(match("known", "a/Dockerfile", 0, 1, message="a\n  b " + "c" * 9999)))
    assert finding.message.startswith("a b c") and len(finding.message) == 600


def error(**said: Any) -> dict[str, Any]:
    return {"code": 2, "level": "error", "message": "reason\nmore", "type": "Timeout"} | said


@pytest.mark.parametrize(
    ("said", "kind", "level", "text"),
    [
        (error(path="a/Dockerfile"), "patterns-failed", "warning", "semgrep gave up on `a/Dockerfile`: reason"),
        (
            error(path="a/Dockerfile", rule_id="known"),
            "patterns-failed",
            "warning",
            "rule `patterns/known` gave up on `a/Dockerfile`: reason",
        ),
        (
            error(path="a/Dockerfile", type=["PartialParsing", []], spans=[{"start": {"line": 7}}]),
            "broken-syntax",
            "warning",
            "`a/Dockerfile` is not as semgrep expects it at line 7; patterns do not see that part",
        ),
        (
            error(rule_id="known", type="Rule parse error"),
            "patterns-failed",
            "error",
            "rule `patterns/known` cannot be used: reason more",
        ),
        (error(), "patterns-failed", "error", "semgrep reports an error: reason more"),
    ],
)
def test_errors_are_told(said: dict[str, Any], kind: str, level: str, text: str) -> None:
    _, (notification,) = reader().read(answer(errors=(said,)))
    assert (notification.kind, notification.level, notification.message) == (NotificationKind(kind), level, text)


def test_errors_of_rules_nobody_asked_for_are_passed_over() -> None:
    assert reader().read(answer(errors=(error(rule_id="other", type="Rule parse error"),)))[1] == []


@pytest.mark.parametrize("raw", [b"[]", b"{", b"\xff", b'{"results": [{"check_id": 1}]}', b"[" * 100_000])
def test_what_is_no_answer_is_refused(raw: bytes) -> None:
    with pytest.raises(ProgramError, match="gave an answer that cannot be read"):
        reader().read(raw)


@pytest.mark.parametrize(
    ("severity", "level"),
    [
        ("CRITICAL", "error"),
        ("ERROR", "error"),
        ("HIGH", "error"),
        ("medium", "warning"),
        ("LOW", "note"),
        ("", "note"),
    ],
)
def test_levels(severity: str, level: str) -> None:
    assert level_of(severity) == level
