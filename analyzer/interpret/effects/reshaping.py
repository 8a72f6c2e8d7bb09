"""What do the methods of frames, series and arrays do to rows, columns and the statistics in them?"""

from collections.abc import Callable, Iterable
from typing import Any

from analyzer.interpret.choosing import keep_order, pick_first, put_in_order
from analyzer.interpret.effects import chance, datasets
from analyzer.interpret.effects.contents import (
    SOMETHING,
    Change,
    joined,
    lost,
    named,
    unchanged,
    windowed,
    with_others,
)
from analyzer.interpret.effects.contents import (
    without as except_for,
)
from analyzer.interpret.effects.data import (
    AGREEMENT,
    FRAME,
    GROUPED,
    INDEX,
    MASK,
    NAMED,
    NONE,
    OF_COLUMN,
    OF_FRAME,
    ROLLING,
    ROLLING_FRAME,
    SERIES,
    axis_of,
    callables,
    column,
    column_facts,
    extra_positional,
    facts_of,
    first,
    is_frame,
    make,
    name_of,
    names,
    numbered,
    of_dummies,
    overwrite,
    replace,
    same,
    set_column,
    statistic,
    true,
    type_of,
)
from analyzer.interpret.effects.frames import counted, select
from analyzer.interpret.effects.marks import of_columns, per_group, sampled, shown, with_own_row, without_keys
from analyzer.interpret.effects.parts import constant, selected_by, under_key
from analyzer.interpret.effects.rowsets import ONE, limited, named_side, narrow, number, selected, signature, without
from analyzer.interpret.effects.splits import record as record_split
from analyzer.interpret.facts import Event
from analyzer.interpret.invocation import Invocation
from analyzer.interpret.state import State
from analyzer.interpret.values import EMPTY, NOT_CONSTANT, NOTHING, Mark, Obj, Part, Rows, Value, literal


def finish(call: Invocation, result: Value) -> Value:
    """The result, or None after it was written to the receiver for `inplace=True`."""
    if call.receiver is not None and true(call, "inplace"):
        overwrite(call.state, call.receiver, result)
        return NONE
    return result


def kind_of(call: Invocation, subject: Value) -> str:
    """The type of the result: the table's, or that of the subject."""
    if call.api.how == "window":
        whole = type_of(call.state, subject) == FRAME
        return ROLLING_FRAME if whole else ROLLING
    if call.api.how == "rolled":
        return FRAME if ROLLING_FRAME in subject.types else SERIES
    returns = call.api.returns
    if returns and returns != "self" and "," not in returns:
        return returns
    found = type_of(call.state, subject)
    if found.endswith("Output") and found.startswith("torch.") and call.api.name.rpartition(".")[2] not in _NEUTRAL:
        return datasets.TENSOR  # other numbers: what they stand for is not known
    return SERIES if found in (MASK, INDEX, "") else found


# What leaves the numbers of a tensor as they are.
_NEUTRAL = frozenset(
    "float double half cuda cpu to contiguous clone view reshape squeeze unsqueeze flatten ravel view_as detach type "
    "requires_grad_ expand permute transpose".split()
)


# --- the same rows --------------------------------------------------------------------------------------------------


