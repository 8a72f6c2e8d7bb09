"""Which files say what versions of its dependencies the scanned tree uses?"""

import fnmatch
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from analyzer.project.version_files import LARGEST_FILE, VERSION_FILES

# The patterns name a file, or a file in a folder of a fixed name.
_NAMES = tuple(pattern for pattern in VERSION_FILES if "/" not in pattern)
_FOLDERS = {pattern.partition("/")[0] for pattern in VERSION_FILES if "/" in pattern}


def dependency_files(root: Path, paths: Iterable[str]) -> dict[str, bytes]:
    """The dependency files in the folders of `paths` and in those above them, by path relative to `root`.

    Only regular files are read, and of a too large one only as much as shows that it is.

    Args:
        root: the folder that paths are relative to; nothing above it is looked at.
        paths: relative POSIX paths of the scanned files.
    """
    found: dict[str, bytes] = {}
    for folder in _folders(paths):
        for name, inner in _entries(root, folder):
            path = f"{folder}/{name}" if folder else name
            if inner and name in _FOLDERS:
                for below, is_folder in _entries(root, path):
                    if not is_folder and _is_dependency_file(f"{name}/{below}"):
                        _read_into(found, root, f"{path}/{below}")
            elif not inner and _is_dependency_file(name):
                _read_into(found, root, path)
    return dict(sorted(found.items()))


def _folders(paths: Iterable[str]) -> list[str]:
    """Every folder of the paths and above, down to the root (""); folders outside the root are left out."""
    found = {""}
    for path in paths:
        folder = path.rpartition("/")[0]
        while folder and folder not in found and not folder.startswith(("..", "/")):
            found.add(folder)
            folder = folder.rpartition("/")[0]
    return sorted(found)


def _entries(root: Path, folder: str) -> Iterator[tuple[str, bool]]:
    """Names in a folder and whether each is a folder; links and other special files are left out."""
    try:
        with os.scandir(root / folder if folder else root) as items:
            listed = [
                (item.name, item.is_dir(follow_symlinks=False), item.is_file(follow_symlinks=False)) for item in items
            ]
    except OSError:
        return  # the search for Python files has told of it
    for name, is_folder, is_file in sorted(listed):
        if is_folder or is_file:
            yield name, is_folder


def _is_dependency_file(name: str) -> bool:
    return any(fnmatch.fnmatchcase(name, pattern) for pattern in VERSION_FILES)


def _read_into(found: dict[str, bytes], root: Path, path: str) -> None:
    try:
        with open(root / path, "rb") as stream:
            found[path] = stream.read(LARGEST_FILE + 1)
    except OSError:
        return  # a version that is not known is a doubt already
