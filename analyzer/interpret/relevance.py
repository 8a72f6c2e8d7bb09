"""Which functions can lead to a fact that is wanted, judged by the names they mention?

A function is relevant if it mentions a word of an API that the rules ask for (of a library its module imports), or a
function of the project that is relevant. Only relevant functions are entered from outside; others are run when a
relevant one calls them, for what they return. The judgement is by name, so it errs on the side of running too much.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Final

from analyzer.knowledge.lookup import canonical, libraries, lookup, modules
from analyzer.knowledge.table import Api
from analyzer.knowledge.vocabulary import BY_FORM, FACT_WORDS, FREE, Vocabulary
from analyzer.project.project import Project
from analyzer.project.summaries import BUILT_IN, RECEIVERS, TOP_LEVEL, Imported, ModuleSummary

Wanted = tuple[frozenset[str], ...]
"""What is wanted of code that is 0, 1, … calls away from a function."""

Target = tuple[str, str]
"""A module of the project and a name in it, empty for the module itself."""

_MOST_EXPORTS: Final = 4  # modules that hand on a class, one to the other
_FACT_WORDS: Final = frozenset().union(*FACT_WORDS.values())
_EVERYWHERE: Final = frozenset({"__init__", "__call__", "forward", "get", "items", "append", "format", "join", "self"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Links:
    """The names of one module.

    Attributes:
        summary: of the module.
        bindings: the names that are imported from the project.
        inside: those of them that have no other meaning.
        outside: the names that stand for a library or for what is in one, and nothing else: with its qualified name.
        owners: per name of a function, a method or a class that is made, the keys of `ModuleSummary.uses`.
    """

    summary: ModuleSummary
    bindings: dict[str, Target]
    inside: dict[str, Target]
    outside: dict[str, str]
    owners: dict[str, list[str]]


class ProjectLinks:
    """The names of all modules of a project; answers are kept."""

    def __init__(self, project: Project) -> None:
        self._project = project
        self._known: dict[str, Links | None] = {}
        self._in_reach: dict[str, frozenset[str]] = {}

    def of(self, module: str) -> Links | None:
        """The names of `module`; None if nothing is known of it."""
        if module not in self._known:
            summary = self._project.summary(module)
            self._known[module] = None if summary is None else self._read(module, summary)
        return self._known[module]

    def method(self, module: str, base: str, word: str) -> Target | None:
        """The module and the name of the method `word` of the project's class that `module` knows as `base`."""
        for _ in range(_MOST_EXPORTS):
            links = self.of(module)
            if links is None:
                return None
            if base in links.summary.classes and base not in links.bindings:
                name = f"{base}.{word}"
                return (module, name) if name in links.summary.uses else None
            module, base = links.inside.get(base, ("", ""))
        return None

    def libraries(self, module: str) -> frozenset[str]:
        """The libraries that a module imports, and those of the project's modules whose variables it uses.

        What was made with a library elsewhere, such as a model, has its methods here without an import.
        """
        if module not in self._in_reach:
            links = self.of(module)
            self._in_reach[module] = frozenset() if links is None else frozenset(self._in_reach_of(links))
        return self._in_reach[module]

    def _in_reach_of(self, links: Links) -> Iterator[str]:
        yield from _libraries(links.summary)
        mentioned = links.summary.identifiers
        for target, name in links.bindings.values():
            other = self._project.summary(target)
            used = other is not None and (name in other.variables or (not name and mentioned & {*other.variables}))
            if other is not None and used:
                yield from _libraries(other)

    def _read(self, module: str, summary: ModuleSummary) -> Links:
        bindings: dict[str, Target] = {}
        meanings: dict[str, set[str]] = {}
        outside: set[str] = set()
        for imported in summary.imports:
            for name, bound in zip(imported.names or ("",), imported.bound, strict=False):
                target = self._target(module, imported.module, imported.level, name)
                if target is not None:
                    bindings[bound] = target
                elif not imported.level:
                    outside.add(bound)
                meanings.setdefault(bound, set()).add("." * imported.level + _qualified(imported, name, bound))
        owners: dict[str, list[str]] = {}
        for owner in summary.uses:
            if owner != TOP_LEVEL:
                head, _, method = owner.partition(".")
                owners.setdefault(method or head, []).append(owner)
                if method == "__init__":
                    owners.setdefault(head, []).append(owner)
        given = {*summary.variables, *summary.classes, *summary.uses}
        clear = {bound: found.pop() for bound, found in meanings.items() if len(found) == 1 and bound not in given}
        return Links(
            summary=summary,
            bindings=bindings,
            inside={name: target for name, target in bindings.items() if name in clear},
            outside={name: whole for name, whole in clear.items() if name in outside},
            owners=owners,
        )

    def _target(self, module: str, source: str, level: int, name: str) -> Target | None:
        if not name:
            inside = self._project.resolve_import(module, source, level)
            return None if inside is None else (inside, "")
        submodule = self._project.resolve_import(module, f"{source}.{name}" if source else name, level)
        if submodule is not None:
            return submodule, ""
        inside = self._project.resolve_import(module, source, level)
        return None if inside is None else (inside, name)


