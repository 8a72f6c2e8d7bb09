"""Which modules can matter to a question, judged by imports and names alone?"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Set

from analyzer.project.layout import Layout
from analyzer.project.names import is_package_file
from analyzer.project.summaries import TOP_LEVEL, Imported, ModuleSummary, summary_of

__all__ = ["TOP_LEVEL", "Imported", "ModuleSummary", "reach", "summary_of"]

_FORWARD_STEPS = 2

Resolver = Callable[[str, str, int], str | None]


def reach(
    summaries: Mapping[str, ModuleSummary],
    seeds: Iterable[str],
    resolve: Resolver | None = None,
    names: Set[str] | None = None,
    *,
    forward: bool = True,
) -> set[str]:
    """The modules that can matter if `seeds` do.

    These are the seeds; modules that import one, directly or through others, and mention a name that leads to it: a
    module that imports a seed's neighbour for something else is left out; and what seeds import in the project, up to
    `_FORWARD_STEPS` imports away, because values come from there. Names are compared without types, so that the answer
    is too large rather than too small.

    Args:
        summaries: internal module name to summary, for all modules that may matter.
        seeds: internal names of the modules that matter for certain.
        resolve: what an import means (`Project.resolve_import`); by default judged from the paths in `summaries`.
        names: what makes seeds matter ({"load", "loads"}): only what mentions one of them is followed up; by default
            everything in a seed is.
        forward: whether what seeds import counts; not for those who read it only when the interpreter asks for it.
    """
    if resolve is None:
        resolve = Layout({summary.path: summary.name for summary in summaries.values()}).resolve
    imported = {name: _imported(summary, resolve) for name, summary in summaries.items()}
    known = [seed for seed in seeds if seed in summaries]
    users = _users(summaries, imported, known, names)
    return users | _forward(imported, known) if forward else users


def _imported(summary: ModuleSummary, resolve: Resolver) -> dict[str, None]:
    """The project modules that a module imports; the package of a submodule only if something else is taken from it."""
    found: dict[str, None] = {}
    for each in summary.imports:
        prefix = f"{each.module}." if each.module else ""
        submodules = [resolve(summary.name, prefix + name, each.level) for name in each.names if name != "*"]
        complete = len(submodules) == len(each.names) > 0 and None not in submodules
        package = None if complete else resolve(summary.name, each.module, each.level)
        found.update(dict.fromkeys(target for target in (package, *submodules) if target is not None))
    found.pop(summary.name, None)
    return found


def _users(
    summaries: Mapping[str, ModuleSummary],
    imported: Mapping[str, Iterable[str]],
    seeds: Iterable[str],
    names: Set[str] | None,
) -> set[str]:
    """Seeds and the modules from which one can be reached by names."""
    importers: defaultdict[str, list[str]] = defaultdict(list)
    for name, targets in imported.items():
        for target in targets:
            importers[target].append(name)
    reached = set(seeds)
    users: dict[str, _User] = {}
    waiting: defaultdict[str, set[str]] = defaultdict(set)
    for seed in reached:
        own = _defined(summaries[seed]) if names is None else _User(summaries[seed]).told("", names)
        waiting[seed] |= own
    while waiting:
        source, leading = waiting.popitem()
        for importer in importers[source]:
            user = users.get(importer) or users.setdefault(importer, _User(summaries[importer]))
            if further := user.told(source.rpartition(".")[2], leading):
                reached.add(importer)
                waiting[importer] |= further
    return reached


def _defined(summary: ModuleSummary) -> set[str]:
    """Simple names of everything a module offers, also of what it takes from other modules."""
    functions = {owner.rpartition(".")[2] for owner in summary.uses if owner != TOP_LEVEL}
    taken = {name for each in summary.imports if each.names for name in each.bound}
    return {*functions, *summary.variables, *summary.classes, *taken} - {""}


class _User:
    """A module on the way up: which of its own names lead to something that matters. Every name is told once."""

    def __init__(self, summary: ModuleSummary) -> None:
        self._summary = summary
        self._is_package = is_package_file(summary.path)
        self._owners: defaultdict[str, list[str]] = defaultdict(list)
        for owner, names in summary.uses.items():
            for name in names:
                self._owners[name].append(owner)
        self._bound: defaultdict[str, set[str]] = defaultdict(set)
        for each in summary.imports:
            for name, bound in zip(each.names, each.bound, strict=False):
                self._bound[name].add(bound)
        self._found: set[str] = set()
        self._passing: dict[str, bool] = {}

    def told(self, source: str, names: Set[str]) -> set[str]:
        """Take notice that `names` of the module `source` (its last name) matter.

        Returns:
            The names of this module that lead there and were not known to, `TOP_LEVEL` for its own statements.
        """
        fresh = set(names) if self._passes_on(source) else set()
        waiting = [*names]
        while waiting:
            name = waiting.pop()
            owners = self._owners.pop(name, ())
            offered = self._bound.pop(name, set()).union(*(_offered(self._summary, owner) for owner in owners))
            waiting.extend(offered - fresh - self._found)
            fresh |= offered
        fresh -= self._found
        self._found |= fresh
        return fresh

    def _passes_on(self, source: str) -> bool:
        """Whether whoever imports this module can get at everything of the module `source` through it."""
        if source not in self._passing:
            self._passing[source] = bool(source) and any(
                "*" in each.names or (self._is_package and (source in each.names or each.module.endswith(source)))
                for each in self._summary.imports
            )
        return self._passing[source]


def _offered(summary: ModuleSummary, owner: str) -> set[str]:
    """Names by which other code gets at what `owner` does."""
    if owner == TOP_LEVEL:
        return {TOP_LEVEL, *summary.variables}
    holder, _, name = owner.rpartition(".")
    return {each for each in (holder, name) if each and not each.startswith("__")} or {owner}


def _forward(imported: Mapping[str, Iterable[str]], seeds: Iterable[str]) -> set[str]:
    """What seeds import, a few steps far."""
    reached: set[str] = set()
    edge = set(seeds)
    for _ in range(_FORWARD_STEPS):
        edge = {target for name in edge for target in imported.get(name, ())} - reached
        reached |= edge
    return reached
