"""Is a slice in a loop one of several windows that share rows?

`x[i : i + n]` for every `i` is; with a stride of at least `n` it is not. Which of both it is follows from the code of
the bounds and of the loop, as far as it can be read: what cannot is taken for no such window.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

import msgspec

from analyzer.syntax import ir
from analyzer.syntax.walk import walk

if TYPE_CHECKING:
    from analyzer.interpret.machine import Interpreter

Loop = ir.For | ir.While | ir.Comprehension | ir.Function
MAX_NAMES: Final = 4  # names in a bound that are looked up in the body of the loop, one after the other
_PLACES: Final = frozenset({"start", "end", "name_start"})


class Bound(msgspec.Struct, frozen=True):
    """A bound that grows with a counter: `factor` times the counter (None: once) and the sum of `terms`."""

    factor: ir.Expr | None = None
    terms: tuple[tuple[int, ir.Expr], ...] = ()
    counts: bool = False


def overlaps(m: "Interpreter", node: ir.Subscript) -> bool:
    """Whether `node` takes windows that share rows, in one of the loops in progress."""
    found = (_overlap_in(m, loop, node) for loop in reversed(m.frames[-1].loops))
    return next((answer for answer in found if answer is not None), False)


def in_items(m: "Interpreter", method: ir.Function) -> ir.Subscript | None:
    """Where a `__getitem__` takes windows that share rows, one for each position that it is asked for."""
    nodes = (node for node in walk(method) if isinstance(node, ir.Subscript))
    return next((node for node in nodes if _overlap_in(m, method, node)), None)


def _overlap_in(m: "Interpreter", loop: Loop, node: ir.Subscript) -> bool | None:
    """Whether `node` takes windows that share rows in `loop`; None if it takes none that this counts."""
    found = _slice(node.index)
    if found is None or found.lower is None or found.upper is None:
        return None
    for name, step in _counters(m, loop):
        low, high = _bound(loop, found.lower, name, 0), _bound(loop, found.upper, name, 0)
        if low is not None and high is not None and low.counts and high.counts and _alike(low.factor, high.factor):
            # The names in a method that is not running are not those of the running code.
            inside = None if isinstance(loop, ir.Function) else m
            return _share(inside, _left(high.terms, low.terms), step, high.factor)
    return None


def _slice(index: ir.Expr) -> ir.Slice | None:
    """The slice along the first axis, or along the second if all of the first is taken."""
    if isinstance(index, ir.Slice):
        return index
    parts = index.items if isinstance(index, ir.Sequence) and index.kind == "tuple" else ()
    for part in parts[:2]:
        if not isinstance(part, ir.Slice):
            return None
        if part.lower is not None or part.upper is not None:
            return part
    return None


def _counters(m: "Interpreter", loop: Loop) -> Iterator[tuple[str, ir.Expr | None]]:
    """The names that count the passes of a loop, each with its step; None for one."""
    if isinstance(loop, ir.While):
        for statement in _statements(loop.body):
            if isinstance(statement, ir.AugAssign) and statement.op == "+" and isinstance(statement.target, ir.Name):
                yield statement.target.id, statement.value
        return
    if isinstance(loop, ir.Function):
        for parameter in loop.parameters[1:2]:
            yield parameter.name, None
        return
    heads = (
        [(loop.target, loop.iterable)] if isinstance(loop, ir.For) else [(c.target, c.iterable) for c in loop.clauses]
    )
    for target, iterable in heads:
        counted = _counted(m, iterable)
        if counted is None:
            continue
        first = target.items[0] if isinstance(target, ir.Sequence) and target.items else target
        if isinstance(first, ir.Name) and (counted[0] == "enumerate") == isinstance(target, ir.Sequence):
            yield first.id, counted[1]


def _counted(m: "Interpreter", iterable: ir.Expr) -> tuple[str, ir.Expr | None] | None:
    """How a loop counts: by "range" with its step, by "enumerate"; also inside of a progress bar."""
    if not isinstance(iterable, ir.Call):
        return None
    callee = m.evaluate(iterable.func)
    if callee.may_be("builtins.range", "builtins.xrange", "numpy.arange", "tqdm.trange", "tqdm.auto.trange"):
        return "range", iterable.args[2] if len(iterable.args) > 2 else None
    if callee.may_be("builtins.enumerate"):
        return "enumerate", None
    return _counted(m, iterable.args[0]) if len(iterable.args) == 1 else None


def _statements(body: tuple[ir.Stmt, ...]) -> Iterator[ir.Stmt]:
    for statement in body:
        yield statement
        if isinstance(statement, ir.If):
            yield from _statements((*statement.body, *statement.orelse))


def _bound(loop: Loop, node: ir.Expr, name: str, looked_up: int) -> Bound | None:
    """`node` as a bound that grows with the counter `name`; None if it cannot be read."""
    if isinstance(node, ir.Name):
        if node.id == name:
            return Bound(counts=True)
        value = _assigned(loop, node.id) if looked_up < MAX_NAMES else None
        return Bound(terms=((1, node),)) if value is None else _bound(loop, value, name, looked_up + 1)
    if isinstance(node, ir.Binary) and node.op in ("+", "-"):
        left, right = _bound(loop, node.left, name, looked_up), _bound(loop, node.right, name, looked_up)
        if left is None or right is None or (right.counts and (left.counts or node.op == "-")):
            return None
        sign = 1 if node.op == "+" else -1
        terms = (*left.terms, *((sign * each, term) for each, term in right.terms))
        return Bound(left.factor or right.factor, terms, left.counts or right.counts)
    if isinstance(node, ir.Binary) and node.op == "*":
        for factor, counter in ((node.left, node.right), (node.right, node.left)):
            if isinstance(counter, ir.Name) and counter.id == name and not _mentions(factor, name):
                return Bound(factor=factor, counts=True)
    return None if _mentions(node, name) else Bound(terms=((1, node),))


def _assigned(loop: Loop, name: str) -> ir.Expr | None:
    """What `name` is set to in the body of the loop."""
    if isinstance(loop, ir.Comprehension):
        return None
    found = [
        statement.value
        for statement in _statements(loop.body)
        if isinstance(statement, ir.Assign) and any(isinstance(t, ir.Name) and t.id == name for t in statement.targets)
    ]
    return found[0] if len(found) == 1 else None


def _mentions(node: object, name: str) -> bool:
    if isinstance(node, ir.Name):
        return node.id == name
    if isinstance(node, tuple):
        return any(_mentions(each, name) for each in node)
    return isinstance(node, ir.Node) and any(_mentions(getattr(node, each), name) for each in node.__struct_fields__)


def _alike(left: object, right: object) -> bool:
    """Whether two pieces of code are the same, wherever they stand."""
    if isinstance(left, tuple) and isinstance(right, tuple):
        return len(left) == len(right) and all(map(_alike, left, right))
    if not isinstance(left, ir.Node) or type(left) is not type(right):
        return left == right
    fields = [each for each in left.__struct_fields__ if each not in _PLACES]
    return all(_alike(getattr(left, each), getattr(right, each)) for each in fields)


def _left(high: tuple[tuple[int, ir.Expr], ...], low: tuple[tuple[int, ir.Expr], ...]) -> list[tuple[int, ir.Expr]]:
    """The terms of `high - low`, without those that cancel out."""
    rest = list(high)
    for sign, term in low:
        same = next((each for each in rest if each[0] == sign and _alike(each[1], term)), None)
        if same is not None:
            rest.remove(same)
        else:
            rest.append((-sign, term))
    return rest


def _number(m: "Interpreter | None", terms: list[tuple[int, ir.Expr]]) -> int | None:
    total = 0
    for sign, term in terms:
        value: object = term.value if isinstance(term, ir.Const) else None if m is None else m.evaluate(term).constant
        if not isinstance(value, int):
            return None
        total += sign * value
    return total


def _share(
    m: "Interpreter | None", width: list[tuple[int, ir.Expr]], step: ir.Expr | None, factor: ir.Expr | None
) -> bool:
    """Whether windows of `width` share rows when the next begins `step` times `factor` further on."""
    wide = _number(m, width)
    strides = [each for each in (step, factor) if each is not None]
    numbers = [_number(m, [(1, each)]) for each in strides]
    known = [number for number in numbers if number is not None]
    if len(known) == len(numbers):
        stride = 1
        for number in known:
            stride *= abs(number)
        return stride == 1 if wide is None else stride < wide
    # A stride of a fraction of the width: `range(0, n, width // 2)`
    only = strides[0] if len(strides) == 1 else None
    part = isinstance(only, ir.Binary) and only.op in ("//", "/") and len(width) == 1
    return part and isinstance(only, ir.Binary) and _alike(only.left, width[0][1])