def rowwise(call: Invocation) -> Value:
    """New values on the same rows; statistics of all arguments have gone into them."""
    special = {
        "align": _align,
        "each": _each,
        "pairs": _each,
        "mask": _mask,
        "assign": _assign,
        "get": _get,
        "rename": _rename,
        "select": _filter,
    }.get(call.api.how)
    if special is not None:
        return special(call)
    subject = first(call)
    if AGREEMENT in subject.types:
        return replace(call.state.derive(call.inputs()), types=subject.types)
    others = _others(call, subject)
    added = [of_columns(call.state.plain(value)) for value in others]
    if marks := shown(call):
        added.append(Value(marks=marks))
    if call.api.how == "expressions":  # `pl.col("x").mean()` is a statistic of the frame it is given to
        own = limited(call.state.rows(subject))
        added = [replace(v, statistics=frozenset(replace(s, rows=s.rows or own) for s in v.statistics)) for v in added]
        return same(call.machine, call.state, call.place, subject, add=added)
    if call.api.how in ("elements", "columns", "pipe"):
        result = _applied(call, subject)
        if call.api.how == "pipe" and result is not None:
            return result
        added = [*added, replace(call.state.plain(result), rows=EMPTY)] if result is not None else added
    if INDEX in subject.types and not call.state.rows(subject):  # names of columns
        return _names(call, subject)
    rows = call.state.rows(subject)
    if MASK in subject.types:
        rows = frozenset(Rows(row.root, row.path[:-1]) for row in rows)
    if not rows and others:
        rows = limited(call.state.rows(call.state.derive(others)))
    side = call.arg(call.api.option("side"))
    if side is not None and side.text is not None:
        rows = named_side(rows, side.text)
    kind, change = kind_of(call, subject), _change(call, others)
    result = same(call.machine, call.state, call.place, subject, rows=rows, add=added, kind=kind, change=change)
    if call.machine.sorted_scores and call.api.name.endswith((".reset_index", ".set_index", ".round")):
        keep_order(call.state, subject, result)
    # That it stands for this is known, whatever goes in.
    if call.api.returns == kind and kind.startswith("torch.") and kind.endswith("Output"):
        result = replace(result, unknown="")
    return finish(call, result)


def _names(call: Invocation, subject: Value) -> Value:
    """What a method of a list of names gives: a list of its own, other names, or fewer."""
    name = call.api.name.rpartition(".")[2]
    if name in ("tolist", "to_list", "copy", "to_numpy"):
        rest = Value(types=frozenset({"str"}), unknown="the name of a column")
        own = Obj(kind="list", type="list", rest=rest, contents=subject.contents)
        return call.machine.allocate(call.place, own, types=frozenset({"list"}))
    gone = names(call.state, call.arg("other") or NOTHING) if name == "difference" else None
    contents = lost(subject.contents) if gone is None else except_for(subject.contents, gone)
    return replace(subject, contents=contents)


# Methods that take values from other rows, or choose columns that are not known.
_ELSEWHERE = frozenset(
    "shift diff pct_change rolling ewm expanding cumsum cumprod cummax cummin select_dtypes transpose combine swapaxes "
    "rollaxis moveaxis flip to_dict".split()
)


def _change(call: Invocation, others: list[Value]) -> Change:
    """What an operation that goes row by row makes of the columns: those of what else is used go in."""
    name = call.api.name.rpartition(".")[2]
    subject = first(call)
    if name == "set_index":
        gone = names(call.state, call.arg("keys") or call.arg("0") or NOTHING)
        return unchanged if gone is None else lambda own: except_for(own, gone)
    if name in _ELSEWHERE or GROUPED in subject.types:
        return windowed if GROUPED not in subject.types and with_own_row(call) else lost
    function = call.arg("func") or call.arg("function") or call.arg("arg") or call.arg("0")
    if call.api.how in ("elements", "columns", "pipe", "expressions") and callables(function):
        return with_others(SOMETHING) if type_of(call.state, subject) != FRAME else lost
    found = joined(call.state, others)
    return with_others(found) if found else unchanged


def _others(call: Invocation, subject: Value) -> list[Value]:
    """The inputs beside the subject that go into the values of the result, not only into its shape."""
    sizes = call.api.option("sizes").split()
    given = [value for name, value in call.args.items() if name not in sizes and "*" not in sizes]
    values = given if call.receiver is None else [call.receiver, *given]
    return [value for value in values if value is not subject]


def _applied(call: Invocation, subject: Value) -> Value | None:
    """What the function given to `map`, `apply`, `transform` or `pipe` makes of elements, columns or the whole."""
    function = call.arg("func") or call.arg("function") or call.arg("arg") or call.arg("0")
    if not callables(function) or function is None:
        return None
    plain = call.state.plain(subject)
    whole = call.api.how == "pipe" or (
        call.api.how == "columns" and type_of(call.state, subject) == FRAME and axis_of(call) in (0, None)
    )
    if call.api.how == "pipe":
        argument = subject
    elif whole:
        argument = make(call.machine, numbered(call.place, 40), SERIES, plain)
    elif type_of(call.state, subject).startswith("datasets."):  # a dict, which the function may change and give back
        value = Value(origins=plain.origins, unknown="a value of a row")
        row = Obj(kind="dict", type="dict", rest=value, origins=plain.origins)
        argument = call.machine.allocate(numbered(call.place, 40), row, types=frozenset({"dict"}))
    else:
        argument = Value(origins=plain.origins)
    return call.machine.call(function, (argument,), {}, call.place)


