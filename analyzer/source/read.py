"""What text does a file hold, and if none, why?"""

import hashlib
import os
import stat

from analyzer.model.level import Level
from analyzer.model.result import Notification, NotificationKind
from analyzer.source.discover import Candidate, reason_of
from analyzer.source.file import FileKind, SourceFile
from analyzer.source.text import NotTextError, decode, decode_artefact, lines_of

MODULE_BYTES = 2 * 2**20
NOTEBOOK_BYTES = 20 * 2**20


def read(candidate: Candidate, *, max_bytes: int | None = None) -> SourceFile | Notification:
    """The text of `candidate`, or a notification of why it is not analysed.

    Text is decoded as Python decodes it (byte order mark, PEP 263 cookie, else UTF-8); of a notebook it is the code
    cells; of an artefact it is UTF-8, and what is not stands as U+FFFD. Nothing but regular files is opened.

    Arguments:
        candidate: as `discover` gives it.
        max_bytes: larger files are not analysed; None for 2 MiB for a module and 20 MiB for a notebook.
    """
    limit = max_bytes or (NOTEBOOK_BYTES if candidate.kind is FileKind.NOTEBOOK else MODULE_BYTES)
    try:
        raw = _content(candidate, limit)
        if candidate.kind is FileKind.NOTEBOOK:
            from analyzer.source import notebook  # it compiles many patterns, and most files are modules

            return notebook.parse(candidate.path, raw)
        return _text(candidate.path, raw, candidate.kind)
    except NotTextError as error:
        message = f"`{candidate.path}` {error}"
        return Notification(kind=error.kind, level=Level.ERROR, message=message, path=candidate.path)


def _content(candidate: Candidate, limit: int) -> bytes:
    if candidate.content is None:
        try:
            raw = _bytes(candidate.absolute, limit)
        except FileNotFoundError:
            raise NotTextError(NotificationKind.NOT_FOUND, "vanished before it could be read") from None
        except (OSError, ValueError) as error:
            raise NotTextError(NotificationKind.UNREADABLE, f"cannot be read: {reason_of(error)}") from None
    else:
        raw = candidate.content
    if len(raw) > limit:
        raise NotTextError(NotificationKind.TOO_LARGE, f"is larger than {_size(limit)} and was not analysed")
    return raw


def _bytes(path: str, limit: int) -> bytes:
    """At most `limit + 1` bytes of a regular file that does not change meanwhile."""
    # Before opening: to open a device can already do something. After opening: the file may have been exchanged.
    _require_regular(os.stat(path))
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0))
    with open(descriptor, "rb", buffering=0) as stream:
        before = os.fstat(descriptor)
        _require_regular(before)
        if before.st_size > limit:
            raise NotTextError(NotificationKind.TOO_LARGE, f"is larger than {_size(limit)} and was not analysed")
        parts = []
        wanted = limit + 1
        while wanted and (part := stream.read(wanted)):
            parts.append(part)
            wanted -= len(part)
        after = os.fstat(descriptor)
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns):
        raise NotTextError(NotificationKind.UNREADABLE, "changed while it was read")
    return b"".join(parts)


def _require_regular(status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise NotTextError(NotificationKind.UNREADABLE, "is not a regular file and was not opened")


def _text(path: str, raw: bytes, kind: FileKind) -> SourceFile:
    decoded = decode_artefact(raw) if kind is FileKind.ARTEFACT else decode(raw)
    text = decoded.replace("\r\n", "\n").replace("\r", "\n") if "\r" in decoded else decoded
    try:
        encoded = text.encode()
    except UnicodeEncodeError:
        raise NotTextError(NotificationKind.UNDECODABLE, "holds surrogates, which are no text") from None
    return SourceFile(
        path=path,
        text=encoded,
        digest=hashlib.sha256(raw).hexdigest(),
        kind=kind,
        raw_lines=lines_of(text),
    )


def _size(limit: int) -> str:
    return f"{limit / 2**20:g} MiB" if limit >= 2**20 else f"{limit} bytes"