class Relevance:
    """Answers for one project and one set of wanted facts; they are kept."""

    def __init__(self, links: ProjectLinks, vocabulary: Vocabulary, wanted: Wanted) -> None:
        self._links = links
        self._vocabulary = vocabulary
        self._wanted = wanted
        self._words: dict[tuple[str, int], frozenset[str]] = {}
        self._answers: dict[tuple[str, str, int, int], bool] = {}

    def leads(self, module: str, qualname: str, calls: int = 0, off: int = 0) -> bool:
        """Whether a function or method can lead to a wanted fact.

        Args:
            module: the module of the function.
            qualname: the function or method.
            calls: how many calls were followed to it already; not many are.
            off: how many calls the first of these functions was away from where the interpreter began: what is wanted
                nearby only is not looked for from there.
        """
        key = (module, qualname, calls, off)
        known = self._answers.get(key)
        if known is None:
            self._answers[key] = False  # while it is being found out: recursion adds nothing
            known = self._answers[key] = self._leads(module, qualname, calls, off)
        return known

    def _leads(self, module: str, qualname: str, calls: int, off: int) -> bool:
        links = self._links.of(module)
        if links is None:
            return False
        used = links.summary.uses.get(qualname)
        if used is None:
            return True  # not a function that the summary tells apart
        words = self._words_of(links, min(calls + off, len(self._wanted) - 1))
        mentioned = words.intersection(used)
        members = links.summary.members.get(qualname, {})
        if any(not self._is_other(links, word, members.get(word, ())) for word in mentioned):
            return True
        owner, _, method = qualname.rpartition(".")
        if owner and method and not words.isdisjoint(links.summary.uses.get(f"{owner}.", ())):
            return True  # what a framework calls by the class that it derives from
        if calls == len(self._wanted) - 1:
            return False
        if any(self._methods_lead(module, word, members[word], calls + 1, off) for word in mentioned):
            return True
        for name in used:
            if name in _EVERYWHERE:
                continue
            if not _is_outside(links, members.get(name, ())):
                for owner in links.owners.get(name, ()):
                    if owner != qualname and self.leads(module, owner, calls + 1, off):
                        return True
            target = links.bindings.get(name)
            if target is not None and self._imported_leads(*target, used, calls + 1, off):
                return True
        return False

    def _is_other(self, links: Links, word: str, bases: tuple[str, ...]) -> bool:
        """Whether `word` is known to be nothing that is asked for, because it is a member of `bases` alone.

        `tl.load` is not `torch.load` if `tl` is a library without a table, nor is `json.load`, of which a table says
        nothing that a rule asks for, nor `Settings.load` or `self.load` if the class is the project's and has a `load`.
        """
        outside, module = links.outside, links.summary.name
        return bool(bases) and all(
            _is_plain(outside[base], word)
            if base in outside
            else base in RECEIVERS or self._links.method(module, base, word) is not None
            for base in bases
        )

    def _methods_lead(self, module: str, word: str, bases: tuple[str, ...], calls: int, off: int) -> bool:
        """Whether a method `word` of one of the project's classes `bases`, known in `module`, leads there."""
        found = (self._links.method(module, base, word) for base in bases)
        return any(self.leads(*method, calls, off) for method in found if method is not None)

    def _imported_leads(self, module: str, name: str, used: tuple[str, ...], calls: int, off: int) -> bool:
        """Whether an imported function, class or, for a module, one of its functions that is mentioned, leads there."""
        links = self._links.of(module)
        if links is None:
            return False
        wanted = used if not name else (name,)
        for each in wanted:
            for owner in links.owners.get(each, ()):
                if self.leads(module, owner, calls, off):
                    return True
            onward = links.bindings.get(each)  # a re-export
            further = calls + 1 < len(self._wanted)
            if name and onward is not None and further and self._imported_leads(*onward, used, calls + 1, off):
                return True
        return False

    def _words_of(self, links: Links, calls: int) -> frozenset[str]:
        module = links.summary.name
        words = self._words.get((module, calls))
        if words is None:
            words = self._vocabulary.words(self._links.libraries(module), self._wanted[calls])
            words = self._words[module, calls] = words.union(_other_names(links.summary, words))
        return words


