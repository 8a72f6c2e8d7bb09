"""How is data (frames, series, arrays) represented, and how is it made, read and overwritten?

A frame or array is a heap object of kind "frame": `rows` of the whole, `items` the facts of columns that were written
by name (without rows: a column's rows are the frame's), the other fields those of all remaining columns. A column taken
out of a frame is an object of its own that remembers the frame, so that in-place changes reach it. It is of kind
"instance", because its frame is not its content.
"""

from collections.abc import Iterable, Iterator
from typing import Any, Final

import msgspec

from analyzer.interpret.effects.contents import Change, contents_of, named, stored, unchanged, without
from analyzer.interpret.effects.rowsets import SOME, limited
from analyzer.interpret.invocation import Invocation, Machine
from analyzer.interpret.state import State
from analyzer.interpret.values import (
    EMPTY,
    NOTHING,
    SENT_MARKS,
    Literal,
    Mark,
    Obj,
    Place,
    Rows,
    Statistic,
    Value,
    literal,
)

FRAME, SERIES, ARRAY, INDEX = "pandas.DataFrame", "pandas.Series", "numpy.ndarray", "pandas.Index"
MASK, AGREEMENT, GROUPED = "pandas.Mask", "pandas.Agreement", "abstract.GroupBy"
OF_ONE_ROW: Final = "of one row"  # the check of a column whose values in a frame all come from one row of another
RANGE: Final = "range:"  # the check of a range that tells from where to where it goes
GROUPED_COLUMN: Final = "column:"  # the check of groups that tells whose they are
DUMMIES: Final = "dummies"  # the check of a column in whose place there is one column for each of its values
OF_FRAME: Final = "<frame>"  # members of a column object; no attribute of Python code can have these names
OF_COLUMN: Final = "<column>"
NAMED: Final = "<name>"  # of data made from one column, its name
NONE: Final = literal(None)
ROW_MARKS: Final = frozenset({"ordered", "key", "balanced", "date", "by", "merged", "dropped", "unique"})
ROLLING, ROLLING_FRAME = "pandas.Rolling", "pandas.RollingFrame"  # windows over the rows of a series or of a frame

replace = msgspec.structs.replace


def numbered(place: Place, index: int) -> Place:
    """A place of its own for the `index`-th object made by the call at `place`; no expression has a negative start."""
    return Place(place.module, -1 - place.start, place.end * 64 + index)


def is_frame(state: State, value: Value) -> bool:
    """Whether `value` may be a frame, series or array with an identity."""
    return any(obj.kind == "frame" or OF_FRAME in obj.items for obj in state.objects(value))


def is_data(state: State, value: Value) -> bool:
    """Whether anything is known of `value` as data: it has rows, or is a frame, or a statistic of data."""
    if value.rows or value.statistics or value.predictions or value.duplicates:
        return True
    return is_frame(state, value)


def type_of(state: State, value: Value) -> str:
    """The one type of `value`, of several the first by name; "" if none is known."""
    if value.types:
        return min(value.types)
    return next((obj.type for obj in state.objects(value) if obj.type), "")


def make(
    machine: Machine,
    place: Place,
    kind: str,
    facts: Value,
    *,
    items: dict[Any, Value] | None = None,
    complete: bool = False,
) -> Value:
    """A new frame, series or array of type `kind` with the given facts; without any facts it needs no identity."""
    known = facts.rows or facts.statistics or facts.duplicates or facts.predictions or about_rows(facts.marks)
    if not (items or known or kind == FRAME):
        return replace(facts, types=frozenset({kind}) if kind else EMPTY)
    obj = Obj(
        kind="frame",
        type=kind,
        items=items or {},
        complete=complete,
        rows=facts.rows,
        statistics=facts.statistics,
        duplicates=facts.duplicates,
        origins=facts.origins,
        checks=facts.checks,
        predictions=facts.predictions,
        scores=facts.scores,
        marks=facts.marks,
        contents=facts.contents,
    )
    return machine.allocate(place, obj, types=frozenset({kind}) if kind else EMPTY)


def about_rows(marks: frozenset[Mark]) -> bool:
    """Whether any of `marks` speaks of the rows or columns of a dataset."""
    return bool(marks) and any(mark.how not in SENT_MARKS for mark in marks)


def facts_of(obj: Obj) -> Value:
    """The facts of an object apart from its members."""
    return Value(
        origins=obj.origins,
        checks=obj.checks,
        rows=obj.rows,
        statistics=obj.statistics,
        duplicates=obj.duplicates,
        predictions=obj.predictions,
        scores=obj.scores,
        marks=obj.marks,
        contents=obj.contents,
    )


