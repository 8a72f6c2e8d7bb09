"""Does a comment suppress what it points at, nothing else, and is said of every idle or wrong one?"""

import json

import pytest

from analyzer.model.finding import Finding
from analyzer.model.level import Level
from analyzer.model.result import Notification, NotificationKind, SuppressionKind
from analyzer.source.file import FileKind, SourceFile
from analyzer.source.notebook import parse as parse_notebook
from analyzer.syntax.lower import parse
from analyzer.triage.directives import Directive, directives
from analyzer.triage.suppress import Suppressed, suppress

KNOWN = {"leakage/fit-before-split", "deserialization/pickle-load", "validation/pickle-load"}


def module(text: str) -> SourceFile:
    return SourceFile("m.py", text.encode(), "", FileKind.MODULE, tuple(text.split("\n")))


def notebook(*cells: str, indent: int | None) -> SourceFile:
    document = {"cells": [{"cell_type": "code", "source": cell} for cell in cells]}
    source = parse_notebook("n.ipynb", json.dumps(document, indent=indent).encode())
    assert isinstance(source, SourceFile)
    return source


def said(source: SourceFile) -> tuple[Directive, ...]:
    return directives(parse(source, "m", False), source)


def finding(source: SourceFile, marked: str, rule: str = "deserialization/pickle-load") -> Finding:
    start = source.text.index(marked.encode())
    return Finding(rule_id=rule, message="m", at=source.location(start, start + len(marked.encode())))


def outcome(source: SourceFile, *findings: Finding, ran: set[str] = KNOWN) -> Suppressed:
    return suppress(findings, said(source), known=KNOWN, ran=ran)


def is_suppressed(source: SourceFile, marked: str) -> bool:
    (suppressions,) = outcome(source, finding(source, marked)).suppressions
    return bool(suppressions)


def messages(notifications: tuple[Notification, ...]) -> list[str]:
    return [item.message for item in notifications]


def test_a_comment_behind_the_code_suppresses_with_its_reason_and_place() -> None:
    source = module("import pickle\nx = bad(f)  # mlvet: ignore[pickle-load] made by us  # noqa\n")
    found = outcome(source, finding(source, "bad(f)"))
    ((suppression,),) = found.suppressions
    assert (suppression.kind, suppression.justification) == (SuppressionKind.IN_SOURCE, "made by us")
    assert suppression.at is not None
    assert (suppression.at.line, suppression.at.column) == (2, 13)
    assert found.notifications == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("bad(f)  # mlvet: ignore[deserialization/pickle-load] r\n", True),
        ("bad(f)  # mlvet: ignore[fit-before-split, pickle-load] - r\n", True),
        ("bad(f)  # MLVET:ignore [pickle-load]: r\n", True),
        ("bad(f)  # mlvet: ignore[fit-before-split] r\n", False),
        ("bad(f)  # mlvet: ignore[validation/pickle-load] r\n", False),
        ("bad(f)\n# mlvet: ignore[pickle-load] r\n", False),
        ("# mlvet: ignore[pickle-load] r\nbad(f)\n", True),
        ("# mlvet: ignore[pickle-load] r\n# another comment\nbad(f)\n", True),
        ("# mlvet: ignore[pickle-load] r\n\nbad(f)\n", False),
        ("y = 1  # mlvet: ignore[pickle-load] r\nbad(f)\n", False),
        ("s = '# mlvet: ignore[pickle-load] r'; bad(f)\n", False),
        ("if a:\n    # mlvet: ignore[pickle-load] r\n    x = bad(f)\n", True),
    ],
)
def test_which_line_a_comment_means(text: str, expected: bool) -> None:
    assert is_suppressed(module(text), "bad(f)") is expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x = g(  # mlvet: ignore[pickle-load] r\n    1,\n    bad(f),\n)\n", True),
        ("x = g(\n    1,\n    bad(f),\n)  # mlvet: ignore[pickle-load] r\n", True),
        ("x = g(\n    1,\n    bad(f),  # mlvet: ignore[pickle-load] r\n)\n", True),
        ("x = g(\n    1,  # mlvet: ignore[pickle-load] r\n    bad(f),\n)\n", False),
        ("x = g(\n    # mlvet: ignore[pickle-load] r\n    bad(f),\n)\n", True),
        ("def h():  # mlvet: ignore[pickle-load] r\n    y = 1\n    bad(f)\n", False),
        ("try:\n    return [\n        bad(f)\n    ]  # mlvet: ignore[pickle-load] r\nexcept E:\n    pass\n", True),
    ],
)  # fmt: skip
def test_a_statement_of_several_lines_takes_comments_at_its_ends(text: str, expected: bool) -> None:
    assert is_suppressed(module(text), "bad(f)") is expected