def _mask(call: Invocation) -> Value:
    """`isnull()`, `isin(values)`: a mask over the rows; `isin(other.index)` is the mask of those rows."""
    subject = first(call)
    facts = call.state.derive(call.inputs())
    rows = call.state.rows(subject)
    values = call.arg("values")
    if not rows:
        return replace(facts, types=frozenset({"bool"}))
    if values is not None and call.state.rows(values):
        chosen = selected(rows, call.state.rows(values))
        if chosen != rows:
            return replace(facts, rows=chosen, types=frozenset({MASK}))
    name = call.api.name.rpartition(".")[2]
    where = signature(rows)
    if name in ("isnull", "isna", "notnull", "notna"):
        columns = "".join(
            sorted(obj.items["<column>"].text or "" for obj in call.state.objects(subject) if "<column>" in obj.items)
        )
        part = Part(number("null", columns, where), "missing" if name.startswith("is") else "present")
    else:
        part = Part(call.machine.site(call.place), "true")
    return replace(facts, rows=narrow(rows, part), types=frozenset({MASK}))


def _each(call: Invocation) -> Value:
    """`iterrows()`, `items()`: one row or column after the other, with its label for "pairs"."""
    plain = replace(call.state.plain(first(call)), types=frozenset({SERIES}))
    if not call.api.name.endswith("items"):
        plain = replace(plain, rows=narrow(plain.rows, ONE))
    item = Value(elements=(Value(unknown="a label"), plain)) if call.api.how == "pairs" else plain
    return call.machine.allocate(call.place, Obj(kind="list", type="list", rest=item), types=frozenset({"list"}))


def _align(call: Invocation) -> Value:
    """`left.align(right)`: both frames, with the columns that they share."""
    both = (first(call), call.arg("other") or NOTHING)
    return Value(
        elements=tuple(
            same(call.machine, call.state, numbered(call.place, index), value) for index, value in enumerate(both)
        )
    )


def _assign(call: Invocation) -> Value:
    result = same(call.machine, call.state, call.place, first(call))
    for name, value in call.args.items():
        if callables(value) and value.funcs:
            value = call.machine.call(value, (result,), {}, call.place)
        if is_frame(call.state, result):
            facts = call.state.plain(value)
            set_column(call.state, result, name, replace(facts, checks=facts.checks | constant(value)))
    return result


def _get(call: Invocation) -> Value:
    key = call.arg("key")
    if key is not None and key.text is not None and is_frame(call.state, first(call)):
        return column(call.machine, call.state, first(call), key.text, call.place)
    return same(call.machine, call.state, call.place, first(call))


def _rename(call: Invocation) -> Value:
    subject = first(call)
    result = same(call.machine, call.state, call.place, subject)
    mapping = call.state.obj(call.arg("columns") or NOTHING)
    if mapping is not None and mapping.kind == "dict":
        new = {getattr(key, "value", key): value.text for key, value in mapping.items.items()}
        call.state.update(result, lambda obj: _renamed(obj, new))
    elif call.arg("columns") is not None or (call.arg("mapper") is not None and axis_of(call) == 1):
        result = same(call.machine, call.state, call.place, subject, change=lost)
    return finish(call, result)


def _renamed(obj: Obj, new: dict[Any, str | None]) -> Obj:
    """A frame some of whose columns have `new` names."""
    items = {new.get(key) or key: item for key, item in obj.items.items()}
    if not obj.contents:
        return replace(obj, items=items)
    moved = [key for key, name in new.items() if isinstance(key, str) and name and key not in obj.items]
    for key in moved:
        items[new[key] or key] = replace(column_facts(facts_of(obj)), contents=named(obj.contents, key))
    return replace(obj, items=items, contents=except_for(obj.contents, {*map(str, new), *filter(None, new.values())}))


