"""What may code that runs later rely on, of the values that a module body or `__init__` has set?

Functions run in an order that reading does not tell. A name that some function declares `global`, or a container that
some function fills, has its first value only until then.
"""

from collections.abc import Iterator

from msgspec.structs import replace

from analyzer.interpret.values import Obj, Value, join, unknown
from analyzer.syntax import ir

_FILLING = frozenset("add append appendleft clear discard extend insert pop popitem remove setdefault update".split())


def loosen(body: tuple[ir.Stmt, ...], names: dict[str, Value], heap: dict[int, Obj]) -> None:
    """Let what functions of a module may change be open, after its body has run.

    Args:
        body: the module's statements.
        names, heap: what holds at its end; changed in place.
    """
    candidates = {name for name, value in names.items() if value.constants or value.refs}
    if not candidates:
        return
    for statement in changes(body):
        if isinstance(statement, ir.Scope):
            for name in candidates.intersection(statement.names):
                if names[name].constants:
                    names[name] = join(names[name], unknown(f"`{name}` may have been set since"))
            continue
        filled = _filled(statement)
        if filled not in candidates:
            continue
        for ref in names[filled].refs:
            obj = heap.get(ref)
            if obj is not None and obj.kind in ("dict", "list", "set") and obj.complete:
                more = unknown(f"`{filled}` may have been filled since")
                heap[ref] = replace(obj, complete=False, rest=more if obj.rest is None else join(obj.rest, more))


def changes(body: tuple[ir.Stmt, ...]) -> Iterator[ir.Stmt]:
    """The simple statements inside the functions of a module that may change a name, an attribute or a container."""
    waiting: list[tuple[ir.Node, bool]] = [(statement, False) for statement in reversed(body)]
    while waiting:
        node, inside = waiting.pop()
        kind = type(node)
        if kind is ir.Scope or kind is ir.ExprStmt or kind is ir.Assign or kind is ir.AugAssign or kind is ir.Delete:
            if inside:
                yield node  # type: ignore[misc]
            continue
        inside = inside or kind is ir.Function
        for field in ("body", "handlers", "cases", "orelse", "final"):
            held = getattr(node, field, ())
            if type(held) is tuple:
                waiting.extend((each, inside) for each in held)


def written(function: ir.Function) -> frozenset[str]:
    """The names that a function (or one inside it) declares `global`, or whose members or attributes it sets."""
    found: set[str] = set()
    for statement in changes((function,)):
        if isinstance(statement, ir.Scope):
            found.update(statement.names if statement.kind == "global" else ())
            continue
        found.add(_filled(statement))
        waiting = list(statement.targets) if isinstance(statement, ir.Assign) else []
        while waiting:
            target = waiting.pop()
            if isinstance(target, ir.Sequence):
                waiting.extend(target.items)
            elif isinstance(target, (ir.Subscript, ir.Attribute)) and isinstance(target.base, ir.Name):
                found.add(target.base.id)
    return frozenset(found - {""})


def _filled(statement: ir.Stmt) -> str:
    """The name of the container that a statement may change; "" if it changes none that has a name."""
    match statement:
        case ir.ExprStmt(value=ir.Call(func=ir.Attribute(base=ir.Name(id=name), name=method))) if method in _FILLING:
            return name
        case ir.Assign(targets=(ir.Subscript(base=ir.Name(id=name)), *_)):
            return name
        case ir.Assign(value=ir.Call(func=ir.Attribute(base=ir.Name(id=name), name=method))) if method in _FILLING:
            return name
        case ir.AugAssign(target=ir.Name(id=name) | ir.Subscript(base=ir.Name(id=name))):
            return name
        case ir.Delete(targets=(ir.Subscript(base=ir.Name(id=name)), *_)):
            return name
        case _:
            return ""
