"""Which versions of its dependencies does a scanned tree use?"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from analyzer.model.result import Notification
from analyzer.project.distributions import distribution_of, normalise, variants_of
from analyzer.project.version_files import VERSION_FILES, Declaration, Reading, folder_of, read_file
from analyzer.project.version_ranges import VersionSet

__all__ = ["VERSION_FILES", "VersionSet", "Versions", "read_versions"]


_MOST_ALTERNATIVES = 50


@dataclass(frozen=True, slots=True)
class _Said:
    """What the files of one folder say of one distribution."""

    versions: VersionSet
    rank: int


class Versions:
    """The dependencies declared in a tree, as seen from one folder of it.

    The nearest folder that speaks of a distribution decides; a lock file further up refines a range if it agrees with
    it. Within a folder, lock files come before constraints, `requirements.txt`, project metadata and other files.

    Args:
        folders: folder (relative POSIX path, "" for the root) to normalised distribution to what is said there.
        own: normalised names of the projects in the tree themselves, which are no dependencies.
        folder: the folder to look from.
    """

    def __init__(
        self,
        folders: "Mapping[str, Mapping[str, _Said]] | None" = None,
        own: frozenset[str] = frozenset(),
        folder: str = "",
    ) -> None:
        self._folders = folders or {}
        self._own = own
        self._chain = tuple(self._folders[up] for up in _upwards(folder) if up in self._folders)
        self._views: dict[str, Versions] = {}

    def for_path(self, path: str) -> "Versions":
        """The same, as seen from the file at a relative POSIX path."""
        if not self._folders:
            return self
        folder = path.rpartition("/")[0]
        if folder not in self._views:
            self._views[folder] = Versions(self._folders, self._own, folder)
        return self._views[folder]

    def of(self, distribution: str) -> VersionSet | None:
        """What is known of a distribution's version; None if no file names it.

        Args:
            distribution: its name in any spelling ("scikit-learn", "Scikit_Learn"), or "python".
        """
        for name in variants_of(normalise(distribution)):
            if (found := self._named(name)) is not None:
                return found
        return None

    def of_import(self, import_name: str) -> VersionSet | None:
        """What is known of the version of the distribution that provides a module ("sklearn.svm")."""
        return self.of(distribution_of(import_name))

    def source_of(self, distribution: str) -> str:
        """Path of the file that decided, empty if none names the distribution."""
        found = self.of(distribution)
        return "" if found is None else found.source

    def declares_import(self, top: str) -> bool:
        """Whether a top-level import name belongs to a declared dependency that is not a project of this tree."""
        name = distribution_of(top)
        return name not in self._own and self.of(name) is not None

    def _named(self, name: str) -> VersionSet | None:
        said = [folder[name] for folder in self._chain if name in folder]
        if not said:
            return None
        nearest = next((each.versions for each in said if each.versions.bounded), said[0].versions)
        if nearest.locked:
            return nearest
        locks = (each.versions for each in said if each.versions.locked)
        return next((lock for lock in locks if nearest.admits(lock)), nearest)


def read_versions(files: Mapping[str, bytes]) -> tuple[Versions, tuple[Notification, ...]]:
    """Read the dependency files of a tree.

    Args:
        files: relative POSIX path to content, for the files that match `VERSION_FILES`; others are ignored.
    Returns:
        The versions, and one notification for each file (or part of it) that could not be read.
    """
    readings = [read_file(path, content, files) for path, content in sorted(files.items())]
    folders: dict[str, dict[str, list[Declaration]]] = {}
    for reading in readings:
        for declaration in reading.declarations:
            folder = folders.setdefault(folder_of(declaration.source), {})
            folder.setdefault(declaration.name, []).append(declaration)
    merged = {folder: {name: _merge(said) for name, said in names.items()} for folder, names in folders.items()}
    own = frozenset(name for reading in readings for name in reading.projects)
    return Versions(merged, own), _notifications(readings)


def _merge(said: list[Declaration]) -> _Said:
    """One answer from all files of a folder: the best rank that says anything, its alternatives side by side."""
    telling = [each for each in said if each.specifier] or said
    rank = min(each.rank for each in telling)
    best = [each for each in telling if each.rank == rank]
    alternatives = tuple(dict.fromkeys(each.specifier for each in best))
    if len(alternatives) > _MOST_ALTERNATIVES:
        alternatives = ("",)
    return _Said(VersionSet(alternatives=alternatives, source=best[0].source, locked=best[0].locked), rank)


def _notifications(readings: Iterable[Reading]) -> tuple[Notification, ...]:
    return tuple(notification for reading in readings for notification in reading.notifications)


def _upwards(folder: str) -> Iterable[str]:
    yield folder
    while folder:
        folder = folder.rpartition("/")[0]
        yield folder
