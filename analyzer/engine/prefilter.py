"""Can a file matter to the active rules, judged by its bytes?

Words like `load`, `fit` and `predict` stand in every second file. A file is a hit if it imports a library and mentions
a word of that library's API that the rules ask for. What reaches a hit through the project is found by name, later.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from analyzer.engine.imports import ImportText
from analyzer.engine.registry import LoadedRule
from analyzer.knowledge.lookup import libraries
from analyzer.knowledge.vocabulary import BY_FORM, FACT_WORDS, FREE, Ask, Vocabulary, offers, words_of
from analyzer.project.summaries import BUILT_IN

_FREE = tuple((library, f"{library}.".encode()) for library in sorted(FREE))
_BY_FORM = tuple((library, word.encode()) for library, words in BY_FORM.items() for word in words)
_DYNAMIC = (b"import_module", b"__import__")


def vocabulary_of(rules: Iterable[LoadedRule]) -> Vocabulary:
    """What the rules ask for; all of them must have been loaded."""
    return Vocabulary(Ask(frozenset(each.rule.reads), frozenset(each.rule.given), each.rule.reach) for each in rules)


class Prefilter:
    """Answers for one vocabulary; tables of libraries are loaded when a file imports them."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        facts = FACT_WORDS.keys() & vocabulary.reads
        self._facts = _patterns(word for fact in facts for word in FACT_WORDS[fact])
        self._anchors = vocabulary.all_anchors  # which libraries are in reach is not known yet
        self._words: dict[str, _Patterns] = {}

    def has_facts(self, text: bytes) -> bool:
        """Whether `text` may hold facts that are no calls; who calls the code around them does not matter."""
        return any(True for _ in _mentioned(text, self._facts))

    def words_in(self, text: bytes, imports: Iterable[ImportText]) -> frozenset[str]:
        """The words in `text` by which it may get at an API that the rules ask for; none if it cannot."""
        found: set[str] = set()
        for library in _libraries(text, imports):
            found.update(_mentioned(text, self._words_of(library)))
        return frozenset(found)

    def _words_of(self, library: str) -> "_Patterns":
        if library not in self._words:
            self._words[library] = _patterns(words_of(library, self._anchors))
        return self._words[library]


_Patterns = tuple[tuple[str, bytes, bytes], ...]


def _patterns(words: Iterable[str]) -> _Patterns:
    return tuple((word, *each) for word in sorted(words) for each in _ways(word))


def _ways(word: str) -> Iterator[tuple[bytes, bytes]]:
    """How code spells `word`: what to look for, plainly and then as a regular expression."""
    name = word.removeprefix(BUILT_IN).encode()
    if not word.startswith(BUILT_IN):
        yield name, rb"\b" + re.escape(name) + rb"\b"
        return
    # The name on its own and called, or passed on; `model.eval()`, `def eval(`, `"eval"` and prose are not it, nor is a
    # member that is named in place, or none (`globals()["__file__"]`, `locals().items()`). What comes before is asked
    # last: a search for a plain beginning is fast.
    before = rb"(?<![\w.\"'`#/*-]" + name + rb")(?<!def " + name + rb")"
    called = rb"(?=\()(?!\(\)(?:\[[\"']|\.(?:items|keys|values|update|copy)\b))" + before
    passed_on = rb"(?=\s*(?:[,)\]};\n#]|$))(?:(?<=[=(,\[{:]" + name + rb")|(?<=[=(,\[{:] " + name + rb"))"
    yield name, name + rb"(?:" + called + rb"|" + passed_on + rb")"
    yield b"builtin", rb"builtins?_*\b[^\n]*\b" + name + rb"\b"


def _mentioned(text: bytes, patterns: _Patterns) -> Iterator[str]:
    # The plain search is ten times faster and says no to most; of a small scan, few expressions are ever compiled.
    return (word for word, plain, pattern in patterns if plain in text and _compiled(pattern).search(text))


_compiled = cache(re.compile)


def _libraries(text: bytes, imports: Iterable[ImportText]) -> list[str]:
    """Libraries with a table that `text` imports, by statement or by a name in a string, or may use without."""
    known = libraries()
    found = {"builtins", *(library for library, name in (*_FREE, *_BY_FORM) if name in text)}
    for each in imports:
        if not each.level:
            found.add(each.module.partition(".")[0])
        # `from ..vendored import pickle`, `from .compat import torch`: re-exported under its own name.
        found.update(each.names)
    if any(way in text for way in _DYNAMIC):
        found.update(library for library in known if library.encode() in text)
    return sorted(found & known)


def known_reads() -> frozenset[str]:
    """Everything that a rule can read: all roles and origins in the tables, and the other facts. Loads every table."""
    return frozenset(each for library in libraries() for each in offers(library)) | FACT_WORDS.keys()
