"""Does every way out of a command end in its exit code and one line of explanation?"""

import json
import os
from pathlib import Path

import pytest

from analyzer import __version__
from analyzer.cli import main as entry
from analyzer.cli.exits import CLEAN, FOUND, INTERRUPTED, UNFINISHED, USAGE, exit_code
from analyzer.cli.main import run
from analyzer.model.finding import Finding
from analyzer.model.level import Level
from analyzer.model.location import Location
from analyzer.model.result import BaselineState, Kind, Notification, NotificationKind, Result, Run, Suppression
from analyzer.model.result import SuppressionKind as Where

AT = Location(path="a.py", line=1, column=1, end_line=1, end_column=2)
SUPPRESSION = Suppression(kind=Where.IN_SOURCE, justification="because")
LOAD = "import pickle\nfrom flask import request\npickle.loads(request.data)\n"


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "project"
    folder.mkdir()
    monkeypatch.chdir(folder)
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    for name in [name for name in os.environ if name.startswith("MLVET_")]:
        monkeypatch.delenv(name)


def _result(
    level: Level = Level.ERROR,
    *,
    kind: Kind = Kind.FAIL,
    suppressions: tuple[Suppression, ...] = (),
    state: BaselineState | None = None,
) -> Result:
    return Result(
        finding=Finding(rule_id="f/r", message="m", at=AT),
        kind=kind,
        level=level,
        shown_level=level,
        suppressions=suppressions,
        baseline_state=state,
    )


def _run(*results: Result, problem: Level | None = None) -> Run:
    note = Notification(kind=NotificationKind.UNREADABLE, level=problem or Level.NOTE, message="m")
    return Run(
        results=results,
        notifications=() if problem is None else (note,),
        rules=(),
        lines={},
        files=1,
        total_lines=1,
        seconds=0.0,
        selected=(),
    )


