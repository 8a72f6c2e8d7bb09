"""What holds on a branch, given that its condition was true or false?

A check counts where it dominates: the walker asks for it on the branch that goes on, so `if bad: raise` narrows what
follows. Only conditions that say something about a name or a value's content are read; others narrow nothing.
"""

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from analyzer.interpret import client_order, fold, membership, quoting, restrictions, verification
from analyzer.interpret.values import LIMITED, NOTHING, SIZED, Func, Value, settled
from analyzer.knowledge import lookup as tables
from analyzer.syntax import ir
from analyzer.syntax.walk import walk

if TYPE_CHECKING:
    from analyzer.interpret.machine import Interpreter

_EVERY: Final = frozenset({"builtins.all", "numpy.all", "torch.all"})
_QUANTIFIERS: Final = _EVERY | {"builtins.any", "numpy.any", "torch.any"}
# The answers of methods if there are no gaps; the last two are those of tensors.
_GAPS: Final = {"isna": False, "isnull": False, "notna": True, "notnull": True, "isnan": False, "isfinite": True}
_SHAPES: Final = frozenset({"to_numpy", "astype", "ravel", "flatten", "reshape", "copy", "float", "numpy"})
_ARRAYS: Final = ("numpy.asarray", "numpy.array", "numpy.ravel", "builtins.list", "builtins.float")
_ORDER: Final = ("<", "<=", ">", ">=")
_NEGATED: Final = {"==": "!=", "!=": "==", "is": "is not", "is not": "is", "in": "not in", "not in": "in"}


def assume(m: "Interpreter", test: ir.Expr, outcome: bool) -> None:
    """Narrow the current state by the fact that `test`, which was just evaluated, came out as `outcome`."""
    m.assuming += 1
    try:
        _assume(m, test, outcome)
    finally:
        m.assuming -= 1


def _assume(m: "Interpreter", test: ir.Expr, outcome: bool) -> None:
    match test:
        case ir.Unary(op="not"):
            _assume(m, test.value, not outcome)
        case ir.Boolean():
            if (test.op == "and") == outcome:  # both sides are known
                _assume(m, test.left, outcome)
                _assume(m, test.right, outcome)
            elif m.judging is not None:
                _either(m, test, outcome)
        case ir.Compare():
            if outcome:
                left = test.left
                for op, right in zip(test.ops, test.rights, strict=False):
                    _compared(m, left, op, right)
                    left = right
            elif len(test.ops) == 1:
                _refuted(m, test.left, test.ops[0], test.rights[0])
        case ir.Call():
            _called(m, test, outcome)
        case ir.Name() | ir.Attribute():
            value = m.evaluate(test)
            if (verification.RIGHT if outcome else verification.WRONG) in value.types:
                verification.verify(m.state, value)
            if not outcome:
                return
            kept = truthy(value)
            if kept is not value:
                _narrow(m, test, kept)
        case _:
            pass


def _either(m: "Interpreter", test: ir.Boolean, outcome: bool) -> None:
    """The left side came out as `outcome`, or else the right one did."""
    other = m.state.fork()
    _assume(m, test.left, outcome)
    first, m.state = m.state, other
    _assume(m, test.left, not outcome)
    _assume(m, test.right, outcome)
    first.meet(m.state)
    m.state = first


def truthy(value: Value) -> Value:
    """`value` on the path where it is true in a boolean context: without those of its constants that are false."""
    kept = frozenset(item for item in value.constants if item.value)
    if len(kept) == len(value.constants):
        return value
    why = value.unknown or ("" if kept or _is_more(value) else "true, and not one of the constants known")
    return replace(value, constants=kept, unknown=why)


def _is_more(value: Value) -> bool:
    return bool(value.symbols or value.types or value.funcs or value.refs or value.elements is not None)


