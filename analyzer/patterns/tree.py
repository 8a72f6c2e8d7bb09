"""Which files are handed to semgrep, and under which names do they lie in the folder that it sees?

Semgrep is shown a copy and nothing else: ignore files, settings and links of a scanned repository are not there. The
copy holds the text as the rest of the tool reads it (UTF-8, `\\n`; of a notebook the code cells), so that a byte of
semgrep's answer is a byte of a `SourceFile`.
"""

import os
from pathlib import Path

from analyzer.source.discover import Candidate
from analyzer.source.file import FileKind, SourceFile
from analyzer.source.read import read

# Files that would tell semgrep what to leave out.
_SPOKEN_TO = (".semgrepignore", ".gitignore", ".semgrep.yml", ".semgrepconfig.yml")
_NO_PARTS = ("", ".", "..")


class Tree:
    """Copies of files below `folder`, an empty one. Their texts are not kept: few of them are needed again.

    Args:
        folder: where they go.
        max_bytes: see `source.read.read`.

    Raises:
        OSError: the folder cannot be written to.
    """

    def __init__(self, folder: Path, max_bytes: int | None = None) -> None:
        self._folder = folder
        self._max_bytes = max_bytes
        self._planted: dict[str, Candidate] = {}
        self._read: dict[str, SourceFile | None] = {}
        # Without this file semgrep leaves out what it thinks is not worth looking at, such as folders called `tests`.
        (folder / ".semgrepignore").write_bytes(b"")

    @property
    def names(self) -> list[str]:
        """The names of the copies, relative to the folder, with `/`."""
        return list(self._planted)

    @property
    def paths(self) -> list[str]:
        """The files that were copied, sorted."""
        return sorted(candidate.path for candidate in self._planted.values())

    def add(self, source: SourceFile, candidate: Candidate) -> None:
        """Copy a file.

        Raises:
            OSError: see above.
        """
        name = source.path.rpartition("/")[2]
        if name.lower() in _SPOKEN_TO:
            return
        path = _shown_as(source)
        try:
            _write(self._folder / path, source.text)
        except (OSError, ValueError):
            # Its path is too long here, or a folder has the name of another file: its name alone will do.
            path = f"{len(self._planted)}-planted/{name[-100:]}"
            _write(self._folder / path, source.text)
        self._planted[path] = candidate

    def source(self, name: str) -> SourceFile | None:
        """What the copy called `name`, as semgrep names it, was made from; None if it is no copy, or gone."""
        name = name.replace(os.sep, "/").removeprefix("./")
        if name not in self._read:
            candidate = self._planted.get(name)
            found = None if candidate is None else read(candidate, max_bytes=self._max_bytes)
            self._read[name] = found if isinstance(found, SourceFile) else None
        return self._read[name]


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
