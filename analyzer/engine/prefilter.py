"""Can a file matter to the active rules, judged by its bytes?

Words like `load`, `fit` and `predict` stand in every second file. A file is a hit if it imports a library and mentions
a word of that library's API that the rules ask for. What reaches a hit through the project is found by name, later.
"""

import re
from collections.abc import Collection, Iterable, Mapping
from functools import cache
from importlib import import_module

from analyzer.engine.imports import ImportText
from analyzer.knowledge.lookup import libraries
from analyzer.knowledge.table import Api, Class

# Facts that are no calls of an API, and the bytes without which there are none.
_FACTS = {"nan-comparison": (b"nan", b"NaN", b"NAN")}

_DYNAMIC = (b"import_module", b"__import__")


class Prefilter:
    """Answers for one set of rules; tables of libraries are loaded when a file imports them.

    Args:
        reads: what the rules read: roles and other kinds of facts.
    """

    def __init__(self, reads: Iterable[str]) -> None:
        self.reads = frozenset(reads)
        self._facts = _patterns(word for fact, words in _FACTS.items() if fact in self.reads for word in words)
        self._words: dict[str, _Patterns] = {}

    def hit(self, text: bytes, imports: Iterable[ImportText]) -> bool:
        """Whether rules may find something that is spelt in `text`."""
        return _mentions(text, self._facts) or any(
            _mentions(text, self._words_of(library)) for library in _libraries(text, imports)
        )

    def _words_of(self, library: str) -> "_Patterns":
        if library not in self._words:
            self._words[library] = _patterns(words_of(library, self.reads))
        return self._words[library]


_Patterns = tuple[tuple[bytes, re.Pattern[bytes]], ...]


def _patterns(words: Iterable[bytes]) -> _Patterns:
    return tuple((word, re.compile(rb"\b" + re.escape(word) + rb"\b")) for word in sorted(words))


def _mentions(text: bytes, patterns: _Patterns) -> bool:
    # The plain search is ten times faster and says no to most.
    return any(word in text and pattern.search(text) for word, pattern in patterns)


def words_of(library: str, reads: Collection[str]) -> frozenset[bytes]:
    """The last name components by which code that imports `library` gets at an API with a role in `reads`.

    These are the functions and methods themselves, the classes that have such methods, and the functions that return
    an object of such a class; also of libraries that this one's names, bases or results lead to.
    """
    rows = [row for each in _related(library) for row in _rows(each)]
    asked = [row for row in rows if not set(row.roles).isdisjoint(reads)]
    names = {row.name for row in asked} | {row.name.rpartition(".")[0] for row in asked}
    owners = {row.name for row in rows if isinstance(row, Class) and row.name in names}
    grown = True
    while grown:
        heirs = {row.name for row in rows if isinstance(row, Class) and not owners.isdisjoint(row.bases)} - owners
        owners |= heirs
        grown = bool(heirs)
    makers = {row.name for row in rows if isinstance(row, Api) and not owners.isdisjoint(row.returns.split(","))}
    found = {row.name for row in asked} | owners | makers
    return frozenset(name.rpartition(".")[2].encode() for name in found)


def _libraries(text: bytes, imports: Iterable[ImportText]) -> list[str]:
    """Libraries with a table that `text` imports, by statement or by a name in a string."""
    known = libraries()
    found = {"builtins"}
    for each in imports:
        if not each.level:
            found.add(each.module.partition(".")[0])
        # `from ..vendored import pickle`, `from .compat import torch`: re-exported under its own name.
        found.update(each.names)
    if any(way in text for way in _DYNAMIC):
        found.update(library for library in known if library.encode() in text)
    return sorted(found & known)


def _rows(library: str) -> Iterable[Api | Class]:
    entries: Iterable[Api | Class] = import_module(f"analyzer.knowledge.{library}").ENTRIES
    return entries


def _aliases(library: str) -> Mapping[str, str]:
    aliases: Mapping[str, str] = getattr(import_module(f"analyzer.knowledge.{library}"), "ALIASES", {})
    return aliases


@cache
def _related(library: str) -> frozenset[str]:
    """`library` and those that its aliases, bases and results lead to."""
    found: set[str] = set()
    waiting = [library]
    while waiting:
        here = waiting.pop()
        if here in found or here not in libraries():
            continue
        found.add(here)
        names: set[str] = set(_aliases(here).values())
        for row in _rows(here):
            names.update(row.bases if isinstance(row, Class) else row.returns.split(","))
        waiting.extend({name.partition(".")[0] for name in names})
    return frozenset(found)


def known_reads() -> frozenset[str]:
    """Everything that a rule can read: all roles in the tables, and the other facts. Loads every table."""
    roles = {role for library in libraries() for row in _rows(library) for role in row.roles}
    return frozenset(roles | _FACTS.keys())
