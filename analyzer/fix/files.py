"""How does a changed file get onto the disk, whole or not at all?"""

import contextlib
import os
import stat
import tempfile

from analyzer.fix.content import NotFixed
from analyzer.source.discover import reason_of


def replace(absolute: str, before: bytes, after: bytes) -> None:
    """Put `after` into the place of a file that holds `before`, with its permissions and, if we may, its owner.

    The new content is written beside the file and moved over it: whoever reads sees the old file or the new one.

    Raises:
        NotFixed: it is a symbolic link, read-only, has changed, or cannot be written; it is as it was.
    """
    try:
        status = os.lstat(absolute)
        if stat.S_ISLNK(status.st_mode):
            raise NotFixed("is a symbolic link and was not changed: scan what it leads to")
        if not stat.S_ISREG(status.st_mode):
            raise NotFixed("is not a regular file and was not changed")
        if not status.st_mode & stat.S_IWUSR or not os.access(absolute, os.W_OK):
            raise NotFixed("is read-only and was not changed")
        if _content(absolute, len(before)) != before:
            raise NotFixed("has changed since it was scanned and was left as it is")
        _move_over(absolute, after, status)
    except (OSError, ValueError) as error:
        raise NotFixed(f"cannot be written: {reason_of(error)}") from None


def _content(absolute: str, size: int) -> bytes:
    with open(absolute, "rb") as stream:
        return stream.read(size + 1)


def _move_over(absolute: str, content: bytes, status: os.stat_result) -> None:
    folder, name = os.path.split(absolute)
    descriptor, temporary = tempfile.mkstemp(dir=folder, prefix=f".{name[:100]}.", suffix=".new")
    try:
        with open(descriptor, "wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        if hasattr(os, "chown"):
            with contextlib.suppress(OSError):  # only root may give files away; then they stay the user's own
                os.chown(temporary, status.st_uid, status.st_gid)
        os.chmod(temporary, stat.S_IMODE(status.st_mode))
        os.replace(temporary, absolute)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(temporary)
        raise
