"""Has exactly this been analysed before, and what came of it?

One entry per (tool, rules, settings, folder, paths asked for). It holds what the analysis said and, of every file that
went into it, size and times and a digest. A file whose size and times are those of the entry has not changed; one whose
times differ is read, and its digest decides. Other entries hold what needs no such proof, because they name what it was
made of. The cache lies in the user's own cache folder, never in a scanned tree.
"""

import contextlib
import hashlib
import os
import sys
import tempfile
import time
from collections.abc import Iterable, Mapping, Sequence
from functools import cache as kept
from pathlib import Path
from typing import TypeVar

import msgspec

import analyzer
from analyzer.model.finding import Finding
from analyzer.model.result import Notification

Content = TypeVar("Content")

MOST_ENTRIES = 96  # up to three a project: of the analysis, the patterns and the fixes
MOST_BYTES = 256 * 2**20

_FORMAT = b"mlvet cache 1\n"
_DIGEST_BYTES = 16
_RACY_NS = 2_000_000_000  # a file written this shortly before it was read may be written again without new times


class State(msgspec.Struct, frozen=True, array_like=True):
    """One file as it was: `stamp` is size, modification time, change time and inode, empty if they prove nothing."""

    path: str
    stamp: tuple[int, ...]
    digest: str


class Remembered(msgspec.Struct, array_like=True):
    """What an analysis said.

    Attributes:
        states: every file that went into it.
        findings: merged and sorted.
        marked: encoded IR by path, of files with comments that speak to this tool.
        notifications: of the analysis.
        files, lines: how much was analysed.
    """

    states: tuple[State, ...]
    findings: tuple[Finding, ...]
    marked: dict[str, bytes]
    notifications: tuple[Notification, ...]
    files: int
    lines: int


def folder(environ: Mapping[str, str]) -> Path:
    """The cache folder of this user."""
    if (chosen := environ.get("XDG_CACHE_HOME")) and os.path.isabs(chosen):
        return Path(chosen, "mlvet")
    if sys.platform == "win32":
        return Path(environ.get("LOCALAPPDATA") or tempfile.gettempdir(), "mlvet", "cache")
    return Path.home() / ".cache" / "mlvet"


def signature(rules: Iterable[Path]) -> str:
    """A digest that changes with the tool and the rule files: their paths, sizes and times."""
    digest = hashlib.blake2b(_tool().encode(), digest_size=_DIGEST_BYTES)
    _add_stamps(digest, sorted(map(str, rules)))
    return digest.hexdigest()


@kept
def _tool() -> str:
    """A digest of this tool as it was when this process began."""
    digest = hashlib.blake2b(f"{analyzer.__version__}\0{sys.version}".encode(), digest_size=_DIGEST_BYTES)
    _add_stamps(digest, _modules(Path(analyzer.__file__).parent))
    return digest.hexdigest()


def _add_stamps(digest: "hashlib.blake2b", files: Iterable[str]) -> None:
    for file in files:
        digest.update(f"{file}\0{stamp(file)}\0".encode("utf-8", "surrogateescape"))


def key(*parts: object) -> str:
    """The name of an entry: a digest of everything that the analysis depends on, apart from the files."""
    return hashlib.blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=_DIGEST_BYTES).hexdigest()


def stamp(path: str) -> tuple[int, ...]:
    """Size, times and inode of a file; empty if it cannot be looked at."""
    try:
        found = os.stat(path)
    except (OSError, ValueError):
        return ()
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino


def settled(stamp: tuple[int, ...], began_ns: int) -> tuple[int, ...]:
    """`stamp` if the file had not just been written when the analysis began (`time.time_ns`), else an empty one."""
    return stamp if stamp and max(stamp[1], stamp[2]) < began_ns - _RACY_NS else ()


def recall(name: str, files: Mapping[str, str], cache: Path) -> Remembered | None:
    """What entry `name` says, if every file is as it was then; None if there is no such entry, or it is damaged.

    Args:
        name: see `key`.
        files: path in reports to absolute path, of everything that would go into the analysis now.
        cache: the cache folder.
    """
    remembered = load(name, cache, Remembered)
    if remembered is None or len(remembered.states) != len(files):
        return None
    for state in remembered.states:
        absolute = files.get(state.path)
        if absolute is None or not _unchanged(state, absolute):
            return None
    return remembered


def load(name: str, cache: Path, kind: type[Content]) -> Content | None:
    """What entry `name` holds, which is a `kind`; None if there is no such entry, or it is damaged."""
    entry = cache / name
    try:
        found = _decoded(entry.read_bytes(), kind)
    except (OSError, ValueError):
        return None
    with contextlib.suppress(OSError):
        os.utime(entry)  # entries that are used are kept
    return found


def store(name: str, content: object, cache: Path) -> None:
    """Write entry `name` and forget the oldest ones; a cache that cannot be written is no cache."""
    body = msgspec.msgpack.encode(content)
    if len(body) > MOST_BYTES // 4:
        return
    with contextlib.suppress(OSError):
        cache.mkdir(mode=0o700, parents=True, exist_ok=True)
        descriptor, temporary = tempfile.mkstemp(dir=cache, prefix=".new-")
        try:
            with open(descriptor, "wb") as stream:
                stream.write(_FORMAT + _checksum(body) + body)
            os.replace(temporary, cache / name)
        except BaseException:
            os.unlink(temporary)
            raise
        _forget_oldest(cache)


def _decoded(raw: bytes, kind: type[Content]) -> Content | None:
    """The content of an entry; None if it is not whole.

    Raises:
        ValueError: it is of another version of the tool (`msgspec.DecodeError`).
    """
    begin = len(_FORMAT) + _DIGEST_BYTES
    body = raw[begin:]
    if raw[:begin] != _FORMAT + _checksum(body):
        return None
    return msgspec.msgpack.decode(body, type=kind)


def _checksum(body: bytes) -> bytes:
    return hashlib.blake2b(body, digest_size=_DIGEST_BYTES).digest()


def _unchanged(state: State, absolute: str) -> bool:
    now = stamp(absolute)
    if state.stamp and now == state.stamp:
        return True
    if not now or not state.digest:
        return False
    try:
        with open(absolute, "rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest() == state.digest
    except OSError:
        return False


def _modules(package: Path) -> list[str]:
    """The files of the package, sorted; by `os.scandir`, because this happens at every start."""
    found: list[str] = []
    waiting: list[str] = [str(package)]
    while waiting:
        with os.scandir(waiting.pop()) as items:
            for item in items:
                if item.name.endswith(".py"):
                    found.append(item.path)
                elif item.name != "__pycache__" and item.is_dir(follow_symlinks=False):
                    waiting.append(item.path)
    return sorted(found)


def _forget_oldest(cache: Path) -> None:
    entries: Sequence[tuple[float, int, Path]] = sorted(
        (found.st_mtime, found.st_size, path) for path in cache.iterdir() if path.is_file() and (found := path.stat())
    )
    size = sum(bytes_ for _, bytes_, _ in entries)
    now = time.time()
    for index, (written, bytes_, path) in enumerate(entries):
        left_behind = path.name.startswith(".new-") and written < now - 3600
        if size > MOST_BYTES or len(entries) - index > MOST_ENTRIES or left_behind:
            path.unlink(missing_ok=True)
            size -= bytes_
