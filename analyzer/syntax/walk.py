"""Which nodes and which functions does a module hold?"""

from collections.abc import Iterable, Iterator
from functools import cache

from analyzer.syntax import ir

_BODIES = ("body", "handlers", "cases", "orelse", "final")
"""The fields through which a statement holds other statements."""

_UNORDERED = (ir.Function, ir.Class, ir.Call, ir.Conditional, ir.AnnAssign, ir.Parameter)
"""The classes whose fields are not in source order."""


def _start(node: ir.Node) -> int:
    return node.start


@cache
def fields_with_nodes(kind: type[ir.Node | ir.Module]) -> tuple[str, ...]:
    """The fields of a struct whose declared type mentions another struct of the IR."""
    declared = ((field, repr(kind.__annotations__.get(field, int))) for field in kind.__struct_fields__)
    names = ("Expr", "Stmt", "Parameter", ir.__name__)
    return tuple(field for field, text in declared if any(name in text for name in names))


def children(node: ir.Node | ir.Module) -> list[ir.Node]:
    """The nodes directly under a node, in source order; comments of a module are not under it."""
    found: list[ir.Node] = []
    for field in fields_with_nodes(type(node)):
        value = getattr(node, field)
        if isinstance(value, ir.Node):
            found.append(value)
        elif isinstance(value, tuple) and field != "comments":
            found += [item for item in value if isinstance(item, ir.Node)]
    if isinstance(node, _UNORDERED):
        found.sort(key=_start)
    return found


def walk(node: ir.Node | ir.Module) -> Iterator[ir.Node]:
    """A node (but not a module itself) and all that is under it, in source order, parents before children."""
    stack = [node] if isinstance(node, ir.Node) else children(node)[::-1]
    while stack:
        found = stack.pop()
        yield found
        stack += children(found)[::-1]


def functions(module: ir.Module) -> Iterator[tuple[str, ir.Function]]:
    """All functions of a module in source order, methods and nested ones included, each with its qualified name.

    The name is that of `__qualname__`: `Class.method`, `outer.<locals>.inner`.
    """
    stack: list[tuple[str, ir.Node]] = [("", statement) for statement in reversed(module.body)]
    while stack:
        prefix, node = stack.pop()
        inside = prefix
        if isinstance(node, ir.Function):
            yield prefix + node.name, node
            inside = f"{prefix}{node.name}.<locals>."
        elif isinstance(node, ir.Class):
            inside = f"{prefix}{node.name}."
        stack += [(inside, child) for child in reversed(list(_held(node)))]


def names_in(target: ir.Expr) -> Iterator[str]:
    """The names that a target of an assignment binds, in source order."""
    waiting = [target]
    while waiting:
        match waiting.pop():
            case ir.Name(id=name):
                yield name
            case ir.Starred(value=value):
                waiting.append(value)
            case ir.Sequence(items=items):
                waiting.extend(reversed(items))
            case _:
                pass


def has_decorator(node: ir.Function, name: str) -> bool:
    """Whether a function carries the plain decorator `@name`."""
    return any(isinstance(each, ir.Name) and each.id == name for each in node.decorators)


def _held(node: ir.Node) -> Iterable[ir.Node]:
    """The statements, handlers and cases directly under a statement, handler or case."""
    for field in _BODIES:
        value = getattr(node, field, ())
        if isinstance(value, tuple):
            yield from value
