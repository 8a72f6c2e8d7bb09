"""Are known results recognised while the code around them moves, and damaged files refused?"""

import json
import os
from pathlib import Path

import pytest

from analyzer.config import ConfigError
from analyzer.model.finding import Finding
from analyzer.model.level import Level
from analyzer.model.location import Cell, Location
from analyzer.model.result import BaselineState, Kind, Result, Suppression, SuppressionKind
from analyzer.triage.baseline import KEY, Baseline, compare, fingerprint, load, with_fingerprints, write

LINES = {"a.py": ["import pickle", "x = pickle.load(f)", "y = 1", "x = pickle.load(f)"], "b.py": ["z = bad()"]}


def result(line: int, path: str = "a.py", rule: str = "r/x", message: str = "m", column: int = 1) -> Result:
    at = Location(path=path, line=line, column=column, end_line=line, end_column=column + 3)
    finding = Finding(rule_id=rule, message=message, at=at)
    return Result(finding=finding, kind=Kind.FAIL, level=Level.ERROR, shown_level=Level.ERROR)


def marks(lines: dict[str, list[str]], *results: Result) -> list[str]:
    return [dict(item.fingerprints)[KEY] for item in with_fingerprints(results, lines)]


def test_a_fingerprint_stays_when_lines_move_spaces_change_or_the_message_is_reworded() -> None:
    moved = {"a.py": ["", "# new", *LINES["a.py"]]}
    indented = {"a.py": ["if a:", "\tx  =  pickle.load(f)  "]}
    (before,) = marks(LINES, result(2))
    assert marks(moved, result(4, message="other", column=5)) == [before]
    assert marks(indented, result(2)) == [before]


def test_a_fingerprint_changes_with_rule_path_text_and_order() -> None:
    lines = {**LINES, "c.py": LINES["a.py"]}
    different = marks(lines, result(2), result(4), result(3), result(2, rule="r/y"), result(2, path="c.py"))
    assert len(set(different)) == 5
    assert marks(lines, result(4), result(2)) == [different[1], different[0]]
    finding = result(2).finding
    assert fingerprint(finding, LINES["a.py"], 0) == different[0]
    assert fingerprint(finding, LINES["a.py"], 1) == different[1]


def test_other_fingerprints_are_kept_and_ours_is_renewed() -> None:
    (once,) = with_fingerprints([result(2)], LINES)
    (twice,) = with_fingerprints([once], LINES)
    assert twice == once


def test_a_finding_in_a_notebook_does_not_depend_on_the_rest_of_a_one_line_file() -> None:
    def mark(raw: str) -> str:
        column = raw.index("bad(f)") + 1
        cell = Cell(index=1, id="", line=1)
        at = Location(path="n.ipynb", line=1, column=column, end_line=1, end_column=column + 6, cell=cell)
        return fingerprint(Finding(rule_id="r/x", message="m", at=at), [raw], 0)

    assert mark('{"cells": [{"source": ["x = bad(f)\\n"]}]}') == mark('{"cells": [{"source": ["a\\n", "bad(f)"]}]}')


def test_a_baseline_is_written_and_known_results_recognised(tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    known = with_fingerprints([result(2), result(1, path="b.py")], LINES)
    assert write(known, path) == 2
    now = with_fingerprints([result(2), result(4)], LINES)
    comparison = compare(now, load(path))
    assert [item.baseline_state for item in comparison.results] == [BaselineState.UNCHANGED, BaselineState.NEW]
    assert comparison.absent == 1
    assert compare(now, load(path), scanned={"a.py"}).absent == 0
    assert [item.finding for item in comparison.results] == [item.finding for item in now]


def test_a_result_without_fingerprint_is_new() -> None:
    (compared,) = compare([result(2)], Baseline()).results
    assert compared.baseline_state is BaselineState.NEW


def test_the_file_is_sorted_with_a_line_per_result_and_leaves_suppressed_ones_out(tmp_path: Path) -> None:
    path = tmp_path / "known.json"
    comment = Suppression(kind=SuppressionKind.IN_SOURCE, justification="r")
    first, second, third = with_fingerprints([result(1, path="b.py"), result(2), result(4)], LINES)
    suppressed = Result(
        finding=third.finding,
        kind=Kind.FAIL,
        level=Level.ERROR,
        shown_level=Level.ERROR,
        suppressions=(comment,),
        fingerprints=third.fingerprints,
    )
    assert write([first, second, suppressed], path) == 2
    text = path.read_text()
    assert [json.loads(line.rstrip(","))["path"] for line in text.splitlines() if "path" in line] == ["a.py", "b.py"]
    write([second, first], path)
    assert path.read_text() == text
    assert os.listdir(tmp_path) == ["known.json"]


def test_an_empty_baseline_can_be_written_and_read(tmp_path: Path) -> None:
    assert write([], tmp_path / "known.json") == 0
    assert load(tmp_path / "known.json") == Baseline()


def test_a_file_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"none/known\.json`: cannot be written: No such file"):
        write([], tmp_path / "none" / "known.json")


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "is damaged: line 1: Expecting value"),
        (b'{\n"version": 1,\n<<<<<<< HEAD\n}', "is damaged: line 3: "),
        (b"\xff", "is damaged: not UTF-8"),
        (b"[" * 100_000, "is damaged: nested too deeply"),
        (b"[]", "is not a baseline of this tool"),
        (b"{}", "is not a baseline of this tool"),
        (b'{"version": 2}', "has version 2, this tool reads version 1; write it anew"),
        (b'{"version": 1, "results": {}}', "is damaged: `results` is not a list"),
        (b'{"version": 1, "results": [{"path": "a"}]}', "is damaged: result 1 lacks a path, rule or fingerprint"),
        (b'{"version": 1, "results": [7]}', "is damaged: result 1 lacks a path, rule or fingerprint"),
    ],
)
def test_a_damaged_file_is_refused_with_the_reason(tmp_path: Path, raw: bytes, reason: str) -> None:
    path = tmp_path / "known.json"
    path.write_bytes(raw)
    with pytest.raises(ConfigError) as error:
        load(path)
    assert str(error.value).startswith(f"baseline `{path}`: {reason}")


def test_a_missing_or_special_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match="cannot be read: No such file"):
        load(tmp_path / "none.json")
    os.mkfifo(tmp_path / "pipe.json")
    with pytest.raises(ConfigError, match="is not a regular file"):
        load(tmp_path / "pipe.json")