def _filter(call: Invocation) -> Value:
    wanted = names(call.state, call.arg("items") or NOTHING)
    if wanted is not None:
        return select(call.machine, call.state, first(call), wanted, call.place)
    return same(call.machine, call.state, call.place, first(call), change=lost)


def fill(call: Invocation) -> Value:
    """Gaps are filled: what the filling value was computed from goes in."""
    subject, value = first(call), call.arg("value")
    marks = shown(call)
    added = [Value(marks=marks)] if marks else []
    if value is not None and not is_whole(call.state, subject):
        _covered(call, subject, value)
        facts = replace(call.state.plain(value), contents=EMPTY)
        imputed = frozenset(replace(s, how="imputation") if s.how == "aggregate" else s for s in facts.statistics)
        added.append(replace(facts, rows=EMPTY, statistics=imputed))
    return finish(call, same(call.machine, call.state, call.place, subject, add=added, kind=kind_of(call, subject)))


def is_whole(state: State, subject: Value) -> bool:
    """Whether gaps of `subject` have been filled or dropped before, so that no value goes in."""
    if "finite" in subject.checks:
        return True
    objects = state.objects(subject)
    return bool(objects) and all("finite" in obj.checks or _is_whole_column(state, obj) for obj in objects)


def _is_whole_column(state: State, view: Obj) -> bool:
    """Whether the column that `view` shows was stored without gaps."""
    name = view.items.get(OF_COLUMN, NOTHING).text
    frames = state.objects(view.items.get(OF_FRAME, NOTHING))
    return (
        name is not None and bool(frames) and all("finite" in each.items.get(name, NOTHING).checks for each in frames)
    )


def _covered(call: Invocation, subject: Value, value: Value) -> None:
    """Gaps that come from what is no number are filled with a constant, and look like data from then on."""
    if not isinstance(value.constant, (int, float)):
        return
    name = name_of(call.state, subject)
    for mark in call.state.marks(subject):
        inside = mark.place.module == call.place.module and call.place.start <= mark.place.start < call.place.end
        if mark.how == "coerced" and (inside or (name and mark.column == name)):
            event = Event("covered", mark.place, repr(value.constant), call.machine.where())
            if event not in call.machine.facts.events:
                call.machine.facts.events.append(event)


def shuffle(call: Invocation) -> Value:
    """The same rows in another order."""
    if call.api.how == "in-place":
        chance.shuffled(call.state, first(call))
        return NONE
    if call.api.subject == "0":
        arrays = list(extra_positional(call))
        made = tuple(
            chance.shuffled(call.state, same(call.machine, call.state, numbered(call.place, index), value))
            for index, value in enumerate(arrays)
        )
        return made[0] if len(made) == 1 else Value(elements=made)
    subject = first(call)
    columns = call.arg("columns")
    wanted = names(call.state, columns) if columns is not None else None
    if wanted is not None and is_frame(call.state, subject):  # `reindex(columns=[…])`
        return select(call.machine, call.state, subject, wanted, call.place)
    change = lost if columns is not None else unchanged
    kind, added = kind_of(call, subject), [Value(marks=shown(call))]
    result = same(call.machine, call.state, call.place, subject, kind=kind, change=change, add=added)
    if call.api.how == "sort":
        put_in_order(call.machine, call.state, result)
        chance.in_order(call.state, result)
    else:
        result = chance.shuffled(call.state, result)
    return finish(call, result)


# --- fewer rows or columns ------------------------------------------------------------------------------------------


