"""Is every kind of bad input told of by name and reason, and the rest of the run unharmed?"""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.e2e.command import ROOT, UNSAFE, mlvet, scan
from tests.unit.engine.rules_on_the_fly import EVERY_LOAD, write_rule

LOAD = "import pickle\npickle.load(f)\n"


def _expect(project: Path, *arguments: str, kind: str, path: str, level: str = "error", code: int = 3) -> None:
    """The scan tells of `path` and still finds what is in the good module."""
    outcome = scan(*arguments, folder=project)
    told = [(each, how) for each, how, where in outcome.notifications if where.endswith(path)]
    assert told == [(kind, level)], outcome.notifications
    (message,) = [each["message"] for each in outcome.report["notifications"] if each["kind"] == kind]
    assert path in message
    assert "unsafe.py:6" in outcome.found
    assert outcome.code == code


def test_the_good_module_alone(project: Path) -> None:
    outcome = scan(folder=project)
    assert (outcome.code, outcome.found, outcome.notifications) == (1, ["unsafe.py:6"], [])


def test_a_missing_path(project: Path) -> None:
    _expect(project, ".", "none/at_all.py", kind="not-found", path="none/at_all.py")


@pytest.mark.skipif(os.geteuid() == 0, reason="root can read everything")
def test_an_unreadable_file(project: Path) -> None:
    secret = project / "secret.py"
    secret.write_text(LOAD)
    secret.chmod(0)
    _expect(project, kind="unreadable", path="secret.py")


@pytest.mark.skipif(not Path("/proc/self/mem").exists(), reason="needs a file that nobody can read from its start")
def test_a_file_that_fails_while_it_is_read(project: Path) -> None:
    _expect(project, ".", "/proc/self/mem", kind="unreadable", path="proc/self/mem")


def test_something_that_is_no_file(project: Path) -> None:
    os.mkfifo(project / "pipe.py")
    _expect(project, "unsafe.py", "pipe.py", kind="unreadable", path="pipe.py")


def test_not_utf_8(project: Path) -> None:
    (project / "latin.py").write_bytes("name = 'Zürich'\n".encode("latin-1"))
    _expect(project, kind="undecodable", path="latin.py")


def test_binary(project: Path) -> None:
    (project / "binary.py").write_bytes(b"\x7fELF\0\0\0")
    _expect(project, kind="binary", path="binary.py")


