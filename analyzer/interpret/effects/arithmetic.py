"""What do operators make of data: statistics that join a frame, masks of rows, labels held against predictions?"""

from analyzer.interpret.effects import parts
from analyzer.interpret.effects.contents import contents_of, is_list_of_names, joined, lost, with_others, without
from analyzer.interpret.effects.data import (
    AGREEMENT,
    ARRAY,
    FRAME,
    INDEX,
    MASK,
    NAMED,
    OF_COLUMN,
    SERIES,
    is_data,
    is_frame,
    name_of,
    names,
    replace,
    same,
    type_of,
)
from analyzer.interpret.effects.marks import of_columns
from analyzer.interpret.effects.repeats import altered, is_noise
from analyzer.interpret.effects.rowsets import limited, narrow, number, opposite, signature
from analyzer.interpret.invocation import Machine
from analyzer.interpret.rows import overlaps
from analyzer.interpret.state import State
from analyzer.interpret.values import NOT_CONSTANT, Mark, Obj, Part, Place, Rows, Value, literal

EXPRESSION = "polars.Expr"
LENGTH, FROM_END = "length:", "minus length:"  # checks of a number: of which rows it is the number, or minus that
_LOW_HIGH = {"<": ("<", "low"), ">=": ("<", "high"), ">": (">", "high"), "<=": (">", "low")}


def binary(machine: Machine, state: State, op: str, left: Value, right: Value, place: Place) -> Value | None:
    """`left op right`; None if neither is data."""
    if op == "-" and (left.refs or INDEX in left.types) and is_list_of_names(state, left):
        return _fewer(state, left, right)
    if not (is_data(state, left) or is_data(state, right)):
        return None
    if any(obj.kind in ("list", "dict", "set") for value in (left, right) for obj in state.objects(value)):
        return None
    if EXPRESSION in left.types or EXPRESSION in right.types:
        return _expression(machine, state, op, left, right, place)
    if op in ("&", "|", "^") and (MASK in left.types or MASK in right.types):
        return _masks(machine, state, op, left, right, place)
    if op == "-" and _against_labels(state, left, right):
        return replace(state.derive([left, right]), types=frozenset({AGREEMENT}))
    if AGREEMENT in left.types or AGREEMENT in right.types:
        return replace(state.derive([left, right]), types=frozenset({AGREEMENT}))
    main, other = (left, right) if state.rows(left) or not state.rows(right) else (right, left)
    rows = state.rows(main)
    if not rows:
        return state.derive([left, right])
    more = state.rows(other)
    if is_noise(rows) and more and not is_noise(more):
        main, other, rows, more = other, main, more, rows
    noisy = is_noise(more) and not is_noise(rows)
    # Of other datasets, or of the other side of a split, which could not be added but as lists.
    foreign = not {r.root for r in more} <= {r.root for r in rows}
    if not noisy and (foreign or (op == "+" and more and not overlaps(more, rows))):
        rows = limited(rows | more)
    if is_frame(state, main) and type_of(state, main) in (FRAME, ARRAY):
        change = with_others(contents_of(state, other))
        added = [of_columns(state.plain(other))]
        made = same(machine, state, place, main, rows=rows, add=added, change=change)
    else:
        contents = joined(state, (left, right))
        made = replace(state.derive([left, right]), rows=rows, types=frozenset({SERIES}), contents=contents)
    return altered(state, made, place) if noisy else made


def _fewer(state: State, left: Value, right: Value) -> Value:
    """`set(df.columns) - {"a", "b"}`: the other names."""
    gone, contents = names(state, right), state.contents(left)
    return Value(types=frozenset({INDEX}), contents=lost(contents) if gone is None else without(contents, gone))


def _against_labels(state: State, left: Value, right: Value) -> bool:
    """Whether one side is a prediction and the other is data that no model made."""
    said, told = bool(state.predictions(left)), bool(state.predictions(right))
    other = right if said else left
    return said != told and (bool(state.rows(other)) or bool(other.unknown)) and not other.constants


def _expression(machine: Machine, state: State, op: str, left: Value, right: Value, place: Place) -> Value:
    """An operator on columns of no frame; what it computes is called as the left one is."""
    if op in ("&", "|", "^") and EXPRESSION in left.types and EXPRESSION in right.types:
        one, other = (replace(value, types=frozenset({MASK}), rows=state.rows(value)) for value in (left, right))
        return replace(_masks(machine, state, op, one, other, place), types=frozenset({EXPRESSION}))
    facts = state.derive([left, right])
    name = name_of(state, left if EXPRESSION in left.types else right)
    obj = Obj(
        kind="instance",
        type=EXPRESSION,
        items={NAMED: literal(name)} if name else {},
        rows=facts.rows,
        statistics=facts.statistics,
    )
    return machine.allocate(place, obj, types=frozenset({EXPRESSION}), rows=facts.rows)


