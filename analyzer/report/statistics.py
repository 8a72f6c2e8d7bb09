"""How many results of which weight and rule does a run hold, and which of them still stand?"""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from analyzer.model.level import Level
from analyzer.model.result import BaselineState, Kind, Result, Run


class Standing(StrEnum):
    """What a result asks of its reader."""

    OPEN = "open"
    REVIEW = "review"
    SUPPRESSED = "suppressed"
    UNCHANGED = "unchanged"
    ABSENT = "absent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Statistics:
    """Counts of a run.

    Attributes:
        levels: open results per level, heaviest first; levels without any are there with 0.
        standings: results per standing.
        rules: per rule with results, sorted by qualified id: its counts per standing.
    """

    levels: tuple[tuple[Level, int], ...]
    standings: tuple[tuple[Standing, int], ...]
    rules: tuple[tuple[str, tuple[tuple[Standing, int], ...]], ...]


def standing(result: Result) -> Standing:
    """What `result` asks of its reader; a suppression outweighs a baseline, a baseline outweighs a doubt."""
    if result.suppressions:
        return Standing.SUPPRESSED
    if result.baseline_state is BaselineState.ABSENT:
        return Standing.ABSENT
    if result.baseline_state is BaselineState.UNCHANGED:
        return Standing.UNCHANGED
    return Standing.REVIEW if result.kind is Kind.REVIEW else Standing.OPEN


def count(run: Run) -> Statistics:
    """Count the results of `run`."""
    levels: Counter[Level] = Counter()
    standings: Counter[Standing] = Counter()
    rules: dict[str, Counter[Standing]] = {}
    for result in run.results:
        stands = standing(result)
        standings[stands] += 1
        rules.setdefault(result.finding.rule_id, Counter())[stands] += 1
        if stands is Standing.OPEN:
            levels[result.level] += 1
    return Statistics(
        levels=tuple((level, levels[level]) for level in sorted(Level, key=lambda level: -level.rank)),
        standings=_all_of(standings),
        rules=tuple((rule, _all_of(counts)) for rule, counts in sorted(rules.items())),
    )


def _all_of(counts: Counter[Standing]) -> tuple[tuple[Standing, int], ...]:
    return tuple((stands, counts[stands]) for stands in Standing)
