"""Does `mlvet scan` fix what it may, leave the rest as it is, and say which is which?"""

import json
import os
import stat
import subprocess
from pathlib import Path

import pytest

from tests.e2e.command import UNSAFE, Outcome, mlvet, scan

# One result with a safe fix, one with a fix that is only offered, and one without any.
YAML = "import yaml\nfrom flask import request\n\nsettings = yaml.load(request.data, Loader=yaml.Loader)\n"
FIXED = YAML.replace("yaml.load(request.data, Loader=yaml.Loader)", "yaml.safe_load(request.data)")
RUAMEL = 'from ruamel.yaml import YAML\n\nyaml = YAML(typ="unsafe")\n'


@pytest.fixture
def fixable(tmp_path: Path) -> Path:
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "settings.py").write_text(YAML)
    return folder


def _fix(*arguments: str, folder: Path) -> Outcome:
    return scan("--fix", *arguments, folder=folder)


def test_fix_writes_what_is_safe_and_reports_the_rest(fixable: Path) -> None:
    (fixable / "unsafe.py").write_text(UNSAFE)
    outcome = mlvet("scan", "--fix", folder=fixable)
    assert (fixable / "settings.py").read_text() == FIXED
    assert "Fixed 1 result in 1 file\n1 error in 2 files" in outcome.out.decode()
    assert "unsafe.py:6" in outcome.out.decode() and "settings.py:" not in outcome.out.decode()
    assert outcome.code == 1


def test_all_fixed_is_exit_code_0(fixable: Path) -> None:
    outcome = _fix(folder=fixable)
    assert (outcome.code, outcome.found, outcome.notifications) == (0, [], [])
    assert outcome.report["fixed"] == {"settings.py": {"deserialization/unsafe-yaml-load": 1}}
    again = _fix(folder=fixable)
    assert (again.code, again.report["fixed"]) == (0, {})


def test_what_may_change_behaviour_is_asked_for(fixable: Path) -> None:
    file = fixable / "ruamel_.py"
    file.write_text(RUAMEL)
    assert _fix(folder=fixable).found == ["ruamel_.py:3"]
    assert file.read_text() == RUAMEL
    assert _fix("--unsafe-fixes", folder=fixable).found == []
    assert file.read_text() == RUAMEL.replace("unsafe", "safe")


def test_a_diff_changes_nothing(fixable: Path) -> None:
    outcome = mlvet("scan", "--diff-fixes", folder=fixable)
    assert outcome.out.decode() == (
        "--- settings.py\n+++ settings.py\n@@ -1,4 +1,4 @@\n import yaml\n from flask import request\n \n"
        "-settings = yaml.load(request.data, Loader=yaml.Loader)\n+settings = yaml.safe_load(request.data)\n"
    )
    assert (outcome.code, outcome.err) == (1, "mlvet: 1 result in 1 file would be fixed\n")
    assert (fixable / "settings.py").read_text() == YAML
    (fixable / "settings.py").write_text(FIXED)
    outcome = mlvet("scan", "--diff-fixes", folder=fixable)
    assert (outcome.code, outcome.out, outcome.err) == (0, b"", "mlvet: 0 results in 0 files would be fixed\n")


def test_reports_beside_a_diff_show_the_files_as_they_are(fixable: Path) -> None:
    outcome = mlvet("scan", "--diff-fixes", "--quiet", "--format", "json:report.json", folder=fixable)
    assert outcome.out.startswith(b"--- settings.py\n") and outcome.err == ""
    (result,) = json.loads((fixable / "report.json").read_text())["results"]
    assert result["at"]["line"] == 4 and len(result["fix"]["edits"]) == 2


def test_standard_input_has_a_diff_and_no_fix(fixable: Path) -> None:
    arguments = ("--stdin-filename", "pkg/a.py", "-")
    outcome = mlvet("scan", "--diff-fixes", *arguments, folder=fixable, stdin=YAML.encode())
    assert outcome.out.startswith(b"--- pkg/a.py\n") and outcome.code == 1
    outcome = mlvet("scan", "--fix", *arguments, folder=fixable, stdin=YAML.encode())
    assert outcome.code == 2 and "--fix has no file to change for `-`" in outcome.err


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("--fix", "--diff-fixes"), "--fix and --diff-fixes exclude each other"),
        (("--unsafe-fixes",), "--unsafe-fixes says which fixes --fix or --diff-fixes take"),
    ],
)
def test_options_that_do_not_go_together(arguments: tuple[str, ...], message: str, fixable: Path) -> None:
    outcome = mlvet("scan", *arguments, folder=fixable)
    assert outcome.code == 2 and message in outcome.err
    assert (fixable / "settings.py").read_text() == YAML


