"""Does the text report say what a person needs, in the words and places they expect?"""

import re
from collections.abc import Callable
from dataclasses import replace

import pytest

from analyzer.model.finding import Doubt, DoubtReason
from analyzer.model.level import Level
from analyzer.model.result import Run
from analyzer.model.review import Outcome, Verdict
from analyzer.report.options import Options
from analyzer.report.text import render
from tests.unit.report.samples import RUNS, everything, flow, flow_result, hostile, notebook, nothing, settled
from tests.unit.report.snapshots import check

SGR = re.compile(rb"\x1b\[[0-9;]*m")


@pytest.mark.parametrize("run", RUNS.values(), ids=RUNS)
def test_snapshot(run: Callable[[], Run]) -> None:
    check(f"{run.__name__}.txt", render(run(), Options()))


def test_snapshot_of_all_that_is_settled_with_statistics() -> None:
    check("settled-all.txt", render(settled(), Options(show_suppressed=True, statistics=True)))


def test_colour_changes_nothing_but_colour() -> None:
    for run in RUNS.values():
        coloured = render(run(), Options(colour=True))
        assert SGR.sub(b"", coloured) == render(run(), Options())
    assert b"\x1b[1;31merror\x1b[0m" in render(flow(), Options(colour=True))


def test_no_control_character_without_colour() -> None:
    for run in RUNS.values():
        report = render(run(), Options(show_suppressed=True, statistics=True)).decode()
        assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f-\x9f\u200b\u202e]", report)


def test_hostile_text_cannot_end_or_start_a_colour() -> None:
    report = SGR.sub(b"", render(hostile(), Options(colour=True)))
    assert b"\x1b" not in report
    assert b"\x07" not in report


def test_links_lead_to_the_file_only_if_asked_for() -> None:
    linked = render(hostile(), Options(links=True, root_uri="file:///home/a/")).decode()
    assert (
        "\x1b]8;;file:///home/a/src/a%20b%23c%25d%3Fe%1B%5B31m.py\x1b\\src/a b#c%d?e\\x1b[31m.py\x1b]8;;\x1b\\:1:5"
        in linked
    )
    assert b"\x1b]8" not in render(hostile(), Options(links=True))
    assert b"\x1b]8" not in render(hostile(), Options(root_uri="file:///home/a/"))


def test_suppressed_and_baselined_results_are_counted_and_shown_on_demand() -> None:
    short, long = (render(settled(), Options(show_suppressed=wanted)).decode() for wanted in (False, True))
    assert short.count("\nsrc/") + short.startswith("src/") == 1
    assert "2 suppressed, 1 known from the baseline, 1 gone since the baseline" in short
    assert long.count("suppressed (inSource at src/load.py:8:66): our own bucket\n") == 1
    assert "suppressed (external): refuted: written by this notebook" in long


def test_the_question_is_asked_until_it_is_answered() -> None:
    doubtful = notebook().results[0]
    answers = {
        outcome: render(
            replace(notebook(), results=(replace(doubtful, verdict=Verdict(outcome=outcome, rationale="because")),)),
            Options(),
        ).decode()
        for outcome in Outcome
    }
    assert "question: Can someone else write the file?" in answers[Outcome.INCONCLUSIVE]
    assert "reviewed: confirmed: because" in answers[Outcome.CONFIRMED]
    assert "question" not in answers[Outcome.CONFIRMED] + answers[Outcome.REFUTED]


def test_prose_of_a_doubt_stays_on_its_line() -> None:
    doubt = Doubt(reason=DoubtReason.INTENT, text="a\n\nerror: b", question="c\x1b?")
    finding = replace(flow_result().finding, doubt=doubt)
    report = render(replace(flow(), results=(replace(flow_result(), finding=finding),)), Options()).decode()
    assert "needs review: a error: b\n    question: c\\x1b?\n" in report


def test_a_result_in_a_file_whose_lines_are_unknown_is_still_reported() -> None:
    report = render(replace(flow(), lines={}), Options()).decode()
    assert report.startswith("src/load.py:8:9: error deserialization/pickle-load-of-download: `pickle.loads` runs")
    assert " | " not in report


def test_explain_is_mentioned_once_and_only_with_results() -> None:
    assert render(everything(), Options()).count(b"mlvet explain") == 1
    assert b"explain" not in render(nothing(), Options())


def test_summary_counts_by_level() -> None:
    results = tuple(replace(flow_result(), level=level) for level in (Level.NOTE, Level.ERROR, Level.ERROR))
    report = render(replace(flow(), results=results, files=1, total_lines=1), Options()).decode()
    assert "\n2 errors, 1 note in 1 file, 1 line, 0.50 s\n" in report


def test_lines_fit_the_width() -> None:
    code = f"{'x' * 400} = pickle.loads(b)"
    run = replace(flow(), lines={"src/load.py": (code,) * 9})
    lines = render(run, Options(width=70)).decode().splitlines()
    assert max(len(line) for line in lines if "|" in line) <= 70
