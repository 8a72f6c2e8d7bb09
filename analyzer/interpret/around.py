"""What stands around a call in the text of its function: who catches what it raises, who looks at what it gives?"""

from collections.abc import Iterator
from typing import Final

from analyzer.interpret.values import Place
from analyzer.syntax import ir
from analyzer.syntax.walk import children, walk

CAUGHT: Final = "caught"
"""Something that the call may raise is caught in its function."""
CHECKED: Final = "checked"
"""What the call gives goes through a schema, or through a test of what is in it."""
ENDLESS: Final = "endless"
"""The call is made again without end as long as it fails."""

_SCHEMAS: Final = frozenset(
    "model_validate parse_obj validate validate_python validate_json structure from_dict convert is_valid load "
    "model_validate_json parse_raw check_types isinstance TypeAdapter validator iter_errors".split()
)
_BROAD: Final = frozenset({"Exception", "BaseException", "ValueError", "JSONDecodeError", "TypeError"})


def around(module: ir.Module, call: Place) -> frozenset[str]:
    """Words for what stands around the call at `call`: of `CAUGHT`, `CHECKED` and `ENDLESS` those that hold."""
    path = _path(module, call)
    found = set()
    if any(isinstance(each, ir.Try) and _holds(each.body, call) and _catches(each) for each in path):
        found.add(CAUGHT)
    if _is_checked(path):
        found.add(CHECKED)
    loops = [each for each in path if isinstance(each, ir.While)]
    if loops and _is_endless(loops[-1], call):
        found.add(ENDLESS)
    return frozenset(found)


def _path(module: ir.Module, call: Place) -> list[ir.Node]:
    """The nodes from the innermost function around a place (or the module's statement) down to the call."""
    path: list[ir.Node] = []
    at: ir.Node | ir.Module | None = module
    while at is not None:
        at = next((each for each in children(at) if each.start <= call.start and call.end <= each.end), None)
        if at is None:
            break
        if isinstance(at, ir.Function):
            path = []
        path.append(at)
        if isinstance(at, ir.Call) and (at.start, at.end) == (call.start, call.end):
            break
    return path


def _holds(body: tuple[ir.Stmt, ...], call: Place) -> bool:
    return any(each.start <= call.start and call.end <= each.end for each in body)


def _catches(node: ir.Try) -> bool:
    """Whether a handler catches what text that is no JSON raises."""
    for handler in node.handlers:
        caught = handler.catches
        if caught is None or any(_last(each) in _BROAD for each in walk(caught)):
            return True
    return False


def _last(node: ir.Node) -> str:
    match node:
        case ir.Attribute(name=name) | ir.Name(id=name):
            return name
    return ""


def _is_checked(path: list[ir.Node]) -> bool:
    """Whether the call, or the name that it is given, goes through something that judges it."""
    for parent in path[:-1]:
        if isinstance(parent, ir.Call) and (_last(parent.func) in _SCHEMAS or _is_spread(parent, path)):
            return True
    assigned = [each for each in path if isinstance(each, (ir.Assign, ir.AnnAssign))]
    if not assigned:
        return False
    statement = assigned[-1]
    targets = statement.targets if isinstance(statement, ir.Assign) else (statement.target,)
    names = {target.id for target in targets if isinstance(target, ir.Name)}
    return bool(names) and any(_judges(node, names) for node in walk(path[0]))


def _is_spread(parent: ir.Call, path: list[ir.Node]) -> bool:
    """Whether the call is unpacked into the arguments of another (`Model(**json.loads(text))`)."""
    return any(each.name is None and (each in path or each.value in path) for each in parent.keywords)


def _judges(node: ir.Node, names: set[str]) -> bool:
    match node:
        case ir.Call():
            spread = (each.value for each in node.keywords if each.name is None)
            given = (*spread, *(node.args if _last(node.func) in _SCHEMAS else ()))
            return any(isinstance(each, ir.Name) and each.id in names for each in given)
        case ir.Compare(ops=("in",) | ("not in",)):
            return any(isinstance(each, ir.Name) and each.id in names for each in walk(node.rights[0]))
    return False


def _is_endless(loop: ir.While, call: Place) -> bool:
    """Whether a loop has no end of its own, and what the call raises in it only leads to another pass."""
    if not (isinstance(loop.test, ir.Const) and loop.test.value):
        return False
    tries = [each for each in walk(loop) if isinstance(each, ir.Try) and _holds(each.body, call)]
    if not tries:
        return False
    handlers = [node for handler in tries[-1].handlers for each in handler.body for node in walk(each)]
    return bool(tries[-1].handlers) and not any(_leaves(node) for node in handlers) and not any(_bounds(loop))


def _leaves(node: ir.Node) -> bool:
    return isinstance(node, (ir.Raise, ir.Return)) or (isinstance(node, ir.Flow) and node.kind == "break")


def _bounds(loop: ir.While) -> Iterator[bool]:
    """Whether the loop counts: a count that is compared may end it."""
    yield any(isinstance(each, ir.AugAssign) for each in walk(loop))