def test_a_finding_of_several_lines_takes_a_comment_on_each() -> None:
    text = "x = g(bad(\n    f,  # mlvet: ignore[pickle-load] r\n    1), 2)\n"
    assert is_suppressed(module(text), text[6 : text.index("1)") + 2])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("#!/usr/bin/python\n# mlvet: ignore-file[pickle-load] r\n\nimport x\nbad(f)\n", True),
        ('"""Doc."""\n# mlvet: ignore-file[pickle-load] r\nbad(f)\n', True),
        ("import x\n# mlvet: ignore-file[pickle-load] r\nbad(f)\n", False),
    ],
)
def test_a_whole_file_is_ignored_from_its_top_only(text: str, expected: bool) -> None:
    source = module(text)
    found = outcome(source, finding(source, "bad(f)"))
    assert bool(found.suppressions[0]) is expected
    assert messages(found.notifications) == (
        [] if expected else ["the suppression at `m.py:2:1` for the whole file must stand before its first statement"]
    )


@pytest.mark.parametrize(
    ("comment", "problem"),
    [
        ("# mlvet: ignore", "names no rule: write `# mlvet: ignore[rule-id] reason`"),
        ("# mlvet: ignore[] r", "names no rule: write `# mlvet: ignore[rule-id] reason`"),
        ("# mlvet: ignore because", "names no rule: write `# mlvet: ignore[rule-id] reason`"),
        ("# mlvet: ignore[pickle-load]", "gives no reason: write `# mlvet: ignore[rule-id] reason`"),
        ("# mlvet: ignore[pickle-load] --  # noqa", "gives no reason: write `# mlvet: ignore[rule-id] reason`"),
        ("# mlvet: ignroe[x] r", "starts with `ignroe`, which is no word for this tool; did you mean `ignore`?"),
        ("# mlvet:", "says nothing; known are `ignore` and `ignore-file`"),
        ("# mlvet: ignore[pickle-lod] r", "names `pickle-lod`, which is no rule; did you mean `pickle-load`?"),
        ("# mlvet: ignore[leakage] r", "names `leakage`, which is no rule"),
    ],
)  # fmt: skip
def test_a_wrong_comment_does_not_count_and_is_notified(comment: str, problem: str) -> None:
    source = module(f"bad(f)  {comment}\n")
    found = outcome(source, finding(source, "bad(f)"))
    assert found.suppressions == ((),)
    (notification,) = found.notifications
    assert (notification.kind, notification.level) == (NotificationKind.BAD_SUPPRESSION, Level.WARNING)
    assert notification.message == f"the suppression at `m.py:1:9` {problem}"
    assert notification.path == "m.py"


def test_a_right_rule_beside_a_wrong_one_counts() -> None:
    source = module("bad(f)  # mlvet: ignore[nope-nope, pickle-load] r\n")
    found = outcome(source, finding(source, "bad(f)"))
    assert len(found.suppressions[0]) == 1
    assert [item.kind for item in found.notifications] == [NotificationKind.BAD_SUPPRESSION]


def test_an_idle_comment_is_noted_if_its_rule_ran() -> None:
    source = module("good(f)  # mlvet: ignore[pickle-load, fit-before-split] r\n")
    found = outcome(source, ran={"validation/pickle-load"})
    (notification,) = found.notifications
    assert (notification.kind, notification.level) == (NotificationKind.UNUSED_SUPPRESSION, Level.NOTE)
    assert "`pickle-load` at `m.py:1:10` suppresses nothing" in notification.message
    assert outcome(source, ran=set()).notifications == ()


def test_comments_reach_their_own_file_only() -> None:
    source = module("bad(f)  # mlvet: ignore[pickle-load] r\n")
    here = finding(source, "bad(f)")
    other = SourceFile("other.py", source.text, "", FileKind.MODULE, source.raw_lines)
    there = finding(other, "bad(f)")
    found = outcome(source, there, here)
    assert [bool(item) for item in found.suppressions] == [False, True]


@pytest.mark.parametrize("indent", [None, 1])
def test_cells_of_a_notebook_are_told_apart_even_on_one_line_of_json(indent: int | None) -> None:
    comment = "# mlvet: ignore[pickle-load] r"
    source = notebook(
        "a = 1\n", f"x = 1\ny = bad(1)  {comment}\nz = bad(2)", f"{comment}\nbad(3)", "bad(4)", indent=indent
    )
    assert [is_suppressed(source, f"bad({number})") for number in range(1, 5)] == [True, False, True, False]


@pytest.mark.parametrize("indent", [None, 1])
def test_a_comment_at_the_end_of_a_cell_does_not_reach_the_next(indent: int | None) -> None:
    source = notebook("a = 1\n# mlvet: ignore[pickle-load] r", "bad(1)", indent=indent)
    assert not is_suppressed(source, "bad(1)")
