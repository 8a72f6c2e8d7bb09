"""Does the command still say of whole projects what a person has read and approved?

The projects lie in tests/snapshots/projects/, the approved reports in tests/snapshots/scans/. After a wanted change:

    UPDATE_SNAPSHOTS=1 pytest tests/e2e/test_snapshot_projects.py
"""

import json
import os
import re
import shutil
from pathlib import Path

import pytest

from tests.e2e.command import ROOT, mlvet

PROJECTS = ROOT / "tests" / "snapshots" / "projects"
APPROVED = ROOT / "tests" / "snapshots" / "scans"
EXIT_CODES = {"broken": 3, "serving": 1, "training": 1}


@pytest.mark.parametrize("name", sorted(EXIT_CODES))
def test_the_report_of_a_project_is_the_approved_one(name: str, tmp_path: Path) -> None:
    folder = shutil.copytree(PROJECTS / name, tmp_path / name)  # apart from this repository and its configuration
    sarif = tmp_path / "report.sarif"
    done = mlvet("scan", ".", "--show-suppressed", "--format", "text", "--format", f"sarif:{sarif}", folder=folder)
    assert done.code == EXIT_CODES[name], done.err
    text = re.sub(r"[0-9.]+ s$", "TIME", done.out.decode(), flags=re.MULTILINE)
    _check(f"{name}.txt", text)
    run = json.loads(sarif.read_text())["runs"][0]
    brief = [
        {
            "ruleId": result["ruleId"],
            "kind": result["kind"],
            "level": result["level"],
            "uri": result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
            "region": {
                key: value
                for key, value in result["locations"][0]["physicalLocation"]["region"].items()
                if key != "snippet"
            },
            "partialFingerprints": result.get("partialFingerprints"),
            "suppressed": bool(result.get("suppressions")),
        }
        for result in run["results"]
    ]
    _check(f"{name}.sarif.json", json.dumps(brief, indent=1, ensure_ascii=False) + "\n")


def test_every_project_has_an_approved_report() -> None:
    assert {path.name for path in PROJECTS.iterdir()} == EXIT_CODES.keys()


def _check(name: str, report: str) -> None:
    path = APPROVED / name
    if os.environ.get("UPDATE_SNAPSHOTS"):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(report, encoding="utf-8")
    assert path.is_file(), f"{path} is missing: run with UPDATE_SNAPSHOTS=1 and read what it wrote"
    assert report == path.read_text(encoding="utf-8")
