"""Which files lie below a folder, once ignore files have had their say?"""

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from analyzer.source.git import entries, git

if TYPE_CHECKING:
    from pathspec import GitIgnoreSpec

# Other people's code, caches and copies: never meant when a folder above them is asked for.
EXCLUDED_FOLDERS = frozenset(
    {
        ".bzr",
        ".direnv",
        ".eggs",
        ".git",
        ".hg",
        ".ipynb_checkpoints",
        ".mypy_cache",
        ".nox",
        ".pants.d",
        ".pyenv",
        ".pytest_cache",
        ".pytype",
        ".ruff_cache",
        ".svn",
        ".tox",
        ".venv",
        ".virtual_documents",
        "__pycache__",
        "__pypackages__",
        "_build",
        "buck-out",
        "dist-packages",
        "node_modules",
        "site-packages",
        "venv",
    }
)
_IGNORE_FILES = (".gitignore", ".ignore")
_ENVIRONMENT_MARK = "pyvenv.cfg"


@dataclass(frozen=True, slots=True)
class Listing:
    """What git knows of a folder: names of files, and of other repositories inside; relative, with `/`."""

    files: Sequence[str]
    repositories: Sequence[str]


def listed(folder: Path) -> Listing:
    """The files below `folder` that git tracks or would offer to add, default exclusions left out.

    Raises:
        GitError: git could not say.
    """
    # Of a folder that it cannot open, git only warns; the walk that takes over then says which one.
    output = git("ls-files", "--stage", "--others", "--exclude-standard", "-z", folder=folder, strict=True)
    files: dict[str, None] = {}
    repositories: dict[str, None] = {}
    for entry in entries(output):
        # Tracked: `mode object stage<TAB>name`; mode 160000 is a submodule. Untracked: the name; ends in `/` for a
        # repository inside.
        head, tab, name = entry.partition("\t")
        if not tab:
            (repositories if head.endswith("/") else files)[head.rstrip("/")] = None
        else:
            (repositories if head.startswith("160000 ") else files)[name] = None
    excluded = _Exclusion(environments={_parent(name) for name in files if _is_environment_mark(name)})
    # `core.worktree` of a hostile repository can make git look elsewhere.
    return Listing(
        files=[name for name in files if not name.startswith(("../", "/")) and not excluded(_parent(name))],
        repositories=[name for name in repositories if not name.startswith(("../", "/")) and not excluded(name)],
    )


def walked(folder: str, failed: Callable[[str, OSError], None]) -> Iterator[str]:
    """Names of the files and symbolic links below `folder`, relative, with `/`, in no particular order.

    `.gitignore` and `.ignore` files in and below `folder` are obeyed, the excluded folders and virtual environments
    left out, symbolic links never followed. `failed` is told of each folder that cannot be listed.
    """
    pending: list[tuple[str, _Ignore | None]] = [("", None)]
    while pending:
        prefix, ignore = pending.pop()
        here = os.path.join(folder, prefix[:-1]) if prefix else folder
        try:
            with os.scandir(here) as found:
                items = list(found)
        except OSError as error:
            failed(here, error)
            continue
        names = {item.name for item in items}
        if prefix and _ENVIRONMENT_MARK in names:
            continue
        if not names.isdisjoint(_IGNORE_FILES):
            ignore = _Ignore(folder=here, prefix=prefix, names=names, outer=ignore)
        for item in items:
            name = prefix + item.name
            is_folder = item.is_dir(follow_symlinks=False)
            if ignore is not None and ignore.covers(name + "/" if is_folder else name):
                continue
            if not is_folder:
                yield name
            elif item.name not in EXCLUDED_FOLDERS:
                pending.append((name + "/", ignore))


class _Ignore:
    """The ignore files of one folder and of the folders around it."""

    def __init__(self, *, folder: str, prefix: str, names: set[str], outer: "_Ignore | None") -> None:
        self._paths = [os.path.join(folder, name) for name in _IGNORE_FILES if name in names]
        self._prefix = len(prefix)
        self._outer = outer

    @cached_property
    def _spec(self) -> "GitIgnoreSpec":
        # Costs 0.05 s, which a run inside a git work tree never pays.
        from pathspec import GitIgnoreSpec

        lines: list[str] = []
        for path in self._paths:
            try:
                with open(path, encoding="utf-8", errors="replace") as stream:
                    lines += stream.read().splitlines()
            except OSError:
                continue  # An ignore file that cannot be read hides nothing: more is scanned, not less.
        return GitIgnoreSpec.from_lines(_valid(lines))

    def covers(self, name: str) -> bool:
        """Whether the innermost ignore file that says anything of `name` (folders end in `/`) ignores it."""
        level: _Ignore | None = self
        while level is not None:
            said: bool | None = level._spec.check_file(name[level._prefix :]).include
            if said is not None:
                return said
            level = level._outer
        return False


class _Exclusion:
    """Whether a folder, named relative to the one asked for, is left out by default."""

    def __init__(self, *, environments: set[str]) -> None:
        self._known = {"": False} | dict.fromkeys(environments - {""}, True)

    def __call__(self, folder: str) -> bool:
        # A loop, not recursion: folders can be nested more deeply than Python's stack.
        unknown = []
        while (answer := self._known.get(folder)) is None:
            unknown.append(folder)
            folder = _parent(folder)
        for inner in reversed(unknown):
            answer = answer or inner.rpartition("/")[2] in EXCLUDED_FOLDERS
            self._known[inner] = answer
        return answer


def _valid(lines: Sequence[str]) -> Iterator[str]:
    """The patterns that git would take: it skips a malformed one, where the library refuses the whole file."""
    from pathspec import GitIgnoreSpec

    for line in lines:
        try:
            GitIgnoreSpec.from_lines([line])
        except ValueError:
            continue
        yield line


def _parent(name: str) -> str:
    return name.rpartition("/")[0]


def _is_environment_mark(name: str) -> bool:
    return name == _ENVIRONMENT_MARK or name.endswith("/" + _ENVIRONMENT_MARK)
