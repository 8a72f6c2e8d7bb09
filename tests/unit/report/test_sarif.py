"""Does the SARIF report say what the standard and its readers want?

The schema itself and GitHub's rules are checked by Microsoft's validator: tests/conventions/sarif_validator.py.
"""

import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

import pytest

from analyzer.model.finding import Edit, Fix, Related
from analyzer.model.result import Run
from analyzer.report.fingerprint import line_hashes
from analyzer.report.options import Options
from analyzer.report.sarif import render
from analyzer.report.sarif_location import utf16_column
from analyzer.report.sarif_rules import descriptor, shortened
from tests.unit.report.samples import (
    LOAD_PY,
    PICKLE,
    RUNS,
    SPLIT,
    at,
    everything,
    flow,
    flow_result,
    hostile,
    notebook,
    notebook_result,
    notifications,
    related,
    related_result,
    settled,
)
from tests.unit.report.snapshots import check


def sarif(run: Run, options: Options | None = None) -> dict[str, Any]:
    """The one run of the report."""
    log = json.loads(render(run, options or Options(version="1.2.3")))
    assert log["version"] == "2.1.0"
    return dict(log["runs"][0])


def first(run: Run) -> dict[str, Any]:
    """The first result of the report."""
    return dict(sarif(run)["results"][0])


def objects(value: object, key: str) -> Iterator[Any]:
    """Everything that stands under `key`, at any depth."""
    if isinstance(value, dict):
        if key in value:
            yield value[key]
        for inner in value.values():
            yield from objects(inner, key)
    elif isinstance(value, list):
        for inner in value:
            yield from objects(inner, key)


@pytest.mark.parametrize("run", RUNS.values(), ids=RUNS)
def test_no_required_text_is_empty(run: Callable[[], Run]) -> None:
    assert all(text for key in ("text", "markdown", "uri", "id") for text in objects(sarif(run()), key) if text != 0)


@pytest.mark.parametrize("run", RUNS.values(), ids=RUNS)
def test_uris_are_relative_and_resolve_to_the_paths(run: Callable[[], Run]) -> None:
    written = sarif(run())
    artifacts = [artifact["location"]["uri"] for artifact in written["artifacts"]]
    for place in objects(written, "artifactLocation"):
        assert artifacts[place["index"]] == place["uri"]
        assert place["uriBaseId"] in written["originalUriBaseIds"]
        assert not set(place["uri"]) & set(" #?\\\x1b")
    paths = {result.finding.at.path for result in run().results}
    assert paths <= {unquote(uri) for uri in artifacts}


@pytest.mark.parametrize("run", RUNS.values(), ids=RUNS)
def test_indices_point_at_what_they_name(run: Callable[[], Run]) -> None:
    written = sarif(run())
    driver = written["tool"]["driver"]
    for result in written["results"]:
        assert driver["rules"][result["ruleIndex"]]["id"] == result["ruleId"]
    for found in objects(written["invocations"], "descriptor"):
        assert driver["notifications"][found["index"]]["id"] == found["id"]


def test_a_security_rule() -> None:
    rule = sarif(flow())["tool"]["driver"]["rules"][0]
    assert rule["id"] == "deserialization/pickle-load-of-download"
    assert rule["name"] == "PickleLoadOfDownload"
    assert rule["shortDescription"]["text"] == "A downloaded file is unpickled."
    assert rule["fullDescription"]["text"] == "`pickle.load` of a file that was downloaded."
    assert rule["help"]["markdown"].startswith("## What it finds")
    assert rule["properties"]["tags"][:3] == ["security", "external/cwe/cwe-502", "deserialization"]
    assert rule["properties"]["security-severity"] == "9.8"
    assert rule["properties"]["precision"] == "high"
    assert rule["relationships"][0]["target"]["id"] == sarif(flow())["taxonomies"][0]["taxa"][0]["id"] == "CWE-502"


def test_a_rule_without_severity_is_not_tagged_security() -> None:
    rule = descriptor(replace(SPLIT, tags=("security", "scikit-learn")), ())
    assert rule["properties"] == {
        "tags": ["leakage", "scikit-learn"],
        "precision": "medium",
        "problem.severity": "warning",
        "mlvet/since": "0.1.0",
    }
    assert rule["help"] == {"text": SPLIT.title}


def test_small_cwe_numbers_are_padded() -> None:
    properties = descriptor(replace(PICKLE, cwe=(20,)), (20,))["properties"]
    assert isinstance(properties, dict)
    assert "external/cwe/cwe-020" in json.dumps(properties)


def test_descriptions_fit_into_githubs_limit() -> None:
    assert len(shortened("word " * 1000)) <= 1024
    assert shortened("x" * 1024) == "x" * 1024
    assert len(shortened("x" * 3000)) <= 1024


