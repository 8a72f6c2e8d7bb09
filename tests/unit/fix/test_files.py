"""Is a file replaced whole, with its permissions, and never where that could surprise somebody?"""

import errno
import os
import stat
from pathlib import Path
from typing import NoReturn

import pytest

from analyzer.fix import files
from analyzer.fix.content import NotFixed


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "a.py"
    path.write_bytes(b"old\r\n")
    path.chmod(0o754)
    return path


def _only(path: Path) -> list[str]:
    return [each.name for each in path.parent.iterdir()]


def test_the_new_content_has_the_old_permissions(file: Path) -> None:
    files.replace(str(file), b"old\r\n", b"new\r\n")
    assert file.read_bytes() == b"new\r\n"
    assert stat.S_IMODE(file.stat().st_mode) == 0o754
    assert _only(file) == ["a.py"]


def test_a_file_that_has_changed_is_left_alone(file: Path) -> None:
    file.write_bytes(b"old\r\nand more")
    with pytest.raises(NotFixed, match="has changed since it was scanned"):
        files.replace(str(file), b"old\r\n", b"new")
    assert file.read_bytes() == b"old\r\nand more"


def test_a_symbolic_link_stays_one(file: Path) -> None:
    link = file.with_name("link.py")
    link.symlink_to(file)
    with pytest.raises(NotFixed, match="is a symbolic link"):
        files.replace(str(link), b"old\r\n", b"new")
    assert link.is_symlink() and file.read_bytes() == b"old\r\n"


def test_a_read_only_file_stays_as_it_is(file: Path) -> None:
    file.chmod(0o444)
    with pytest.raises(NotFixed, match="is read-only"):
        files.replace(str(file), b"old\r\n", b"new")
    assert file.read_bytes() == b"old\r\n"


def test_something_that_is_no_file_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.py")
    for path in (tmp_path / "pipe.py", tmp_path):
        with pytest.raises(NotFixed, match="is not a regular file"):
            files.replace(str(path), b"", b"new")


def test_a_file_that_is_gone_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotFixed, match="cannot be written: no such file"):
        files.replace(str(tmp_path / "none.py"), b"", b"new")


@pytest.mark.parametrize("step", ["fsync", "chmod", "replace"])
def test_a_full_disk_leaves_the_old_file_and_nothing_else(
    file: Path, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> NoReturn:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(f"analyzer.fix.files.os.{step}", full)
    with pytest.raises(NotFixed, match="cannot be written: no space left on device"):
        files.replace(str(file), b"old\r\n", b"new")
    monkeypatch.undo()
    assert file.read_bytes() == b"old\r\n"
    assert _only(file) == ["a.py"]


def test_an_interrupt_leaves_the_old_file_and_nothing_else(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> NoReturn:
        raise KeyboardInterrupt

    monkeypatch.setattr("analyzer.fix.files.os.replace", interrupted)
    with pytest.raises(KeyboardInterrupt):
        files.replace(str(file), b"old\r\n", b"new")
    assert _only(file) == ["a.py"]
