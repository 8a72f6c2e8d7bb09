"""Are exactly the new and altered lines told, whatever a repository does to hide them?"""

import subprocess
from pathlib import Path

import pytest

from analyzer.model.location import Location
from analyzer.source.changes import changed_lines
from analyzer.source.git import GitError


def run_git(root: Path, *arguments: str) -> None:
    identity = ["-c", "user.name=n", "-c", "user.email=e@example.org"]
    subprocess.run(["git", "-C", str(root), *identity, *arguments], check=True, capture_output=True)


def commit(root: Path) -> None:
    run_git(root, "add", "-A")
    run_git(root, "commit", "-q", "--allow-empty", "-m", "m")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    subprocess.run(["git", "init", "-q", "-b", "main", str(tmp_path)], check=True)
    (tmp_path / "a.py").write_text("".join(f"line{number}\n" for number in range(1, 11)))
    (tmp_path / "gone.py").write_text("x = 1\n")
    commit(tmp_path)
    return tmp_path


def edit(path: Path, **lines: str) -> None:
    """Replace the lines whose numbers are given as `l3="text"`; an empty text deletes the line."""
    old = path.read_text().splitlines()
    new = [lines.get(f"l{number}", line) for number, line in enumerate(old, 1)]
    path.write_text("".join(line + "\n" for line in new if line))


def at(path: str, line: int, end_line: int = 0) -> Location:
    return Location(path=path, line=line, column=1, end_line=end_line or line, end_column=2)


def test_altered_and_added_lines_are_covered_and_no_others(root: Path) -> None:
    edit(root / "a.py", l2="new2", l5="new5\nadded6", l10="new\nlast")
    changes = changed_lines("HEAD", root)
    assert changes.lines == {"a.py": ((2, 2), (5, 6), (11, 12))}
    assert [line for line in range(1, 13) if changes.covers(at("a.py", line))] == [2, 5, 6, 11, 12]
    assert changes.covers(at("a.py", 1, 3))
    assert not changes.covers(at("a.py", 3, 4))
    assert not changes.covers(at("other.py", 2))


def test_deleted_lines_and_files_leave_nothing(root: Path) -> None:
    edit(root / "a.py", l3="")
    (root / "gone.py").unlink()
    assert changed_lines("HEAD", root).lines == {}


def test_staged_committed_and_unstaged_changes_count_alike(root: Path) -> None:
    run_git(root, "switch", "-q", "-c", "topic")
    edit(root / "a.py", l1="committed")
    commit(root)
    edit(root / "a.py", l3="staged")
    run_git(root, "add", "a.py")
    edit(root / "a.py", l5="unstaged")
    assert changed_lines("main", root).lines == {"a.py": ((1, 1), (3, 3), (5, 5))}


def test_what_changed_on_the_base_meanwhile_does_not_count(root: Path) -> None:
    run_git(root, "switch", "-q", "-c", "topic")
    edit(root / "a.py", l1="topic")
    commit(root)
    run_git(root, "switch", "-q", "main")
    edit(root / "a.py", l9="main")
    commit(root)
    run_git(root, "switch", "-q", "topic")
    assert changed_lines("main", root).lines == {"a.py": ((1, 1),)}


def test_untracked_files_count_whole_and_ignored_ones_not(root: Path) -> None:
    (root / "new.py").write_text("x\n")
    (root / "ignored.py").write_text("x\n")
    (root / ".gitignore").write_text("ignored.py\n")
    changes = changed_lines("HEAD", root)
    assert changes.whole == {"new.py", ".gitignore"}
    assert changes.covers(at("new.py", 77))
    assert not changes.covers(at("ignored.py", 1))


def test_a_renamed_file_has_only_its_altered_lines(root: Path) -> None:
    run_git(root, "mv", "a.py", "b.py")
    edit(root / "b.py", l4="new4")
    assert changed_lines("HEAD", root).lines == {"b.py": ((4, 4),)}


@pytest.mark.parametrize(
    "name", ["sp ace.py", "ü.py", 'quo"te.py', "tab\t.py", "back\\slash.py", "b/b/c.py", "new\nline.py"]
)
def test_names_of_any_kind_are_understood(root: Path, name: str) -> None:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("one\ntwo\n")
    commit(root)
    edit(path, l2="TWO")
    assert changed_lines("HEAD", root).lines == {name: ((2, 2),)}


def test_text_that_looks_like_a_patch_is_not_parsed(root: Path) -> None:
    edit(root / "a.py", l2="++ b/evil.py\n@@ -1 +1,99 @@\n-- a/x", l9="end")
    (root / "a.py").write_text((root / "a.py").read_text().rstrip("\n"))
    assert changed_lines("HEAD", root).lines == {"a.py": ((2, 4), (11, 12))}


def test_paths_are_relative_to_the_root_of_the_scan(root: Path) -> None:
    (root / "pkg").mkdir()
    (root / "pkg" / "m.py").write_text("x\n")
    commit(root)
    edit(root / "pkg" / "m.py", l1="y")
    edit(root / "a.py", l1="y")
    (root / "new.py").write_text("x\n")
    changes = changed_lines("HEAD", root / "pkg")
    assert changes.lines == {"m.py": ((1, 1),), "../a.py": ((1, 1),)}
    assert changes.whole == {"../new.py"}


def test_attributes_and_configuration_hide_nothing_and_run_nothing(root: Path) -> None:
    mark = root / "ran"
    program = root / "program.sh"
    program.write_text(f"#!/bin/sh\ntouch {mark}\ncat\n")
    program.chmod(0o755)
    (root / ".gitattributes").write_text("*.py -diff filter=evil.x=y diff=evil\n")
    (root / ".gitignore").write_text("ran\n")
    commit(root)
    for name in ("filter.evil.x=y.clean", "diff.external", "diff.evil.textconv", "diff.evil.command"):
        run_git(root, "config", name, str(program))
    run_git(root, "config", "diff.noprefix", "true")
    run_git(root, "config", "diff.context", "5")
    run_git(root, "config", "color.diff", "always")
    edit(root / "a.py", l2="new2")
    # The trap works: plain git falls into it.
    run_git(root, "diff", "HEAD")
    assert mark.exists()
    mark.unlink()
    assert changed_lines("HEAD", root).lines == {"a.py": ((2, 2),)}
    assert not mark.exists()


@pytest.mark.parametrize("base", ["nowhere", "--output=x", ""])
def test_a_bad_revision_is_refused_by_name(root: Path, base: str) -> None:
    with pytest.raises(GitError, match="there is no revision"):
        changed_lines(base, root)
    assert not (root / "x").exists()


def test_no_common_history_is_refused(root: Path) -> None:
    run_git(root, "switch", "-q", "--orphan", "other")
    commit(root)
    with pytest.raises(GitError, match="no common history"):
        changed_lines("main", root)


def test_a_folder_outside_git_is_refused(tmp_path: Path) -> None:
    with pytest.raises(GitError, match="not a git repository"):
        changed_lines("HEAD", tmp_path)


def test_a_missing_git_is_said(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "/nowhere")
    with pytest.raises(GitError, match="git is not installed"):
        changed_lines("HEAD", root)


def test_an_object_that_is_no_commit_is_refused(root: Path) -> None:
    with pytest.raises(GitError, match="expected commit type"):
        changed_lines("HEAD^{tree}", root)
