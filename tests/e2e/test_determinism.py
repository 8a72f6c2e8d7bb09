"""Is a report the same whatever the number of processes, the way they start, and what is remembered?"""

import json
import re
import time
from pathlib import Path

import pytest

from tests.e2e.command import ROOT, UNSAFE, Outcome, scan

EXAMPLES = sorted(path for path in (ROOT / "examples").iterdir() if path.is_dir())


@pytest.fixture
def larger(project: Path) -> Path:
    """A project of many modules that call each other."""
    for number in range(30):
        previous = f"from part_{number - 1} import load as before\n" if number else ""
        (project / f"part_{number}.py").write_text(f"{previous}{UNSAFE}x = 'filler'\n" + "y = [1, 2, 3]\n" * 40)
    return project


def _without_seconds(outcome: Outcome) -> bytes:
    report, count = re.subn(rb'"seconds":[0-9.e-]+', b'"seconds":0', outcome.out)
    assert count == 1
    return report


def test_the_number_of_workers_changes_nothing(larger: Path) -> None:
    outcomes = [scan("--no-cache", "--jobs", jobs, folder=larger) for jobs in ("1", "2", "4")]
    assert len(outcomes[0].found) == 31
    assert len({_without_seconds(outcome) for outcome in outcomes}) == 1


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_nor_does_it_on_the_examples(example: Path, tmp_path: Path) -> None:
    reports = {
        _without_seconds(scan("--no-cache", "--jobs", jobs, str(example), folder=tmp_path)) for jobs in ("1", "3")
    }
    assert len(reports) == 1
    assert json.loads(reports.pop())["results"]


def test_spawned_workers_find_the_same(larger: Path) -> None:
    from analyzer.config import Config
    from analyzer.pipeline import Request
    from analyzer.pipeline import scan as scan_here

    runs = [
        scan_here(Config(jobs=2), Request(paths=["."], root=larger, start_method=method))
        for method in ("fork", "spawn")
    ]
    assert len(runs[0].results) == 31
    assert runs[0].results == runs[1].results
    assert runs[0].notifications == runs[1].notifications


def test_a_remembered_run_is_the_same_report(larger: Path) -> None:
    first = scan(folder=larger)
    assert list((larger.parent / "cache" / "mlvet").iterdir())
    assert not [path for path in larger.rglob("*") if path.suffix != ".py"]
    started = time.monotonic()
    second = scan(folder=larger)
    assert _without_seconds(first) == _without_seconds(second)
    assert second.report["seconds"] < first.report["seconds"]
    assert time.monotonic() - started < 5


def test_a_change_is_seen_at_once(larger: Path) -> None:
    scan(folder=larger)
    (larger / "part_3.py").write_text("x = 1\n")
    outcome = scan(folder=larger)
    assert len(outcome.found) == 30
    (larger / "unsafe.py").unlink()
    assert len(scan(folder=larger).found) == 29


def test_a_suppression_is_matched_in_remembered_runs(project: Path) -> None:
    marked = UNSAFE.replace(
        "request.data)", "request.data)  # mlvet: ignore[pickle-load-of-untrusted-data] our own client"
    )
    (project / "unsafe.py").write_text(marked)
    outcomes = [scan(folder=project) for _ in range(2)]
    for outcome in outcomes:
        assert [len(each["suppressions"]) for each in outcome.report["results"]] == [1]
        assert (outcome.code, outcome.notifications) == (0, [])
