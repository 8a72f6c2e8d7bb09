"""What is the value of an expression?"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from msgspec.structs import replace

from analyzer.interpret import (
    choosing,
    client_order,
    column_names,
    containers,
    fold,
    guards,
    library,
    lineage,
    names,
    routes,
    spelling,
    verification,
    windows,
)
from analyzer.interpret.calls import bound_attribute, call
from analyzer.interpret.facts import Comparison
from analyzer.interpret.values import (
    EMPTY,
    NOTHING,
    SIZED,
    Func,
    Literal,
    Obj,
    Place,
    Value,
    join,
    join_all,
    literal,
    unknown,
)
from analyzer.syntax import ir

if TYPE_CHECKING:
    from analyzer.interpret.machine import Interpreter

_BOOLEAN: Final = Value(types=frozenset(("bool",)))
_FLOATS: Final = ("numpy.float64", "numpy.float32", "numpy.float16")
_NUMBERS: Final = frozenset({"int", "float", "bool"})
_TEXT: Final = frozenset(("str",))
_CONSTANTS: Final[dict[Any, Value]] = {}  # interned literal values: the same few appear everywhere


def name(m: "Interpreter", node: ir.Name) -> Value:
    """A name."""
    value = names.load_name(m, node.id)
    return names.read_sources(value, m.place(node)) if value.symbols and names.is_source(value) else value


def const(m: "Interpreter", node: ir.Const) -> Value:
    """A literal."""
    key = (type(node.value), node.value)
    value = _CONSTANTS.get(key)
    if value is None:
        value = literal(node.value)
        if len(_CONSTANTS) < 10_000:
            _CONSTANTS[key] = value
    return value


def octets(m: "Interpreter", node: ir.Bytes) -> Value:
    """A bytes literal."""
    return Value(constants=frozenset((Literal("bytes", node.value),)))


def fstring(m: "Interpreter", node: ir.FString) -> Value:
    """An f-string: constant if all parts are."""
    parts = [m.evaluate(part) for part in node.parts]
    texts = [part.constant for part in parts]
    if all(isinstance(text, (str, int)) for text in texts):
        return literal("".join(map(str, texts)))
    # A number in a text may choose between files, yet it can't name any other: it brings no origin of its own.
    named = [part for part in parts if not part.types or not part.types <= _NUMBERS]
    why = next((part.unknown for part in named if part.unknown and not m.state.origins(part)), "")
    made = m.state.derive(named, types=_TEXT, unknown=why, spelling=spelling.put_together(parts))
    choosing.tell(m, made.scores, m.place(node))
    return made


def attribute(m: "Interpreter", node: ir.Attribute) -> Value:
    """`base.name`."""
    base = m.evaluate(node.base)
    return _spelt(base, node.name, read_attribute(m, base, node.name, node))


def read_attribute(m: "Interpreter", base: Value, attr: str, node: ir.Node) -> Value:
    """The attribute `attr` of a value."""
    if attr == "value" and base.constants and not base.unknown:
        return base  # of a member of an enumeration, which is taken for its value
    if attr == "__class__" and base.types and not base.unknown:
        return Value(symbols=base.types)
    found: list[Value] = []
    for symbol in sorted(base.symbols):
        value = names.qualified(m, f"{symbol}.{attr}")
        if base.origins and not value.types and not value.origins:
            value = join(value, m.state.derive((base,), symbols=value.symbols))
        if names.is_source(value):
            value = routes.settled(m, names.read_sources(value, m.place(node)))
        found.append(value)
    if base.refs or base.types or base.rows:
        member = bound_attribute(m, base, attr, m.place(node))
        if member is not None:
            found.append(member)
    if found:
        return join_all(found)
    if base.constants or base.elements is not None:
        return Value(funcs=frozenset((Func("", attr, receiver=base),)))
    why = base.unknown or f"attribute `{attr}` is not known"
    types = containers.member_types(base)
    content = m.state.derive((base,), funcs=frozenset((Func("", attr, receiver=base),)), types=types, unknown=why)
    return library.member(content, attr) if content.rows else content


def subscript(m: "Interpreter", node: ir.Subscript) -> Value:
    """`base[index]`."""
    base = m.evaluate(node.base)
    index = m.evaluate(node.index)
    if m.sorted_scores and base.refs:
        choosing.pick_first(m, m.state, base, index, m.place(node))
    value = containers.item(m, base, index, m.place(node))
    if m.tracing:
        value = lineage.chosen(m, base, index, value, m.place(node))
    bounds = index.elements or ()
    if value.origins and "slice" in index.types and len(bounds) > 1 and bounds[1] is not NOTHING:
        value = replace(value, checks=value.checks | {SIZED})  # `text[:512]`
    if base.origins or base.refs:
        value = client_order.looked_up(m, base, index, value, m.place(node))
    if "slice" in index.types or index.elements is not None:
        value = _windowed(m, node, index, base, value)
    return _spelt(base, index.text, value) if index.text is not None else value


def _windowed(m: "Interpreter", node: ir.Subscript, index: Value, base: Value, value: Value) -> Value:
    """A slice of data: backwards it is a mirror image; in a loop, it may be one of several windows that share rows."""
    if not (base.rows or base.refs) or not m.state.rows(base):
        return value
    step = _step(index) or next((found for each in index.elements or () if (found := _step(each))), 1)
    if step < 0:
        return library.altered(m.state, value, m.place(node))
    if step > 1:
        return library.thinned(m.state, base, value, step)
    if m.frames[-1].loops and windows.overlaps(m, node):
        return library.windowed(m.state, base, value, m.place(node))
    return value


def _step(index: Value) -> int:
    """The constant step of a slice; 0 if it has none."""
    step = index.elements[2].constant if "slice" in index.types and index.elements else None
    return step if isinstance(step, int) else 0


def _spelt(base: Value, name: str, value: Value) -> Value:
    """A member of something that is not known: another of the same name is the same."""
    if not base.spelling or value.constants or value.refs or value.spelling:
        return value
    return replace(value, spelling=spelling.member(base, name))


def slice_(m: "Interpreter", node: ir.Slice) -> Value:
    """`lower:upper:step`, as a value that containers understand."""
    bounds = tuple(m.evaluate(each) if each is not None else NOTHING for each in (node.lower, node.upper, node.step))
    return Value(types=frozenset(("slice",)), elements=bounds)


def starred(m: "Interpreter", node: ir.Starred) -> Value:
    """`*value` outside of a call or display: its members."""
    return containers.members(m, m.evaluate(node.value))


def sequence(m: "Interpreter", node: ir.Sequence) -> Value:
    """A tuple, list or set display."""
    items: list[Value] = []
    complete, rest = True, None
    for item in node.items:
        if isinstance(item, ir.Starred):
            inner = m.evaluate(item.value)
            known = containers.listed(m, inner)
            if known is not None:
                items.extend(known)
            else:
                complete, rest = False, containers.members(m, inner)
        else:
            items.append(m.evaluate(item))
    if node.kind == "tuple" and complete:
        return Value(elements=tuple(items))
    kind = "list" if node.kind == "tuple" else node.kind
    members = {Literal("int", i): item for i, item in enumerate(items)}
    obj = Obj(kind=kind, type=kind, items=members, rest=rest, complete=complete)
    return m.allocate(m.place(node), obj, types=frozenset((kind,)))


def dictionary(m: "Interpreter", node: ir.Dict) -> Value:
    """A dict display."""
    items: dict[Any, Value] = {}
    rest: Value | None = None
    complete = True
    for entry in node.entries:
        value = m.evaluate(entry.value)
        if entry.key is None:
            inner = m.state.obj(value)
            more = m.state.derive((value,), unknown="unpacked from an unknown dict")
            more = client_order.spread(m, value, more, m.place(entry.value))
            if inner is not None and inner.kind == "dict":
                more = inner.rest if inner.rest is not None else more
            if inner is None or inner.kind != "dict" or not inner.complete:
                # What it may hold under the keys seen so far is not known.
                items, complete = {key: join(item, more) for key, item in items.items()}, False
                rest = more if rest is None else join(rest, more)
            if inner is not None and inner.kind == "dict":
                items.update(inner.items)
            continue
        keys = containers.keys_of(m.evaluate(entry.key))
        if keys is not None and len(keys) == 1:
            items[Literal(type(keys[0]).__name__, keys[0])] = value
        else:
            complete, rest = False, value if rest is None else join(rest, value)
    obj = Obj(kind="dict", type="dict", items=items, rest=rest, complete=complete)
    return m.allocate(m.place(node), obj, types=frozenset(("dict",)))


def binary(m: "Interpreter", node: ir.Binary) -> Value:
    """`left op right`."""
    return operate(m, node.op, m.evaluate(node.left), m.evaluate(node.right), node)


def operate(m: "Interpreter", op: str, left: Value, right: Value, node: ir.Node) -> Value:
    """The result of an arithmetic operator on two values."""
    result = _operated(m, op, left, right, node)
    if m.tracing:
        sides = (node.left, node.right) if isinstance(node, ir.Binary) else (node, getattr(node, "value", node))
        result = lineage.operated(m, op, left, right, result, m.place(node), (m.place(sides[0]), m.place(sides[1])))
    return result


def _operated(m: "Interpreter", op: str, left: Value, right: Value, node: ir.Node) -> Value:
    folded = fold.binary(op, left, right)
    if folded is not None:
        if left.origins or right.origins:
            return m.state.derive((left, right), constants=folded.constants)
        return folded
    if left.rows or right.rows or left.refs or right.refs or left.predictions or right.predictions:
        known = library.binary(m, m.state, op, left, right, m.place(node))
        if known is not None:
            return known
    combined = _combined(m, op, left, right, m.place(node))
    if combined is not None:
        return combined
    types = left.types & right.types
    if op == "/" and "pathlib.Path" in left.types | right.types:
        types = frozenset(("pathlib.Path",))
    elif op in ("+", "%") and (left.text is not None or right.text is not None):
        types = _TEXT
    spelt = ""
    if op == "%" and left.text is not None:
        spelt = spelling.template(left.text, "%", right.elements or (right,))
    elif op in ("+", "/") and (left.spelling or right.spelling or left.text is not None):
        spelt = spelling.put_together((left, right), folders=op == "/")
    return m.state.derive((left, right), types=types, unknown=left.unknown or right.unknown, spelling=spelt)


def _combined(m: "Interpreter", op: str, left: Value, right: Value, place: Place) -> Value | None:
    """The sum, repetition or union of containers; None if there are none."""
    if not (left.refs or right.refs):
        if op == "+" and left.elements is not None and right.elements is not None:
            return Value(elements=left.elements + right.elements)
        if op != "*" or (left.elements is None and right.elements is None):
            return None
    if op == "+":
        return containers.concatenate(m, left, right, place)
    if op == "*":
        return containers.repeat(m, left, right, place)
    return containers.merge_dicts(m, left, right, place) if op == "|" else None


def unary(m: "Interpreter", node: ir.Unary) -> Value:
    """`op value`."""
    value = m.evaluate(node.value)
    if node.op == "not":
        truth = containers.truth(m, value)
        if truth is None:
            return replace(_BOOLEAN, scores=value.scores) if value.scores else _BOOLEAN
        return literal(not truth)
    constant = value.constant
    if isinstance(constant, (int, float)):
        if node.op == "-":
            return literal(-constant)
        if node.op == "~" and isinstance(constant, int):
            return literal(~constant)
        return value
    known = library.unary(m, m.state, node.op, value, m.place(node))
    return known if known is not None else m.state.derive((value,), types=value.types, unknown=value.unknown)


def boolean(m: "Interpreter", node: ir.Boolean) -> Value:
    """`left and right`, `left or right`: one of the two values, with the right one under the left one's condition."""
    left = m.evaluate(node.left)
    truth = containers.truth(m, left)
    if truth is not None and truth == (node.op == "or"):
        return left
    before = m.state.fork() if truth is None else None
    guards.assume(m, node.left, node.op == "and")
    right = m.evaluate(node.right)
    if before is not None:
        m.state.meet(before)
        m.state.live = True
    if truth is not None or (node.op == "and" and containers.truth(m, right) is False):
        return right
    return join(guards.truthy(left) if node.op == "or" else left, right)


