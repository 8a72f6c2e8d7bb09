"""Are the files found that a user means, and is said of the others why not?"""

import io
import os
import subprocess
from pathlib import Path

import pytest

from analyzer.model.level import Level
from analyzer.model.result import NotificationKind
from analyzer.source.discover import Discovery, discover
from analyzer.source.file import FileKind


def write(root: Path, *names: str, text: str = "x = 1\n") -> None:
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)


def names(found: Discovery) -> list[str]:
    return [candidate.path for candidate in found.files]


def kinds(found: Discovery) -> list[tuple[NotificationKind, str, Level]]:
    return [(item.kind, item.path, item.level) for item in found.notifications]


def repository(root: Path) -> None:
    subprocess.run(["git", "init", "-q", str(root)], check=True)


def run_git(root: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=n", "-c", "user.email=e@example.org", "-c", "protocol.file.allow=always"]
    subprocess.run(["git", "-C", str(root), *identity, *arguments], check=True, capture_output=True)


@pytest.fixture(params=["plain", "git"])
def tree(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    if request.param == "git":
        repository(tmp_path)
    return tmp_path


def test_python_files_and_notebooks_are_found_sorted_with_relative_posix_paths(tree: Path) -> None:
    write(tree, "b.py", "a/z.pyw", "a/n.ipynb", "a/data.csv", "stub.pyi", "README")
    found = discover(["."], root=tree)
    assert names(found) == ["a/n.ipynb", "a/z.pyw", "b.py"]
    assert [candidate.kind for candidate in found.files] == [FileKind.NOTEBOOK, FileKind.MODULE, FileKind.MODULE]
    assert Path(found.files[1].absolute).read_text() == "x = 1\n"
    assert found.notifications == ()


def test_scripts_without_extension_are_found_by_their_first_line(tree: Path) -> None:
    write(tree, "bin/train", text="#!/usr/bin/env python3\n")
    write(tree, "bin/run", text="#!/bin/sh\n# python\n")
    assert names(discover(["."], root=tree)) == ["bin/train"]


def test_ignore_files_are_obeyed_unless_a_file_is_named(tree: Path) -> None:
    write(tree, "kept.py", "out/gone.py", "sub/gen_a.py", "sub/gen_b.py")
    write(tree, ".gitignore", text="out/\ngen_*.py\n")
    write(tree, "sub/.gitignore", text="!gen_b.py\n")
    assert names(discover(["."], root=tree)) == ["kept.py", "sub/gen_b.py"]
    assert names(discover(["sub/gen_a.py", "out/gone.py"], root=tree)) == ["out/gone.py", "sub/gen_a.py"]


def test_an_ignored_folder_that_is_named_is_scanned(tree: Path) -> None:
    write(tree, "out/a.py")
    write(tree, ".gitignore", text="out/\n")
    assert names(discover(["out"], root=tree)) == ["out/a.py"]


def test_dot_ignore_is_obeyed_outside_git_and_a_malformed_pattern_is_skipped(tmp_path: Path) -> None:
    write(tmp_path, "a.py", "b.py")
    write(tmp_path, ".ignore", text="!\nb.py\n")
    assert names(discover(["."], root=tmp_path)) == ["a.py"]


def test_other_peoples_code_is_left_out_unless_named(tree: Path) -> None:
    write(tree, "a.py", "node_modules/m.py", "venv/v.py", "lib/site-packages/p.py", "nb/.ipynb_checkpoints/n.ipynb")
    write(tree, "myenv/pyvenv.cfg", "myenv/lib/m.py")
    assert names(discover(["."], root=tree)) == ["a.py"]
    assert names(discover(["lib/site-packages"], root=tree)) == ["lib/site-packages/p.py"]


def test_excluded_globs_thin_out_folders_only_and_are_relative_to_the_root(tree: Path) -> None:
    write(tree, "a.py", "tests/t.py", "pkg/tests/t.py", "pkg/m.py")
    assert names(discover(["."], root=tree, exclude=["/tests/"])) == ["a.py", "pkg/m.py", "pkg/tests/t.py"]
    assert names(discover(["pkg"], root=tree, exclude=["pkg/tests"])) == ["pkg/m.py"]
    assert names(discover(["tests/t.py"], root=tree, exclude=["tests"])) == ["tests/t.py"]


def test_git_knows_tracked_and_untracked_but_not_deleted_files(tmp_path: Path) -> None:
    repository(tmp_path)
    write(tmp_path, "tracked.py", "deleted.py", "forced.py", "new ü.py")
    write(tmp_path, ".gitignore", text="forced.py\n")
    run_git(tmp_path, "add", "tracked.py", "deleted.py")
    run_git(tmp_path, "add", "-f", "forced.py")
    (tmp_path / "deleted.py").unlink()
    found = discover(["."], root=tmp_path)
    assert names(found) == ["forced.py", "new ü.py", "tracked.py"]
    assert found.notifications == ()


def test_repositories_inside_a_repository_are_searched(tmp_path: Path) -> None:
    inner = tmp_path / "elsewhere"
    inner.mkdir()
    repository(inner)
    write(inner, "s.py")
    run_git(inner, "add", ".")
    run_git(inner, "commit", "-q", "-m", "m")
    outer = tmp_path / "outer"
    outer.mkdir()
    repository(outer)
    run_git(outer, "submodule", "add", "-q", str(inner), "sub.module")
    write(outer, "clone/c.py")
    repository(outer / "clone")
    run_git(outer / "clone", "add", ".")
    run_git(outer / "clone", "commit", "-q", "-m", "m")
    assert names(discover(["."], root=outer)) == ["clone/c.py", "sub.module/s.py"]


def test_configuration_of_the_repository_runs_nothing(tmp_path: Path) -> None:
    repository(tmp_path)
    write(tmp_path, "a.py")
    mark = tmp_path / "ran"
    program = tmp_path / "program.sh"
    program.write_text(f"#!/bin/sh\ntouch {mark}\n")
    program.chmod(0o755)
    (tmp_path / "hooks").mkdir()
    (tmp_path / "hooks" / "post-index-change").write_text(program.read_text())
    (tmp_path / "hooks" / "post-index-change").chmod(0o755)
    run_git(tmp_path, "config", "core.fsmonitor", str(program))
    run_git(tmp_path, "config", "core.hooksPath", str(tmp_path / "hooks"))
    # The trap works: plain git falls into it.
    run_git(tmp_path, "status")
    assert mark.exists()
    mark.unlink()
    assert names(discover(["."], root=tmp_path)) == ["a.py"]
    assert not mark.exists()


def test_a_repository_git_refuses_is_searched_without_it_and_that_is_said(tmp_path: Path) -> None:
    write(tmp_path, "a.py", "b.py")
    write(tmp_path, ".gitignore", text="b.py\n")
    (tmp_path / ".git").mkdir()  # No repository.
    found = discover(["."], root=tmp_path)
    assert names(found) == ["a.py"]
    assert kinds(found) == [(NotificationKind.GIT_FAILED, ".", Level.NOTE)]


def test_the_environment_of_a_hook_does_not_mislead_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    repository(tmp_path)
    write(tmp_path, "a.py")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "nowhere"))
    monkeypatch.setenv("GIT_INDEX_FILE", str(tmp_path / "none"))
    found = discover(["."], root=tmp_path)
    assert (names(found), found.notifications) == (["a.py"], ())