def _narrow(m: "Interpreter", target: ir.Expr, value: Value) -> None:
    """Let `target`, if it is a plain name, be `value` from here on."""
    if isinstance(target, ir.Name) and target.id not in m.frame.shared and target.id in m.state.names:
        m.state.names[target.id] = value


def _compared(m: "Interpreter", left: ir.Expr, op: str, right: ir.Expr) -> None:
    one, other = m.evaluate(left), m.evaluate(right)
    if op == "==":
        _equal(m, left, one, right, other)
    elif op == "in":
        membership.found(m, left, one, right, other)
    elif op in ("is not", "!=") and fold.constants(other) == [None] and one.constants:
        kept = frozenset(item for item in one.constants if item.value is not None)
        if len(kept) < len(one.constants):
            _narrow(m, left, replace(one, constants=kept))
    elif op in _ORDER:
        for expr, value in ((left, one), (right, other)):
            inner = expr.args[0] if _is_length(m, expr) and isinstance(expr, ir.Call) and expr.args else None
            upper = (op in ("<", "<=")) == (expr is left)
            if inner is not None:
                _check(m, inner, "shaped", *((SIZED,) if upper else ()))
            elif value.origins:
                # No comparison with NaN is true, but an infinity is on one side of every number.
                _check(m, expr, "bounded", "from-above" if upper else "from-below")
            if upper:
                _limit(m, expr)
    elif op in ("!=", "not in"):
        membership.asked(m, (left,), restrictions.REFUSED)
        if op == "!=":
            _sized(m, left)
        else:
            quoting.absent(m, left, right)


def _equal(m: "Interpreter", left: ir.Expr, one: Value, right: ir.Expr, other: Value) -> None:
    """`left == right` is true, with these values."""
    for digest in verification.decides(one, other):
        verification.verify(m.state, digest)
    if other.constants and not other.unknown and not one.refs:
        _narrow(m, left, replace(one, constants=other.constants, unknown="", checks=_bounded(one)))
    for expr, value, fixed in ((left, one, other), (right, other, one)):
        if fixed.elements is not None or (m.judging is not None and fixed.constants and not fixed.unknown):
            membership.found(m, expr, value, expr, Value(elements=(fixed,)))
    _sized(m, left)
    _sized(m, right)
    for expr in (left, right):
        if (asked := _names_in_order(m, expr)) is not None:
            _check(m, asked, client_order.DECLARED)


def _names_in_order(m: "Interpreter", expr: ir.Expr) -> ir.Expr | None:
    """What `list(x)` and `list(x.keys())` name the members of, in their order; None for other expressions."""
    if not (isinstance(expr, ir.Call) and isinstance(expr.func, ir.Name) and expr.func.id in ("list", "tuple")):
        return None
    inner = expr.args[0] if expr.args else None
    if isinstance(inner, ir.Call) and isinstance(inner.func, ir.Attribute) and inner.func.name == "keys":
        return inner.func.base
    return inner


def _refuted(m: "Interpreter", left: ir.Expr, op: str, right: ir.Expr) -> None:
    """`left op right` is false: then its opposite is true, except that NaN is not in any order."""
    if op not in _ORDER:
        _compared(m, left, _NEGATED.get(op, ""), right)
        return
    for expr in (left, right):
        inner = expr.args[0] if _is_length(m, expr) and isinstance(expr, ir.Call) and expr.args else None
        upper = (op in (">", ">=")) == (expr is left)
        if inner is None:
            _check(m, expr, "bounded")
        else:
            _check(m, inner, "shaped", *((SIZED,) if upper else ()))
        if upper:
            _limit(m, expr)


def _limit(m: "Interpreter", expr: ir.Expr) -> None:
    """A number of bytes is below a limit: what `file.size` speaks of, or all of the request."""
    if isinstance(expr, ir.Attribute) and expr.name == "size":
        _check(m, expr.base, SIZED)
    elif any(_is_content_length(each) for each in walk(expr)):
        m.state.names[LIMITED] = Value(checks=frozenset((SIZED,)))