def compare(m: "Interpreter", node: ir.Compare) -> Value:
    """`left op right …`."""
    left = m.evaluate(node.left)
    results: list[Value] = []
    for op, item in zip(node.ops, node.rights, strict=False):
        right = m.evaluate(item)
        if _spells_nan(m, node.left, left) or _spells_nan(m, item, right):
            record_nan(m, node, op, left, right)
        members = containers.listed(m, right) if op in ("in", "not in") and right.refs else None
        truth = fold.compare(op, left, right if members is None else Value(elements=tuple(members)))
        if truth is None and not results:
            truth = _of_version(m, node.left, op, right)
        if truth is not None:
            results.append(literal(truth))
        else:
            known = library.compare(m, m.state, op, left, right, m.place(node)) or _verdict(m, op, left, right)
            if m.tracing:
                lineage.decided(m, op, left, right, m.place(node), (m.place(node.left), m.place(item)))
            # What somebody compares with is not what the answer holds: `query.filter(Model.id == given)`.
            derived = m.state.derive((left, right), types=_BOOLEAN.types, scores=choosing.weighed(m.state, left, right))
            if known is not None and known.scores and known.types == _BOOLEAN.types:
                known = replace(known, scores=derived.scores)  # only if it is scores that are compared
            results.append(known if known is not None else replace(derived, origins=EMPTY))
        left = right
    if len(results) == 1:
        return results[0]
    truths = [result.truth for result in results]
    if False in truths:
        return literal(False)
    return literal(True) if all(truths) else _BOOLEAN


