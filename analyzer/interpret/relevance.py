"""Which functions can lead to a fact that is wanted, judged by the names they mention?

A function is relevant if it mentions a word of an API that the rules ask for (of a library its module imports), or a
function of the project that is relevant. Only relevant functions are entered from outside; others are run when a
relevant one calls them, for what they return. The judgement is by name, so it errs on the side of running too much.
"""

from collections.abc import Iterator
from functools import cache
from typing import Final

from analyzer.knowledge.lookup import canonical, libraries, lookup
from analyzer.knowledge.table import Api
from analyzer.knowledge.vocabulary import FREE, Vocabulary
from analyzer.project.project import Project
from analyzer.project.summaries import BUILT_IN, TOP_LEVEL, Imported, ModuleSummary

Wanted = tuple[frozenset[str], ...]
"""What is wanted of code that is 0, 1, … calls away from a function."""

_EVERYWHERE: Final = frozenset({"__init__", "__call__", "forward", "get", "items", "append", "format", "join", "self"})


class Relevance:
    """Answers for one project and one set of wanted facts; summaries and answers are kept."""

    def __init__(self, project: Project, vocabulary: Vocabulary, wanted: Wanted) -> None:
        self._project = project
        self._vocabulary = vocabulary
        self._wanted = wanted
        self._words: dict[tuple[str, frozenset[str]], frozenset[str]] = {}
        self._bindings: dict[str, dict[str, tuple[str, str]]] = {}
        self._owners: dict[str, dict[str, list[str]]] = {}
        self._outside: dict[str, dict[str, str]] = {}
        self._answers: dict[tuple[str, str, int], bool] = {}

    def leads(self, module: str, qualname: str, calls: int = 0) -> bool:
        """Whether the function or method `qualname` of `module` can lead to a wanted fact, `calls` calls away."""
        key = (module, qualname, calls)
        known = self._answers.get(key)
        if known is None:
            self._answers[key] = False  # while it is being found out: recursion adds nothing
            known = self._answers[key] = self._leads(module, qualname, calls)
        return known

    def _leads(self, module: str, qualname: str, calls: int) -> bool:
        summary = self._summary(module)
        if summary is None:
            return False
        used = summary.uses.get(qualname)
        if used is None:
            return True  # not a function that the summary tells apart
        mentioned = self._words_of(module, self._wanted[calls]).intersection(used)
        members = summary.members.get(qualname, {})
        if any(not self._is_other(module, word, members.get(word, ())) for word in mentioned):
            return True
        if calls == len(self._wanted) - 1:
            return False
        bindings, owners = self._bindings[module], self._owners[module]
        for name in used:
            if name in _EVERYWHERE:
                continue
            for owner in owners.get(name, ()):
                if owner != qualname and self.leads(module, owner, calls + 1):
                    return True
            target = bindings.get(name)
            if target is not None and self._imported_leads(*target, used, calls + 1):
                return True
        return False

    def _is_other(self, module: str, word: str, bases: tuple[str, ...]) -> bool:
        """Whether `word` is known to be nothing that is asked for, because it is a member of `bases` alone.

        `tl.load` is not `torch.load` if `tl` is a library without a table, nor is `json.load`, of which a table says
        nothing that a rule asks for.
        """
        outside = self._outside[module]
        return bool(bases) and all(base in outside and _is_plain(f"{outside[base]}.{word}") for base in bases)

    def _imported_leads(self, module: str, name: str, used: tuple[str, ...], calls: int) -> bool:
        """Whether an imported function, class or, for a module, one of its functions that is mentioned, leads there."""
        if self._summary(module) is None:
            return False
        owners = self._owners[module]
        wanted = used if not name else (name,)
        for each in wanted:
            for owner in owners.get(each, ()):
                if self.leads(module, owner, calls):
                    return True
            onward = self._bindings[module].get(each)  # a re-export
            further = calls + 1 < len(self._wanted)
            if name and onward is not None and further and self._imported_leads(*onward, used, calls + 1):
                return True
        return False

    def _summary(self, module: str) -> ModuleSummary | None:
        summary = self._project.summary(module)
        if summary is not None and module not in self._owners:
            self._read(module, summary)
        return summary

    def _read(self, module: str, summary: ModuleSummary) -> None:
        bindings: dict[str, tuple[str, str]] = {}
        outside: dict[str, str] = {}
        unclear = {*summary.variables, *summary.classes, *summary.uses}
        for imported in summary.imports:
            for name, bound in zip(imported.names or ("",), imported.bound, strict=False):
                target = self._target(module, imported.module, imported.level, name)
                if target is not None:
                    bindings[bound] = target
                whole = _qualified(imported, name, bound)
                if target is not None or imported.level or outside.get(bound, whole) != whole:
                    unclear.add(bound)
                outside[bound] = whole
        owners: dict[str, list[str]] = {}
        for owner in summary.uses:
            if owner != TOP_LEVEL:
                head, _, method = owner.partition(".")
                owners.setdefault(method or head, []).append(owner)
                if method == "__init__":
                    owners.setdefault(head, []).append(owner)
        self._bindings[module], self._owners[module] = bindings, owners
        self._outside[module] = {name: whole for name, whole in outside.items() if name not in unclear}

    def _target(self, module: str, source: str, level: int, name: str) -> tuple[str, str] | None:
        if not name:
            inside = self._project.resolve_import(module, source, level)
            return None if inside is None else (inside, "")
        submodule = self._project.resolve_import(module, f"{source}.{name}" if source else name, level)
        if submodule is not None:
            return submodule, ""
        inside = self._project.resolve_import(module, source, level)
        return None if inside is None else (inside, name)

    def _words_of(self, module: str, roles: frozenset[str]) -> frozenset[str]:
        words = self._words.get((module, roles))
        if words is None:
            summary = self._summary(module)
            imported = frozenset(self._in_reach(module, summary)) if summary is not None else frozenset()
            words = self._vocabulary.words(imported, roles)
            if summary is not None:
                words = words.union(_other_names(summary, words))
            self._words[module, roles] = words
        return words

    def _in_reach(self, module: str, summary: ModuleSummary) -> Iterator[str]:
        """The libraries that a module imports, and those of the project's modules whose variables it uses.

        What was made with a library elsewhere, such as a model, has its methods here without an import.
        """
        yield from _libraries(summary)
        mentioned = summary.identifiers
        for target, name in self._bindings[module].values():
            other = self._project.summary(target)
            used = other is not None and (name in other.variables or (not name and mentioned & {*other.variables}))
            if other is not None and used:
                yield from _libraries(other)


def _qualified(imported: Imported, name: str, bound: str) -> str:
    """What an import binds, if it is not of the project."""
    if name:
        return f"{imported.module}.{name}"
    return bound if imported.module.startswith(f"{bound}.") else imported.module


@cache
def _is_plain(qualified: str) -> bool:
    """Whether a member of a library is one that nobody asks for: without a table, or a function without a role."""
    if canonical(qualified).partition(".")[0] not in libraries():
        return True
    row = lookup(qualified)
    return isinstance(row, Api) and not (row.roles or row.origin or row.returns)


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
    for imported in summary.imports:
        if not imported.level:
            yield imported.module.partition(".")[0]
        yield from imported.names


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