def _is_content_length(node: ir.Node) -> bool:
    if isinstance(node, ir.Attribute):
        return node.name == "content_length"
    return isinstance(node, ir.Const) and str(node.value).lower() == "content-length"


def _bounded(value: Value) -> frozenset[str]:
    return value.checks | {"typed", "shaped", "bounded", "finite"} if value.origins else value.checks


def _is_length(m: "Interpreter", expr: ir.Expr) -> bool:
    return isinstance(expr, ir.Call) and isinstance(expr.func, ir.Name) and expr.func.id == "len"


def _sized(m: "Interpreter", expr: ir.Expr) -> None:
    """`len(x) == n`, `x.shape == …`, `x.shape[1] == n` passed: `x` has the expected shape."""
    if isinstance(expr, ir.Call) and _is_length(m, expr) and expr.args:
        _check(m, expr.args[0], "shaped", SIZED)
    if isinstance(expr, ir.Subscript):
        expr = expr.base
    if isinstance(expr, ir.Attribute) and expr.name in ("shape", "ndim", "columns", "size"):
        _check(m, expr.base, "shaped")


def _check(m: "Interpreter", target: ir.Expr, *checks: str) -> None:
    """Whatever `target` and its parts hold has passed `checks`."""
    if isinstance(target, ir.Call):  # the same numbers in another shape: `frame.to_numpy()`, `np.asarray(x)`
        inner = _reshaped(m, target)
        if inner is not None:
            _check(m, inner, *checks)
        return
    value = m.evaluate(target)
    if not value.origins and not value.refs:
        return
    frames = any(obj.kind == "frame" for obj in m.state.objects(value))
    if frames:
        m.state.update(value, lambda obj: replace(obj, checks=settled(obj.checks.union(checks))))
    if isinstance(target, ir.Name):
        _narrow(m, target, replace(value, checks=settled(value.checks.union(checks))))
    elif isinstance(target, (ir.Subscript, ir.Attribute)):
        _check(m, target.base, *checks)


def _reshaped(m: "Interpreter", call: ir.Call) -> ir.Expr | None:
    """What a call that only gives its numbers in another shape is given; None for other calls."""
    func = call.func
    if isinstance(func, ir.Attribute) and func.name in _SHAPES and not m.evaluate(func).symbols:
        return func.base
    if isinstance(func, ir.Name | ir.Attribute) and call.args and m.evaluate(func).may_be(*_ARRAYS):
        return call.args[0]
    return None


def _called(m: "Interpreter", test: ir.Call, outcome: bool) -> None:
    """A predicate passed: `isinstance`, `np.isfinite(x).all()`, `hmac.compare_digest(a, b)`, `pd.isna(x).any()`."""
    func = test.func
    if isinstance(func, ir.Name) and func.id == "isinstance" and len(test.args) == 2:
        if outcome:
            _instance(m, test.args[0], m.evaluate(test.args[1]))
        return
    quoting.asked(m, test, outcome)
    callee = m.evaluate(func) if isinstance(func, (ir.Name, ir.Attribute)) else NOTHING
    if m.judging is not None:
        _asked(m, test, callee, outcome)
    inner = _quantifier(func, callee, test, outcome)
    if isinstance(inner, ir.Comprehension):
        _quantified(m, inner, outcome)
    elif isinstance(inner, ir.Call):
        _called(m, inner, outcome)
    elif len(found := [each for each in callee.funcs if each.module]) == 1:
        _answered(m, found[0], test, outcome)
    elif not callee.symbols and isinstance(func, ir.Attribute) and _GAPS.get(func.name) is outcome:
        _check(m, func.base, "finite")  # `frame.isna()`
    elif not callee.symbols and isinstance(func, ir.Attribute) and func.name == "between" and outcome and test.args:
        _check(m, func.base, "bounded", "finite")
    else:
        for symbol in sorted(callee.symbols):
            _promised(m, test, symbol, outcome)