def same(
    machine: Machine,
    state: State,
    place: Place,
    value: Value,
    *,
    rows: frozenset[Rows] | None = None,
    add: Iterable[Value] = (),
    kind: str = "",
    change: Change = unchanged,
) -> Value:
    """New data with the columns and facts of `value`, on `rows` if given, joined by the statistics of `add`.

    `change` says what each column is made of from then on.
    """
    extra = state.derive(add)
    obj = state.obj(value) if is_frame(state, value) else None
    facts = facts_of(obj) if obj is not None and obj.kind == "frame" else state.plain(value)
    facts = with_facts(facts, extra)
    if rows is not None:
        facts = replace(facts, rows=rows)
    if change is not unchanged:
        facts = replace(facts, contents=change(facts.contents))
    kind = kind or type_of(state, value) or ARRAY
    if obj is None or obj.kind != "frame":
        kept = {NAMED: obj.items[OF_COLUMN]} if obj is not None and OF_COLUMN in obj.items else None
        return make(machine, place, SERIES if kind in (MASK, INDEX) else kind, facts, items=kept)
    items = {key: with_facts(item, extra) for key, item in obj.items.items()}
    if change is not unchanged:
        items = {key: replace(item, contents=change(item.contents)) for key, item in items.items()}
    return make(machine, place, kind, facts, items=items, complete=obj.complete)


def with_facts(facts: Value, extra: Value) -> Value:
    """`facts` joined by the statistics, duplications, predictions, marks and origins of `extra`; rows stay."""
    if not (extra.statistics or extra.duplicates or extra.origins or extra.predictions or extra.marks or extra.scores):
        return facts
    return replace(
        facts,
        statistics=facts.statistics | extra.statistics,
        duplicates=facts.duplicates | extra.duplicates,
        origins=facts.origins | extra.origins,
        predictions=facts.predictions | extra.predictions,
        scores=facts.scores | extra.scores,
        marks=facts.marks | extra.marks,
    )


def column_facts(facts: Value) -> Value:
    """What a frame stores for a column: everything but its rows."""
    marks = facts.marks
    if marks:
        marks = frozenset(mark for mark in marks if mark.how not in ("key", "balanced", "by"))
    return replace(facts, rows=EMPTY, types=EMPTY, refs=EMPTY, constants=EMPTY, elements=None, marks=marks)


def column(machine: Machine, state: State, base: Value, name: str, place: Place) -> Value:
    """The column `name` of frame `base`, as an object that writes through to it."""
    obj = state.obj(base)
    assert obj is not None
    whole = facts_of(obj)
    item = obj.items.get(name)
    facts = whole if item is None else replace(state.plain(item), rows=obj.rows, marks=item.marks | of_rows(obj.marks))
    if item is None and obj.contents:
        encoded = of_dummies(obj, name)
        facts = replace(facts, contents=obj.items[encoded].contents if encoded else named(obj.contents, name))
    view = Obj(
        kind="instance",
        type=SERIES,
        items={OF_FRAME: replace(base, types=EMPTY), OF_COLUMN: literal(name)},
        rows=facts.rows,
        statistics=facts.statistics,
        duplicates=facts.duplicates,
        origins=facts.origins,
        predictions=facts.predictions,
        scores=facts.scores,
        marks=facts.marks,
        contents=facts.contents,
    )
    return machine.allocate(place, view, types=frozenset({SERIES}))


def of_dummies(obj: Obj, name: str) -> str:
    """The column of which column `name` of a frame is one of the dummies; "" if it is none."""
    return next((key for key, item in obj.items.items() if DUMMIES in item.checks and name.startswith(f"{key}_")), "")


def of_rows(marks: frozenset[Mark]) -> frozenset[Mark]:
    """Those of `marks` that are about rows, whatever column they were seen by."""
    return frozenset(mark for mark in marks if mark.how in ROW_MARKS) if marks else marks


def set_column(
    state: State, base: Value, name: str, facts: Value, *, partly: bool = False, where: Place | None = None
) -> None:
    """Write column `name` of the frames that `base` may be, at `where`; `partly`: only some of its rows."""

    def change(obj: Obj) -> Obj:
        item = column_facts(facts)
        if partly:
            old = obj.items.get(name)
            item = with_facts(old if old is not None else column_facts(facts_of(obj)), replace(item, contents=EMPTY))
            checks = item.checks if "finite" in facts.checks else item.checks - {"finite"}
            item = replace(item, contents=named(obj.contents, name) if old is None else old.contents, checks=checks)
        contents = obj.contents
        if contents:
            contents = without(contents, (name,))
            if not partly:
                made = contents_of(state, facts)
                item = replace(item, contents=stored(made, f"{where.module}:{where.start}", name) if where else made)
        return replace(obj, items={**obj.items, name: item}, rows=obj.rows or facts.rows, contents=contents)

    state.update(base, change)


