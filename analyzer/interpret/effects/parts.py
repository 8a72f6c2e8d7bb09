"""Which of the datasets that were joined does a column, a key or a number of rows single out?

A column that holds one constant says so in a check; where frames are joined, the column of the whole remembers which
constant the rows of each have, and the whole remembers under which key they can be found.
"""

import ast
import re
from collections.abc import Callable, Iterable, Sequence
from typing import Final

from analyzer.interpret.effects.data import MASK, OF_COLUMN, OF_FRAME, members, replace
from analyzer.interpret.effects.rowsets import narrow, number, opposite, signature
from analyzer.interpret.invocation import Invocation, Machine
from analyzer.interpret.state import State
from analyzer.interpret.values import EMPTY, NOT_CONSTANT, NOTHING, Literal, Obj, Part, Place, Rows, Value

_EACH: Final = "each is "  # check of a column: all of its values are this constant
_OPEN: Final = "several"  # text of rows whose values in a column are not one constant
_COMPARISON: Final = re.compile(r"`?(\w+)`?\s*(==|!=)\s*(\S+)")
_OTHERS: Final = "<others>"  # member of a mask: the rows that it does not choose


def constant(value: Value) -> frozenset[str]:
    """The check of a column that is set to `value`, if that is one number or text."""
    found = value.constant
    known = found is not NOT_CONSTANT and isinstance(found, (str, int, float, bool))
    return frozenset({f"{_EACH}{found!r}"}) if known else EMPTY


def _marks(word: str, rows: Iterable[Rows], text: str) -> set[str]:
    return {f"{word} {number(signature([row]))} {text}" for row in rows}


def columns_of(parts: Sequence[Obj]) -> dict[str, frozenset[str]]:
    """For each column that is one constant in a part, the checks that tell the rows of the parts apart by it.

    A part that has values of its own there is taken to have none that are that constant: `test["label"] = -1`.
    """
    found: dict[str, frozenset[str]] = {}
    for name in {name for part in parts for name in part.items}:
        marks: set[str] = set()
        known = 0
        for part in parts:
            item = part.items.get(name)
            texts = [check for check in item.checks if check.startswith(_EACH)] if item is not None else []
            known += len(texts)
            marks |= _marks("column", part.rows, texts[0].removeprefix(_EACH) if len(texts) == 1 else _OPEN)
        if known:
            found[name] = frozenset(marks)
    return found


def keys_of(call: Invocation, parts: Sequence[Value]) -> frozenset[str]:
    """The checks that tell the rows of the parts apart by `keys=` of a concatenation, or by those of a dict."""
    names: list[object]
    given = call.state.obj(call.subject)
    if given is not None and given.kind == "dict":
        names = [key.value for key in given.items if isinstance(key, Literal)]
    else:
        names = [key.constant for key in members(call.state, call.arg("keys") or NOTHING)]
    if len(names) != len(parts) or any(name is NOT_CONSTANT for name in names):
        return EMPTY
    pairs = zip(parts, names, strict=True)
    return frozenset(mark for part, name in pairs for mark in _marks("key", call.state.rows(part), repr(name)))


def _texts(word: str, checks: Iterable[str], row: Rows) -> set[str]:
    """What the marks say of `row`, which may have been refined since they were made."""
    for end in range(len(row.path), -1, -1):
        start = f"{word} {number(signature([Rows(row.root, row.path[:end])]))} "
        found = {check[len(start) :] for check in checks if check.startswith(start)}
        if found:
            return found
    return set()


def _sorted_out(
    word: str, checks: Iterable[str], rows: frozenset[Rows], wanted: Callable[[str], bool]
) -> tuple[frozenset[Rows], frozenset[Rows]] | None:
    """The rows whose mark is wanted and the others; None if the marks do not say it of all of them."""
    marks = [check for check in checks if check.startswith(f"{word} ")]
    if not marks or not rows:
        return None
    chosen: set[Rows] = set()
    others: set[Rows] = set()
    for row in rows:
        texts = _texts(word, marks, row)
        if len(texts) != 1:
            return None
        (chosen if wanted(texts.pop()) else others).add(row)
    return frozenset(chosen), frozenset(others)


def under_key(state: State, base: Value, key: object) -> frozenset[Rows]:
    """The rows that a concatenation has under `key`; none if that is not known."""
    checks = [check for obj in state.objects(base) for check in obj.checks]
    found = _sorted_out("key", checks, state.rows(base), lambda text: text == repr(key)) if checks else None
    return found[0] if found is not None else EMPTY


def _sides(
    frame: Obj | None, name: str | None, rows: frozenset[Rows], op: str, wanted: object
) -> tuple[frozenset[Rows], frozenset[Rows]] | None:
    """The rows for which `frame[name] op wanted` and the others, where the column says which dataset a row is from."""
    item = frame.items.get(name) if frame is not None and name is not None else None
    if item is None or op not in ("==", "!=") or wanted is NOT_CONSTANT:
        return None
    found = _sorted_out("column", item.checks, rows, lambda text: (text == repr(wanted)) == (op == "=="))
    if found is None or not all(found):
        return None
    part = Part(number("part", name, repr(wanted), signature(rows)), op)
    return narrow(found[0], part), narrow(found[1], opposite(part))


def mask(machine: Machine, state: State, op: str, main: Value, other: Value, place: Place) -> Value | None:
    """`column == constant` where the column says which dataset a row is from: the mask of the rows of those."""
    for view in state.objects(main):
        frame = state.obj(view.items.get(OF_FRAME, NOTHING))
        found = _sides(frame, view.items.get(OF_COLUMN, NOTHING).text, state.rows(main), op, other.constant)
        if found is None:
            return None
        obj = Obj(kind="instance", type=MASK, items={_OTHERS: Value(rows=found[1])})
        made = machine.allocate(place, obj, types=frozenset({MASK}))
        return replace(made, rows=found[0])
    return None


def selected_by(state: State, frame: Value, expression: str) -> frozenset[Rows] | None:
    """The rows that `frame.query(expression)` gives, if that compares such a column with a constant."""
    found = _COMPARISON.fullmatch(expression.strip())
    if found is None:
        return None
    try:
        wanted = ast.literal_eval(found[3])
    except (SyntaxError, ValueError):
        return None
    sides = _sides(state.obj(frame), found[1], state.rows(frame), found[2], wanted)
    return sides[0] if sides is not None else None


def inverted(machine: Machine, state: State, value: Value, place: Place) -> Value | None:
    """`~mask` of such a mask; None for others."""
    obj = state.obj(value)
    if obj is None or _OTHERS not in obj.items:
        return None
    other = Obj(kind="instance", type=MASK, items={_OTHERS: Value(rows=value.rows)})
    made = machine.allocate(place, other, types=frozenset({MASK}))
    return replace(made, rows=obj.items[_OTHERS].rows)