def _asked(m: "Interpreter", test: ir.Call, callee: Value, outcome: bool) -> None:
    """What a pickle chooses was asked something, in a `find_class` that is judged."""
    given = (*test.args, *(keyword.value for keyword in test.keywords))
    parts = (test.func.base, *given) if isinstance(test.func, ir.Attribute) else given
    if any(each.module for each in callee.funcs):  # a function of the project says what it has asked
        before = dict(m.state.names)
        for each in sorted(callee.funcs, key=lambda func: func.qualname)[:1]:
            _answered(m, each, test, outcome)
        if m.state.names != before:
            return
    ends = any(isinstance(node, ir.Attribute) and node.name in ("startswith", "endswith") for node in walk(test))
    word = restrictions.PREFIXED if ends and outcome else restrictions.REFUSED if ends else restrictions.ASKED
    membership.asked(m, parts, word)


def _quantifier(func: ir.Expr, callee: Value, test: ir.Call, outcome: bool) -> ir.Expr | None:
    """What `all(…)` says of all members if it is true, and `any(…)` if it is false; None for other calls."""
    if isinstance(func, ir.Attribute) and func.name in ("all", "any"):
        base = func.base.base if isinstance(func.base, ir.Attribute) and func.base.name == "values" else func.base
        if isinstance(base, ir.Call):
            return base if (func.name == "all") == outcome else None
    if test.args and callee.symbols and callee.symbols <= _QUANTIFIERS and (callee.symbols <= _EVERY) == outcome:
        return test.args[0]
    return None


def _promised(m: "Interpreter", test: ir.Call, symbol: str, outcome: bool) -> None:
    """A predicate of a library gave this answer: what the tables say that it then promises of the arguments."""
    row = tables.lookup(symbol)
    if row is not None:
        wanted = row.option("true" if outcome else "false")  # what a true (false) answer promises of the arguments
        if wanted == "verified" and len(test.args) == 2:
            for digest in verification.decides(*(m.evaluate(arg) for arg in test.args[:2])):
                verification.verify(m.state, digest)
        elif wanted and test.args:
            _check(m, test.args[0], *wanted.split())


def _answered(m: "Interpreter", function: Func, test: ir.Call, outcome: bool) -> None:
    from analyzer.interpret.answers import assume_answer
    from analyzer.interpret.arguments import Arguments, arguments

    if function.args or function.keywords:
        return
    given = arguments(m, test)
    if function.receiver is not None:
        given = Arguments((function.receiver, *given.positional), given.keywords, given.open)
    assume_answer(m, function, given, test, outcome)


def _quantified(m: "Interpreter", node: ir.Comprehension, outcome: bool) -> None:
    """`all(isinstance(v, float) and 0 <= v <= 1 for v in xs)`: what holds of each `v` holds of `xs`."""
    clause = node.clauses[0]
    if not isinstance(clause.target, ir.Name):
        return
    source, name = m.evaluate(clause.iterable), clause.target.id
    outer = m.state.names.get(name)  # a name of the function that the comprehension hides
    m.state.names[name] = m.state.derive((source,), unknown="a member")
    assume(m, node.value, outcome)
    checked = m.state.names.pop(name)
    if outer is not None:
        m.state.names[name] = outer
    _check(m, clause.iterable, *(checked.checks - source.checks))


def _instance(m: "Interpreter", target: ir.Expr, classes: Value) -> None:
    value = m.evaluate(target)
    names = set(classes.symbols)
    for element in classes.elements or ():
        names |= element.symbols
    if not names or not isinstance(target, ir.Name):
        return
    plain = {name.removeprefix("builtins.") for name in names}
    checks = value.checks | {"typed"} if value.origins else value.checks
    _narrow(m, target, replace(value, types=value.types | frozenset(plain), checks=checks))