def test_a_file_of_50_mb(project: Path) -> None:
    (project / "huge.py").write_bytes(b"x = 1\n" * (50_000_000 // 6))
    _expect(project, kind="too-large", path="huge.py")


def test_nesting_10_000_deep(project: Path) -> None:
    deep = "[" * 10_000 + "]" * 10_000
    (project / "deep.py").write_text(f"import pickle\npickle.load({deep})\n{LOAD}")
    _expect(project, kind="too-deep", path="deep.py")


def test_blocks_nested_too_deep(project: Path) -> None:
    blocks = "".join(f"{' ' * depth}if x:\n" for depth in range(300)) + " " * 300 + "pickle.load(f)\n"
    (project / "blocks.py").write_text(f"import pickle\n{blocks}")
    _expect(project, kind="too-deep", path="blocks.py")


def test_a_link_to_itself(project: Path) -> None:
    (project / "loop.py").symlink_to("loop.py")
    _expect(project, "unsafe.py", "loop.py", kind="symlink-loop", path="loop.py")


def test_a_folder_that_links_to_the_folder_around_it(project: Path) -> None:
    (project / "package").mkdir()
    (project / "package" / "self").symlink_to("..")
    # Nothing is missed: the folder is scanned by its own name.
    _expect(project, kind="symlink-loop", path="package/self", level="warning", code=1)


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"cells": 3}', b"\xff\xfe"])
def test_a_notebook_that_is_none(project: Path, content: bytes) -> None:
    (project / "broken.ipynb").write_bytes(content)
    outcome = scan(folder=project)
    ((kind, level, path),) = outcome.notifications
    assert (kind in ("bad-notebook", "undecodable"), level, path) == (True, "error", "broken.ipynb")
    assert (outcome.code, outcome.found) == (3, ["unsafe.py:6"])


def test_half_written_code_is_analysed_as_far_as_it_parses(project: Path) -> None:
    (project / "half.py").write_text(f"def half(:\n    x = (\n\n\n{UNSAFE}")
    _expect(project, kind="broken-syntax", path="half.py", level="warning", code=1)


def test_an_empty_file_is_nothing_to_speak_of(project: Path) -> None:
    (project / "empty.py").write_bytes(b"")
    outcome = scan(folder=project)
    assert (outcome.code, outcome.notifications, outcome.report["files"]) == (1, [], 2)


def test_cyclic_imports_are_nothing_to_speak_of(project: Path) -> None:
    (project / "one.py").write_text(f"from two import *\nfrom two import f\nimport two\n{LOAD}def g(): return f()\n")
    (project / "two.py").write_text(f"from one import *\nfrom one import g\nimport one\n{LOAD}def f(): return g()\n")
    (project / "self.py").write_text(f"from self import x\nimport self\n{LOAD}x = x\n")
    outcome = scan(folder=project)
    assert (outcome.code, outcome.notifications) == (1, [])


def test_no_python_at_all(tmp_path: Path) -> None:
    folder = tmp_path / "nothing"
    folder.mkdir()
    outcome = scan(folder=folder)
    assert [(kind, level) for kind, level, _ in outcome.notifications] == [("nothing-to-scan", "warning")]
    assert outcome.code == 0


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_rule_that_raises(project: Path, tmp_path: Path, jobs: str) -> None:
    write_rule(tmp_path / "rules", "raise ZeroDivisionError('boo')")
    outcome = scan("--rules", str(tmp_path / "rules"), "--jobs", jobs, folder=project)
    (told,) = outcome.report["notifications"]
    assert (told["kind"], told["level"], told["rule"]) == ("rule-failed", "error", "fly/some-load")
    assert told["message"] == "rule `fly/some-load` failed on `unsafe.py`: ZeroDivisionError: boo"
    assert (outcome.code, outcome.found) == (3, ["unsafe.py:6"])


def test_a_rule_file_that_cannot_be_used(project: Path, tmp_path: Path) -> None:
    write_rule(tmp_path / "rules").path.write_text("import nothing_like_it\n")
    outcome = scan("--rules", str(tmp_path / "rules"), folder=project)
    (told,) = outcome.report["notifications"]
    assert (told["kind"], told["rule"]) == ("rule-failed", "fly/some-load")
    assert "some_load.py` raised ModuleNotFoundError" in told["message"]
    assert (outcome.code, outcome.found) == (3, ["unsafe.py:6"])


@pytest.mark.parametrize("death", ["os.kill(os.getpid(), 9)", "os._exit(1)", "ctypes.string_at(0)"])
def test_a_worker_that_dies(project: Path, tmp_path: Path, death: str) -> None:
    (project / "deadly.py").write_text(LOAD)
    (project / "other.py").write_text(LOAD)
    check = f"import ctypes, os\n    if ctx.module == 'deadly':\n        {death}\n    {EVERY_LOAD}"
    write_rule(tmp_path / "rules", check)
    outcome = scan("--rules", str(tmp_path / "rules"), "--jobs", "2", "--select", "fly", folder=project)
    assert outcome.notifications == [("worker-died", "error", "deadly.py")]
    assert outcome.found == ["other.py:2", "unsafe.py:6"]
    assert outcome.code == 3


def test_a_rule_without_end_is_stopped(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from analyzer.config import Config
    from analyzer.engine import schedule
    from analyzer.pipeline import Request
    from analyzer.pipeline import scan as scan_here

    monkeypatch.setattr(schedule, "EXAMINE_SECONDS", 1.0)
    (project / "endless.py").write_text(LOAD)
    write_rule(tmp_path / "rules", f"while ctx.module == 'endless':\n        pass\n    {EVERY_LOAD}")
    request = Request(paths=["."], root=project, rule_dirs=[tmp_path / "rules"])
    run = scan_here(Config(jobs=2, select=("fly",)), request)
    assert [(each.kind, each.path) for each in run.notifications] == [("budget-exhausted", "endless.py")]
    assert [str(each.finding.at) for each in run.results] == ["unsafe.py:6:12"]


def test_an_interrupt_ends_all_processes_at_once(project: Path, tmp_path: Path) -> None:
    began = tmp_path / "began"
    write_rule(
        tmp_path / "rules", f"import pathlib, time\n    pathlib.Path({str(began)!r}).touch()\n    time.sleep(60)"
    )
    (project / "other.py").write_text(LOAD)
    command = [
        sys.executable,
        "-m",
        "analyzer",
        "scan",
        "--rules",
        str(tmp_path / "rules"),
        "--jobs",
        "2",
        "--no-cache",
    ]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, cwd=project, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as process:
        while not began.exists():
            assert process.poll() is None
            time.sleep(0.05)
        os.killpg(process.pid, signal.SIGINT)  # as a terminal does: the workers get it, too
        out, err = process.communicate(timeout=20)
    assert (process.returncode, out) == (130, b"")
    assert err.decode().strip() == "mlvet: interrupted; no report was written"
    with pytest.raises(ProcessLookupError):
        os.killpg(process.pid, 0)


def test_a_reader_that_goes_away(project: Path) -> None:
    command = f"{sys.executable} -m analyzer scan --format json --no-cache; echo $? >&2"
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        ["bash", "-c", f"({command}) | true"], cwd=project, env=environment, capture_output=True, text=True, check=False
    )
    assert "the reading program has closed the pipe" in done.stderr
    assert done.stderr.strip().endswith("3")
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs /dev/full")
def test_a_full_disk(project: Path) -> None:
    outcome = mlvet("scan", "--format", "json:/dev/full", folder=project)
    assert outcome.code == 3
    assert "cannot write the report to `/dev/full`" in outcome.err
    assert "Traceback" not in outcome.err


def test_errors_are_told_when_the_report_goes_to_a_file(project: Path) -> None:
    outcome = mlvet("scan", "none.py", "--format", "sarif:out.sarif", folder=project)
    assert (outcome.code, outcome.out) == (3, b"")
    assert outcome.err == "mlvet: `none.py` does not exist\n"
    assert mlvet("scan", "none.py", "--format", "sarif:out.sarif", "--quiet", folder=project).err == ""
