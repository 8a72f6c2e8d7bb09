"""What stands around a call in the text of its function: who catches what it raises, who looks at what it gives?"""

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Final

from analyzer.interpret.values import Place
from analyzer.syntax import ir
from analyzer.syntax.walk import children, walk

if TYPE_CHECKING:
    from analyzer.interpret.machine import Interpreter

CAUGHT: Final = "caught"
"""Something that the call may raise is caught in its function."""
CHECKED: Final = "checked"
"""What the call gives goes through a schema, or through a test of what is in it."""
ENDLESS: Final = "endless"
"""The call is made again without end as long as it fails."""

GATED: Final = "gated"
"""Whether the call is made depends on a comparison: it stands in a branch of one, or behind one that may leave."""

_ORDER: Final = frozenset({"<", "<=", ">", ">="})
_EXITS: Final = frozenset({"exit", "_exit", "abort", "quit", "fail"})
_SCHEMAS: Final = frozenset(
    "model_validate parse_obj validate validate_python validate_json structure from_dict convert is_valid load "
    "model_validate_json parse_raw check_types isinstance TypeAdapter validator iter_errors".split()
)
_ABOUT_FILES: Final = frozenset(
    "exists is_file isfile isdir is_dir len isinstance hasattr get is_main_process get_rank getenv is_available".split()
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


def gated(m: "Interpreter", call: Place) -> bool:
    """Whether a comparison decides if the call at `call` is made, in its function or where that was called from."""
    trace = m.frames[-1].called if m.frames else None
    places = [call, *(step.place for step in (trace.steps() if trace is not None else ()))]
    for place in places:
        code = m.project.module(place.module)
        if code is not None and is_gated(code, place, _trained(m, place), partial(_refuses, m, code.name)):
            return True
    return False


def _trained(m: "Interpreter", call: Place) -> int:
    """Where the last training ends that stands above the call, in its module; 0 if none does."""
    places = (fit.place for fit in m.facts.fits)
    return max((each.end for each in places if each.module == call.module and each.end <= call.start), default=0)


def _refuses(m: "Interpreter", module: str, statement: ir.Stmt) -> bool:
    """Whether a statement only calls a function of the project that raises or ends the program after a comparison."""
    call = statement.value if isinstance(statement, ir.ExprStmt) else None
    named = call.func if isinstance(call, ir.Call) else None
    base = named.base if isinstance(named, ir.Attribute) else None
    prefix = f"{base.id}." if isinstance(base, ir.Name) else ""
    if named is None or not (isinstance(named, ir.Name) or prefix):
        return False
    definition = m.project.find(f"{module}.{prefix}{_last(named)}")
    if definition is None or not isinstance(definition.node, ir.Function):
        return False
    return any(_ends_badly(each) for each in walk(definition.node))


def _ends_badly(node: ir.Node) -> bool:
    if isinstance(node, ir.Assert):
        return _judging(node.test, 0)
    held = node.body if isinstance(node, ir.If) and _judging(node.test, 0) else ()
    return any(isinstance(inner, ir.Raise) or _exits(inner) for each in held for inner in walk(each))


def _never(_: ir.Stmt) -> bool:
    return False


def is_gated(module: ir.Module, call: Place, trained: int = 0, refuses: Callable[[ir.Stmt], bool] = _never) -> bool:
    """Whether a comparison of sizes, or an answer of a function, decides if the call is made in its function.

    Tests of names alone (`if args.save:`) decide nothing about the model, nor does what a function says of the data
    before the model is trained (which ends at `trained`); a comparison of sizes may be one of earlier scores.
    What `refuses` says of a statement counts if it stands behind the training.
    """
    for parent in _path(module, call):
        judged = isinstance(parent, (ir.If, ir.Conditional)) and _judging(parent.test, trained)
        if judged and isinstance(parent, (ir.If, ir.Conditional)) and not _inside(parent.test, call):
            return True
        for body in _bodies(parent):
            if _holds(body, call) and _left_before(body, call, trained, refuses):
                return True
    return _left_before(module.body, call, trained, refuses)


def _bodies(node: ir.Node) -> Iterator[tuple[ir.Stmt, ...]]:
    for name in ("body", "orelse", "final"):
        body = getattr(node, name, ())
        if isinstance(body, tuple):
            yield body


def _left_before(body: tuple[ir.Stmt, ...], call: Place, trained: int, refuses: Callable[[ir.Stmt], bool]) -> bool:
    """Whether a statement before the call leaves if a comparison comes out badly."""
    if not _holds(body, call):
        return False
    for statement in body:
        if statement.start <= call.start < statement.end:
            return False
        if isinstance(statement, ir.Assert) and _judging(statement.test, trained):
            return True
        if statement.start >= trained and refuses(statement):
            return True
        inner = statement.body if isinstance(statement, ir.If) and _judging(statement.test, trained) else ()
        if any(_leaves(each) or _exits(each) for held in inner for each in walk(held)):
            return True
    return False


def _exits(node: ir.Node) -> bool:
    return isinstance(node, ir.Call) and _last(node.func) in _EXITS


def _judging(test: ir.Expr, trained: int) -> bool:
    for each in walk(test):
        if isinstance(each, ir.Compare) and not _ORDER.isdisjoint(each.ops):
            return not isinstance(each.left, ir.Call) or _last(each.left.func) != "len"
        if isinstance(each, ir.Call) and _last(each.func) not in _ABOUT_FILES and test.end > trained:
            return True
    return False


def _inside(node: ir.Node, call: Place) -> bool:
    return node.start <= call.start and call.end <= node.end


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
