"""Is the report for GitHub one that GitHub takes, and does it say what it leaves out?"""

import json
from dataclasses import replace
from typing import Any

import pytest

from analyzer.model.finding import Related
from analyzer.model.level import Level
from analyzer.model.result import Run
from analyzer.report import github
from analyzer.report.github import render
from analyzer.report.options import Options
from analyzer.report.sarif_rules import descriptor
from tests.unit.report.samples import PICKLE, at, everything, flow, flow_result, notebook, related_result, settled
from tests.unit.report.snapshots import check


def sarif(run: Run) -> dict[str, Any]:
    return dict(json.loads(render(run, Options(version="1.2.3")))["runs"][0])


def remarks(run: Run) -> list[str]:
    """The texts of what GitHub's limits did."""
    found = sarif(run)["invocations"][0]["toolExecutionNotifications"]
    return [item["message"]["text"] for item in found if item["descriptor"]["id"] == "github-limits"]


def test_a_review_is_a_note_that_says_so() -> None:
    result = sarif(notebook())["results"][0]
    assert result["level"] == "note"
    assert "kind" not in result
    assert result["message"]["text"].startswith("Needs review: `pickle.load` runs code")


def test_suppressed_and_absent_results_are_left_out_and_counted() -> None:
    results = sarif(settled())["results"]
    assert [result["ruleId"] for result in results] == ["leakage/fit-before-split"] * 2
    assert remarks(settled()) == ["Left out as suppressed or no longer found: 3 results."]


def test_nothing_is_written_that_github_misreads() -> None:
    for result in sarif(everything())["results"]:
        assert not {"kind", "suppressions", "baselineState", "fixes", "rank"} & set(result)


def test_the_heaviest_come_first() -> None:
    results = (
        replace(flow_result("b.py"), shown_level=Level.NOTE),
        replace(flow_result("z.py"), shown_level=Level.ERROR),
        replace(flow_result("a.py"), shown_level=Level.ERROR),
        replace(flow_result("c.py"), shown_level=Level.WARNING),
    )
    found = sarif(replace(flow(), results=results))["results"]
    assert [result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for result in found] == [
        "a.py",
        "z.py",
        "c.py",
        "b.py",
    ]


def test_results_beyond_the_limits_are_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    assert (github.MOST_RESULTS, github.MOST_SHOWN) == (25_000, 5_000)
    monkeypatch.setattr(github, "MOST_RESULTS", 3)
    monkeypatch.setattr(github, "MOST_SHOWN", 2)
    light = replace(related_result(), shown_level=Level.NOTE)
    run = replace(flow(), results=(light, *(flow_result(f"{number}.py") for number in range(4))))
    assert [result["level"] for result in sarif(run)["results"]] == ["error"] * 3
    assert remarks(run) == [
        "Left out because GitHub takes 3 in one run: 2 results; those kept are the first by level, then by path.",
        "GitHub shows 2 of the 3 results in this report.",
    ]


def test_within_the_limits_nothing_is_remarked() -> None:
    assert remarks(flow()) == []


def test_a_long_flow_keeps_its_ends() -> None:
    step = flow_result().finding.flow[0]
    steps = tuple(replace(step, text=f"step {number}") for number in range(2_500))
    run = replace(flow(), results=(replace(flow_result(), finding=replace(flow_result().finding, flow=steps)),))
    written = sarif(run)["results"][0]["codeFlows"][0]["threadFlows"][0]["locations"]
    texts = [entry["location"]["message"]["text"] for entry in written]
    assert (len(texts), texts[0], texts[499], texts[500], texts[-1]) == (
        1_000,
        "step 0.",
        "step 499.",
        "step 2000.",
        "step 2499.",
    )
    assert remarks(run) == ["Cut to the first and last 500 steps: the flows of 1 result."]


def test_related_places_beyond_the_limit_are_not_linked() -> None:
    places = tuple(Related(at=at("a.py", 1, 1, 2), text=f"place {number}") for number in range(1_200))
    finding = replace(related_result().finding, related=places)
    result = sarif(replace(flow(), results=(replace(related_result(), finding=finding),)))["results"][0]
    assert len(result["relatedLocations"]) == 1_000
    assert "[place 999](1000)" in result["message"]["text"]
    assert "place 1000" not in result["message"]["text"]


def test_tags_are_limited_with_those_github_acts_on_first() -> None:
    rule = replace(PICKLE, tags=tuple(f"tag{number}" for number in range(40)))
    properties = descriptor(rule, (502,), most_tags=github.PROFILE.most_tags)["properties"]
    assert isinstance(properties, dict)
    tags = properties["tags"]
    assert isinstance(tags, list)
    assert len(tags) == 20
    assert tags[:2] == ["security", "external/cwe/cwe-502"]


def test_snapshot() -> None:
    check("everything.github.sarif", render(everything(), Options(version="1.2.3", exit_code=3)))
