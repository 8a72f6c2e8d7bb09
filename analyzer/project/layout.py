"""Which file of the project does an import mean, seen from the file that imports?"""

import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import PurePosixPath

from analyzer.project.distributions import LIBRARIES
from analyzer.project.names import dotted, is_package_file

_STANDARD_LIBRARY = sys.stdlib_module_names


class Layout:
    """The project's folders as Python's import system would see them.

    An import is looked up by path, never by internal name, so that two `utils.py` are never mixed up: first next to
    the importing file (for a script) or where its package lies (for a package module), then in the folders above, then
    in every other folder that holds packages, if only one of them answers or one is nearest.

    Args:
        names: path of every module to its internal name.
        declared: whether a top-level import name, seen from a path, is a dependency that the project declares.
            Declared dependencies, well-known libraries and the standard library are not looked for in places that
            are only a guess.
    """

    def __init__(self, names: Mapping[str, str], declared: Callable[[str, str], bool] = lambda _path, _top: False):
        self._declared = declared
        self._modules: dict[str, str] = {}
        self._packages: dict[str, str] = {}
        self._namespaces: dict[str, str] = {}
        self._paths = {name: path for path, name in names.items()}
        self._folder_of: dict[str, str] = {}
        self._resolved: dict[tuple[str, str, int], str | None] = {}
        for path, name in names.items():
            self._add(path, name)
        self._add_namespaces(names)
        self._roots = self._import_roots()

    def _add(self, path: str, name: str) -> None:
        pure = PurePosixPath(path)
        folder = _text(pure.parent)
        self._folder_of[name] = folder
        if is_package_file(path):
            self._packages[folder] = name
        elif pure.suffix == ".py":
            self._modules[_join(folder, pure.stem)] = name

    def _add_namespaces(self, names: Mapping[str, str]) -> None:
        taken = set(names.values())
        for path in names:
            for parent in PurePosixPath(path).parents:
                folder = _text(parent)
                if folder in self._namespaces:
                    break
                if not folder or folder in self._packages or not parent.name.isidentifier():
                    continue
                name = dotted(parent.parts)
                while name in taken:
                    name += "_"
                taken.add(name)
                self._namespaces[folder] = name
                self._folder_of[name] = folder

    def _import_roots(self) -> tuple[str, ...]:
        roots = {self._package_root(folder) for folder in self._packages}
        roots |= {folder for folder in self._namespaces if folder.rpartition("/")[2] == "src"}
        return tuple(sorted(roots, key=lambda root: (root.count("/"), root)))

    def _package_root(self, folder: str) -> str:
        """The folder that has to be on the import path for the package in `folder`."""
        while folder in self._packages and folder:
            folder = _parent(folder)
        return folder

    def is_namespace(self, name: str) -> bool:
        """Whether `name` is a folder without `__init__.py`."""
        return name in self._folder_of and name not in self._paths

    def folder(self, name: str) -> str:
        """The folder of a module, package or namespace; "" for the scan root."""
        return self._folder_of[name]

    def child(self, name: str, part: str) -> str | None:
        """The submodule `part` of a package or namespace."""
        folder = self._folder_of.get(name)
        if folder is None or not (self._packages.get(folder) == name or self._namespaces.get(folder) == name):
            return None
        return self._at(_join(folder, part), namespaces=True)

    def resolve(self, importer: str, module: str, level: int) -> str | None:
        """The internal name of the project module that an import means, None if there is none.

        Args:
            importer: internal name of the importing module.
            module: the dotted name as written, without leading dots; may be empty if `level` is not 0.
            level: number of leading dots.
        """
        key = (importer, module, level)
        if key not in self._resolved:
            self._resolved[key] = self._relative(*key) if level else self._absolute(importer, module)
        return self._resolved[key]

    def _at(self, place: str, *, namespaces: bool) -> str | None:
        """The module whose path without suffix, or whose folder, is `place`."""
        found = self._packages.get(place) or self._modules.get(place)
        return found or (self._namespaces.get(place) if namespaces else None)

    def _relative(self, importer: str, module: str, level: int) -> str | None:
        if importer not in self._folder_of:
            return None
        folder = self._folder_of[importer]
        for _ in range(level - 1):
            if not folder:
                return None
            folder = _parent(folder)
        return self._at(_join(folder, module.replace(".", "/")), namespaces=True)

    def _absolute(self, importer: str, module: str) -> str | None:
        if not module or importer not in self._folder_of:
            return None
        place = module.replace(".", "/")
        top = module.partition(".")[0]
        sure, likely = self._near(importer)
        known = top in _STANDARD_LIBRARY or top in LIBRARIES or self._declared(self._paths.get(importer, importer), top)
        near = sure if known else (*sure, *likely)
        for root in near:
            # A module that imports its own name means the library that it is called after.
            if (found := self._at(_join(root, place), namespaces=False)) and found != importer:
                return found
        if known:
            return None
        return self._far(importer, place) or self._namespace(near, place) or self._scanned_package(module)

    def _near(self, importer: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Folders that are surely on the import path of `importer`, and folders that are likely to be."""
        folder = self._folder_of[importer]
        if folder in self._packages:
            root = self._package_root(folder)
            inside = tuple(up for up in _upwards(folder) if up != root and up.startswith(root))
            return (root,), (*self._above(root), *inside)
        return (folder,), self._above(folder)

    def _above(self, folder: str) -> tuple[str, ...]:
        """`folder` and the folders above it, nearest first, each with its `src`."""
        return tuple(place for up in _upwards(folder) for place in (up, _join(up, "src")))

    def _far(self, importer: str, place: str) -> str | None:
        """The answer of the other import roots, if there is one nearest to the importer."""
        folder = self._folder_of[importer]
        found = [(_shared(folder, root), name) for root in self._roots if (name := self._module_in(root, place))]
        best = max((shared for shared, _ in found), default=0)
        names = {name for shared, name in found if shared == best}
        return names.pop() if len(names) == 1 else None

    def _module_in(self, root: str, place: str) -> str | None:
        return self._at(_join(root, place), namespaces=False)

    def _namespace(self, roots: tuple[str, ...], place: str) -> str | None:
        return next((found for root in roots if (found := self._namespaces.get(_join(root, place)))), None)

    def _scanned_package(self, module: str) -> str | None:
        """The module meant if the scan root is itself a package, whose name only its importers tell."""
        if "" not in self._packages or "." not in module:
            return None
        return self._at(module.partition(".")[2].replace(".", "/"), namespaces=False)


def _text(folder: PurePosixPath) -> str:
    return "" if folder == PurePosixPath(".") else str(folder)


def _join(folder: str, rest: str) -> str:
    return f"{folder}/{rest}" if folder and rest else folder or rest


def _parent(folder: str) -> str:
    return folder.rpartition("/")[0]


def _upwards(folder: str) -> Iterator[str]:
    yield folder
    while folder:
        folder = _parent(folder)
        yield folder


def _shared(left: str, right: str) -> int:
    """How many leading folders two paths have in common."""
    count = 0
    for one, other in zip(left.split("/"), right.split("/"), strict=False):
        if one != other or not one:
            break
        count += 1
    return count
