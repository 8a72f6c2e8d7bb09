"""Do comments of files that are not Python suppress what they stand at, whatever begins a comment there?"""

import pytest

from analyzer.model.finding import Finding
from analyzer.model.location import Location
from analyzer.source.discover import Candidate
from analyzer.source.file import FileKind, SourceFile
from analyzer.source.read import read
from analyzer.triage.text_directives import semgrep_suppression, text_directives


def source(text: str) -> SourceFile:
    found = read(Candidate(path="Dockerfile", absolute="", kind=FileKind.ARTEFACT, content=text.encode()))
    assert isinstance(found, SourceFile)
    return found


def finding(line: int, rule: str = "patterns/odd-word") -> Finding:
    at = Location(path="Dockerfile", line=line, column=1, end_line=line, end_column=2)
    return Finding(rule_id=rule, message="m", at=at)


def covered(text: str) -> set[int]:
    """The lines that the first comment in `text` covers."""
    (directive, *_) = text_directives(source(text))
    assert not directive.problem
    return {line for line in range(1, text.count("\n") + 1) if directive.covers(finding(line).at)}


@pytest.mark.parametrize(
    "comment",
    [
        "# mlvet: ignore[odd-word] so it is",
        "// mlvet: ignore[odd-word] so it is",
        "-- mlvet: ignore[odd-word] so it is",
        "/* mlvet: ignore[odd-word] so it is */",
        "<!-- mlvet: ignore[odd-word] so it is -->",
    ],
)
def test_any_comment_will_do(comment: str) -> None:
    (directive,) = text_directives(source(f"a\nb {comment}\n"))
    assert (directive.rules, directive.reason, directive.problem) == (("odd-word",), "so it is", "")
    assert (directive.at.line, directive.at.column) == (2, 3)


def test_a_comment_behind_something_means_its_line() -> None:
    assert covered("a\nb # mlvet: ignore[x] why\nc\n") == {2}


def test_a_comment_alone_means_the_next_line_too() -> None:
    assert covered("a\n# mlvet: ignore[x] why\n# more\nb\nc\n") == {2, 3, 4}


def test_a_command_of_several_lines_is_one() -> None:
    assert covered("# mlvet: ignore[x] why\nRUN a && \\\n  # more\n  b && \\\n  c\nRUN d\n") == {1, 2, 3, 4, 5}


def test_a_comment_at_the_end_means_nothing_more() -> None:
    assert covered("a\n# mlvet: ignore[x] why\n") == {2}


def test_the_whole_file() -> None:
    assert covered("# licence\n\n# mlvet: ignore-file[x] why\nFROM a\nRUN b\n") == {1, 2, 3, 4, 5}


def test_the_whole_file_is_said_on_top() -> None:
    (directive,) = text_directives(source("FROM a\n# mlvet: ignore-file[x] why\n"))
    assert directive.problem == "for the whole file must stand before everything but comments"


@pytest.mark.parametrize(
    ("comment", "problem"),
    [
        ("# mlvet: ignore[x]", "gives no reason"),
        ("# mlvet: ignore why", "names no rule"),
        ("# mlvet: ignroe[x] why", "did you mean `ignore`?"),
    ],
)
def test_what_is_wrong_is_told(comment: str, problem: str) -> None:
    (directive,) = text_directives(source(f"{comment}\n"))
    assert problem in directive.problem


def test_a_word_in_a_text_is_no_comment() -> None:
    assert text_directives(source("echo mlvet: ignore[x] why\n")) == ()


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("a # nosemgrep\n", True),
        ("a # nosem: odd-word\n", True),
        ("a # nosemgrep: other, rules.odd-word\n", True),
        ("a # nosemgrep: other\n", False),
        ("a # nosemgrep: very-odd-word\n", False),
        ("a # semgrep\n", False),
    ],
)
def test_comments_for_semgrep_hold_on_their_line(text: str, holds: bool) -> None:
    found = semgrep_suppression(finding(1), source(text))
    assert (found is not None) is holds
    assert found is None or (found.at is not None and text[found.at.column - 1 :].startswith("nosem"))


def test_comments_for_semgrep_hold_below_if_they_stand_alone() -> None:
    assert semgrep_suppression(finding(2), source("# nosemgrep\na\n")) is not None
    assert semgrep_suppression(finding(2), source("b # nosemgrep\na\n")) is None
    assert semgrep_suppression(finding(9), source("a\n")) is None
