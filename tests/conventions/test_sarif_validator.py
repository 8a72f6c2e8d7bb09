"""Does our reading of the SARIF validator's report see its errors?

The validator itself runs in CI."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.conventions.sarif_validator import Remark, ValidatorError, main, remarks

RULES = [
    {
        "id": "SARIF1",
        "messageStrings": {"Error_x": {"text": "{0}: bad {1}"}},
        "defaultConfiguration": {"level": "error"},
    },
    {"id": "SARIF2"},
]


def report(*results: dict[str, Any], notifications: tuple[dict[str, Any], ...] = ()) -> dict[str, Any]:
    invocation = {"toolExecutionNotifications": list(notifications)}
    return {"runs": [{"tool": {"driver": {"rules": RULES}}, "invocations": [invocation], "results": list(results)}]}


def test_levels_and_texts_come_from_the_rule_when_the_result_has_none() -> None:
    place = [{"physicalLocation": {"region": {"startLine": 7}}}]
    found = remarks(
        report(
            {"ruleId": "SARIF1/x", "message": {"id": "Error_x", "arguments": ["here", "uri"]}, "locations": place},
            {"ruleIndex": 1, "message": {"text": "hm"}},
            {"ruleId": "SARIF1", "ruleIndex": 0, "level": "note", "message": {"text": "so"}},
        )
    )
    assert found == [
        Remark(rule="SARIF1/x", level="error", line=7, text="here: bad uri"),
        Remark(rule="SARIF2", level="warning", line=0, text="hm"),
        Remark(rule="SARIF1", level="note", line=0, text="so"),
    ]


def test_a_file_that_was_not_examined_is_no_success() -> None:
    with pytest.raises(ValidatorError, match="cannot read"):
        remarks(report(notifications=({"level": "error", "message": {"text": "cannot read"}},)))


def program(folder: Path, answer: dict[str, Any] | None) -> Path:
    """A validator that writes `answer`, beside a schema that wants a `version`."""
    (folder / "answer.json").write_text(json.dumps(answer), encoding="utf-8")
    (folder / "sarif-2.1.0.json").write_text(json.dumps({"required": ["version"]}), encoding="utf-8")
    tool = folder / "multitool"
    copy = "" if answer is None else f'while [ "$1" != --output ]; do shift; done; cp "{folder}/answer.json" "$2"'
    tool.write_text(f"#!/bin/sh\n{copy}\nexit 0\n", encoding="utf-8")
    tool.chmod(0o755)
    return tool


@pytest.mark.parametrize(
    ("level", "text", "code"),
    [("error", '{"version": "2.1.0"}', 1), ("warning", '{"version": "2.1.0"}', 0), ("note", "{}", 1), ("note", "{", 1)],
)
def test_exit_code(tmp_path: Path, level: str, text: str, code: int) -> None:
    tool = program(tmp_path, report({"ruleId": "SARIF2", "level": level, "message": {"text": "hm"}}))
    file = tmp_path / "a.sarif"
    file.write_text(text, encoding="utf-8")
    assert main(["--multitool", str(tool), str(file)]) == code


def test_no_report_and_no_validator_are_no_success(tmp_path: Path) -> None:
    file = tmp_path / "a.sarif"
    file.write_text('{"version": "2.1.0"}', encoding="utf-8")
    assert main(["--multitool", str(program(tmp_path, None)), str(file)]) == 2
    assert main(["--multitool", str(tmp_path / "missing"), str(file)]) == 2
