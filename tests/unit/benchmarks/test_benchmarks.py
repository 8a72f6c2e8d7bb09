"""Do the benchmarks count, compare and report what they say they do?"""

import json
import os
import sys
from pathlib import Path

import pytest

from analyzer.engine.registry import load_rules
from benchmarks import accuracy, page, speed

ROOT = Path(__file__).resolve().parents[3]
TABLE = """\
missed pickle-load a.py 3
family                     bad  found  asked  missed      ok  false  asked   recall  precision
overlap (disputed)           4      2      1       1      19      1      1     0.50       0.67
pickle-load                 33      1     10      22      12      0      0     0.03          -
all                         37      3     11      23      31      1      1     0.08       0.75
"""


def _cost(wall: float) -> speed.Cost:
    return speed.Cost(wall=wall, cpu=wall, largest_mib=1.0, exit=0)


def test_the_table_of_the_scorer_is_read_without_its_sum() -> None:
    disputed, pickles = accuracy.parse_table("some", TABLE.splitlines())
    assert (disputed.family, disputed.bad, disputed.missed, disputed.asked_ok) == ("overlap (disputed)", 4, 1, 1)
    assert (pickles.family, pickles.asked, pickles.ok, pickles.false) == ("pickle-load", 10, 12, 0)


def test_a_scorer_without_a_table_is_a_failure() -> None:
    with pytest.raises(accuracy.Failed):
        list(accuracy.parse_table("some", ["nothing"]))


def test_only_families_of_our_rules_are_scored() -> None:
    scores = accuracy.parse_table("some", TABLE.splitlines())
    assert [each.family for each in accuracy.scored(scores, {"a-rule": ["overlap"]})] == ["overlap (disputed)"]


def test_every_rule_of_the_map_exists() -> None:
    families = json.loads((ROOT / "benchmarks/families.json").read_text(encoding="utf-8"))
    assert set(families) <= {rule.info.id for rule in load_rules()}


def test_tools_take_turns_and_each_begins_once() -> None:
    order: list[str] = []

    def run(name: str) -> speed.Cost:
        order.append(name)
        return _cost(float(len(order)))

    costs = speed.in_turn({"a": lambda: run("a"), "b": lambda: run("b")}, 2)
    assert order == ["a", "b", "b", "a"]
    assert [cost.wall for cost in costs["a"]] == [1.0, 4.0]


def test_a_process_is_accounted_and_findings_are_no_failure() -> None:
    cost = speed.measure([sys.executable, "-c", "import sys; sum(range(10**6)); sys.exit(1)"], os.environ)
    assert cost.exit == 1
    assert cost.cpu > 0
    assert cost.largest_mib > 1


def test_a_tool_that_fails_is_not_compared() -> None:
    with pytest.raises(speed.Failed, match="exit code 3\nbroken"):
        speed.measure([sys.executable, "-c", "import sys; print('broken', file=sys.stderr); sys.exit(3)"], os.environ)


def test_ratios_are_those_of_a_peer_to_ours_and_budgets_grow_with_the_project() -> None:
    ours = speed.Row(tool="mlvet", subject="p", lines=160_000, costs=[_cost(2.0), _cost(9.0), _cost(4.0)])
    peer = speed.Row(tool="peer", subject="p", lines=160_000, costs=[_cost(10.0)])
    assert speed.budget(ours) == 5.0
    assert speed.budget(peer) is None
    first, second = speed.table([ours, peer]).splitlines()[2:]
    assert "| 4.00 | 5.00 |" in first
    assert second.endswith("| 2.5 |")


def test_the_page_is_up_to_date() -> None:
    assert (ROOT / page.PAGE).read_text(encoding="utf-8") == page.page(ROOT)
