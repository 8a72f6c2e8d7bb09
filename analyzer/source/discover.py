"""Which files are asked for: Python files and notebooks, and the artefacts that somebody wants by name?"""

import errno
import os
import re
import stat
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from analyzer.model.level import Level
from analyzer.model.result import Notification, NotificationKind
from analyzer.source.file import FileKind
from analyzer.source.git import GitError, in_work_tree
from analyzer.source.walk import listed, walked

STDIN = "-"
_SUFFIXES = {".py": FileKind.MODULE, ".pyw": FileKind.MODULE, ".ipynb": FileKind.NOTEBOOK}
_SHEBANG = re.compile(rb"#![^\n]*\bpython[0-9.]*\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A file to be read.

    Attributes:
        path: POSIX path relative to the root of the scan; what every report shows.
        absolute: where to read it; a string, because 3,000 `Path` objects cost more than finding the files.
        kind: module, notebook or artefact, by the name.
        content: the bytes, if they came from standard input and must not be read from `absolute`.
    """

    path: str
    absolute: str
    kind: FileKind
    content: bytes | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Discovery:
    """The files asked for, sorted by path, each once; and what was asked for and cannot be scanned.

    Attributes:
        files: Python files and notebooks.
        artefacts: other files that were wanted by name.
        notifications: what cannot be scanned.
    """

    files: tuple[Candidate, ...]
    notifications: tuple[Notification, ...]
    artefacts: tuple[Candidate, ...] = ()


def no_artefact(_name: str) -> bool:
    """Wants Python files and notebooks only."""
    return False


def discover(
    paths: Iterable[str | os.PathLike[str]],
    *,
    root: Path,
    exclude: Sequence[str] = (),
    max_bytes: int = 2**24,
    stdin: BinaryIO | None = None,
    stdin_filename: str = "",
    wanted: Callable[[str], bool] = no_artefact,
) -> Discovery:
    """Find the Python files, notebooks and wanted artefacts that `paths` stand for.

    A file named directly is always scanned. A folder stands for the files below it that git does not ignore or,
    outside a work tree, that `.gitignore` and `.ignore` files do not.

    Arguments:
        paths: files, folders or `-` for standard input; relative ones are relative to `root`.
        root: absolute folder that the paths in reports are relative to.
        exclude: globs as in a `.gitignore`, relative to `root`; they thin out folders, not files named directly.
        max_bytes: standard input is read up to one byte more than this, so that `read` can tell it is too large.
        stdin: where `-` reads from.
        stdin_filename: the name that the text of standard input goes by; it may end in `.ipynb`.
        wanted: whether a file that is not Python is wanted, by its name without folders.
    """
    search = _Search(root=os.path.abspath(root), exclude=tuple(exclude), wanted=wanted)
    for given in dict.fromkeys(os.fspath(path) for path in paths):
        if given == STDIN:
            search.add_stdin(stdin, stdin_filename or "<stdin>", max_bytes)
        else:
            search.add(given)
    search.follow_links()
    return search.outcome()


class _Search:
    """The state of one search: what was found, under which real path, and which links still are to be followed."""

    def __init__(self, *, root: str, exclude: tuple[str, ...], wanted: Callable[[str], bool]) -> None:
        self._root = root
        self._wanted = wanted
        self._exclude = exclude
        self._found: dict[str, Candidate] = {}
        self._real: set[str] = set()
        self._real_folders: dict[str, str] = {}
        self._links: list[tuple[str, str]] = []
        self._followed: set[str] = set()
        self._notifications: list[Notification] = []

    def outcome(self) -> Discovery:
        found = sorted(self._found.values(), key=lambda candidate: candidate.path)
        if not found and all(item.level is Level.NOTE for item in self._notifications):
            self._notify(NotificationKind.NOTHING_TO_SCAN, Level.WARNING, self._root, "no Python file was found")
        ordered = sorted(self._notifications, key=lambda item: (item.path, item.kind, item.message))
        return Discovery(
            files=tuple(each for each in found if each.kind is not FileKind.ARTEFACT),
            artefacts=tuple(each for each in found if each.kind is FileKind.ARTEFACT),
            notifications=tuple(ordered),
        )

    def add_stdin(self, stdin: BinaryIO | None, name: str, max_bytes: int) -> None:
        content = stdin.read(max_bytes + 1) if stdin is not None else b""
        kind = self._kind_of_named(name)
        absolute = os.path.abspath(os.path.join(self._root, name))
        path = self._relative(absolute)
        self._found[path] = Candidate(path=path, absolute=absolute, kind=kind, content=content)
        self._real.add(self._real_path(absolute))

    def add(self, given: str) -> None:
        absolute = os.path.abspath(os.path.join(self._root, given))
        try:
            mode = os.stat(absolute).st_mode
        except (OSError, ValueError) as error:
            self._cannot_read(absolute, error, named=True)
            return
        if stat.S_ISDIR(mode):
            self._add_folder(absolute)
        elif stat.S_ISREG(mode):
            kind = self._kind_of_named(absolute)
            self._keep(absolute, kind, os.path.realpath(absolute) if os.path.islink(absolute) else "")
        else:
            self._notify(NotificationKind.UNREADABLE, Level.ERROR, absolute, "is not a regular file and was not opened")

    def follow_links(self) -> None:
        """Follow the symbolic links met on the way, after the real files, so that nothing is scanned twice."""
        while self._links:
            absolute, top = self._links.pop()
            try:
                mode = os.stat(absolute).st_mode
            except OSError as error:
                self._broken_link(absolute, error)
                continue
            real = os.path.realpath(absolute)
            if not stat.S_ISDIR(mode) and self._kind(absolute, mode) is None:
                continue
            if not _is_below(real, os.path.realpath(self._root)):
                text = "is a symbolic link that leads out of the scanned tree and was not followed"
                self._notify(NotificationKind.UNREADABLE, Level.NOTE, absolute, text)
            elif not stat.S_ISDIR(mode):
                self._add_file(absolute, mode, real)
            elif _is_below(os.path.realpath(os.path.dirname(absolute)), real):
                text = "is a symbolic link to a folder around it and was not followed"
                self._notify(NotificationKind.SYMLINK_LOOP, Level.WARNING, absolute, text)
            elif not _is_below(real, os.path.realpath(top)) and real not in self._followed:
                self._followed.add(real)
                self._take(absolute, walked(absolute, self._unlistable))

    def _add_folder(self, folder: str) -> None:
        path = Path(folder)
        if not in_work_tree(path):
            self._take(folder, walked(folder, self._unlistable))
            return
        try:
            listing = listed(path)
        except GitError as error:
            text = f"was searched without git, because {error}"
            self._notify(NotificationKind.GIT_FAILED, Level.NOTE, folder, text)
            self._take(folder, walked(folder, self._unlistable))
            return
        self._take(folder, listing.files)
        for repository in listing.repositories:
            inner = os.path.join(folder, repository)
            self._take(inner, walked(inner, self._unlistable))
        if not listing.files and not listing.repositories:
            # The folder itself is ignored, yet it was asked for.
            self._take(folder, walked(folder, self._unlistable))

    def _take(self, folder: str, names: Iterable[str]) -> None:
        """Add the Python files and the wanted artefacts among `names`, which are relative to `folder`."""
        base = os.path.join(folder, "")
        for name in self._not_excluded(folder, names):
            suffix = _suffix(name)
            absolute = base + (name if os.sep == "/" else name.replace("/", os.sep))
            known = not suffix or suffix in _SUFFIXES or self._wanted(name.rpartition("/")[2])
            if not known and not os.path.islink(absolute):
                continue
            try:
                status = os.lstat(absolute)
            except FileNotFoundError:
                continue  # Tracked by git and deleted in the work tree: nobody asked for it.
            except (OSError, ValueError) as error:
                self._cannot_read(absolute, error)
                continue
            if stat.S_ISLNK(status.st_mode):
                self._links.append((absolute, folder))
            else:
                self._add_file(absolute, status.st_mode)

    def _add_file(self, absolute: str, mode: int, real: str = "") -> None:
        try:
            kind = self._kind(absolute, mode)
        except OSError as error:
            self._cannot_read(absolute, error)
            return
        if kind is not None and not stat.S_ISREG(mode):
            self._notify(
                NotificationKind.UNREADABLE, Level.WARNING, absolute, "is not a regular file and was not opened"
            )
        elif kind is not None:
            self._keep(absolute, kind, real)

    def _keep(self, absolute: str, kind: FileKind, real: str = "") -> None:
        real = real or self._real_path(absolute)
        if real in self._real:
            return
        self._real.add(real)
        path = self._relative(absolute)
        self._found[path] = Candidate(path=path, absolute=absolute, kind=kind)

    def _kind(self, absolute: str, mode: int) -> FileKind | None:
        """What a file found on the way is taken for; None if nobody wants it."""
        kind = _kind(absolute, mode)
        return FileKind.ARTEFACT if kind is None and self._wanted(os.path.basename(absolute)) else kind

    def _kind_of_named(self, path: str) -> FileKind:
        """What a file is taken for that somebody named."""
        kind = _SUFFIXES.get(_suffix(path))
        if kind is None:
            kind = FileKind.ARTEFACT if self._wanted(os.path.basename(path)) else FileKind.MODULE
        return kind

    def _not_excluded(self, folder: str, names: Iterable[str]) -> Iterable[str]:
        if not self._exclude:
            return names
        # Costs 0.05 s, which only a project with exclusions pays.
        from pathspec import GitIgnoreSpec

        spec = GitIgnoreSpec.from_lines(self._exclude)
        prefix = self._relative(folder)
        prefix = "" if prefix == "." else prefix + "/"
        return (name for name in names if not spec.match_file(prefix + name))

    def _relative(self, absolute: str) -> str:
        """The path that reports show: below the root if it lies there by any name, else from the root upwards."""
        root = self._root
        if not _is_below(absolute, root):
            real = self._real_path(absolute)
            real_root = os.path.realpath(root)
            if _is_below(real, real_root):
                absolute, root = real, real_root
        if _is_below(absolute, root):
            path = absolute[len(root.rstrip(os.sep)) + 1 :] or "."
        else:
            try:
                path = os.path.relpath(absolute, root)
            except ValueError:  # Another drive.
                path = absolute
        if os.sep != "/":
            path = path.replace(os.sep, "/")
        # A name that is no Unicode must not stop a report from being written.
        return path if path.isascii() else path.encode("utf-8", "surrogateescape").decode("utf-8", "replace")

    def _real_path(self, absolute: str) -> str:
        """The real path of something that is no link itself: one `realpath` per folder, not per file."""
        folder, name = os.path.split(absolute)
        real = self._real_folders.get(folder)
        if real is None:
            real = self._real_folders[folder] = os.path.realpath(folder)
        return os.path.join(real, name)

    def _unlistable(self, folder: str, error: OSError) -> None:
        self._cannot_read(folder, error)

    def _broken_link(self, absolute: str, error: OSError) -> None:
        if error.errno == errno.ELOOP:
            text = "is a symbolic link that leads to itself"
            self._notify(NotificationKind.SYMLINK_LOOP, Level.WARNING, absolute, text)
        elif _suffix(absolute) in _SUFFIXES:
            text = "is a symbolic link to nothing"
            self._notify(NotificationKind.NOT_FOUND, Level.NOTE, absolute, text)

    def _cannot_read(self, absolute: str, error: OSError | ValueError, *, named: bool = False) -> None:
        if isinstance(error, OSError) and error.errno == errno.ELOOP:
            kind, reason = NotificationKind.SYMLINK_LOOP, "is a symbolic link that leads to itself"
        elif named and isinstance(error, (FileNotFoundError, NotADirectoryError)):
            kind, reason = NotificationKind.NOT_FOUND, "does not exist"
        else:
            kind, reason = NotificationKind.UNREADABLE, f"cannot be read: {reason_of(error)}"
        self._notify(kind, Level.ERROR, absolute, reason)

    def _notify(self, kind: NotificationKind, level: Level, absolute: str, text: str) -> None:
        path = self._relative(absolute)
        self._notifications.append(Notification(kind=kind, level=level, message=f"`{path}` {text}", path=path))


def reason_of(error: OSError | ValueError) -> str:
    """The reason for a failed system call, in lower case and without numbers or paths."""
    text = (error.strerror if isinstance(error, OSError) else None) or str(error)
    return text[:1].lower() + text[1:]


def _kind(absolute: str, mode: int) -> FileKind | None:
    """Module or notebook by the suffix or, without one, by a `#!` line that names Python; else None."""
    suffix = _suffix(absolute)
    if suffix or not stat.S_ISREG(mode):
        return _SUFFIXES.get(suffix)
    with open(absolute, "rb") as stream:
        return FileKind.MODULE if _SHEBANG.match(stream.read(128)) else None


def _suffix(path: str) -> str:
    """What follows the last dot of the name, dot included, in lower case; `.name` is a suffix, too."""
    dot = path.rfind(".")
    return path[dot:].lower() if dot > max(path.rfind("/"), path.rfind(os.sep)) else ""


def _is_below(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder.rstrip(os.sep) + os.sep)
