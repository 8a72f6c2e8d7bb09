"""Does one place give one finding, the best proven one?"""

from dataclasses import replace
from itertools import permutations

from analyzer.engine.merge import merge
from analyzer.model.finding import Doubt, DoubtReason, Finding, Related, Step
from analyzer.model.level import Level
from analyzer.model.location import Location

LEVELS = {"f/r": Level.WARNING}


def _at(line: int, path: str = "a.py") -> Location:
    return Location(path=path, line=line, column=1, end_line=line, end_column=5)


def _doubt(*functions: str) -> Doubt:
    return Doubt(reason=DoubtReason.UNKNOWN_PROVENANCE, text="who knows", question="is it?", parameters_of=functions)


PLAIN = Finding(rule_id="f/r", message="m", at=_at(1))


def _merge(*findings: Finding, entered: tuple[str, ...] = ()) -> tuple[Finding, ...]:
    """The result, which must not depend on the order."""
    results = {merge(order, entered=entered, levels=LEVELS) for order in permutations(findings)}
    assert len(results) == 1
    return results.pop()


def test_proof_beats_doubt_even_at_a_lower_level() -> None:
    doubtful = replace(PLAIN, doubt=_doubt(), level=Level.ERROR)
    assert _merge(doubtful, replace(PLAIN, level=Level.NOTE)) == (replace(PLAIN, level=Level.NOTE),)


def test_a_higher_level_beats_a_lower_one_and_the_rules_own_counts() -> None:
    low, high = replace(PLAIN, level=Level.NOTE), replace(PLAIN, level=Level.ERROR)
    assert _merge(low, PLAIN) == (PLAIN,)
    assert _merge(low, PLAIN, high) == (high,)


def test_the_shortest_flow_is_shown() -> None:
    step = Step(at=_at(1), text="s")
    short, long = replace(PLAIN, flow=(step,)), replace(PLAIN, flow=(step, step))
    assert _merge(long, short) == (short,)


def test_related_places_of_equals_are_united() -> None:
    one, two = Related(at=_at(2), text="fit"), Related(at=_at(3), text="fit")
    weaker = Related(at=_at(4), text="maybe")
    (found,) = _merge(
        replace(PLAIN, related=(one,)),
        replace(PLAIN, related=(two,)),
        replace(PLAIN, doubt=_doubt(), related=(weaker,)),
    )
    assert set(found.related) == {one, two}


def test_a_doubt_about_parameters_falls_when_the_project_makes_all_the_calls() -> None:
    doubtful = replace(PLAIN, doubt=_doubt("a:f", "a:g"))
    assert _merge(doubtful, entered=("a:f",)) == (doubtful,)
    assert _merge(doubtful, entered=("a:f", "a:g")) == ()
    other = replace(PLAIN, doubt=_doubt())
    assert _merge(other, entered=("a:f",)) == (other,)


def test_what_callers_settled_does_not_hide_another_finding_of_the_place() -> None:
    settled = replace(PLAIN, doubt=_doubt("a:f"), level=Level.ERROR)
    other = replace(PLAIN, doubt=_doubt(), level=Level.NOTE)
    assert _merge(settled, other, entered=("a:f",)) == (other,)


def test_other_places_and_rules_stay_and_are_sorted() -> None:
    later = replace(PLAIN, at=_at(9))
    other_rule = replace(PLAIN, rule_id="f/q")
    other_file = replace(PLAIN, at=_at(1, "b.py"))
    assert _merge(other_file, later, PLAIN, other_rule) == (other_rule, PLAIN, later, other_file)
