"""By which name does a module reach an API, and which import would it take?"""

from collections.abc import Iterator
from dataclasses import dataclass

from analyzer.syntax import ir
from analyzer.syntax.walk import names_in, walk


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """One import of a name.

    Attributes:
        target: the qualified name it stands for; empty for what is imported relative to the project.
        loads: the modules that are certain to be there after it.
        statement: the import.
        top: whether it is one of the module's own statements, which run in any case.
    """

    target: str
    loads: frozenset[str]
    statement: ir.Import | ir.ImportFrom
    top: bool


class Names:
    """The names of one module, in all of its scopes at once: a name with two meanings has none here."""

    def __init__(self, module: ir.Module) -> None:
        self._imports: dict[str, list[Imported]] = {}
        self._others: set[str] = set()
        top = {id(statement) for statement in module.body}
        members = {
            id(each)
            for node in walk(module)
            if isinstance(node, ir.Class)
            for each in node.body
            if isinstance(each, ir.Function)
        }
        for node in walk(module):
            if isinstance(node, ir.Import | ir.ImportFrom):
                for name, imported in _imported(node, id(node) in top):
                    self._imports.setdefault(name, []).append(imported)
            elif id(node) not in members:
                self._others.update(_bound(node))

    def is_bound(self, name: str) -> bool:
        """Whether any statement gives `name` a meaning."""
        return name in self._imports or name in self._others

    def qualified(self, expression: ir.Expr) -> str | None:
        """What a dotted name stands for, if imports alone decide it; None for every other expression."""
        attributes: list[str] = []
        while isinstance(expression, ir.Attribute):
            attributes.append(expression.name)
            expression = expression.base
        if not isinstance(expression, ir.Name) or expression.id in self._others:
            return None
        targets = {each.target for each in self._imports.get(expression.id, ())}
        if len(targets) != 1 or "" in targets:
            return None
        return ".".join((targets.pop(), *reversed(attributes)))

    def import_of(self, name: str) -> Imported | None:
        """The only import of `name`; None if there are several, or other statements that bind it."""
        found = self._imports.get(name, ())
        return found[0] if len(found) == 1 and name not in self._others else None

    def reaching(self, api: str, before: int) -> str | None:
        """The name of `api` after the imports that stand before byte `before`; None if there is none."""
        parent = api.rpartition(".")[0]
        for name, found in self._imports.items():
            each = found[0]
            if len(found) > 1 or name in self._others or not each.top or each.statement.end > before:
                continue
            if each.target == api:
                return name
            if parent in each.loads and (parent == each.target or parent.startswith(f"{each.target}.")):
                return name + api.removeprefix(each.target)
        return None


def _imported(node: ir.Import | ir.ImportFrom, top: bool) -> Iterator[tuple[str, Imported]]:
    for alias in node.names:
        if isinstance(node, ir.Import):
            parts = alias.name.split(".")
            loads = frozenset(".".join(parts[: end + 1]) for end in range(len(parts)))
            target = alias.name if alias.bound else parts[0]
            yield alias.bound or parts[0], Imported(target=target, loads=loads, statement=node, top=top)
        elif alias.name != "*":
            target = "" if node.level else f"{node.module}.{alias.name}"
            found = Imported(target=target, loads=frozenset((target,)), statement=node, top=top)
            yield alias.bound or alias.name, found


def _bound(node: ir.Node) -> Iterator[str]:
    """The names that a node other than an import binds; `yaml = None`, where an import has failed, is no meaning."""
    match node:
        case ir.Assign(targets=targets, value=value):
            if not (isinstance(value, ir.Const) and value.value is None):
                for target in targets:
                    yield from names_in(target)
        case ir.AnnAssign(target=target) | ir.AugAssign(target=target) | ir.For(target=target):
            yield from names_in(target)
        case ir.Clause(target=target):
            yield from names_in(target)
        case ir.WithItem(target=target) if target is not None:
            yield from names_in(target)
        case ir.Handler(name=name) if name is not None:
            yield name
        case ir.Case(binds=binds):
            yield from binds
        case ir.Walrus(name=name) | ir.Parameter(name=name) | ir.Function(name=name) | ir.Class(name=name):
            yield name
        case _:
            return