def _of_version(m: "Interpreter", left: ir.Expr, op: str, right: Value) -> bool | None:
    """The truth of a comparison of `sys.version_info`, or its first number, that asks for Python 3; None for others."""
    first = isinstance(left, ir.Subscript) or (isinstance(left, ir.Attribute) and left.name == "major")
    whole = left.base if first and isinstance(left, ir.Subscript | ir.Attribute) else left
    if not isinstance(whole, ir.Attribute) or whole.name != "version_info":
        return None
    if isinstance(left, ir.Subscript) and m.evaluate(left.index) != literal(0):
        return None
    if not m.evaluate(whole.base).may_be("sys"):
        return None
    numbers = (right,) if first else right.elements or ()
    wanted = tuple(each.constant for each in numbers)
    if not wanted or not all(isinstance(each, int) for each in wanted):
        return None
    if first:
        return fold.compare(op, literal(3), right)
    return fold.compare(op, literal(1), literal(0)) if wanted[:1] < (3,) or wanted in ((3,), (3, 0)) else None


def _verdict(m: "Interpreter", op: str, left: Value, right: Value) -> Value | None:
    """The answer whether a digest is as expected, which may be asked later; None for other comparisons."""
    word = {"==": verification.RIGHT, "!=": verification.WRONG}.get(op)
    digests = verification.decides(left, right) if word is not None and (left.types or right.types) else []
    return m.state.derive(digests, types=frozenset(("bool", word or ""))) if digests else None


