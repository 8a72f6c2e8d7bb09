"""Under which unique dotted name does the project know each file?"""

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

_ODD = re.compile(r"[^\w-]")


def module_names(paths: Iterable[str]) -> dict[str, str]:
    """Give every file a dotted name that no other file has.

    A package keeps the name Python would import it by (`src/pkg/sub/mod.py` is `pkg.sub.mod`); a script is named by
    its folder (`scripts.train`). Where two files would share a name, the shallower one keeps it, then `.py` before
    notebooks; the others are named by their whole path. The names do not decide what an import means: `Layout` does.

    Args:
        paths: relative POSIX paths of modules and notebooks.
    Returns:
        Path to name, in the order of `paths`.
    """
    wanted = list(dict.fromkeys(paths))
    folders = _PackageFolders(wanted)
    named: dict[str, str] = {}
    taken: set[str] = set()
    for path in sorted(wanted, key=_precedence):
        name = next(name for name in _candidates(path, folders) if name not in taken)
        taken.add(name)
        named[path] = name
    return {path: named[path] for path in wanted}


def dotted(parts: Iterable[str]) -> str:
    """Join path components to a dotted name; what could be mistaken for a dot or a quote becomes `_`."""
    return ".".join(_ODD.sub("_", part) for part in parts)


def is_package_file(path: str) -> bool:
    """Whether the file makes its folder a package."""
    return PurePosixPath(path).name == "__init__.py"


class _PackageFolders:
    """Which folders hold an `__init__.py`, and how their names begin."""

    def __init__(self, paths: Iterable[str]) -> None:
        self._inits = {PurePosixPath(path).parent.parts for path in paths if is_package_file(path)}

    def importable(self, folder: tuple[str, ...]) -> tuple[str, ...]:
        """The part of a folder's path that belongs to the names of modules in it."""
        for depth in range(1, len(folder) + 1):
            if folder[:depth] in self._inits:
                return folder[depth - 1 :]
        if "src" in folder:
            return folder[folder.index("src") + 1 :]
        return folder


def _precedence(path: str) -> tuple[bool, int, bool, str]:
    parts = PurePosixPath(path).parts
    return not path.endswith(".py"), len(parts), not is_package_file(path), path


def _candidates(path: str, folders: _PackageFolders) -> Iterator[str]:
    """Names for a file, best first, without end."""
    pure = PurePosixPath(path)
    folder = pure.parent.parts
    last = () if is_package_file(path) and folder else (pure.stem,)
    yield dotted((*folders.importable(folder), *last))
    yield dotted((*folder, *last))
    whole = dotted((*folder, pure.name))
    yield whole
    number = 2
    while True:
        yield f"{whole}_{number}"
        number += 1
