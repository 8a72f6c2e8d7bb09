"""Are the files found that say which versions the scanned tree uses, and no others read?"""

from pathlib import Path

from analyzer.engine.dependencies import dependency_files


def _write(root: Path, *paths: str) -> None:
    for path in paths:
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(path)


def test_folders_of_files_and_those_above_are_searched(tmp_path: Path) -> None:
    _write(tmp_path, "pyproject.toml", "a/requirements.txt", "a/b/uv.lock", "a/requirements/dev.txt")
    _write(tmp_path, "a/requirements/notes.md", "other/requirements.txt", "a/readme.txt")
    found = dependency_files(tmp_path, ["a/b/x.py", "y.py"])
    assert found == {
        path: path.encode()
        for path in ("a/b/uv.lock", "a/requirements.txt", "a/requirements/dev.txt", "pyproject.toml")
    }


def test_nothing_outside_of_the_root_and_no_links(tmp_path: Path) -> None:
    _write(tmp_path, "requirements.txt", "project/x.py", "secret")
    (tmp_path / "project" / "requirements.txt").symlink_to(tmp_path / "secret")
    assert dependency_files(tmp_path / "project", ["../y.py", "x.py", "/etc/z.py"]) == {}
    assert dependency_files(tmp_path / "none", ["x.py"]) == {}