_ORDER: Final = frozenset({"<", "<=", ">", ">="})


def record_nan(m: "Interpreter", node: ir.Node, op: str, left: Value, right: Value) -> None:
    """Keep a comparison with NaN as a fact; one with another constant folds to a constant and looks for nothing."""
    if op in _ORDER:
        return
    found = fold.is_nan(left) or fold.is_nan(right)
    if found and any(_is_constant(value) and not fold.is_nan(value) for value in (left, right)):
        return
    which = right if fold.is_nan(right) else left
    if op in ("in", "not in"):
        found = found and (fold.is_nan(right) or _holds_members(m, right))
    if not found and op in ("in", "not in"):
        held = [item for item in containers.listed(m, right) or () if fold.is_nan(item)]
        found, which = bool(held), held[0] if held else right
    if found and "nan-comparison" in m.roles:
        spelling = sorted(which.symbols)[0]
        fact = Comparison(place=m.place(node), op=op, spelling=spelling, function=m.where())
        if fact not in m.recorded:
            m.recorded.add(fact)
            m.facts.comparisons.append(fact)


def _holds_members(m: "Interpreter", value: Value) -> bool:
    """Whether `in` compares with the members of `value`: an unknown class may have a `__contains__` of its own."""
    if value.elements is not None or value.rows or any(obj.kind != "instance" for obj in m.state.objects(value)):
        return True
    kinds = {name.rpartition(".")[2] for name in value.types}
    return bool(kinds) and kinds <= {"list", "tuple", "set", "frozenset", "dict", "ndarray", "Series", "Index"}