def _masks(machine: Machine, state: State, op: str, left: Value, right: Value, place: Place) -> Value:
    facts = replace(state.derive([left, right]), contents=joined(state, (left, right)))
    if op == "&":
        last = [part for value in (left, right) for row in value.rows for part in row.path[-1:] if MASK in value.types]
        base = left.rows if MASK in left.types else right.rows
        rows = narrow(base, *dict.fromkeys(last))
    else:
        base = frozenset(Rows(row.root, row.path[:-1]) for row in (left.rows | right.rows) if row.path)
        rows = narrow(base, Part(machine.site(place), "true"))
    return replace(facts, rows=rows, types=frozenset({MASK}))


def unary(machine: Machine, state: State, op: str, value: Value, place: Place) -> Value | None:
    """`op value`; `~mask` selects the other rows, `-len(frame)` remembers whose length it is."""
    if op == "-" and (lengths := [check for check in value.checks if check.startswith(LENGTH)]):
        checks = frozenset(FROM_END + check.removeprefix(LENGTH) for check in lengths)
        return Value(types=frozenset({"int"}), checks=checks)
    if op in ("~", "not") and EXPRESSION in value.types:
        rows = frozenset(Rows(r.root, (*r.path[:-1], opposite(r.path[-1]))) if r.path else r for r in state.rows(value))
        return Value(types=value.types, rows=rows)
    if not is_data(state, value):
        return None
    if op in ("~", "not", "-") and MASK in value.types:
        known = parts.inverted(machine, state, value, place) if value.refs else None
        if known is not None:
            return known
        rows = frozenset(
            Rows(row.root, (*row.path[:-1], opposite(row.path[-1]))) if row.path else row for row in value.rows
        )
        return replace(value, rows=rows)
    return None if op == "not" else value if op == "+" else _negated(state, value)


def _negated(state: State, value: Value) -> Value:
    return replace(state.derive([value]), types=value.types, contents=state.contents(value))


def compare(machine: Machine, state: State, op: str, left: Value, right: Value, place: Place) -> Value | None:
    """`left op right`: a mask over the rows of the data, or labels held against predictions; None if it is not data."""
    if EXPRESSION in left.types:  # of polars: rows of whatever frame it is given to
        part = condition(machine, state, op, left, right, place)
        return Value(types=left.types, rows=frozenset({Rows("expression", (part,))}))
    if not (is_data(state, left) or is_data(state, right)) or op in ("is", "is not", "in", "not in"):
        return None
    facts = replace(state.derive([left, right]), contents=joined(state, (left, right)))
    if op in ("==", "!=") and _against_labels(state, left, right):
        return replace(facts, types=frozenset({AGREEMENT}))
    if not facts.rows:
        return replace(facts, types=frozenset({"bool"}))
    main, other = (left, right) if state.rows(left) else (right, left)
    rows = state.rows(main)
    if op in _LOW_HIGH and facts.predictions and not state.rows(other):
        facts = replace(facts, predictions=state.predictions(main))  # how a level was found is no answer for these rows
    if len(rows) > 1 and (known := parts.mask(machine, state, op, main, other, place)) is not None:
        return known
    if op in ("==", "!=") and other.constants and (name := name_of(state, main)):
        facts = replace(facts, marks=facts.marks | {Mark("by", place, column=name)})
    return replace(facts, rows=narrow(rows, condition(machine, state, op, main, other, place)), types=frozenset({MASK}))


def condition(machine: Machine, state: State, op: str, main: Value, other: Value, place: Place) -> Part:
    """The part of the rows for which `main op other` holds.

    Conditions on one column that exclude each other share a site.
    """
    names = {obj.items[OF_COLUMN].text for obj in state.objects(main) if OF_COLUMN in obj.items}
    constant = other.constant
    where = signature(state.rows(main))
    drawn = is_noise(state.rows(main))
    if drawn and constant is NOT_CONSTANT:  # numbers that are drawn alike are the same numbers, wherever
        return Part(number("drawn", op, place.module, place.start, where), "true")
    if drawn and not names:
        names = {""}
    if len(names) != 1 or constant is NOT_CONSTANT:
        return Part(machine.site(place), "true")
    (name,) = names
    if op in _LOW_HIGH:
        sort, side = _LOW_HIGH[op]
        return Part(number(sort, name, constant, where), side)
    part = Part(number("==", name, where), repr(constant))
    return part if op == "==" else opposite(part)