def test_missing_paths_are_errors_that_name_path_and_reason(tree: Path) -> None:
    write(tree, "a.py")
    found = discover(["gone.py", "a.py", "a.py/b.py"], root=tree)
    assert names(found) == ["a.py"]
    assert [item.message for item in found.notifications] == [
        "`a.py/b.py` does not exist",
        "`gone.py` does not exist",
    ]
    assert {item.level for item in found.notifications} == {Level.ERROR}


def test_nothing_to_scan_is_said(tree: Path) -> None:
    write(tree, "a.txt")
    assert kinds(discover(["."], root=tree)) == [(NotificationKind.NOTHING_TO_SCAN, ".", Level.WARNING)]


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_folder_that_cannot_be_listed_is_an_error(tree: Path) -> None:
    write(tree, "a.py", "closed/b.py")
    (tree / "closed").chmod(0)
    found = discover(["."], root=tree)
    (tree / "closed").chmod(0o755)
    assert names(found) == ["a.py"]
    assert (NotificationKind.UNREADABLE, "closed", Level.ERROR) in kinds(found)


def test_a_folder_the_system_refuses_is_an_error_and_the_rest_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, "a.py", "closed/b.py")
    scandir = os.scandir

    def refusing(path: str) -> object:
        if os.fspath(path).endswith("closed"):
            raise PermissionError(13, "Permission denied")
        return scandir(path)

    monkeypatch.setattr("os.scandir", refusing)
    found = discover(["."], root=tmp_path)
    assert names(found) == ["a.py"]
    assert [item.message for item in found.notifications] == ["`closed` cannot be read: permission denied"]


def test_symbolic_links_are_followed_once_and_never_in_circles(tree: Path) -> None:
    write(tree, "pkg/a.py", "shared/b.py")
    (tree / "pkg" / "again.py").symlink_to("a.py")
    (tree / "pkg" / "up").symlink_to("..")
    (tree / "pkg" / "shared").symlink_to("../shared")
    (tree / "pkg" / "self.py").symlink_to("self.py")
    found = discover(["pkg"], root=tree)
    assert names(found) == ["pkg/a.py", "pkg/shared/b.py"]
    assert kinds(found) == [
        (NotificationKind.SYMLINK_LOOP, "pkg/self.py", Level.WARNING),
        (NotificationKind.SYMLINK_LOOP, "pkg/up", Level.WARNING),
    ]
    assert names(discover(["."], root=tree)) == ["pkg/a.py", "shared/b.py"]
    assert names(discover(["pkg/again.py"], root=tree)) == ["pkg/again.py"]


