"""What did a remedy come to when it was last worked out for the same text?

The edits of a fix depend on nothing but the remedy and the text of its file, so they are remembered by a digest of both
and stay true when another file changes.
"""

import hashlib
from collections.abc import Callable
from pathlib import Path

import msgspec

from analyzer.engine import cache
from analyzer.model.finding import Fix, Remedy
from analyzer.source.file import SourceFile

_DIGEST_BYTES = 16

_Known = dict[bytes, Fix | None]


class Memory:
    """The fixes of one project.

    Args:
        name: the entry of the cache, see `engine.cache.key`.
        folder: where the cache lies; None to remember nothing.
    """

    def __init__(self, name: str = "", folder: Path | None = None) -> None:
        self._name = name
        self._folder = folder
        self._known: _Known = {} if folder is None else cache.load(name, folder, _Known) or {}
        self._asked: _Known = {}

    def fix(self, source: SourceFile, remedy: Remedy, work_out: Callable[[], Fix | None]) -> Fix | None:
        """What `remedy` comes to in `source`, None if nothing; `work_out` is called if that is not known."""
        if self._folder is None:
            return work_out()
        key = _key(source, remedy)
        self._asked[key] = self._known[key] if key in self._known else work_out()
        return self._asked[key]

    def keep(self) -> None:
        """Write what is new; what was not asked for this time goes, its text has changed."""
        if self._folder is not None and not self._asked.keys() <= self._known.keys():
            cache.store(self._name, self._asked, self._folder)


def _key(source: SourceFile, remedy: Remedy) -> bytes:
    told = msgspec.msgpack.encode((source.path, source.digest, remedy))
    return hashlib.blake2b(told, digest_size=_DIGEST_BYTES).digest()
