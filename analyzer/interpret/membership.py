"""What is known of a value, or of the values it is put together of, that has been found in a fixed list?

`x in ALLOWED`, `(module, name) in ALLOWED`, `f"{module}.{name}" in ALLOWED`, `name in ALLOWED[module]`.
"""

import re
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from analyzer.interpret import restrictions
from analyzer.interpret.containers import listed
from analyzer.interpret.values import EMPTY, NOT_CONSTANT, Origin, Value, literal
from analyzer.syntax import ir
from analyzer.syntax.walk import walk

if TYPE_CHECKING:
    from analyzer.interpret.machine import Interpreter

MAX_KEPT = 8  # members of a list that are kept as the constants that a value may be
_LISTED = Origin("verified", "a member of a fixed list")
_WHOLE_CHECKS = frozenset({"typed", "shaped", "bounded", "finite"})
_ATOM = re.compile(r"\{[^{}]*\}")


def found(m: "Interpreter", left: ir.Expr, one: Value, right: ir.Expr, other: Value) -> None:
    """`left in right` is true, with these values."""
    items = _items(m, other)
    if not items:
        if items is None:
            asked(m, (left,))
        return
    if isinstance(left, ir.Sequence):
        _found_each(m, left.items, one.elements or (), items)
    elif one.elements is not None and not one.refs:
        _found_each(m, tuple(left for _ in one.elements), one.elements, items)
    elif all(item.constants and not item.unknown for item in items):
        _found_whole(m, left, one, frozenset(constant for item in items for constant in item.constants))
    _key_found(m, right)


def _items(m: "Interpreter", value: Value) -> list[Value] | None:
    """The members of the container that `value` is, or of all that it may be; None if they are not all known."""
    if len(value.refs) < 2 or value.unknown:
        return listed(m, value)
    found: list[Value] = []
    for ref in sorted(value.refs):
        items = listed(m, Value(refs=frozenset((ref,))))
        if items is None:
            return None
        found.extend(items)
    return found


def _found_whole(m: "Interpreter", left: ir.Expr, one: Value, constants: frozenset[Any]) -> None:
    if m.judging is not None and restrictions.chosen(one):
        for each in constants:
            module, _, name = str(each.value).rpartition(".")
            m.judging.listed(module, name)
    if one.spelling:
        _spelt(m, one.spelling)
    if isinstance(left, ir.Name):
        keep(m, left.id, one, constants)
        _asked_of_parts(m, one, restrictions.ASKED)
        _part_of_others(m, one, constants)
    else:
        part = isinstance(left, ir.Subscript) or (isinstance(left, ir.Call) and _is_method_of_chosen(m, left))
        asked(m, (left,), restrictions.PREFIXED if part else restrictions.ASKED)


def _part_of_others(m: "Interpreter", one: Value, constants: frozenset[Any]) -> None:
    """Other names of what was found are found as well; what it was only made of (`module.split(".")[0]`) is not."""
    if m.judging is None or not restrictions.chosen(one):
        return
    for name, value in list(m.state.names.items()):
        if value == one:
            keep(m, name, value, constants)
        elif restrictions.chosen(value) and value.origins == one.origins:
            m.state.names[name] = replace(value, checks=value.checks | {restrictions.PREFIXED})


def _is_method_of_chosen(m: "Interpreter", call: ir.Call) -> bool:
    """Whether a call is one of a method of what a pickle has chosen (`module.rpartition(".")`)."""
    return isinstance(call.func, ir.Attribute) and restrictions.chosen(m.evaluate(call.func.base))