def test_suppressed_and_known_results_stay(fixable: Path) -> None:
    suppressed = YAML.replace("Loader)\n", "Loader)  # mlvet: ignore[unsafe-yaml-load] our own client\n")
    (fixable / "suppressed.py").write_text(suppressed)
    assert mlvet("baseline", folder=fixable).code == 0
    outcome = _fix("--baseline", ".mlvet-baseline.json", folder=fixable)
    assert (outcome.code, outcome.report["fixed"]) == (0, {})
    assert (fixable / "settings.py").read_text() == YAML
    _fix(folder=fixable)
    assert (fixable / "settings.py").read_text() == FIXED
    assert (fixable / "suppressed.py").read_text() == suppressed


def test_bytes_permissions_and_links(fixable: Path) -> None:
    file = fixable / "settings.py"
    file.write_bytes(b"\xef\xbb\xbf" + YAML.replace("\n", "\r\n").encode())
    file.chmod(0o750)
    (fixable / "elsewhere").mkdir()
    (fixable / "elsewhere" / "real.txt").write_text(YAML)
    (fixable / "link.py").symlink_to("elsewhere/real.txt")
    outcome = _fix(folder=fixable)
    assert file.read_bytes() == b"\xef\xbb\xbf" + FIXED.replace("\n", "\r\n").encode()
    assert stat.S_IMODE(file.stat().st_mode) == 0o750
    assert outcome.notifications == [("not-fixed", "error", "link.py")]
    assert (outcome.code, outcome.found) == (3, ["link.py:4"])
    assert (fixable / "elsewhere" / "real.txt").read_text() == YAML
    assert sorted(each.name for each in fixable.iterdir()) == ["elsewhere", "link.py", "settings.py"]


def test_a_read_only_file_is_told_and_still_found(fixable: Path) -> None:
    (fixable / "settings.py").chmod(0o444)
    (fixable / "other.py").write_text(YAML)
    outcome = _fix(folder=fixable)
    assert outcome.notifications == [("not-fixed", "error", "settings.py")]
    assert (outcome.code, outcome.found) == (3, ["settings.py:4"])
    assert outcome.report["fixed"] == {"other.py": {"deserialization/unsafe-yaml-load": 1}}
    assert (fixable / "settings.py").read_text() == YAML


def test_only_scanned_paths_change(fixable: Path) -> None:
    (fixable / "part").mkdir()
    (fixable / "part" / "a.py").write_text(YAML)
    _fix("part", folder=fixable)
    assert (fixable / "part" / "a.py").read_text() == FIXED
    assert (fixable / "settings.py").read_text() == YAML


def test_with_a_base_only_changed_lines_are_fixed(fixable: Path) -> None:
    def git(*arguments: str) -> None:
        identity = ("-c", "user.name=t", "-c", "user.email=t@example.org")
        environment = os.environ | {"GIT_CONFIG_GLOBAL": os.devnull}
        subprocess.run(["git", *identity, *arguments], cwd=fixable, check=True, env=environment)

    git("init", "-q")
    git("add", ".")
    git("commit", "-q", "-m", "first")
    (fixable / "settings.py").write_text(YAML + "more = yaml.load(request.data, Loader=yaml.Loader)\n")
    outcome = _fix("--diff", "HEAD", folder=fixable)
    assert (fixable / "settings.py").read_text() == YAML + "more = yaml.safe_load(request.data)\n"
    assert (outcome.code, outcome.found) == (0, [])


def test_a_notebook_is_fixed_in_its_json(fixable: Path) -> None:
    cell = {"cell_type": "code", "metadata": {}, "outputs": [], "source": YAML.splitlines(keepends=True)}
    notebook = {"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    file = fixable / "study.ipynb"
    file.write_text(json.dumps(notebook, indent=1) + "\n")
    outcome = _fix("study.ipynb", folder=fixable)
    assert (outcome.code, outcome.found) == (0, [])
    cell["source"] = FIXED.splitlines(keepends=True)
    assert file.read_text() == json.dumps(notebook, indent=1) + "\n"


def test_sarif_has_the_edits(fixable: Path) -> None:
    mlvet("scan", "--format", "sarif:report.sarif", folder=fixable)
    (result,) = json.loads((fixable / "report.sarif").read_text())["runs"][0]["results"]
    (fix,) = result["fixes"]
    assert fix["description"]["text"] == "Build plain data only, with `safe_load`."
    inserted = [each["insertedContent"]["text"] for each in fix["artifactChanges"][0]["replacements"]]
    assert inserted == ["safe_load", ""]
    assert fix["properties"] == {"mlvet/safe": True}
