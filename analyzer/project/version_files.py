"""What does one dependency file say?"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

from analyzer.model.level import Level
from analyzer.model.result import Notification, NotificationKind
from analyzer.project.distributions import normalise
from analyzer.project.lock_files import read_pipfile_lock, read_toml_lock
from analyzer.project.project_metadata import read_pipfile, read_pyproject, read_setup_cfg
from analyzer.project.requirement import Contents, UnreadableFileError
from analyzer.project.requirement_files import read_conda, read_requirements

LARGEST_FILE = 16 * 1024 * 1024
"""Bytes; a lock file of a large company's monorepo has about 2 MB."""

_REQUIREMENT_FOLDERS = frozenset({"requirements", "reqs", "conda", "env", "envs", "environments"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """One statement about one distribution.

    Attributes:
        name: the normalised name, or "python".
        specifier: PEP 440 text, "" if any version will do.
        source: path of the file.
        rank: how much the statement counts against others in the same folder, smaller is more.
        locked: whether it records what is installed.
    """

    name: str
    specifier: str
    source: str
    rank: int
    locked: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a file gave: statements, the normalised names of projects it is about, and what went wrong."""

    declarations: tuple[Declaration, ...] = ()
    projects: tuple[str, ...] = ()
    notifications: tuple[Notification, ...] = ()


def folder_of(path: str) -> str:
    """The folder a dependency file speaks for: its own, or the one above a mere `requirements/`."""
    folder = PurePosixPath(path).parent
    if folder.name in _REQUIREMENT_FOLDERS:
        folder = folder.parent
    return "" if folder == PurePosixPath(".") else str(folder)


def read_file(path: str, content: bytes, files: Mapping[str, bytes]) -> Reading:
    """Read one file.

    Args:
        path: relative POSIX path; the name decides the format.
        content: the bytes of the file.
        files: all files given, by path, to follow `-r` and `-c` of requirements files.
    """
    found = _format_of(path)
    if found is None:
        return Reading()
    read, rank, locked = found
    if len(content) > LARGEST_FILE:
        return _failed(path, NotificationKind.TOO_LARGE, f"it has {len(content)} bytes, more than {LARGEST_FILE}")
    try:
        contents = read(path, _decoded(content), files)
    except UnicodeDecodeError:
        return _failed(path, NotificationKind.UNDECODABLE, "it is neither UTF-8 nor marked as UTF-16")
    except UnreadableFileError as error:
        return _failed(path, NotificationKind.BROKEN_SYNTAX, str(error))
    declarations = tuple(
        Declaration(name=normalise(name), specifier=specifier, source=path, rank=rank, locked=locked)
        for name, specifier in dict.fromkeys(contents.requirements)
    )
    return Reading(
        declarations=declarations,
        projects=tuple(map(normalise, contents.projects)),
        notifications=tuple(_partly(path, problem) for problem in contents.problems),
    )


def _decoded(content: bytes) -> str:
    """UTF-8, or UTF-16 with a byte order mark, which `pip freeze > requirements.txt` writes in PowerShell."""
    return content.decode("utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig")


def _failed(path: str, kind: NotificationKind, why: str) -> Reading:
    message = f"Dependency versions in `{path}` are not known: {why}"
    return Reading(notifications=(Notification(kind=kind, level=Level.WARNING, message=message, path=path),))


def _partly(path: str, why: str) -> Notification:
    message = f"Dependency versions in `{path}` may be incomplete: {why}"
    return Notification(kind=NotificationKind.BROKEN_SYNTAX, level=Level.NOTE, message=message, path=path)


_Reader = Callable[[str, str, Mapping[str, bytes]], Contents]

_FORMATS: tuple[tuple[str, _Reader, int, bool], ...] = (
    ("uv.lock", read_toml_lock, 0, True),
    ("poetry.lock", read_toml_lock, 0, True),
    ("pdm.lock", read_toml_lock, 0, True),
    ("pylock.toml", read_toml_lock, 0, True),
    ("pylock.*.toml", read_toml_lock, 0, True),
    ("Pipfile.lock", read_pipfile_lock, 0, True),
    ("*constraints*.txt", read_requirements, 1, False),
    ("requirements.txt", read_requirements, 2, False),
    ("pyproject.toml", read_pyproject, 3, False),
    ("Pipfile", read_pipfile, 3, False),
    ("setup.cfg", read_setup_cfg, 3, False),
    ("environment*.yml", read_conda, 3, False),
    ("environment*.yaml", read_conda, 3, False),
    ("*conda*.yml", read_conda, 3, False),
    ("*conda*.yaml", read_conda, 3, False),
    ("*requirements*.txt", read_requirements, 4, False),
    ("requirements*.in", read_requirements, 5, False),
    ("requirements/*.txt", read_requirements, 4, False),
    ("requirements/*.in", read_requirements, 5, False),
)
"""Pattern, reader, rank (see `Declaration`) and whether the file records what is installed; the first match decides."""

VERSION_FILES: tuple[str, ...] = tuple(pattern for pattern, *_ in _FORMATS)
"""Patterns of the files that are understood, matched against the end of a path as `PurePath.match` does."""


def _format_of(path: str) -> tuple[_Reader, int, bool] | None:
    pure = PurePosixPath(path)
    return next(((read, rank, locked) for pattern, read, rank, locked in _FORMATS if pure.match(pattern)), None)