def test_columns_are_utf16_units() -> None:
    line = "😀 = load('模')"
    assert [utf16_column(line, column) for column in (1, 2, 4, 12)] == [1, 3, 5, 13]
    run = replace(flow(), lines={"src/load.py": ("",) * 7 + (line,)}, results=(_moved(at("src/load.py", 8, 5, 14)),))
    region = first(run)["locations"][0]["physicalLocation"]["region"]
    assert (region["startColumn"], region["endColumn"]) == (6, 15)
    assert region["snippet"]["text"] == "load('模')"


def _moved(place: Any) -> Any:
    return replace(flow_result(), finding=replace(flow_result().finding, at=place, flow=()))


def test_a_flow_is_a_code_flow_and_none_is_none() -> None:
    steps = first(flow())["codeFlows"][0]["threadFlows"][0]["locations"]
    assert [step["location"]["message"]["text"] for step in steps] == [
        "the body of a response.",
        "returned from `fetch`.",
        "the argument of `pickle.loads`.",
    ]
    assert [step["importance"] for step in steps] == ["essential", "important", "essential"]
    assert "codeFlows" not in first(related())


def test_related_places_are_linked_from_the_message() -> None:
    result = first(related())
    assert result["message"]["text"].endswith(r"See [the split \[first\] side](1).")
    assert [place["id"] for place in result["relatedLocations"]] == [1]


def test_brackets_of_code_are_no_links() -> None:
    finding = replace(flow_result().finding, message="`f[0](1)` and `x[2]`", flow=())
    run = replace(flow(), results=(replace(flow_result(), finding=finding),))
    assert first(run)["message"]["text"] == r"`f\[0](1)` and `x[2]`."


def test_context_is_more_than_the_region() -> None:
    run = replace(flow(), lines={"src/load.py": ("load(f)",)}, results=(_moved(at("src/load.py", 1, 1, 8)),))
    assert "contextRegion" not in first(run)["locations"][0]["physicalLocation"]
    context = first(flow())["locations"][0]["physicalLocation"]["contextRegion"]
    assert (context["startLine"], context["endLine"]) == (6, 9)
    assert context["snippet"]["text"] == "\n".join(LOAD_PY[5:9])


def test_a_minified_file_is_not_copied_into_the_report() -> None:
    run = replace(
        flow(), lines={"src/load.py": ("x" * 1_000_000,)}, results=(_moved(at("src/load.py", 1, 5, 900_000)),)
    )
    assert len(render(run, Options())) < 20_000


def test_the_line_hash_is_githubs() -> None:
    unterminated = replace(flow(), unterminated=frozenset(("src/load.py",)))
    assert first(flow())["partialFingerprints"] == {
        "mlvet/v1": "0123456789abcdef",
        "primaryLocationLineHash": line_hashes([*LOAD_PY, ""])[7],
    }
    assert first(unterminated)["partialFingerprints"]["primaryLocationLineHash"] == line_hashes(LOAD_PY)[7]
    assert line_hashes(LOAD_PY)[7] != line_hashes([*LOAD_PY, ""])[7]


@pytest.mark.parametrize(
    ("cookie", "kept"),
    [
        ("# -*- coding: latin-1 -*-", False),
        ("# coding: utf-8", True),
        ("# coding=UTF_8", True),
        ("x = 'coding: a'", True),
    ],
)
def test_no_line_hash_where_github_reads_another_text(cookie: str, kept: bool) -> None:
    run = replace(flow(), lines={"src/load.py": (cookie, *LOAD_PY[1:])})
    assert ("primaryLocationLineHash" in first(run)["partialFingerprints"]) is kept


def test_no_line_hash_without_the_file() -> None:
    assert first(replace(flow(), lines={}))["partialFingerprints"] == {"mlvet/v1": "0123456789abcdef"}


def test_a_review_is_of_level_none_and_asks() -> None:
    result = first(notebook())
    assert (result["kind"], result["level"]) == ("review", "none")
    assert result["message"]["text"].endswith("(cell 1, line 3). It was not seen who writes `mö.pkl`.")
    assert result["properties"]["mlvet/doubt"] == {
        "reason": "unknown-provenance",
        "text": "It was not seen who writes `mö.pkl`",
        "question": "Can someone else write the file?",
    }


def test_a_notebook_is_addressed_by_json_line_and_by_cell() -> None:
    location = first(notebook())["locations"][0]
    assert location["physicalLocation"]["artifactLocation"]["uri"] == "nb/study%20one.ipynb"
    assert location["physicalLocation"]["region"]["startLine"] == 6
    assert location["properties"] == {"cell_index": 1, "cell_id": "a1", "cell_line": 3}
    assert location["logicalLocations"][0]["name"] == "cell 1"


