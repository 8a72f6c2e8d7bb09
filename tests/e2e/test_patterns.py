"""Does the real semgrep, run by the real command, find what patterns say, with all that a result goes through?

One project and one search for most of it, because semgrep takes two seconds to start.
"""

import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from analyzer.patterns.program import find
from tests.e2e.command import Outcome, mlvet, scan

pytestmark = pytest.mark.skipif(
    find(os.environ) is None, reason="semgrep is not installed: pip install 'mlvet[semgrep]'"
)

DOCKERFILE = """\
FROM python:3.12-slim
ADD https://example.com/model.pt /model.pt
# mlvet: ignore[unverified-model-fetch] rebuilt every night from our own bucket
RUN apt-get update && \\
    wget https://example.com/ours.pt
RUN wget http://example.com/old.pkl  # nosemgrep: unverified-model-fetch
# mlvet: ignore[unsafe-load-switch] nothing is there
ENV HOME=/app
"""
OWN = """\
rules:
  - id: no-latest
    languages: [dockerfile]
    severity: ERROR
    message: An image without a tag changes under you.
    pattern: "FROM $IMAGE"
    fix: "FROM $IMAGE@sha256:0"
    metadata: {cwe: "CWE-1357: Reliance on Insufficiently Trustworthy Component", confidence: HIGH}
  - id: print-in-notebook
    languages: [python]
    severity: INFO
    message: Printed
    pattern: print(...)
  - id: cannot-be-parsed
    languages: [python]
    severity: INFO
    message: Never
    pattern: "print((("
"""
NOTEBOOK = """\
{"cells": [{"cell_type": "code", "id": "one", "metadata": {}, "execution_count": null, "outputs": [],
  "source": ["%matplotlib inline\\n", "print('ä', 1)"]}], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("patterns") / "project"
    (folder / "tests" / "ignored").mkdir(parents=True)
    (folder / "Dockerfile").write_text(DOCKERFILE)
    (folder / "tests" / "run.sh").write_text("true ä; wget https://example.com/x.pt\nhf download org/model\n")
    (folder / "tests" / "ignored" / "run.sh").write_text("wget https://example.com/x.pt\n")
    (folder / "explore.ipynb").write_text(NOTEBOOK)
    # What would lead semgrep or us astray, if it were obeyed.
    (folder / ".semgrepignore").write_text("*\n")
    (folder / ".gitignore").write_text("ignored/\n")
    (folder / ".semgrep.yml").write_text(
        "rules: [{id: a, languages: [regex], severity: ERROR, message: m, pattern-regex: .}]"
    )
    (folder / "semgrep").write_text("#!/bin/sh\ntouch /tmp/executed\n")
    (folder / "semgrep").chmod(0o755)
    return folder


@pytest.fixture(scope="module")
def outcome(folder: Path) -> Outcome:
    own = folder.parent / "own.yml"
    own.write_text(OWN)
    return scan("--patterns", str(own), ".", folder=folder)


def results(outcome: Outcome, rule: str) -> list[dict[str, Any]]:
    return [each for each in outcome.report["results"] if each["rule"] == rule]


def test_our_rules_see_what_discovery_leaves(outcome: Outcome) -> None:
    found = results(outcome, "patterns/unverified-model-fetch")
    assert [(each["at"]["path"], each["at"]["line"], each["level"]) for each in found] == [
        ("Dockerfile", 2, "warning"),
        ("Dockerfile", 5, "warning"),
        ("Dockerfile", 6, "error"),
        ("tests/run.sh", 1, "warning"),
        ("tests/run.sh", 2, "note"),
    ]
    assert found[3]["at"]["column"] == 9


def test_comments_suppress(outcome: Outcome) -> None:
    found = results(outcome, "patterns/unverified-model-fetch")
    assert [[each["justification"] for each in result["suppressions"]] for result in found] == [
        [],
        ["rebuilt every night from our own bucket"],
        ["`nosemgrep: unverified-model-fetch`"],
        [],
        [],
    ]
    assert ("unused-suppression", "note", "Dockerfile") in outcome.notifications


def test_the_users_rules_are_rules_like_ours(outcome: Outcome) -> None:
    (latest,) = results(outcome, "patterns/no-latest")
    assert (latest["level"], latest["at"]["line"]) == ("error", 1)
    assert latest["message"] == "An image without a tag changes under you"
    assert latest["fix"]["safe"] is False
    assert latest["fix"]["edits"][0]["text"] == "FROM python@sha256:0"
    (info,) = [each for each in outcome.report["rules"] if each["id"] == "patterns/no-latest"]
    assert (info["precision"], info["cwe"]) == ("high", [1357])


def test_the_users_rules_see_the_cells_of_notebooks(outcome: Outcome) -> None:
    (printed,) = results(outcome, "patterns/print-in-notebook")
    assert (printed["at"]["path"], printed["at"]["cell"]["index"], printed["at"]["cell"]["line"]) == (
        "explore.ipynb",
        1,
        2,
    )


def test_a_pattern_that_semgrep_refuses_costs_itself_only(outcome: Outcome) -> None:
    assert outcome.code == 3
    (failed,) = [each for each in outcome.report["notifications"] if each["kind"] == "patterns-failed"]
    assert failed["message"].startswith("rule `patterns/cannot-be-parsed` cannot be used: ")


def test_all_that_was_searched_is_counted(outcome: Outcome) -> None:
    assert outcome.report["files"] == 4  # the Dockerfile, the script, the notebook, and `.semgrep.yml`, which is YAML


def test_what_was_known_or_did_not_change_is_not_counted(folder: Path, tmp_path: Path) -> None:
    arguments = ("--select", "patterns", ".")
    assert mlvet("baseline", "--output", str(tmp_path / "known.json"), *arguments, folder=folder).code == 0
    known = scan("--baseline", str(tmp_path / "known.json"), "--fail-on", "note", *arguments, folder=folder)
    states = {each["baseline_state"] for each in known.report["results"] if not each["suppressions"]}
    assert (known.code, states) == (0, {"unchanged"})
    for command in ("init -q", "add .", "-c user.name=a -c user.email=a@example.com commit -qm a"):
        subprocess.run(["git", *command.split()], cwd=folder, check=True)
    with open(folder / "Dockerfile", "a") as stream:
        stream.write("RUN pip install --trusted-host example.com torch\n")
    changed = scan("--diff", "HEAD", "--fail-on", "warning", *arguments, folder=folder)
    assert (changed.code, changed.found) == (1, ["Dockerfile:9"])
