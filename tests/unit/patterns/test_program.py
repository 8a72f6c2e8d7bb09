"""Is semgrep found where it may be found, started without anybody's settings, and ended when it must be?"""

import json
import os
import sys
import time
from pathlib import Path

import pytest

from analyzer.patterns import program
from analyzer.patterns.program import Process, ProgramError, find, start
from tests.unit.patterns.fake import semgrep

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the stand-in is a script with a first line")


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """No semgrep lies beside the interpreter."""
    monkeypatch.setattr(sys, "executable", str(tmp_path / "interpreter" / "python"))


def started(tmp_path: Path, body: str, seconds: float = 30) -> Process:
    for name in ("bin", "tree", "home"):
        (tmp_path / name).mkdir()
    tool = semgrep_in(tmp_path / "bin", body)
    return start(tool, [], tree=tmp_path / "tree", home=tmp_path / "home", seconds=seconds, jobs=1)


def semgrep_in(folder: Path, body: str) -> Path:
    path = semgrep(folder, body)
    # The stand-in runs under the interpreter of the tests, not under the one that a test pretends.
    path.write_text(path.read_text().replace(sys.executable, os.path.realpath("/proc/self/exe")))
    return path


def test_it_is_found_on_the_path(tmp_path: Path) -> None:
    tool = semgrep(tmp_path, "")
    assert find({"PATH": f"/nowhere{os.pathsep}{tmp_path}"}) == tool
    assert find({"PATH": "/nowhere"}) is None
    assert find({}) is None


def test_it_is_found_beside_the_interpreter_first(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("interpreter", "other"):
        (tmp_path / name).mkdir()
        semgrep(tmp_path / name, "")
    assert find({"PATH": str(tmp_path / "other")}) == tmp_path / "interpreter" / "semgrep"


def test_the_scanned_folder_cannot_bring_its_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    semgrep(tmp_path, "")
    monkeypatch.chdir(tmp_path)
    assert find({"PATH": os.pathsep.join(["", ".", "bin/.."])}) is None


def test_what_cannot_be_executed_is_passed_over(tmp_path: Path) -> None:
    semgrep(tmp_path, "").chmod(0o644)
    assert find({"PATH": str(tmp_path)}) is None


def test_it_is_told_nothing_but_what_it_needs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("SEMGREP_APP_TOKEN", "SEMGREP_RULES", "PYTHONPATH", "HTTPS_PROXY", "API_KEY"):
        monkeypatch.setenv(name, "secret")
    said = json.loads(
        started(
            tmp_path, "print(json.dumps({'argv': sys.argv[1:], 'env': dict(os.environ), 'cwd': os.getcwd()}))"
        ).wait()
    )
    assert "secret" not in said["env"].values()
    assert said["env"]["HOME"] == str(tmp_path / "home")
    assert said["env"]["SEMGREP_ENABLE_VERSION_CHECK"] == "0"
    assert {"--metrics=off", "--disable-version-check", "--no-git-ignore"} <= set(said["argv"])
    assert said["cwd"] == os.path.realpath(tmp_path / "tree")


def test_one_that_takes_too_long_is_ended(tmp_path: Path) -> None:
    began = time.monotonic()
    # Its child would hold on to the answer; both have to go.
    process = started(tmp_path, "os.fork()\ntime.sleep(60)", seconds=0.5)
    with pytest.raises(ProgramError, match=r"took longer than 0\.5 seconds"):
        process.wait()
    assert time.monotonic() - began < 20
    assert process.popen.returncode is not None


def test_one_that_writes_too_much_is_ended(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(program, "MOST_BYTES", 2**20)
    process = started(tmp_path, "while True: print('x' * 65536)")
    with pytest.raises(ProgramError, match="larger than 1 MiB"):
        process.wait()


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ("sys.exit('no such option: --json')", "ended with exit code 1 without an answer: no such option: --json"),
        ("os.kill(os.getpid(), 9)", "was ended by SIGKILL without an answer"),
        ("", "ended with exit code 0 without an answer"),
    ],
)
def test_one_that_fails_says_why(tmp_path: Path, body: str, reason: str) -> None:
    with pytest.raises(ProgramError) as caught:
        started(tmp_path, body).wait()
    assert str(caught.value) == reason


def test_one_that_cannot_be_started_says_why(tmp_path: Path) -> None:
    (tmp_path / "tree").mkdir()
    (tmp_path / "home").mkdir()
    with pytest.raises(ProgramError, match="cannot be started"):
        start(tmp_path / "none", [], tree=tmp_path / "tree", home=tmp_path / "home", seconds=1, jobs=1)