def subset(call: Invocation) -> Value:
    """Some of the rows; `drop` and `pop` also take columns away."""
    special = {"drop": _drop, "pop": _pop, "get": _get, "subtract": _subtract, "key": _under_key}.get(call.api.how)
    if special is not None:
        return special(call)
    subject = first(call)
    if GROUPED in subject.types:
        result = same(call.machine, call.state, call.place, subject, kind=FRAME)
        if call.api.name.endswith((".head", ".tail")):  # the first or the last rows of each
            call.state.update(result, lambda obj: _with_marks(obj, per_group))
        return result
    beside = call.arg("axis") is not None and axis_of(call) != 0
    rows = call.state.rows(subject)
    asked = call.arg("expr")
    known = selected_by(call.state, subject, asked.text) if asked is not None and asked.text is not None else None
    if known is not None:  # `query("part == 'train'")`
        return finish(call, same(call.machine, call.state, call.place, subject, rows=known))
    counts = [part for value in call.args.values() if (part := datasets.counted(value.checks, signature(rows)))]
    index = call.arg("index")
    if call.api.how == "shard" and index is not None and isinstance(index.constant, int):
        counts = [Part(number("shard", signature(rows)), str(index.constant))]
    if counts:
        return finish(
            call,
            same(
                call.machine, call.state, call.place, subject, rows=narrow(rows, *counts), kind=kind_of(call, subject)
            ),
        )
    chosen = call.state.rows(call.state.derive(call.args.values())) - rows
    part = Part(call.machine.site(call.place), "some")
    new = selected(rows, chosen) if chosen and MASK not in subject.types else narrow(rows, part)
    change = lost if beside or call.api.how == "take" else unchanged
    gone = [Value(marks=frozenset({Mark("dropped", call.place)}))] if call.api.name.endswith(".dropna") else []
    result = same(
        call.machine, call.state, call.place, subject, rows=new, add=gone, kind=kind_of(call, subject), change=change
    )
    if call.api.name.endswith(".drop_duplicates"):
        only = names(call.state, call.arg("subset") or call.arg("0") or NOTHING) or []
        unique = frozenset({Mark("unique", call.place)})
        call.state.update(result, lambda obj: _with_marks(obj, lambda marks: without_keys(marks, only), unique))
    return finish(call, result)


def _with_marks(obj: Obj, change: Callable[[frozenset[Mark]], frozenset[Mark]], more: frozenset[Mark] = EMPTY) -> Obj:
    """A frame with other marks, in its columns too, and `more` of its rows."""
    items = {key: replace(item, marks=change(item.marks)) if item.marks else item for key, item in obj.items.items()}
    return replace(obj, marks=change(obj.marks) | more, items=items)


def _subtract(call: Invocation) -> Value:
    """`df.subtract(train)`: the other rows."""
    subject = first(call)
    rows, gone = call.state.rows(subject), call.state.rows(call.arg("other") or NOTHING)
    left = without(rows, gone) if gone else narrow(rows, Part(call.machine.site(call.place), "some"))
    return same(call.machine, call.state, call.place, subject, rows=left, kind=kind_of(call, subject))


def _under_key(call: Invocation) -> Value:
    """`xs(key)`: what a concatenation with keys has under one of them."""
    subject, key = first(call), call.arg("key")
    found = under_key(call.state, subject, key.constant) if key is not None else EMPTY
    rows = found or narrow(call.state.rows(subject), Part(call.machine.site(call.place), "some"))
    return same(call.machine, call.state, call.place, subject, rows=rows)


def _drop(call: Invocation) -> Value:
    subject, labels = first(call), call.arg("labels")
    columns, index = call.arg("columns"), call.arg("index")
    if columns is None and labels is not None and axis_of(call) == 1:
        columns = labels
    elif index is None and labels is not None:
        index = labels
    if INDEX in subject.types and not call.state.rows(subject):  # names of columns
        gone = names(call.state, labels or NOTHING)
        contents = lost(subject.contents) if gone is None else except_for(subject.contents, gone)
        return replace(subject, contents=contents)
    wanted = names(call.state, columns) if columns is not None else []
    unclear = wanted is None or (labels is not None and axis_of(call) == "?")
    result = same(call.machine, call.state, call.place, subject, change=lost if unclear else unchanged)
    if columns is not None and is_frame(call.state, result):
        gone = wanted or []
        call.state.update(result, lambda obj: taken(obj, gone))
    elif index is not None:
        rows = call.state.rows(subject)
        chosen = call.state.rows(index)
        new = without(rows, chosen) if chosen else narrow(rows, Part(call.machine.site(call.place), "some"))
        result = same(call.machine, call.state, call.place, subject, rows=new)
    return finish(call, result)


