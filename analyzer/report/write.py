"""How do a report's bytes get out whole or not at all?"""

import os
import sys
from pathlib import Path


class ReportError(Exception):
    """A report could not be written; the message names the target and the reason."""


def write(data: bytes, target: Path | None) -> None:
    """Write `data` to the file `target`, or to standard output if None.

    A file is written beside its final name and moved over it, so that a reader sees the old report or the new one.
    Devices and pipes (`/dev/null`, a FIFO) cannot be replaced and are written to directly.

    Raises:
        ReportError: the target is a directory, may not be written, the disk is full, or the reader went away.
    """
    if target is None:
        _write_stdout(data)
        return
    try:
        # A symbolic link stays one: its target is replaced, not the link.
        path = Path(os.path.realpath(target))
        if path.exists() and not path.is_file() and not path.is_dir():
            path.write_bytes(data)
        else:
            _replace(path, data)
    except OSError as error:
        raise ReportError(f"cannot write the report to `{target}`: {_reason(error)}") from error


def _replace(path: Path, data: bytes) -> None:
    """Write a new file and move it to `path`; on failure leave nothing behind."""
    if path.is_dir():
        raise IsADirectoryError(0, "it is a directory")
    temporary = path.with_name(f".{path.name[:200]}.{os.getpid()}.part")
    try:
        with open(temporary, "wb") as file:
            file.write(data)
        os.replace(temporary, path)
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise


def _write_stdout(data: bytes) -> None:
    if sys.stdout is None:
        raise ReportError("cannot write the report: there is no standard output")
    try:
        sys.stdout.flush()
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
    except OSError as error:
        _abandon_stdout()
        raise ReportError(f"cannot write the report to standard output: {_reason(error)}") from error


def _abandon_stdout() -> None:
    """Point standard output at nothing: the interpreter flushes it again at exit and would fail a second time."""
    try:
        null = os.open(os.devnull, os.O_WRONLY)
        os.dup2(null, sys.stdout.fileno())
        os.close(null)
    except (OSError, ValueError):
        # A replaced standard output has no descriptor, and then nothing flushes it at exit either.
        return


def _reason(error: OSError) -> str:
    if isinstance(error, BrokenPipeError):
        return "the reading program has closed the pipe"
    return error.strerror or str(error)