def add_to_all(state: State, base: Value, extra: Value) -> None:
    """Join the facts of `extra` to all columns of `base`."""

    def change(obj: Obj) -> Obj:
        facts = with_facts(facts_of(obj), extra)
        return replace(
            obj,
            statistics=facts.statistics,
            duplicates=facts.duplicates,
            origins=facts.origins,
            predictions=facts.predictions,
            scores=facts.scores,
            marks=facts.marks,
            rows=obj.rows or extra.rows,
        )

    state.update(base, change)


def overwrite(state: State, target: Value, source: Value) -> None:
    """In-place operation: what `target` may be now has the content of `source`; a column's frame sees it."""
    new = state.obj(source) if is_frame(state, source) else None
    facts = state.plain(source)

    def change(obj: Obj) -> Obj:
        if new is not None and obj.kind == "frame" == new.kind:
            return replace(new, type=obj.type)
        return replace(
            obj,
            rows=facts.rows,
            statistics=facts.statistics,
            duplicates=facts.duplicates,
            origins=facts.origins,
            predictions=facts.predictions,
            scores=facts.scores,
            marks=facts.marks,
            contents=facts.contents,
        )

    through(state, target, facts)
    state.update(target, change)


def through(state: State, target: Value, facts: Value, *, partly: bool = False) -> None:
    """Write `facts` to the frames whose column `target` may be."""
    for obj in state.objects(target):
        frame, name = obj.items.get(OF_FRAME), obj.items.get(OF_COLUMN)
        if frame is not None and name is not None and name.text is not None:
            set_column(state, frame, name.text, facts, partly=partly)


def rooted(machine: Machine, state: State, value: Value, place: Place, role: str = "") -> frozenset[Rows]:
    """The rows of `value`; if none are known, a dataset of its own, the same one for the same parameter.

    `role` tells apart several such values of one call.
    """
    rows = state.rows(value)
    if rows:
        return limited(rows)
    for origin in value.worst("parameter"):
        # It may as well be a part of what the caller gave, or something made of it.
        return frozenset({Rows(f"parameter {origin.detail} of {origin.function}", (SOME,))})
    return frozenset({Rows(f"data@{machine.site(place)}{role}")})


def statistic(
    how: str, rows: frozenset[Rows], place: Place, *, target: bool = False, column: str = ""
) -> frozenset[Statistic]:
    """The fact that something was computed over `rows`; none if no rows are known."""
    return frozenset({Statistic(how, rows, place, target, column)}) if rows and how != "nothing" else EMPTY


def members(state: State, value: Value) -> list[Value]:
    """The items of a tuple or list in order; those at unknown positions last."""
    if value.elements is not None:
        return list(value.elements)
    found: list[Value] = []
    for obj in state.objects(value):
        if obj.kind not in ("list", "set", "dict"):
            continue
        keys = [key for key in obj.items if isinstance(key, Literal)]
        if obj.kind != "dict":
            keys.sort(key=lambda key: (not isinstance(key.value, int), key.value if isinstance(key.value, int) else 0))
        found += [obj.items[key] for key in keys]
        if obj.rest is not None:
            found.append(obj.rest)
    return found


def names(state: State, value: Value) -> list[str] | None:
    """The strings that `value` (one or a list of them) is; None if not all of them are known."""
    if value.text is not None:
        return [value.text]
    if value.constants and not value.unknown and all(isinstance(c.value, str) for c in value.constants):
        return None  # one of several: which one is not known
    found = members(state, value)
    texts = [item.text for item in found if item.text is not None]
    return texts if found and len(texts) == len(found) and not value.unknown else None


def name_of(state: State, value: Value) -> str:
    """The name of the column that `value` is or was made from; "" if it is not known, or not one."""
    found = {obj.items.get(OF_COLUMN) or obj.items.get(NAMED) for obj in state.objects(value)}
    only = found.pop() if len(found) == 1 else None
    return (only.text or "") if only is not None else ""


def callables(value: Value | None) -> bool:
    """Whether `value` is a function that can be called to see what it does."""
    return value is not None and bool(value.funcs or value.symbols)


def extra_positional(call: Invocation) -> Iterator[Value]:
    """Arguments bound by position only, in order."""
    index = 0
    while (value := call.args.get(str(index))) is not None:
        yield value
        index += 1


def first(call: Invocation) -> Value:
    """The subject, or the first positional argument if the table does not name one."""
    subject = call.subject
    return subject if subject is not NOTHING else call.args.get("0", NOTHING)


def true(call: Invocation, name: str) -> bool:
    """Whether argument `name` is surely true."""
    value = call.arg(name)
    return value is not None and value.truth is True


def axis_of(call: Invocation) -> object:
    """The constant `axis`, or `dim` of tensors: 0 if not given, None if given as None, "?" if unknown."""
    value = call.arg("axis") or call.arg("dim")
    if value is None:
        return 0
    found = value.constant
    if found in ("columns", "index"):
        return 1 if found == "columns" else 0
    return found if isinstance(found, int) or found is None else "?"
