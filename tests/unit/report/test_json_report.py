"""Does the JSON report hold everything, as its schema says?"""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import analyzer.report
from analyzer.model.result import Run
from analyzer.report.json_report import SCHEMA, render
from analyzer.report.options import Options
from tests.unit.report.samples import LOAD_PY, RUNS, everything, flow, settled
from tests.unit.report.snapshots import check

SCHEMA_FILE = Path(analyzer.report.__file__).with_name("report-1.schema.json")
PAGE = Path(__file__).parents[3] / "docs" / "json-report.md"


def schema() -> dict[str, Any]:
    return dict(json.loads(SCHEMA_FILE.read_text(encoding="utf-8")))


def parsed(run: Run) -> dict[str, Any]:
    return dict(json.loads(render(run, Options(version="1.2.3"))))


def test_schema_is_a_schema() -> None:
    Draft202012Validator.check_schema(schema())
    assert schema()["$id"] == SCHEMA


@pytest.mark.parametrize("run", RUNS.values(), ids=RUNS)
def test_report_follows_the_schema(run: Callable[[], Run]) -> None:
    Draft202012Validator(schema()).validate(parsed(run()))


def test_keys_stand_in_the_order_of_the_schema() -> None:
    definitions = schema()["$defs"]
    report = parsed(everything())
    assert list(report) == list(definitions["report"]["properties"]) == definitions["report"]["required"]
    assert list(report["results"][0]) == list(definitions["result"]["properties"]) == definitions["result"]["required"]
    assert list(report["rules"][0]) == list(definitions["rule"]["properties"])
    assert list(report["notifications"][0]) == list(definitions["notification"]["properties"])


def test_every_key_is_on_the_page() -> None:
    page = PAGE.read_text(encoding="utf-8")
    definitions = schema()["$defs"]
    for name in ("report", "result", "location", "doubt", "verdict", "fix", "suppression", "notification"):
        for key in definitions[name]["properties"]:
            assert f"`{key}`" in page, f"docs/json-report.md does not explain `{key}` of a {name}"


def test_nothing_of_a_result_is_lost() -> None:
    result = parsed(settled())["results"][0]
    assert result["verdict"] == {
        "outcome": "refuted",
        "rationale": "The file is\nwritten by this notebook",
        "quotes": [{"path": "nb/study one.ipynb", "line": 3, "text": "model = pickle.load(f)"}],
        "reviewer": "some-model",
        "prompt_digest": "abc",
        "tokens": 321,
    }
    assert result["standing"] == "suppressed"
    assert result["at"]["cell"] == {"index": 1, "id": "a1", "line": 3}


def test_code_holds_the_lines_of_places_and_no_others() -> None:
    assert parsed(flow())["code"] == {"src/load.py": {str(number): LOAD_PY[number - 1] for number in (5, 6, 8)}}
    assert parsed(replace(flow(), lines={}))["code"] == {}


def test_a_file_name_that_is_no_unicode_leaves_the_report_valid() -> None:
    run = replace(flow(), selected=("a\udcff.py",))
    assert parsed(run)["selected"] == ["a\ufffd.py"]


def test_snapshot() -> None:
    check("everything.json", render(everything(), Options(version="1.2.3")))
