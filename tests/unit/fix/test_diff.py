"""Is a diff what `patch` and `git apply` take, in the bytes of the file?"""

import subprocess
from pathlib import Path

import pytest

from analyzer.fix.diff import unified


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (b"a\nb\nc\n", b"a\nx\nc\n"),
        (b"a\nb", b"a\nx"),
        (b"a\nb", b"a\nb\n"),
        (b"a\r\nb\r\n", b"a\r\nx\r\n"),
        ("ü\n".encode("latin-1"), "ä\n".encode("latin-1")),
        (b"a\x0cb\x85\nc\n", b"a\x0cb\x85\nd\n"),
    ],
)
def test_git_applies_it(before: bytes, after: bytes, tmp_path: Path) -> None:
    (tmp_path / "a b.py").write_bytes(before)
    diff = unified("a b.py", before, after)
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    subprocess.run(["git", "apply", "-p0", "--whitespace=nowarn"], cwd=tmp_path, input=diff, check=True)
    assert (tmp_path / "a b.py").read_bytes() == after


def test_nothing_is_no_diff() -> None:
    assert unified("a.py", b"a\n", b"a\n") == b""