def taken(obj: Obj, gone: Iterable[str]) -> Obj:
    """A frame after the columns called `gone` were taken away."""
    away = set(gone)
    items = {key: item for key, item in obj.items.items() if key not in away}
    for name in sorted(away):
        encoded = of_dummies(obj, name)
        if encoded in items and f"without {name}" not in items[encoded].checks:
            items.update(_with_fewer(encoded, items.pop(encoded), name))
    return replace(obj, items=items, contents=except_for(obj.contents, away) if away else obj.contents)


def _with_fewer(encoded: str, item: Value, name: str) -> dict[str, Value]:
    """A column that is encoded as dummies after one of them was taken away: the others still tell which it was."""
    if any(check.startswith("without ") for check in item.checks):
        return {}
    return {encoded: replace(item, checks=item.checks | {f"without {name}"})}


def _pop(call: Invocation) -> Value:
    subject, item = first(call), call.arg("item")
    if item is None or item.text is None or not is_frame(call.state, subject):
        return call.state.derive([subject])
    name = item.text
    popped = column(call.machine, call.state, subject, name, call.place)
    plain = replace(call.state.plain(popped), types=EMPTY)
    call.state.update(subject, lambda obj: taken(obj, (name,)))
    return make(call.machine, numbered(call.place, 1), SERIES, plain, items={NAMED: item})


def head(call: Invocation) -> Value:
    """Rows by position: the first or last `n`."""
    subject = first(call)
    rows = call.state.rows(subject)
    if call.api.how == "slice":
        return _slice(call, subject, rows)
    given = call.arg("n") or call.arg("count") or call.arg("0")
    n = given.constant if given is not None else 5
    if given is not None and (own := counted(rows, given)):  # `[:len(a)]` of a concatenation
        own = rows - own if call.api.how == "skip" else own
        return same(call.machine, call.state, call.place, subject, rows=own, kind=kind_of(call, subject))
    if n == 1:  # of a table of scores that is sorted, the best
        pick_first(call.machine, call.state, subject, literal(0), call.place)
    count = "?" if n is NOT_CONSTANT or not isinstance(n, int) else str(n)
    side = {"tail": f"-{count}:", "skip": f"{count}:"}.get(call.api.how, f"0:{count}")
    part = Part(number("slice", signature(rows)), side)
    chance.sliced(call.machine, call.state, subject, rows, call.place)
    return same(call.machine, call.state, call.place, subject, rows=narrow(rows, part), kind=kind_of(call, subject))


def _slice(call: Invocation, subject: Value, rows: frozenset[Rows]) -> Value:
    """`slice(offset, length)`."""
    offset, length = call.arg("offset") or NOTHING, call.arg("length")
    low = offset.constant
    count = length.constant if length is not None else None
    known = isinstance(low, int) and isinstance(count, int)
    high = str(low + count) if known and isinstance(low, int) and isinstance(count, int) else ""
    side = f"{low if isinstance(low, int) else '?'}:{high if known or length is None or count is None else '?'}"
    part = Part(number("slice", signature(rows)), side)
    return same(call.machine, call.state, call.place, subject, rows=narrow(rows, part), kind=kind_of(call, subject))


def sample(call: Invocation) -> Value:
    """Random rows; drawn with replacement they repeat."""
    arrays = list(extra_positional(call)) if call.api.subject == "0" else [first(call)]
    drawn = call.arg("replace") or call.arg("with_replacement")
    again = drawn.truth is not False if drawn is not None else call.api.option("default") == "replace"
    frac = call.arg("frac") or call.arg("fraction")
    whole = frac is not None and frac.constant == 1
    made = []
    for index, value in enumerate(arrays):
        rows = call.state.rows(value)
        extra = Value(duplicates=statistic("oversampling", rows, call.place)) if again else NOTHING
        if not (again or whole):
            if rows:
                record_split(call, call.machine.site(call.place), rows, [value])
            rows = narrow(rows, Part(call.machine.site(call.place), "sample"))
        kind = FRAME if GROUPED in value.types else ""
        place, added = numbered(call.place, index), [extra, *([] if whole else [sampled(call, value)])]
        drawn_rows = same(call.machine, call.state, place, value, rows=rows, add=added, kind=kind)
        made.append(chance.shuffled(call.state, drawn_rows))
    return made[0] if len(made) == 1 else Value(elements=tuple(made))
