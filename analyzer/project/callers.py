"""Which modules can matter to a question, judged by imports and names alone?"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping

import msgspec

from analyzer.project.layout import Layout
from analyzer.project.names import is_package_file
from analyzer.syntax import ir

TOP_LEVEL = "<module>"
"""The key of `ModuleSummary.uses` for statements outside of functions."""

_FORWARD_STEPS = 2

Resolver = Callable[[str, str, int], str | None]


class Imported(msgspec.Struct, frozen=True, array_like=True):
    """An import as written; `names` are taken from the module ("*" for all, empty for the module itself).

    `bound` are the names by which the importing module knows them, in the same order; one if `names` is empty.
    """

    module: str
    level: int
    names: tuple[str, ...]
    bound: tuple[str, ...]


class ModuleSummary(msgspec.Struct, frozen=True, array_like=True):
    """What is known of a module without interpreting it; small enough to be cached beside the IR.

    Attributes:
        name: internal name of the module.
        path: its relative POSIX path.
        imports: every import in it, also inside functions.
        uses: per top-level function, per method (`Class.method`) and for the rest (`TOP_LEVEL`): the names that are
            called or mentioned, attributes by their last name, sorted. A function that is only passed on counts.
        variables: names that top-level statements assign, sorted.
        classes: the top-level classes.
    """

    name: str
    path: str
    imports: tuple[Imported, ...]
    uses: dict[str, tuple[str, ...]]
    variables: tuple[str, ...]
    classes: tuple[str, ...]

    @property
    def identifiers(self) -> frozenset[str]:
        """Every name that the module calls or mentions."""
        return frozenset(name for names in self.uses.values() for name in names)


def summary_of(module: ir.Module) -> ModuleSummary:
    """Summarise a module in one walk over its tree."""
    walk = _Walk()
    walk.statements(module.body, TOP_LEVEL)
    return ModuleSummary(
        name=module.name,
        path=module.path,
        imports=tuple(dict.fromkeys(walk.imports)),
        uses={owner: tuple(sorted(names)) for owner, names in walk.uses.items()},
        variables=tuple(sorted(walk.variables)),
        classes=tuple(dict.fromkeys(walk.classes)),
    )


class _Walk:
    """Collects facts without recursion: generated code nests deeply."""

    def __init__(self) -> None:
        self.imports: list[Imported] = []
        self.uses: defaultdict[str, set[str]] = defaultdict(set)
        self.variables: set[str] = set()
        self.classes: list[str] = []

    def statements(self, body: Iterable[ir.Stmt], owner: str) -> None:
        """Walk statements on behalf of a function, method or the top level."""
        waiting: list[tuple[ir.Node, str]] = [(statement, owner) for statement in body]
        while waiting:
            node, owner = waiting.pop()
            inner = self._visit(node, owner)
            waiting.extend((child, inner) for child in _children(node))

    def _visit(self, node: ir.Node, owner: str) -> str:
        """Note what a node says; the owner of what is inside it."""
        match node:
            case ir.Name(id=name) | ir.Attribute(name=name):
                self.uses[owner].add(name)
            case ir.Function(name=name) if owner == TOP_LEVEL or owner.endswith("."):
                owner = name if owner == TOP_LEVEL else owner + name
                self.uses[owner].update(())
            case ir.Class(name=name) if owner == TOP_LEVEL:
                self.classes.append(name)
                owner = f"{name}."
            case ir.Import(names=names):
                for alias in names:
                    bound = alias.bound or alias.name.partition(".")[0]
                    self.imports.append(Imported(alias.name, 0, (), (bound,)))
            case ir.ImportFrom(module=module, level=level, names=names):
                taken = tuple(alias.name for alias in names)
                bound_as = tuple(alias.bound or alias.name for alias in names)
                self.imports.append(Imported(module, level, taken, bound_as))
            case ir.Assign(targets=targets):
                self._bind(owner, [target.id for target in targets if isinstance(target, ir.Name)])
            case ir.AnnAssign(target=ir.Name(id=name)):
                self._bind(owner, [name])
            case _:
                pass
        return owner

    def _bind(self, owner: str, names: Iterable[str]) -> None:
        if owner == TOP_LEVEL:
            self.variables.update(names)


_NODE_FIELDS: dict[type[ir.Node], tuple[str, ...]] = {}


def _children(node: ir.Node) -> Iterator[ir.Node]:
    """The nodes directly inside a node."""
    kind = type(node)
    fields = _NODE_FIELDS.get(kind)
    if fields is None:
        fields = _NODE_FIELDS[kind] = tuple(_fields_with_nodes(kind))
    for field in fields:
        value = getattr(node, field)
        if isinstance(value, tuple):
            yield from value
        elif value is not None:
            yield value


def _fields_with_nodes(kind: type[ir.Node]) -> Iterator[str]:
    """The fields of a struct whose declared type mentions another struct of the IR."""
    for field in kind.__struct_fields__:
        declared = repr(kind.__annotations__.get(field, int))
        if "Expr" in declared or "Stmt" in declared or ir.__name__ in declared or "Parameter" in declared:
            yield field


def reach(summaries: Mapping[str, ModuleSummary], seeds: Iterable[str], resolve: Resolver | None = None) -> set[str]:
    """The modules that can matter if `seeds` do.

    These are the seeds; modules that import one, directly or through others, and mention a name that leads to it: a
    module that imports a seed's neighbour for something else is left out; and what seeds import in the project, up to
    `_FORWARD_STEPS` imports away, because values come from there. Names are compared without types, so that the answer
    is too large rather than too small.

    Args:
        summaries: internal module name to summary, for all modules that may matter.
        seeds: internal names of the modules that matter for certain.
        resolve: what an import means (`Project.resolve_import`); by default judged from the paths in `summaries`.
    """
    if resolve is None:
        resolve = Layout({summary.path: summary.name for summary in summaries.values()}).resolve
    imported = {name: _imported(summary, resolve) for name, summary in summaries.items()}
    known = [seed for seed in seeds if seed in summaries]
    return _users(summaries, imported, known) | _forward(imported, known)


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
    summaries: Mapping[str, ModuleSummary], imported: Mapping[str, Iterable[str]], seeds: Iterable[str]
) -> set[str]:
    """Seeds and the modules from which one can be reached by names."""
    importers: defaultdict[str, list[str]] = defaultdict(list)
    for name, targets in imported.items():
        for target in targets:
            importers[target].append(name)
    names = {seed: _defined(summaries[seed]) for seed in seeds}
    reached = set(names)
    waiting = list(names)
    while waiting:
        source = waiting.pop()
        for importer in importers[source]:
            leading = _leading(summaries[importer], source, names[source])
            before = names.get(importer, set())
            if leading - before:
                names[importer] = before | leading
                reached.add(importer)
                waiting.append(importer)
    return reached


def _defined(summary: ModuleSummary) -> set[str]:
    """Simple names of everything a module offers, also of what it takes from other modules."""
    functions = {owner.rpartition(".")[2] for owner in summary.uses if owner != TOP_LEVEL}
    taken = {name for each in summary.imports if each.names for name in each.bound}
    return {*functions, *summary.variables, *summary.classes, *taken} - {""}


def _leading(summary: ModuleSummary, source: str, targets: set[str]) -> set[str]:
    """Names of a module by which `targets` of `source` can be reached, `TOP_LEVEL` for its own statements."""
    found = _taken(summary, source.rpartition(".")[2], targets)
    wanted = targets | found
    waiting = dict(summary.uses)
    while hits := [owner for owner, names in waiting.items() if not wanted.isdisjoint(names)]:
        for owner in hits:
            del waiting[owner]
            added = _offered(summary, owner)
            found |= added
            wanted |= added
    return found


def _taken(summary: ModuleSummary, source: str, targets: set[str]) -> set[str]:
    """The names by which a module knows `targets` that it imports; a package passes on the modules that it imports."""
    is_package = is_package_file(summary.path)
    found: set[str] = set()
    for each in summary.imports:
        if "*" in each.names or (is_package and (source in each.names or each.module.endswith(source))):
            found |= targets
        if each.names:
            found.update(bound for name, bound in zip(each.names, each.bound, strict=True) if name in targets)
    return found


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