def _found_each(m: "Interpreter", exprs: tuple[ir.Expr, ...], values: tuple[Value, ...], items: list[Value]) -> None:
    """A tuple is one of `items`; `exprs` and `values` are its own, as far as they are written down."""
    rows = [row for item in items if (row := _parts(item, len(exprs))) is not None]
    if len(rows) < len(items) and any(_parts(item, None) is None for item in items):
        asked(m, exprs)
        return
    for number, (expr, value) in enumerate(zip(exprs, values, strict=False)):
        if any(not row[number].constants or row[number].unknown for row in rows):
            asked(m, (expr,))
            continue
        constants = frozenset(constant for row in rows for constant in row[number].constants)
        for name, known in list(m.state.names.items()):
            if known is value and value.origins:
                keep(m, name, value, constants)
    if m.judging is not None and len(exprs) == 2:
        for first, second in rows:
            m.judging.listed(first.text or "", second.text or "")


def _parts(item: Value, length: int | None) -> list[Value] | None:
    """The values in a tuple of this length (None for any); None if it is something else."""
    parts = list(item.elements) if item.elements is not None else None
    if isinstance(item.constant, tuple):
        parts = [literal(each) for each in item.constant]
    return parts if parts is not None and (length is None or len(parts) == length) else None


def keep(m: "Interpreter", target: str, value: Value, constants: frozenset[Any]) -> None:
    """The name `target`, which is `value`, is one of these constants, which the program chose."""
    if target in m.frame.shared or target not in m.state.names:
        return
    origins = frozenset((_LISTED,)) if value.origins else value.origins
    checks = value.checks | _WHOLE_CHECKS if value.origins else value.checks
    kept = constants if len(constants) <= MAX_KEPT else EMPTY
    m.state.names[target] = replace(value, constants=kept, origins=origins, checks=checks, unknown="")


def _spelt(m: "Interpreter", whole: str) -> None:
    """A text put together of others is one of a fixed list: none of the others can be chosen freely."""
    atoms = frozenset(_ATOM.findall(whole))
    for name, value in list(m.state.names.items()):
        if value.spelling and value.origins and value.spelling in atoms:
            m.state.names[name] = replace(value, origins=frozenset((_LISTED,)), unknown="")


def _key_found(m: "Interpreter", right: ir.Expr) -> None:
    """Something was found in `ALLOWED[key]` or `ALLOWED.get(key, ())`: then `key` is one of the keys."""
    match right:
        case ir.Subscript(base=base, index=ir.Name() as key):
            pass
        case ir.Call(func=ir.Attribute(base=base, name="get"), args=(ir.Name() as key, *_)):
            pass
        case _:
            return
    keys = listed(m, m.evaluate(base))
    if keys and all(each.constant is not NOT_CONSTANT for each in keys):
        keep(m, key.id, m.evaluate(key), frozenset(constant for each in keys for constant in each.constants))


def asked(m: "Interpreter", parts: tuple[ir.Expr, ...], word: str = restrictions.ASKED) -> None:
    """What a pickle chooses in `parts` has passed a test; `word` says of which kind, if a `find_class` is judged."""
    if m.judging is None:
        return
    for part in parts:
        for node in walk(part):
            if isinstance(node, ir.Name) and node.id in m.state.names:
                value = m.state.names[node.id]
                if restrictions.chosen(value):
                    m.state.names[node.id] = replace(value, checks=value.checks | {word})
                    if value.spelling.count("{") > 1 or not value.spelling:
                        _asked_of_parts(m, value, word)


def _asked_of_parts(m: "Interpreter", whole: Value, word: str) -> None:
    """What was asked of a text was asked of what it is put together of."""
    if m.judging is None or len(whole.worst(restrictions.PICKLED)) < 2:
        return
    for name, value in list(m.state.names.items()):
        if restrictions.chosen(value) and value.origins <= whole.origins:
            m.state.names[name] = replace(value, checks=value.checks | {word})


def matched(m: "Interpreter", subject: ir.Expr, value: Value, patterns: list[Value]) -> None:
    """`subject` has matched one of some patterns, of which the constants are known."""
    if patterns:
        found(m, subject, value, subject, Value(elements=tuple(patterns)))
    else:
        asked(m, (subject,))
