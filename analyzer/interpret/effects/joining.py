"""Which calls make more rows: copies, windows, unions and joins?"""

from collections.abc import Mapping
from typing import Any, Final

from analyzer.interpret.effects import repeats
from analyzer.interpret.effects.contents import contents_of, joined, lost, named
from analyzer.interpret.effects.data import (
    FRAME,
    INDEX,
    axis_of,
    facts_of,
    first,
    make,
    members,
    replace,
    rooted,
    same,
    statistic,
    type_of,
)
from analyzer.interpret.effects.marks import of_columns
from analyzer.interpret.effects.parts import columns_of, keys_of
from analyzer.interpret.effects.reshaping import kind_of
from analyzer.interpret.effects.rowsets import SOME, limited, narrow, without
from analyzer.interpret.invocation import Invocation
from analyzer.interpret.rows import contains
from analyzer.interpret.values import EMPTY, NOTHING, Content, Mark, Obj, Part, Rows, Value, join


def duplicate(call: Invocation) -> Value:
    """Rows are repeated; without `axis=0` it is numbers that are repeated, most often to fit the rows of something."""
    subject = first(call)
    rows = call.state.rows(subject)
    axis = call.arg("axis")
    known = INDEX in subject.types or (axis is not None and axis.constant == 0) or _several_times(call.arg("reps"))
    extra = Value(duplicates=statistic("oversampling", rows, call.place)) if known else NOTHING
    return same(call.machine, call.state, call.place, subject, add=[extra], kind=kind_of(call, subject))


def _several_times(reps: Value | None) -> bool:
    """Whether an array of rows and columns is repeated along its rows: `np.tile(X, (3, 1))`."""
    shape = reps.elements if reps is not None else None
    return shape is not None and len(shape) == 2 and shape[0].constant != 1


def window(call: Invocation) -> Value:
    """Overlapping windows: one row goes into several, unless the next window begins where the last one ends."""
    subject = first(call)
    rows = rooted(call.machine, call.state, subject, call.place)
    extra = NOTHING if _apart(call) else Value(duplicates=statistic("window", rows, call.place))
    kind = call.api.returns or kind_of(call, subject)
    made = same(call.machine, call.state, call.place, subject, rows=rows, add=[extra], kind=kind)
    length = call.arg(call.api.option("length"))
    if length is not None and not call.api.option("stride") and type(length.constant) is int:
        width = frozenset({f"{repeats.WIDTH}{length.constant}"})
        call.state.update(made, lambda obj: replace(obj, checks=obj.checks | width))
    return made


def _apart(call: Invocation) -> bool:
    """Whether windows may share no rows: by their length and stride, or by how much they are said to overlap."""
    overlap = call.api.option("overlap")
    if overlap:  # an argument of the constructor
        given = [obj.items[overlap] for obj in call.state.objects(call.receiver or NOTHING) if overlap in obj.items]
        return any(value.truth is not True for value in given)
    length, stride = call.arg(call.api.option("length")), call.arg(call.api.option("stride"))
    if stride is None:
        return call.api.option("default") == "apart"
    wide, step = (length or NOTHING).constant, stride.constant
    if step == 1:
        return False
    return not isinstance(wide, int) or not isinstance(step, int) or step >= wide


def concat(call: Invocation) -> Value:
    """One below the other: all rows; side by side: the rows of the first, the columns of all."""
    state = call.state
    if call.api.how == "append":
        other = call.arg("other") or NOTHING
        parts = [first(call), *(members(state, other) or [other])]
    else:
        parts = members(state, first(call))
        if call.api.positional[:2] == ("arr", "values"):
            parts = [first(call), call.arg("values") or NOTHING]
        elif not parts:
            parts = [value for value in call.inputs() if value is not call.arg("axis")]
    axis = axis_of(call)
    beside = call.api.how == "columns" or (isinstance(axis, int) and axis != 0)
    rows: frozenset[Rows] = EMPTY
    for part in parts:
        own = state.rows(part)
        rows = (rows or own) if beside else rows | own
    repeated = (
        EMPTY if beside or axis == "?" else repeats.joined(state, parts, call.place, call.arg("other") or first(call))
    )
    facts = replace(state.derive(parts), rows=limited(rows), contents=joined(state, parts))
    if repeated:
        facts = replace(facts, duplicates=facts.duplicates | repeated)
    frames = [obj for obj in map(state.obj, parts) if obj is not None and obj.kind == "frame"]
    if len(frames) != len(parts) or not frames:
        return make(call.machine, call.place, kind_of(call, first(call)), facts)
    whole = NOTHING
    items: dict[str, Value] = {}
    for obj in frames:
        whole = join(whole, facts_of(obj))
        for key, item in obj.items.items():
            items[key] = join(items[key], item) if key in items else item
    if facts.contents:
        rests = EMPTY.union(*(obj.contents for obj in frames))
        facts = replace(facts, contents=rests if all(obj.contents for obj in frames) else lost(rests))
        items = {key: replace(item, contents=_of_either(frames, key, beside)) for key, item in items.items()}
    if repeated:
        items = {key: replace(item, duplicates=item.duplicates | repeated) for key, item in items.items()}
    if not beside:
        for key, marks in columns_of(frames).items():
            items[key] = replace(items[key], checks=items[key].checks | marks)
        whole = replace(whole, checks=whole.checks | keys_of(call, parts))
    whole = replace(whole, rows=facts.rows, duplicates=facts.duplicates, types=EMPTY, contents=facts.contents)
    return make(call.machine, call.place, kind_of(call, parts[0]), whole, items=items)


