"""Does semgrep see copies only, under names that it understands and that lead nowhere else?"""

from pathlib import Path

import pytest

from analyzer.patterns.tree import Tree
from analyzer.source.discover import Candidate
from analyzer.source.file import FileKind, SourceFile
from analyzer.source.read import read


def planted(folder: Path, *paths: str, kind: FileKind = FileKind.ARTEFACT, content: bytes = b"a: 1\r\n") -> Tree:
    tree = Tree(folder)
    for path in paths:
        candidate = Candidate(path=path, absolute=path, kind=kind, content=content)
        source = read(candidate)
        assert isinstance(source, SourceFile)
        tree.add(source, candidate)
    return tree


@pytest.mark.parametrize(
    ("path", "name"),
    [
        ("deploy/pod.yaml", "deploy/pod.yaml"),
        ("Dockerfile", "Dockerfile"),
        ("docker/Dockerfile.gpu", "docker/Dockerfile.gpu.dockerfile"),
        ("../outside/run.sh", "outside/run.sh"),
        ("/etc/run.sh", "etc/run.sh"),
        ("a/./../../run.sh", "a/run.sh"),
    ],
)
def test_names(tmp_path: Path, path: str, name: str) -> None:
    tree = planted(tmp_path, path)
    assert (tree.names, tree.paths) == ([name], [path])
    assert (tmp_path / name).read_bytes() == b"a: 1\n"
    for spelling in (name, f"./{name}"):
        source = tree.source(spelling)
        assert source is not None and source.path == path


def test_python_is_python_by_its_name(tmp_path: Path) -> None:
    tree = planted(tmp_path, "train", "app.pyw", "m.py", kind=FileKind.MODULE, content=b"x = 1\n")
    assert tree.names == ["train.py", "app.pyw.py", "m.py"]


def test_files_that_speak_to_semgrep_are_left_out(tmp_path: Path) -> None:
    assert planted(tmp_path, "a/.semgrepignore", ".gitignore").names == []
    assert (tmp_path / ".semgrepignore").read_bytes() == b""
    assert not (tmp_path / "a").exists()


def test_names_that_cannot_be_are_replaced(tmp_path: Path) -> None:
    long = "/".join(["d" * 200] * 30) + "/run.sh"
    assert planted(tmp_path, "a", "a/run.sh", long).names == ["a", "1-planted/run.sh", "2-planted/run.sh"]


def test_what_is_no_copy_has_no_source(tmp_path: Path) -> None:
    assert planted(tmp_path, "a").source("b") is None
