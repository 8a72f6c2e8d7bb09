"""Which files are handed to semgrep, and under which names do they lie in the folder that it sees?

Semgrep is shown a copy and nothing else: ignore files, settings and links of a scanned repository are not there. The
copy holds the text as the rest of the tool reads it (UTF-8, `\\n`; of a notebook the code cells), so that a byte of
semgrep's answer is a byte of a `SourceFile`.
"""

import os
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from analyzer.model.level import Level
from analyzer.model.result import Notification, NotificationKind
from analyzer.source.discover import Candidate
from analyzer.source.file import FileKind, SourceFile
from analyzer.source.read import read

# Files that would tell semgrep what to leave out.
_SPOKEN_TO = (".semgrepignore", ".gitignore", ".semgrep.yml", ".semgrepconfig.yml")
_NO_PARTS = ("", ".", "..")


@dataclass(frozen=True, slots=True, kw_only=True)
class Readings:
    """Files that were read.

    Attributes:
        sources: in the order given.
        notifications: for those that could not be read.
        digests: by path.
    """

    sources: tuple[SourceFile, ...]
    notifications: tuple[Notification, ...]
    digests: dict[str, str] = field(repr=False)

    @property
    def lines(self) -> int:
        """Lines of all of them."""
        return sum(source.line_count for source in self.sources)


def read_all(candidates: Iterable[Candidate], max_bytes: int | None) -> Readings:
    """Read artefacts. One that cannot be read is a part that was not searched, not a failure of the scan."""
    sources, notifications = [], []
    for candidate in candidates:
        found = read(candidate, max_bytes=max_bytes)
        if isinstance(found, SourceFile):
            sources.append(found)
        elif found.kind is not NotificationKind.BINARY:
            notifications.append(
                Notification(kind=found.kind, level=Level.WARNING, message=found.message, path=found.path)
            )
    return Readings(
        sources=tuple(sources),
        notifications=tuple(notifications),
        digests={source.path: source.digest for source in sources},
    )


def plant(sources: Sequence[SourceFile], folder: Path) -> dict[str, SourceFile]:
    """Write copies of `sources` below `folder`, an empty one.

    Returns:
        The name of each copy, relative to `folder` with `/`, and what it is a copy of.
    """
    # Without this file semgrep leaves out what it thinks is not worth looking at, such as folders called `tests`.
    (folder / ".semgrepignore").write_bytes(b"")
    planted: dict[str, SourceFile] = {}
    for number, source in enumerate(sources):
        name = source.path.rpartition("/")[2]
        if name.lower() in _SPOKEN_TO:
            continue
        path = _shown_as(source)
        try:
            _write(folder / path, source.text)
        except (OSError, ValueError):
            # Its path is too long here, or a folder has the name of another file: its name alone will do.
            path = f"{number}-planted/{name[-100:]}"
            _write(folder / path, source.text)
        planted[path] = source
    return planted


def _shown_as(source: SourceFile) -> str:
    """The path of the file, with an ending by which semgrep knows its language."""
    parts = source.path.split("/")
    path = "/".join(part for part in parts if part not in _NO_PARTS and ":" not in part) or "file"
    name = path.rpartition("/")[2].lower()
    if source.kind is FileKind.NOTEBOOK or (source.kind is FileKind.MODULE and not name.endswith((".py", ".pyi"))):
        return f"{path}.py"
    if name.startswith(("dockerfile", "containerfile")) and name != "dockerfile":
        return path if name.endswith(".dockerfile") else f"{path}.dockerfile"
    return path


def _write(path: Path, text: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), 0o600)
    with open(descriptor, "wb") as stream:
        stream.write(text)
