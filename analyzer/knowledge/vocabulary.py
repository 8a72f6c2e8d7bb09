"""By which words does code get at what the rules ask for, and which rules can find anything in it?

Words like `load`, `fit` and `predict` stand in every second file, so they only count in code that imports a library
that has them; and a rule about request data only counts in code that can be given a request.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from analyzer.knowledge.lookup import libraries
from analyzer.knowledge.table import Api, Class

# Facts that are no calls of an API, and the words without which there are none.
FACT_WORDS = {"nan-comparison": frozenset({"nan", "NaN", "NAN", "NaT", "NA"})}


@dataclass(frozen=True, slots=True)
class Ask:
    """What one rule asks for.

    Attributes:
        reads: the roles (and other kinds of facts) it reads.
        given: kinds of origin or roles of which a library in reach must offer one, or the rule can find nothing;
            () if there is no such condition.
    """

    reads: frozenset[str]
    given: frozenset[str] = frozenset()


class Vocabulary:
    """The words of a set of asks; answers are kept."""

    def __init__(self, asks: Iterable[Ask]) -> None:
        self._asks = tuple(asks)
        self._active: dict[frozenset[str], frozenset[str]] = {}
        self._words: dict[tuple[frozenset[str], frozenset[str]], frozenset[str]] = {}

    def anchors(self, library: str) -> frozenset[str]:
        """The words without which code that imports `library` alone gives no rule anything to find."""
        reads = frozenset(read for ask in self._asks if not ask.given for read in ask.reads)
        given = frozenset(each for ask in self._asks for each in ask.given)
        return words_of(library, reads) | (words_of(library, given) if given else frozenset())

    @property
    def reads(self) -> frozenset[str]:
        """Everything that any rule reads."""
        return frozenset(read for ask in self._asks for read in ask.reads)

    def active(self, imported: frozenset[str]) -> frozenset[str]:
        """What can be read by a rule that can find something where the libraries `imported` are in reach."""
        found = self._active.get(imported)
        if found is None:
            offered = frozenset(each for library in imported & libraries() for each in offers(library))
            asks = (ask for ask in self._asks if not ask.given or not ask.given.isdisjoint(offered))
            found = self._active[imported] = frozenset(read for ask in asks for read in ask.reads)
        return found

    def words(self, imported: frozenset[str], reads: frozenset[str]) -> frozenset[str]:
        """The words by which code that imports the libraries `imported` gets at APIs with a role in `reads`."""
        key = (imported, reads)
        found = self._words.get(key)
        if found is None:
            known = imported & libraries()
            words = {word for library in known for word in words_of(library, reads)}
            words.update(word for fact in FACT_WORDS.keys() & reads for word in FACT_WORDS[fact])
            found = self._words[key] = frozenset(words)
        return found


@cache
def words_of(library: str, reads: frozenset[str]) -> frozenset[str]:
    """The last name components by which code that imports `library` gets at an API with a role or origin in `reads`.

    These are the functions and methods themselves, the classes that have such methods, and the functions that return
    an object of such a class; also of libraries that this one's names, bases or results lead to.
    """
    rows = [row for each in related(library) for row in _rows(each)]
    asked = [row for row in rows if not reads.isdisjoint((*row.roles, row.origin, _handled(row)))]
    names = {row.name for row in asked} | {row.name.rpartition(".")[0] for row in asked}
    owners = {row.name for row in rows if isinstance(row, Class) and row.name in names}
    grown = True
    while grown:
        heirs = {row.name for row in rows if isinstance(row, Class) and not owners.isdisjoint(row.bases)} - owners
        owners |= heirs
        grown = bool(heirs)
    makers = {row.name for row in rows if isinstance(row, Api) and not owners.isdisjoint(row.returns.split(","))}
    found = {row.name for row in asked} | owners | makers
    return frozenset(name.rpartition(".")[2] for name in found)


def _handled(row: Api | Class) -> str:
    """The origin of what a framework gives to methods of a class."""
    return row.option("handler_origin") if isinstance(row, Class) else ""


@cache
def offers(library: str) -> frozenset[str]:
    """The kinds of origin and the roles that the tables of a library speak of."""
    origins = {row.origin for row in _rows(library) if row.origin}
    handlers = {_handled(row) for row in _rows(library)}
    return frozenset(origins | handlers | {role for row in _rows(library) for role in row.roles}) - {""}


@cache
def related(library: str) -> frozenset[str]:
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


def _rows(library: str) -> Collection[Api | Class]:
    entries: Collection[Api | Class] = import_module(f"analyzer.knowledge.{library}").ENTRIES
    return entries


def _aliases(library: str) -> Mapping[str, str]:
    aliases: Mapping[str, str] = getattr(import_module(f"analyzer.knowledge.{library}"), "ALIASES", {})
    return aliases
