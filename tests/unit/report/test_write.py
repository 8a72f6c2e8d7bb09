"""Does a report get out whole, or fail with words?"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from analyzer.report.write import ReportError, write

ROOT = Path(__file__).parents[3]


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    target = tmp_path / "out.sarif"
    target.write_bytes(b"old and longer")
    write(b"new", target)
    assert target.read_bytes() == b"new"
    assert os.listdir(tmp_path) == ["out.sarif"]


def test_a_failure_leaves_the_old_report_and_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "out.sarif"
    target.write_bytes(b"old")

    def full(source: object, destination: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "replace", full)
    with pytest.raises(ReportError, match=r"cannot write the report to `.*out\.sarif`: No space left on device"):
        write(b"new", target)
    assert target.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["out.sarif"]


def test_a_symbolic_link_stays_one(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(b"old")
    link = tmp_path / "link"
    link.symlink_to("real")
    write(b"new", link)
    assert link.is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


def test_a_device_is_written_to_and_not_replaced() -> None:
    write(b"gone", Path(os.devnull))
    assert not Path(os.devnull).is_file()


@pytest.mark.parametrize("name", ["", "no/such/folder/out"])
def test_bad_targets_have_a_reason(tmp_path: Path, name: str) -> None:
    with pytest.raises(ReportError, match=r"cannot write the report to `.*`: (it is a directory|No such file)"):
        write(b"x", tmp_path / name)


def test_standard_output(capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    subprocess.run([sys.executable, "-c", _PROGRAM], cwd=ROOT, check=True)
    assert capfdbinary.readouterr().out == "größe\n".encode()


_PROGRAM = """
import sys
from analyzer.report.write import ReportError, write
try:
    write("größe\\n".encode(), None)
except ReportError as error:
    print(error, file=sys.stderr)
    sys.exit(7)
"""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full")
def test_a_full_disk_behind_standard_output_is_reported_once() -> None:
    with open("/dev/full", "wb") as full:
        done = subprocess.run(
            [sys.executable, "-c", _PROGRAM], cwd=ROOT, stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert done.returncode == 7
    assert done.stderr.decode() == "cannot write the report to standard output: No space left on device\n"


def test_a_closed_pipe_is_reported_once() -> None:
    reader, writer = os.pipe()
    os.close(reader)
    done = subprocess.run(
        [sys.executable, "-c", _PROGRAM], cwd=ROOT, stdout=writer, stderr=subprocess.PIPE, check=False
    )
    os.close(writer)
    assert done.returncode == 7
    assert done.stderr.decode().endswith("standard output: the reading program has closed the pipe\n")
    assert done.stderr.count(b"\n") == 1
