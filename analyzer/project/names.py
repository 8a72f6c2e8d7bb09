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


def holds_tests(module: str) -> bool:
    """Whether a module's name says that pytest or unittest run it."""
    name = module.rpartition(".")[2]
    return name.startswith("test_") or name.endswith("_test") or name == "conftest"


def belongs_to_tests(module: str) -> bool:
    """Whether a module holds tests or stands in a folder of them: what it calls is tried out there, not used."""
    return holds_tests(module) or not {"test", "tests"}.isdisjoint(module.split("."))


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
        self._holders: dict[str, tuple[str, ...]] = {}
        for folder in sorted(self._inits, key=lambda parts: (len(parts), parts)):
            if folder and self._root(folder) == folder:
                self._holders.setdefault(folder[-1], folder)

    def _root(self, folder: tuple[str, ...]) -> tuple[str, ...]:
        """The topmost package that a folder lies in, empty if none."""
        depths = range(1, len(folder) + 1)
        return next((folder[:depth] for depth in depths if folder[:depth] in self._inits), ())

    def importable(self, folder: tuple[str, ...]) -> tuple[str, ...]:
        """The part of a folder's path that begins the names of modules in it: all of it for a second `pkg`."""
        if root := self._root(folder):
            return folder[len(root) - 1 :] if self._holders[root[-1]] == root else folder
        return folder[folder.index("src") + 1 :] if "src" in folder else folder


def _precedence(path: str) -> tuple[bool, int, bool, str]:
    is_package = is_package_file(path)
    depth = len(PurePosixPath(path).parts) - is_package
    return not path.endswith(".py"), depth, not is_package, path


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
