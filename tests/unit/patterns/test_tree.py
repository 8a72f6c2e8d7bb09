"""Does semgrep see copies only, under names that it understands and that lead nowhere else?"""

from pathlib import Path

import pytest

from analyzer.patterns.tree import plant, read_all
from analyzer.source.discover import Candidate
from analyzer.source.file import FileKind, SourceFile


def sources(*paths: str, kind: FileKind = FileKind.ARTEFACT, content: bytes = b"a: 1\r\n") -> tuple[SourceFile, ...]:
    candidates = [Candidate(path=path, absolute=path, kind=kind, content=content) for path in paths]
    return read_all(candidates, None).sources


@pytest.mark.parametrize(
    ("path", "planted"),
    [
        ("deploy/pod.yaml", "deploy/pod.yaml"),
        ("Dockerfile", "Dockerfile"),
        ("docker/Dockerfile.gpu", "docker/Dockerfile.gpu.dockerfile"),
        ("../outside/run.sh", "outside/run.sh"),
        ("/etc/run.sh", "etc/run.sh"),
        ("a/./../../run.sh", "a/run.sh"),
    ],
)
def test_names(tmp_path: Path, path: str, planted: str) -> None:
    (source,) = sources(path)
    assert plant([source], tmp_path) == {planted: source}
    assert (tmp_path / planted).read_bytes() == b"a: 1\n"


def test_python_is_python_by_its_name(tmp_path: Path) -> None:
    found = plant(sources("train", "app.pyw", "m.py", kind=FileKind.MODULE, content=b"x = 1\n"), tmp_path)
    assert sorted(found) == ["app.pyw.py", "m.py", "train.py"]


def test_files_that_speak_to_semgrep_are_left_out(tmp_path: Path) -> None:
    assert plant(sources("a/.semgrepignore", ".gitignore"), tmp_path) == {}
    assert (tmp_path / ".semgrepignore").read_bytes() == b""
    assert not (tmp_path / "a").exists()


def test_names_that_cannot_be_are_replaced(tmp_path: Path) -> None:
    long = "/".join(["d" * 200] * 30) + "/run.sh"
    found = plant(sources("a", "a/run.sh", long), tmp_path)
    assert sorted(found) == ["1-planted/run.sh", "2-planted/run.sh", "a"]


def test_what_cannot_be_read_is_a_part_that_was_not_searched(tmp_path: Path) -> None:
    gone = Candidate(path="gone.sh", absolute=str(tmp_path / "gone.sh"), kind=FileKind.ARTEFACT)
    binary = Candidate(path="b.sh", absolute="b.sh", kind=FileKind.ARTEFACT, content=b"\0")
    latin = Candidate(path="l.sh", absolute="l.sh", kind=FileKind.ARTEFACT, content=b"# coding: x\n\xe4\n")
    readings = read_all([gone, binary, latin], None)
    assert [(note.path, note.level) for note in readings.notifications] == [("gone.sh", "warning")]
    assert [source.text for source in readings.sources] == ["# coding: x\n\ufffd\n".encode()]