def _of_either(frames: list[Obj], name: str, beside: bool) -> frozenset[Content]:
    """What column `name` of a union of `frames` is made of: one below the other, of that column of each."""
    own = [obj.items[name].contents for obj in frames if name in obj.items]
    others = [] if beside else [named(obj.contents, name) for obj in frames if name not in obj.items]
    return EMPTY.union(*own, *others)


def merge(call: Invocation) -> Value:
    """A join: the rows of the left side, whatever has gone into either."""
    left = call.receiver if call.receiver is not None else (call.arg("left") or NOTHING)
    right = call.arg("right") or call.arg("other") or NOTHING
    rows = call.state.rows(left) or call.state.rows(right)
    how = call.arg("how")
    sort = (how.text or "").replace("_", "") if how is not None else ""
    if sort == "inner":  # only those that the other side knows
        rows = narrow(rows, Part(call.machine.site(call.place), SOME.side))
    if sort in _CHOOSING:
        return _chosen(call, left, call.state.rows(right), there=_CHOOSING[sort])
    added = of_columns(call.state.plain(right))
    if _may_repeat(call, left, right):
        added = replace(added, marks=added.marks | {Mark("merged", call.place)})
    result = same(call.machine, call.state, call.place, left, rows=rows, add=[added], kind=_kind_of_table(call, left))
    other = call.state.obj(right)
    more = other.contents if other is not None and other.kind == "frame" else contents_of(call.state, right)
    columns = other.items if other is not None and other.kind == "frame" else {}
    if more:
        call.state.update(result, lambda obj: _widened(obj, columns, more))
    return result


# Joins that choose rows of the left side and bring nothing of the right one: those that are there, those that are not.
_CHOOSING: Final = {"semi": True, "leftsemi": True, "anti": False, "leftanti": False}


def _chosen(call: Invocation, left: Value, others: frozenset[Rows], *, there: bool) -> Value:
    """The rows of `left` whose key is among those of the other side, or those whose key is not.

    Of the other side's own rows, each has its key there: what is left by an anti join is none of them.
    """
    rows = call.state.rows(left)
    if others and not there and contains(rows, others):
        some = without(rows, others)
    else:
        some = narrow(rows, Part(call.machine.site(call.place), SOME.side))
    return same(call.machine, call.state, call.place, left, rows=some, kind=_kind_of_table(call, left))


def _may_repeat(call: Invocation, left: Value, right: Value) -> bool:
    """Whether a join of pandas by a key may give more rows than there were, without that anybody is told."""
    if not call.api.name.endswith(".merge") or call.arg("validate") is not None or call.open:
        return False
    keyed = call.arg("on") or call.arg("left_on") or call.arg("right_on")
    if keyed is None or _kind_of_table(call, left) != FRAME:
        return False
    return not any(mark.how == "unique" for side in (left, right) for mark in call.state.marks(side))


def _kind_of_table(call: Invocation, left: Value) -> str:
    """Tables of other libraries than pandas stay what they are."""
    kind = type_of(call.state, left)
    return kind if kind.startswith(("polars.", "pyspark.")) else FRAME


def _widened(obj: Obj, columns: Mapping[Any, Value], more: frozenset[Content]) -> Obj:
    """A frame with the columns of another one beside its own."""
    if not obj.contents:
        return obj
    return replace(obj, items={**columns, **obj.items}, contents=obj.contents | more)