def _spells_nan(m: "Interpreter", node: ir.Expr, value: Value) -> bool:
    """Whether NaN stands here or in a display for all to see, not in a variable that may have been asked before."""
    match node:
        case ir.Sequence():
            return any(_spells_nan(m, item, m.evaluate(item)) for item in node.items)
        case ir.Name():
            return fold.is_nan(value) and names.is_global(m, node.id)
        case ir.Attribute():
            return fold.is_nan(value) and bool(m.evaluate(node.base).symbols)
        case ir.Call():
            return fold.is_nan(value) and m.evaluate(node.func).may_be("builtins.float", *_FLOATS)
        case _:
            return fold.is_nan(value)


def _is_constant(value: Value) -> bool:
    return bool(value.constants or value.symbols) and not value.unknown and not value.origins


def conditional(m: "Interpreter", node: ir.Conditional) -> Value:
    """`then if test else orelse`."""
    test = m.evaluate(node.test)
    truth = containers.truth(m, test)
    if truth is not None:
        return m.evaluate(node.then if truth else node.orelse)
    choosing.choose(m, test.scores, m.place(node.test), "comparison")
    before = m.state.fork()
    guards.assume(m, node.test, True)
    then = m.evaluate(node.then)
    after, m.state = m.state, before
    guards.assume(m, node.test, False)
    orelse = m.evaluate(node.orelse)
    m.state.live = after.live = True
    m.state.meet(after)
    return join(then, orelse)


def walrus(m: "Interpreter", node: ir.Walrus) -> Value:
    """`name := value`."""
    value = m.evaluate(node.value)
    m.state.names[node.name] = value
    return value


def lambda_(m: "Interpreter", node: ir.Lambda) -> Value:
    """A lambda: a callable that closes over the running frame."""
    return Value(funcs=frozenset((m.register(node, f"<lambda {node.start}>"),)))


def comprehension(m: "Interpreter", node: ir.Comprehension) -> Value:
    """A list, set or dict of whatever the element may be; of one member per item if the iterable is listed."""
    outer = dict(m.state.names)
    words: frozenset[str] = EMPTY
    m.loops.append(m.place(node))
    m.frames[-1].loops.append(node)
    try:
        unrolled = _unrolled(m, node) or column_names.filtered(m, node)
        if unrolled is not None:
            return unrolled
        for clause in node.clauses:
            iterable = m.evaluate(clause.iterable)
            if iterable.refs and len(node.clauses) == 1 and not clause.tests:
                words = frozenset({library.each_of(iterable)})
            target_value = containers.members(m, iterable)
            containers.bind(m, clause.target, target_value)
            for test in clause.tests:
                m.evaluate(test)
                guards.assume(m, test, True)
        m.state.live = True
        key = m.evaluate(node.key) if node.key is not None else None
        value = library.collected(m.state, m.evaluate(node.value), m.site(m.place(node)))
    finally:
        m.loops.pop()
        m.frames[-1].loops.pop()
        m.state.names = outer
    kind = "dict" if node.kind == "dict" else "set" if node.kind == "set" else "list"
    items: dict[Any, Value] = {}
    rest: Value | None = value
    keys = fold.constants(key) if key is not None else None
    if keys is not None:
        items, rest = {Literal(type(each).__name__, each): value for each in keys}, None
    obj = Obj(kind=kind, type=kind, items=items, rest=rest, words=words)
    return m.allocate(m.place(node), obj, types=frozenset((kind,)))