def test_links_out_of_the_tree_are_not_followed_and_that_is_said(tmp_path: Path) -> None:
    root = tmp_path / "root"
    write(tmp_path, "secret.py", "root/a.py", "data/d.py")
    (root / "out.py").symlink_to("../secret.py")
    (root / "data").symlink_to("../data")
    (root / "picture.png").symlink_to("../secret.py")
    found = discover(["."], root=root)
    assert names(found) == ["a.py"]
    assert kinds(found) == [
        (NotificationKind.UNREADABLE, "data", Level.NOTE),
        (NotificationKind.UNREADABLE, "out.py", Level.NOTE),
    ]


def test_special_files_are_not_opened(tree: Path) -> None:
    write(tree, "a.py")
    os.mkfifo(tree / "pipe.py")
    os.mkfifo(tree / "pipe")
    found = discover(["a.py", "pipe.py"], root=tree)
    assert names(found) == ["a.py"]
    assert kinds(found) == [(NotificationKind.UNREADABLE, "pipe.py", Level.ERROR)]


def test_a_file_named_twice_is_scanned_once(tree: Path) -> None:
    write(tree, "pkg/a.py")
    assert names(discover(["pkg", "pkg/a.py", "./pkg/../pkg/a.py", tree / "pkg"], root=tree)) == ["pkg/a.py"]


def test_a_root_reached_through_a_link_still_gives_relative_paths(tmp_path: Path) -> None:
    write(tmp_path, "real/a.py")
    (tmp_path / "link").symlink_to("real")
    assert names(discover([tmp_path / "link" / "a.py"], root=tmp_path / "real")) == ["a.py"]
    assert names(discover([tmp_path / "real"], root=tmp_path / "link")) == ["a.py"]


def test_files_above_the_root_get_a_path_upwards(tmp_path: Path) -> None:
    write(tmp_path, "other/a.py", "root/b.py")
    assert names(discover(["../other"], root=tmp_path / "root")) == ["../other/a.py"]


def test_standard_input_has_the_name_and_kind_it_is_given(tmp_path: Path) -> None:
    found = discover(["-"], root=tmp_path, stdin=io.BytesIO(b"{}"), stdin_filename="src/n.ipynb")
    (candidate,) = found.files
    assert (candidate.path, candidate.kind, candidate.content) == ("src/n.ipynb", FileKind.NOTEBOOK, b"{}")
    (unnamed,) = discover(["-"], root=tmp_path, stdin=io.BytesIO(b"x = 1"), max_bytes=2).files
    assert (unnamed.path, unnamed.content) == ("<stdin>", b"x =")


def test_a_name_that_is_no_unicode_can_be_written_in_a_report(tree: Path) -> None:
    raw = os.path.join(os.fsencode(tree), b"na\xefve.py")
    try:
        with open(raw, "wb"):
            pass
    except OSError:
        pytest.skip("this file system holds Unicode names only")
    (candidate,) = discover(["."], root=tree).files
    assert candidate.path.encode() == "na\ufffdve.py".encode()
    assert os.fsencode(candidate.absolute) == raw


def test_wanted_artefacts_are_found_beside_python(tmp_path: Path) -> None:
    for name in ("a.py", "Dockerfile", "run.sh", "notes.txt", "sub/Dockerfile"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x = 1\n")
    found = discover(["."], root=tmp_path, exclude=["sub/"], wanted=lambda name: name in ("Dockerfile", "run.sh"))
    assert [file.path for file in found.files] == ["a.py"]
    assert [(file.path, file.kind) for file in found.artefacts] == [
        ("Dockerfile", FileKind.ARTEFACT),
        ("run.sh", FileKind.ARTEFACT),
    ]


def test_a_named_file_is_an_artefact_if_it_is_wanted_as_one(tmp_path: Path) -> None:
    for name in ("Dockerfile", "script"):
        (tmp_path / name).write_text("x = 1\n")
    found = discover(["Dockerfile", "script"], root=tmp_path, wanted=lambda name: name == "Dockerfile")
    assert [file.path for file in found.files] == ["script"]
    assert [file.path for file in found.artefacts] == ["Dockerfile"]


def test_artefacts_alone_are_something_to_scan(tmp_path: Path) -> None:
    (tmp_path / "Dockerfile").write_text("FROM a\n")
    assert not discover(["."], root=tmp_path, wanted=lambda _name: True).notifications