@pytest.mark.parametrize(
    ("found", "fail_on", "code"),
    [
        (_run(), Level.NOTE, CLEAN),
        (_run(_result()), Level.ERROR, FOUND),
        (_run(_result(Level.WARNING)), Level.ERROR, CLEAN),
        (_run(_result(Level.WARNING)), Level.WARNING, FOUND),
        (_run(_result()), None, CLEAN),
        (_run(_result(Level.NONE, kind=Kind.REVIEW)), Level.NOTE, CLEAN),
        (_run(_result(suppressions=(SUPPRESSION,))), Level.NOTE, CLEAN),
        (_run(_result(state=BaselineState.UNCHANGED)), Level.NOTE, CLEAN),
        (_run(_result(state=BaselineState.ABSENT)), Level.NOTE, CLEAN),
        (_run(_result(state=BaselineState.NEW)), Level.NOTE, FOUND),
        (_run(problem=Level.WARNING), Level.NOTE, CLEAN),
        (_run(problem=Level.ERROR), Level.NOTE, UNFINISHED),
        (_run(_result(), problem=Level.ERROR), Level.NOTE, UNFINISHED),
        (_run(_result(), problem=Level.ERROR), None, UNFINISHED),
    ],
)
def test_the_exit_code_of_a_run(found: Run, fail_on: Level | None, code: int) -> None:
    assert exit_code(found, fail_on) == code


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out == f"mlvet {__version__}\n"


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    out = capsys.readouterr().out
    for name in entry._COMMANDS:
        assert f"  {name} " in out
        assert run([name, "--help"]) == 0


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["scna"], "there is no command `scna`, did you mean `scan`?"),
        (["scan", "--bad"], "No such option '--bad'"),
        (["scan", "--format", "xml"], "--format: `xml` is none of text, json, sarif"),
        (["scan", "--format", "json", "--format", "sarif"], "--format: only one report can go to standard output"),
        (["scan", "--output", "a", "--output", "b"], "--output: there is no --format for `b`"),
        (["scan", "--select", "pickel"], "--select: no rule, family or tag is called `pickel`; did you mean `pickle`?"),
        (["scan", "--fail-on", "eror"], "--fail-on: `eror` is none of"),
        (["scan", "--jobs", "many"], "--jobs: `many` is not a number"),
        (["scan", "--baseline", "none.json"], "baseline `none.json`: cannot be read"),
        (["scan", "--diff", "HEAD"], "--diff: the changes since `HEAD` are not known"),
        (["scan", "--config", "other.toml"], "--config: `other.toml` is not a file called `pyproject.toml`"),
        (["scan", "--isolated", "--config", "x"], "--isolated and --config exclude each other"),
        (["scan", "--rules", "none"], "--rules: the folder of rules `none` does not exist"),
        (["explain", "fit-before-splt"], "there is no rule `fit-before-splt`; did you mean `fit-before-split`?"),
        (["completion", "tcsh"], "Invalid value for '{bash|zsh|fish}': 'tcsh' is not one of"),
    ],
)
def test_wrong_usage_is_one_line_and_exit_code_2(
    arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(arguments) == USAGE
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.startswith(f"mlvet: {message}")
    assert captured.err.count("\n") == 1


def test_a_setting_of_the_project_is_named_with_its_file(capsys: pytest.CaptureFixture[str]) -> None:
    Path("pyproject.toml").write_text('[tool.mlvet]\nselct = ["leakage"]\n')
    assert run(["scan"]) == USAGE
    assert "pyproject.toml: [tool.mlvet]: `selct` is not a setting; did you mean `select`?" in capsys.readouterr().err
    assert run(["scan", "--isolated", "--quiet"]) != USAGE


def test_an_interrupt_leaves_no_half_report(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_arguments: object) -> Run:
        raise KeyboardInterrupt

    monkeypatch.setattr("analyzer.cli.scan.scan_paths", interrupted)
    assert run(["scan"]) == INTERRUPTED
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.strip() == "mlvet: interrupted; no report was written"


def test_several_reports_in_one_run(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    Path("app.py").write_text(LOAD)
    code = run(["scan", "--format", "text", "--format", "json:a.json", "--format", "sarif:b.sarif"])
    assert code == FOUND
    assert b"pickle-load-of-untrusted-data" in capsysbinary.readouterr().out
    assert json.loads(Path("a.json").read_text())
    assert json.loads(Path("b.sarif").read_text())["version"] == "2.1.0"


def test_files_of_output_go_to_the_formats_in_order(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    Path("app.py").write_text("x = 1\n")
    assert run(["scan", "--format", "json", "--format", "sarif", "--output", "a.json", "--output", "b.sarif"]) == CLEAN
    assert json.loads(Path("a.json").read_text()) and json.loads(Path("b.sarif").read_text())
    assert run(["scan", "--output", "c.txt"]) == CLEAN
    assert Path("c.txt").read_text().startswith("Nothing found")
    assert capsysbinary.readouterr().out == b""


def test_a_report_that_cannot_be_written_is_exit_code_3(capsys: pytest.CaptureFixture[str]) -> None:
    Path("app.py").write_text("x = 1\n")
    assert run(["scan", "--output", "none/report.txt"]) == UNFINISHED
    assert "cannot write the report to `none/report.txt`" in capsys.readouterr().err


def test_a_baseline_takes_known_results_out(capsysbinary: pytest.CaptureFixture[bytes]) -> None:
    Path("app.py").write_text(LOAD)
    assert run(["scan"]) == FOUND
    assert run(["baseline"]) == CLEAN
    assert run(["scan", "--baseline", ".mlvet-baseline.json"]) == CLEAN
    Path("app.py").write_text(LOAD + "pickle.loads(request.get_data())\n")
    assert run(["scan", "--baseline", ".mlvet-baseline.json"]) == FOUND


def test_rules_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["rules"]) == CLEAN
    assert "leakage/fit-before-split " in capsys.readouterr().out
    assert run(["rules", "--format", "json"]) == CLEAN
    rows = json.loads(capsys.readouterr().out)
    assert "deserialization/unsafe-yaml-load" in [row["id"] for row in rows]


def test_a_rule_is_explained_as_markdown(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "fit-before-split"]) == CLEAN
    page = capsys.readouterr().out
    assert page.startswith("# leakage/fit-before-split\n") and "## When it is fine" in page


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["completion", shell]) == CLEAN
    assert "_MLVET_COMPLETE" in capsys.readouterr().out


def test_standard_input_goes_by_its_name(
    monkeypatch: pytest.MonkeyPatch, capsysbinary: pytest.CaptureFixture[bytes]
) -> None:
    import io
    import sys

    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(LOAD.encode())))
    assert run(["scan", "-", "--stdin-filename", "pkg/app.py"]) == FOUND
    assert b"pkg/app.py:3:1" in capsysbinary.readouterr().out