def _is_outside(links: Links, bases: tuple[str, ...]) -> bool:
    """Whether a member of `bases` alone is a library's: `json.load` is no `load` of this module."""
    return bool(bases) and all(base in links.outside for base in bases)


@cache
def _is_plain(base: str, word: str) -> bool:
    """Whether member `word` of `base`, a name of a library, is one that nobody asks for.

    That is a member of a library without a table, a function without a role, or a name that the table of a library does
    not know, nor as a part of longer ones; of an object that a table speaks of all members may be asked for.
    """
    qualified = canonical(f"{base}.{word}")
    library = qualified.partition(".")[0]
    if library not in libraries():
        return True
    row = lookup(qualified)
    if row is not None:
        return isinstance(row, Api) and not (row.roles or row.origin or row.returns)
    return lookup(base) is None and word not in _FACT_WORDS and qualified not in modules(library)


def _qualified(imported: Imported, name: str, bound: str) -> str:
    """What an import binds, if it is not of the project."""
    if name:
        return f"{imported.module}.{name}"
    return bound if imported.module.startswith(f"{bound}.") else imported.module


def _other_names(summary: ModuleSummary, words: frozenset[str]) -> Iterator[str]:
    """The names that a module gives to what `words` name: `from pickle import loads as decode`, `read = loads`."""
    for imported in summary.imports:
        for name, bound in zip(imported.names, imported.bound, strict=False):
            if (name in words and bound != name) or (imported.module == "builtins" and BUILT_IN + name in words):
                yield bound
    for bound, name in summary.aliases:
        if name in words or BUILT_IN + name in words:
            yield bound


def _libraries(summary: ModuleSummary) -> Iterator[str]:
    """The top-level packages that a module may import; names taken from anywhere count, they may be re-exports."""
    yield "builtins"
    yield from FREE.intersection(summary.identifiers)
    yield from _by_form(summary)
    for imported in summary.imports:
        if not imported.level:
            yield imported.module.partition(".")[0]
        yield from imported.names


def _by_form(summary: ModuleSummary) -> Iterator[str]:
    """The libraries that may run functions of a module which does not import them."""
    mentioned = summary.identifiers.union(summary.uses)
    for library, words in BY_FORM.items():
        if not mentioned.isdisjoint(words) or any(each.module.endswith(words) for each in summary.imports):
            yield library


def imported_libraries(project: Project, module: str, depth: int = 1) -> frozenset[str]:
    """The top-level packages that a module and, to `depth` steps, the project modules it imports may import."""
    found: set[str] = set()
    level, seen = [module], {module}
    for _ in range(depth + 1):
        following: list[str] = []
        for each in level:
            summary = project.summary(each)
            if summary is None:
                continue
            found.update(_libraries(summary))
            for imported in summary.imports:
                inside = project.resolve_import(each, imported.module, imported.level)
                for target in {inside, *(f"{inside}.{name}" for name in imported.names)} if inside else set():
                    if target is not None and target not in seen and target in project.paths:
                        seen.add(target)
                        following.append(target)
        level = sorted(following)
    return frozenset(found)
