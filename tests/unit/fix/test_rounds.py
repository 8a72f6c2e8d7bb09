"""Does fixing go on until nothing is left, come to an end, and tell what it could not do?"""

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from analyzer.fix.rounds import Repair, repair, write
from analyzer.model.finding import Edit, Finding, Fix
from analyzer.model.level import Level
from analyzer.model.location import Location
from analyzer.model.result import BaselineState, Kind, Original, Result, Run, Suppression, SuppressionKind

SUPPRESSION = Suppression(kind=SuppressionKind.IN_SOURCE, justification="j")


def _result(
    line: int,
    new: str,
    *,
    safe: bool = True,
    suppressions: tuple[Suppression, ...] = (),
    state: BaselineState | None = None,
) -> Result:
    """A result at the first character of a line, which its fix replaces."""
    at = Location(path="a.py", line=line, column=1, end_line=line, end_column=2)
    fix = Fix(title="t", edits=(Edit(at=at, text=new),), safe=safe)
    return Result(
        finding=Finding(rule_id="f/r", message="m", at=at, fix=fix),
        kind=Kind.FAIL,
        level=Level.ERROR,
        shown_level=Level.ERROR,
        suppressions=suppressions,
        baseline_state=state,
    )


class _Scans:
    """A scanner of one file whose results are a function of its content; remembers what it scanned."""

    def __init__(self, path: Path, results: Callable[[bytes], list[Result]]) -> None:
        self.path = path
        self.scanned: list[bytes] = []
        self._results = results

    def __call__(self, contents: Mapping[str, bytes]) -> Run:
        raw = contents.get("a.py", self.path.read_bytes())
        self.scanned.append(raw)
        original = Original(
            absolute=str(self.path), digest=hashlib.sha256(raw).hexdigest(), content=contents.get("a.py")
        )
        return Run(
            results=tuple(self._results(raw)),
            notifications=(),
            rules=(),
            lines={},
            files=1,
            total_lines=1,
            seconds=0,
            selected=(),
            originals={"a.py": original},
        )


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.py"
    path.write_bytes(b"a\nb\n")
    return path


def _messages(repaired: Repair) -> list[str]:
    return [each.message for each in repaired.notifications]


def test_rounds_go_on_until_nothing_is_left(file: Path) -> None:
    following = {b"a": "b", b"b": "c", b"c": "d"}
    scans = _Scans(file, lambda raw: [_result(1, following[raw[:1]])] if raw[:1] in following else [])
    repaired = repair(scans, unsafe=False)
    assert scans.scanned == [b"a\nb\n", b"b\nb\n", b"c\nb\n", b"d\nb\n"]
    assert (repaired.first.results, repaired.run.results) == ((_result(1, "b"),), ())
    assert repaired.files["a.py"].fixed == {"f/r": 3}
    assert file.read_bytes() == b"a\nb\n"
    write(repaired)
    assert file.read_bytes() == b"d\nb\n"


def test_fixes_that_undo_each_other_come_to_an_end(file: Path) -> None:
    scans = _Scans(file, lambda raw: [_result(1, "b" if raw[:1] == b"a" else "a")])
    repaired = repair(scans, unsafe=False, rounds=5)
    assert len(scans.scanned) == 6
    assert _messages(repaired) == ["`a.py` still has 1 results with a fix after 5 rounds of fixes: run it again"]


def test_a_fix_that_changes_nothing_comes_to_an_end(file: Path) -> None:
    scans = _Scans(file, lambda _: [_result(1, "a")])
    assert repair(scans, unsafe=False).files == {} and len(scans.scanned) == 1


@pytest.mark.parametrize(
    ("result", "unsafe", "fixed"),
    [
        (_result(1, "x"), False, True),
        (_result(1, "x", safe=False), False, False),
        (_result(1, "x", safe=False), True, True),
        (_result(1, "x", suppressions=(SUPPRESSION,)), True, False),
        (_result(1, "x", state=BaselineState.UNCHANGED), True, False),
        (_result(1, "x", state=BaselineState.NEW), False, True),
    ],
)
def test_only_what_stands_and_is_wanted_is_fixed(file: Path, result: Result, unsafe: bool, fixed: bool) -> None:
    scans = _Scans(file, lambda raw: [result] if raw[:1] == b"a" else [])
    assert bool(repair(scans, unsafe=unsafe).files) is fixed


def test_what_would_break_the_file_is_told_and_not_tried_again(file: Path) -> None:
    scans = _Scans(file, lambda _: [_result(1, "(")])
    repaired = repair(scans, unsafe=False)
    assert _messages(repaired) == ["`a.py` was not fixed: it would no longer be Python"]
    assert repaired.files == {} and len(scans.scanned) == 1


def test_a_file_that_changes_behind_our_back_is_told(file: Path) -> None:
    def results(_: bytes) -> list[Result]:
        file.write_bytes(b"other\n")
        return [_result(1, "x")]

    repaired = repair(_Scans(file, results), unsafe=False)
    assert _messages(repaired) == ["`a.py` has changed since it was scanned and was left as it is"]
    assert [each.level for each in repaired.notifications] == [Level.ERROR]


def test_what_cannot_be_written_is_no_longer_fixed(file: Path) -> None:
    scans = _Scans(file, lambda raw: [_result(1, "x")] if raw[:1] == b"a" else [])
    repaired = repair(scans, unsafe=False)
    file.chmod(0o444)
    written, failures = write(repaired)
    assert written.files == {} and file.read_bytes() == b"a\nb\n"
    assert [(each.message, each.level) for each in failures] == [
        ("`a.py` is read-only and was not changed", Level.ERROR)
    ]
    assert written.outcome(notifications=failures).notifications == failures
    assert repaired.outcome().fixed == {"a.py": {"f/r": 1}}
