"""Are results counted where they belong?"""

from dataclasses import replace

from analyzer.model.level import Level
from analyzer.model.result import BaselineState
from analyzer.report.statistics import Standing, count, standing
from tests.unit.report.samples import PICKLE, SPLIT, everything, notebook_result, nothing, related_result, settled


def test_standing() -> None:
    suppressed = settled().results[1]
    assert standing(related_result()) is Standing.OPEN
    assert standing(notebook_result()) is Standing.REVIEW
    assert standing(replace(notebook_result(), baseline_state=BaselineState.UNCHANGED)) is Standing.UNCHANGED
    assert standing(replace(related_result(), baseline_state=BaselineState.NEW)) is Standing.OPEN
    assert standing(replace(suppressed, baseline_state=BaselineState.ABSENT)) is Standing.SUPPRESSED


def test_count() -> None:
    numbers = count(everything())
    assert dict(numbers.levels) == {Level.ERROR: 2, Level.WARNING: 2, Level.NOTE: 0, Level.NONE: 0}
    assert dict(numbers.standings) == {
        Standing.OPEN: 4,
        Standing.REVIEW: 1,
        Standing.SUPPRESSED: 2,
        Standing.UNCHANGED: 1,
        Standing.ABSENT: 1,
    }
    assert [(rule, sum(dict(counts).values())) for rule, counts in numbers.rules] == [
        (PICKLE.qualified, 6),
        (SPLIT.qualified, 3),
    ]


def test_nothing_counts_as_nothing() -> None:
    assert count(nothing()).rules == ()
    assert sum(dict(count(nothing()).standings).values()) == 0
