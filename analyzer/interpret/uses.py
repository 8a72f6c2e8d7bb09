"""What becomes of the result of a call, as far as the text of the function around it tells?

Only two shapes are read: the result is an argument of another call, or it is assigned to a name that is given nothing
else in that function. All other uses count as ones that may do anything with it.
"""

from collections.abc import Iterator
from typing import Final

from analyzer.interpret.values import Place
from analyzer.syntax import ir
from analyzer.syntax.walk import children, walk

ELSEWHERE: Final = ""
"""A use that is not the argument of a call with a name."""

_Scope = ir.Function | ir.Module


def handed_to(module: ir.Module, call: Place) -> frozenset[str]:
    """The last names of the functions and methods that the result of the call at `call` is an argument of.

    Args:
        module: the module that the call stands in.
        call: the place of the call expression.

    Returns:
        The names (`load_state_dict`), and `ELSEWHERE` if the result is used in any other way or not at all.
    """
    scope, path = _way(module, call)
    if len(path) < 2:
        return frozenset((ELSEWHERE,))
    node, parent = path[-1], path[-2]
    if isinstance(parent, ir.Assign) and parent.value is node:
        target = parent.targets[0] if len(parent.targets) == 1 else None
        if isinstance(target, ir.Name):
            return frozenset(_uses(scope, target)) or frozenset((ELSEWHERE,))
    return frozenset((_receiver(parent, node),))


def _way(module: ir.Module, call: Place) -> tuple[_Scope, list[ir.Node]]:
    """The innermost function around a place, and the nodes from the module down to the one at this place."""
    scope: _Scope = module
    path: list[ir.Node] = []
    at: ir.Node | ir.Module | None = module
    while at is not None:
        inside = (each for each in children(at) if each.start <= call.start and call.end <= each.end)
        at = next(inside, None)
        if at is None:
            break
        path.append(at)
        if isinstance(at, ir.Function):
            scope = at
        if isinstance(at, ir.Call) and (at.start, at.end) == (call.start, call.end):
            break
    return scope, path


def _uses(scope: _Scope, target: ir.Name) -> Iterator[str]:
    """What every mention of the name in its scope, other than the one that binds it, hands it to."""
    held = [scope] if isinstance(scope, ir.Function) else children(scope)
    for each in (node for root in held for node in walk(root)):
        for child in children(each):
            if isinstance(child, ir.Name) and child.id == target.id and child.start != target.start:
                yield _receiver(each, child)


def _receiver(parent: ir.Node, node: ir.Node) -> str:
    if isinstance(parent, ir.Call) and any(argument is node for argument in parent.args):
        match parent.func:
            case ir.Attribute(name=name) | ir.Name(id=name):
                return name
    return ELSEWHERE