def _unrolled(m: "Interpreter", node: ir.Comprehension) -> Value | None:
    """A comprehension over a short listed iterable, item by item; else None."""
    if len(node.clauses) != 1:
        return None
    listed = containers.listed(m, m.evaluate(node.clauses[0].iterable))
    if listed is None or not 0 < len(listed) <= 8:
        return None
    items: dict[Any, Value] = {}
    complete = True
    for number, item in enumerate(listed):
        with m.repetition(number):
            containers.bind(m, node.clauses[0].target, item)
            kept = _passes(m, node.clauses[0].tests)
            if kept is False:
                continue
            complete = complete and kept is True
            key: Any = len(items)
            if node.key is not None:
                key = m.evaluate(node.key).constant
                if not isinstance(key, (str, int, float, bool, bytes)):
                    return None
            items[Literal(type(key).__name__, key)] = m.evaluate(node.value)
    kind = "dict" if node.kind == "dict" else "set" if node.kind == "set" else "list"
    rest = None
    if not complete and kind != "dict":
        items, rest = {}, join_all(items.values())
    obj = Obj(kind=kind, type=kind, items=items, rest=rest, complete=complete)
    return m.allocate(m.place(node), obj, types=frozenset((kind,)))


def _passes(m: "Interpreter", tests: tuple[ir.Expr, ...]) -> bool | None:
    """Whether an item passes the tests of a comprehension, which then hold; None if that is not known."""
    sure = True
    for test in tests:
        truth = containers.truth(m, m.evaluate(test))
        if truth is False:
            return False
        sure = sure and truth is True
        guards.assume(m, test, True)
        m.state.live = True
    return True if sure else None


def await_(m: "Interpreter", node: ir.Await) -> Value:
    """`await value`: what the coroutine returns; calls are followed at once."""
    return m.evaluate(node.value)


def yield_(m: "Interpreter", node: ir.Yield) -> Value:
    """`yield value`: remembered as a member of what the generator gives."""
    value = m.evaluate(node.value) if node.value is not None else literal(None)
    m.frame.yields.append(containers.members(m, value) if node.delegate else value)
    if m.suspended is not None:
        m.suspended.append(dict(m.state.heap))
    return unknown("what is sent to a generator is not known")


def not_understood(m: "Interpreter", node: ir.Unknown) -> Value:
    """An expression that was not read."""
    return unknown(f"code that could not be read ({node.why})")


EXPRESSIONS: Final[dict[type, Callable[["Interpreter", Any], Value]]] = {
    ir.Name: name,
    ir.Const: const,
    ir.Bytes: octets,
    ir.FString: fstring,
    ir.Attribute: attribute,
    ir.Subscript: subscript,
    ir.Slice: slice_,
    ir.Starred: starred,
    ir.Call: call,
    ir.Sequence: sequence,
    ir.Dict: dictionary,
    ir.Binary: binary,
    ir.Unary: unary,
    ir.Boolean: boolean,
    ir.Compare: compare,
    ir.Conditional: conditional,
    ir.Walrus: walrus,
    ir.Lambda: lambda_,
    ir.Comprehension: comprehension,
    ir.Await: await_,
    ir.Yield: yield_,
    ir.Unknown: not_understood,
}