def test_suppressions_are_unique_and_accepted() -> None:
    external, in_source = (result["suppressions"] for result in sarif(settled())["results"][:2])
    assert external == [
        {"kind": "external", "status": "accepted", "justification": "refuted: written by this notebook"}
    ]
    assert [item["kind"] for item in in_source] == ["inSource"]
    assert in_source[0]["location"]["physicalLocation"]["region"]["startColumn"] == 66


def test_baseline_states() -> None:
    states = [result.get("baselineState") for result in sarif(settled())["results"]]
    assert states == [None, None, "unchanged", "absent", "new"]


def test_a_verdict_marks_the_run_as_annotated() -> None:
    assert sarif(settled())["properties"]["ai/origin"] == "annotated"
    assert "ai/origin" not in sarif(flow())["properties"]
    assert first(settled())["properties"]["mlvet/verdict"]["outcome"] == "refuted"


def test_a_fix_is_grouped_by_file() -> None:
    edits = (
        Edit(at=at("a.py", 1, 1, 1), text="x"),
        Edit(at=at("b.py", 1, 1, 2), text=""),
        Edit(at=at("a.py", 2, 1, 1), text="y"),
    )
    finding = replace(related_result().finding, fix=Fix(title="t", safe=True, edits=edits))
    changes = first(replace(related(), results=(replace(related_result(), finding=finding),)))["fixes"][0][
        "artifactChanges"
    ]
    assert [(change["artifactLocation"]["uri"], len(change["replacements"])) for change in changes] == [
        ("a.py", 2),
        ("b.py", 1),
    ]


def test_a_fix_in_a_notebook_is_json() -> None:
    place = notebook_result().finding.at
    finding = replace(
        notebook_result().finding, fix=Fix(title="t", safe=True, edits=(Edit(at=place, text='a("b")\nc'),))
    )
    fix = first(replace(notebook(), results=(replace(notebook_result(), finding=finding),)))["fixes"][0]
    assert fix["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"] == r"a(\"b\")\nc"


def test_related_places_of_other_files_become_artifacts() -> None:
    finding = replace(related_result().finding, related=(Related(at=at("other file.py", 1, 1, 2), text="there"),))
    written = sarif(replace(related(), results=(replace(related_result(), finding=finding),)))
    assert [artifact["location"]["uri"] for artifact in written["artifacts"]] == ["src/train.py", "other%20file.py"]


def test_notifications_stand_in_the_list_of_their_cause() -> None:
    invocation = sarif(notifications(), Options(exit_code=3))["invocations"][0]
    ids = {
        key: [item["descriptor"]["id"] for item in invocation[key]]
        for key in ("toolExecutionNotifications", "toolConfigurationNotifications")
    }
    assert ids == {
        "toolExecutionNotifications": ["broken-syntax", "rule-failed", "unreadable"],
        "toolConfigurationNotifications": ["nothing-to-scan"],
    }
    assert invocation["executionSuccessful"] is False
    assert invocation["exitCode"] == 3
    assert invocation["toolExecutionNotifications"][1]["associatedRule"] == {"id": SPLIT.qualified, "index": 1}


def test_a_run_without_errors_is_successful() -> None:
    invocation = sarif(flow())["invocations"][0]
    assert invocation["executionSuccessful"] is True
    assert "exitCode" not in invocation


@pytest.mark.parametrize(("given", "written"), [("ci", "ci/"), ("ci/", "ci/"), ("ci/42", "ci/42"), ("a/b/", "a/b/")])
def test_the_category_ends_with_a_slash(given: str, written: str) -> None:
    assert sarif(replace(flow(), automation_id=given))["automationDetails"] == {"id": written}


def test_no_category_is_none() -> None:
    assert "automationDetails" not in sarif(flow())


def test_paths_outside_the_root_and_names_that_are_no_unicode() -> None:
    for path, uri in (
        ("/tmp/a b.py", "file:///tmp/a%20b.py"),
        ("a\udcff:b.py", "a%FF%3Ab.py"),
        ("x\ud800.py", "x%3F.py"),
    ):
        run = replace(flow(), results=(flow_result(path),))
        location = first(run)["locations"][0]["physicalLocation"]["artifactLocation"]
        assert location["uri"] == uri
        assert ("uriBaseId" in location) is not path.startswith("/")


def test_hostile_text_is_kept_as_data() -> None:
    text = first(hostile())["message"]["text"]
    assert text == "`load('\x1b[2J')` of\nsomething \\[here](1) {0}."


def test_snapshot() -> None:
    check("everything.sarif", render(everything(), Options(version="1.2.3", exit_code=3)))
