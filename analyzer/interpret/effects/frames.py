"""What happens when data is indexed, written to or asked for an attribute?

The walker calls these before its own handling of subscripts and attributes; None means that it is not data.
"""

from collections.abc import Mapping
from typing import Any, Final

from analyzer.interpret.choosing import of_search
from analyzer.interpret.effects import chance, datasets, parts
from analyzer.interpret.effects.arithmetic import FROM_END, LENGTH
from analyzer.interpret.effects.arithmetic import binary as binary
from analyzer.interpret.effects.arithmetic import compare as compare
from analyzer.interpret.effects.arithmetic import unary as unary
from analyzer.interpret.effects.contents import (
    chosen,
    contents_of,
    lost,
    named,
    names_of,
    positions,
    revealed,
    stored,
    table,
    unchanged,
    without,
)
from analyzer.interpret.effects.contents import selected as of_names
from analyzer.interpret.effects.data import (
    ARRAY,
    FRAME,
    GROUPED,
    GROUPED_COLUMN,
    INDEX,
    MASK,
    OF_FRAME,
    OF_ONE_ROW,
    ROLLING,
    ROLLING_FRAME,
    SERIES,
    add_to_all,
    column,
    column_facts,
    facts_of,
    is_data,
    is_frame,
    make,
    names,
    numbered,
    of_rows,
    replace,
    same,
    set_column,
    statistic,
    through,
    type_of,
)
from analyzer.interpret.effects.marks import by_value, in_time
from analyzer.interpret.effects.metrics import judged
from analyzer.interpret.effects.repeats import collected, of_the_row
from analyzer.interpret.effects.rowsets import ONE, is_one, named_side, narrow, number, selected, signature
from analyzer.interpret.invocation import Machine
from analyzer.interpret.state import State
from analyzer.interpret.values import (
    EMPTY,
    NOT_CONSTANT,
    NOTHING,
    Content,
    Mark,
    Obj,
    Part,
    Place,
    Prediction,
    Rows,
    Value,
)
from analyzer.knowledge.lookup import class_row, method

_BY_LABEL, _BY_POSITION = "pandas.DataFrame.loc", "pandas.DataFrame.iloc"
ATTRIBUTE: Final = "attribute"  # type of an index that is the name of an attribute
_INDEXERS = {"loc": _BY_LABEL, "iloc": _BY_POSITION, "at": _BY_LABEL, "iat": _BY_POSITION, "ix": _BY_LABEL}
_SAME = frozenset(
    {"str", "dt", "cat", "sparse", "data", "target", "real", "images", "A", "A1", "blocks", "flat", "rdd"}
)
_SCHEMA = frozenset({"columns", "dtypes", "dtype", "ndim", "name", "feature_names", "target_names", "DESCR", "empty"})
_SIDES = frozenset({"train", "test", "validation", "valid", "val", "dev", "unsupervised"})


_OF_GROUPS = frozenset({"groups", "indices", "ngroups"})


def grouped(base: Value, column: str | None) -> Value:
    """The groups of one column, which they remember in a check; of several columns, the groups of all."""
    others = frozenset(check for check in base.checks if not check.startswith(GROUPED_COLUMN))
    return replace(base, checks=others if column is None else others | {GROUPED_COLUMN + column})


# --- reading --------------------------------------------------------------------------------------------------------


def subscript(machine: Machine, state: State, base: Value, index: Value, place: Place) -> Value | None:
    """`base[index]`."""
    if GROUPED in base.types:
        return grouped(base, index.text)
    if ROLLING_FRAME in base.types:
        return replace(base, types=frozenset({ROLLING}) if index.text is not None else base.types)
    if INDEX in base.types and not state.rows(base):  # names of columns, chosen by what `index` knows
        contents = lost(base.contents)
        return Value(types=base.types, statistics=base.statistics | state.statistics(index), contents=contents)
    if datasets.BATCH in base.types and index.constants:
        return datasets.part_of_batch(state, base)
    indexer = base.types & {_BY_LABEL, _BY_POSITION}
    if not indexer and (base.elements is not None or not is_data(state, base)):
        return None
    if not indexer and any(obj.kind in ("list", "dict", "set") for obj in state.objects(base)):
        return _of_container(machine, state, base, index, place)
    if indexer:
        base = replace(base, types=EMPTY)
    if index.elements is not None and "slice" not in index.types:
        return _cell(machine, state, base, index.elements, place, labels=_BY_LABEL in indexer)
    if not indexer and type_of(state, base) in (FRAME, "datasets.Dataset", "polars.DataFrame"):
        found = _by_name(machine, state, base, index, place)
        if found is not None:
            return found
    return _by_rows(machine, state, base, index, place)


def _of_container(machine: Machine, state: State, base: Value, index: Value, place: Place) -> Value | None:
    """Slices of lists of samples are slices of their rows; other subscripts of containers are the walker's."""
    if "slice" not in index.types or not base.rows:
        return None
    return _by_rows(machine, state, base, index, place)


def _by_name(machine: Machine, state: State, base: Value, index: Value, place: Place) -> Value | None:
    """Columns by name, or None if `index` speaks of rows."""
    text = index.text
    if text is not None:
        if "datasets.Dataset" in base.types and text.partition("[")[0] in _SIDES:
            obj = state.obj(base)
            written = obj.items.get(text) if obj is not None else None  # `ds["train"] = ds["train"].map(f)`
            added = [] if written is None else [written]
            return same(machine, state, place, base, rows=named_side(state.rows(base), text), add=added)
        return column(machine, state, base, text, place) if is_frame(state, base) else base
    if "slice" in index.types or MASK in index.types or (index.rows and INDEX not in index.types):
        return None
    if state.rows(index) and type_of(state, index) in (SERIES, ARRAY):
        return None
    found = names(state, index)
    if found is not None:
        return select(machine, state, base, found, place)
    if index.constants:
        at = index.constant
        known = (lambda own: named(own, repr(at))) if at is not NOT_CONSTANT else lost
        return same(machine, state, place, base, kind=SERIES, change=known)
    # Which columns is not known, but they may have been chosen by looking at the data.
    added = [replace(state.plain(index), rows=EMPTY, origins=EMPTY)]
    listed, obj = state.contents(index), state.obj(base)
    if not listed or obj is None or obj.kind != "frame" or not obj.contents:
        return same(machine, state, place, base, add=added, change=lost)
    items, contents = chosen(obj, listed)
    return same(machine, state, place, _made_of(state, machine, base, items, contents, place), add=added)


def _made_of(
    state: State, machine: Machine, base: Value, items: Mapping[Any, Value], contents: frozenset[Content], place: Place
) -> Value:
    """The frame of some of the columns of `base`."""
    obj = state.obj(base)
    assert obj is not None
    return make(machine, place, FRAME, replace(facts_of(obj), contents=contents), items=dict(items))


def select(machine: Machine, state: State, base: Value, wanted: list[str], place: Place) -> Value:
    """The frame of the columns `wanted` of `base`."""
    obj = state.obj(base)
    if obj is None or obj.kind != "frame":
        return same(machine, state, place, base)
    facts = facts_of(obj)
    if all(name in obj.items for name in wanted):  # nothing of the other columns comes along
        facts = Value(rows=obj.rows, origins=obj.origins, marks=of_rows(obj.marks))
    facts = replace(facts, contents=of_names(obj, wanted))
    items = {name: obj.items[name] for name in wanted if name in obj.items}
    kind = type_of(state, base)
    kind = kind if kind.startswith(("polars.", "pyspark.", "datasets.")) else FRAME
    return make(machine, place, kind, facts, items=items, complete=len(items) == len(wanted))


def _cell(
    machine: Machine, state: State, base: Value, parts: tuple[Value, ...], place: Place, *, labels: bool
) -> Value:
    """`base[rows, columns]`: of arrays, `.loc` and `.iloc`."""
    if not parts:
        return base
    rows, columns = parts[0], parts[1] if len(parts) > 1 else NOTHING
    found = names(state, columns)
    if labels and columns.text is not None and is_frame(state, base) and type_of(state, base) != ARRAY:
        base = column(machine, state, base, columns.text, place)
        if _everything(rows):
            return base
    elif labels and found is not None:
        base = select(machine, state, base, found, place)
    elif len(parts) > 1 and not _everything(columns) and not is_frame(state, base):
        base = replace(base, contents=lost(base.contents))
    elif len(parts) > 1 and not _everything(columns):
        extra = Value(statistics=state.statistics(columns))
        base = _columns_at(machine, state, base, columns, place, labels=labels, extra=extra)
    if not all(map(_everything, parts[2:])):
        base = same(machine, state, place, base, change=lost)
    if _everything(rows):
        return same(machine, state, place, base)
    return _by_rows(machine, state, base, rows, place)


def _columns_at(
    machine: Machine, state: State, base: Value, columns: Value, place: Place, *, labels: bool, extra: Value
) -> Value:
    """The columns of `base` at positions or labels that are no names, chosen by what `extra` knows."""
    listed, obj = state.contents(columns), state.obj(base)
    if labels and listed and obj is not None and obj.kind == "frame" and obj.contents:
        items, contents = chosen(obj, listed)
        return same(machine, state, place, _made_of(state, machine, base, items, contents, place), add=[extra])
    at = None if labels else _interval(columns)
    if at is None or len(parts_of(state, base)) > 1:
        return same(machine, state, place, base, add=[extra], change=lost)
    low, high = at
    found = positions(state, base, low, high)
    return same(machine, state, place, base, add=[extra], change=lambda own: found if own else own)


def parts_of(state: State, base: Value) -> list[Obj]:
    """The frames that `base` may be."""
    return [obj for obj in state.objects(base) if obj.kind == "frame"]


def _interval(columns: Value) -> tuple[int, int | None] | None:
    """The positions from which and up to which `columns` reaches; None if they are not constants."""
    if "slice" not in columns.types:
        at = columns.constant
        return (at, at + 1 if at != -1 else None) if isinstance(at, int) else None
    low, high, step = [*(columns.elements or ()), NOTHING, NOTHING, NOTHING][:3]
    if step is not NOTHING:
        return None
    first = 0 if low is NOTHING or low.constant is None else low.constant
    last = None if high is NOTHING else high.constant
    return (first, last) if isinstance(first, int) and (last is None or isinstance(last, int)) else None


def _everything(index: Value) -> bool:
    return "slice" in index.types and all(bound is NOTHING for bound in (index.elements or ())[:2])


def _by_rows(machine: Machine, state: State, base: Value, index: Value, place: Place) -> Value:
    """Some rows of `base`: a slice, a mask, an array of positions, or one row."""
    rows = state.rows(base)
    if "slice" in index.types:
        loose = _is_loose(index)
        change = lost if loose else unchanged
        sliced = narrow(rows, Part(machine.site(place), "some")) if loose else slice_of(state, base, index)
        chance.sliced(machine, state, base, rows, place)
        return answered(state, same(machine, state, place, base, rows=sliced, change=change), rows, sliced)
    picked = state.rows(index)
    if MASK in index.types:
        for each in rows:
            machine.facts.looks.setdefault(each.root, set()).add("ranges")
        chance.masked(machine, rows, picked, place)
    if picked:
        repeated = Value(duplicates=state.duplicates(index), marks=by_value(state.marks(index)))
        some = selected(rows, picked)
        result = same(machine, state, place, base, rows=some, add=[repeated])
        if chance.is_shuffled(state, index):  # `X[np.random.permutation(len(X))]`
            result = chance.shuffled(state, result)
        return answered(state, result, rows, some)
    if len(rows) > 1 and index.constants and (found := parts.under_key(state, base, index.constant)):
        return same(machine, state, place, base, rows=found)
    if index.text is not None and is_frame(state, base) and len({row.root for row in rows}) > 1:
        # A union with keys, `concat([a, b], keys=["a", "b"]).loc["a"]`: one part of it.
        return same(machine, state, place, base, rows=narrow(rows, Part(number("label", signature(rows)), index.text)))
    if index.constants and not index.unknown:
        return member(state.derive([base], unknown=base.unknown if not base.types else ""), index.constant)
    if index.types == {"int"} and type_of(state, base) in (FRAME, SERIES):
        one = narrow(rows, ONE)
        if type_of(state, base) == SERIES:
            return state.derive([base], rows=one, unknown="one of many rows")
        return same(machine, state, place, base, rows=one, kind=SERIES, change=lost)
    # Unknown positions: a subset of its own.
    some = narrow(rows, Part(machine.site(place), "some"))
    return answered(state, same(machine, state, place, base, rows=some, change=lost), rows, some)


def answered(state: State, part: Value, whole: frozenset[Rows], rows: frozenset[Rows]) -> Value:
    """`part` of what a model said of `whole`: its answers for `rows` only (a mask over all nodes of a graph)."""
    if not any(obj.predictions for obj in state.objects(part)) and not part.predictions:
        return part
    added = {extra for row in rows for extra in row.path} - {extra for row in whole for extra in row.path}
    if not added:
        return part

    def narrowed(answers: frozenset[Prediction]) -> frozenset[Prediction]:
        found = ((said, narrow(said.rows, *sorted(added, key=repr))) for said in answers)
        return frozenset(replace(said, rows=fewer) if said.rows == whole else said for said, fewer in found)

    state.update(part, lambda obj: replace(obj, predictions=narrowed(obj.predictions)))
    return replace(part, predictions=narrowed(part.predictions)) if part.predictions else part


def _is_loose(index: Value) -> bool:
    """Whether a slice of rows has two ends that are not known, as a window in a loop has."""
    return all(_bound(bound) == "?" for bound in [*(index.elements or ()), NOTHING, NOTHING][:2])


def slice_of(state: State, base: Value, index: Value) -> frozenset[Rows]:
    """The rows of `base[lower:upper]`; of a concatenation, `[:len(a)]` are the rows of `a`."""
    lower, upper = [*(index.elements or ()), NOTHING, NOTHING][:2]
    rows = state.rows(base)
    for bound, inside in ((upper, lower is NOTHING or lower.constant == 0), (lower, upper is NOTHING)):
        for word in (LENGTH, FROM_END) if inside else ():
            if found := counted(rows, bound, word):
                return found if (bound is upper) == (word == LENGTH) else rows - found
    low, high = _bound(lower), _bound(upper)
    if (low, high) in (("", ""), ("0", "")):
        return rows
    return narrow(rows, Part(number("slice", signature(rows)), f"{low}:{high}"))


def _bound(value: Value) -> str:
    if value is NOTHING or (value.constants and value.constant is None and not value.unknown):
        return ""
    found = value.constant
    if isinstance(found, str):
        return repr(found.replace(":", "."))  # a label, such as a date
    return str(found) if isinstance(found, int) else "?"


def length_mark(rows: frozenset[Rows]) -> str:
    """The check that a number carries which is the number of `rows`."""
    return f"{LENGTH}{number(signature(rows))}"


def counted(rows: frozenset[Rows], bound: Value, word: str = LENGTH) -> frozenset[Rows]:
    """Those of `rows` (a union of several datasets) that `bound` is the number of; with `FROM_END`, minus that."""
    marks = {check.removeprefix(word) for check in bound.checks if check.startswith(word)}
    if not marks or len(rows) < 2:
        return EMPTY
    return frozenset(row for row in rows if length_mark(frozenset({row})).removeprefix(LENGTH) in marks)


def member(value: Value, *key: object) -> Value:
    """A part of a value that is not understood: some of its rows, and the same ones whenever `key` is the same.

    What an unknown function returns may be a pair of features and labels as well as the sides of a split, so its parts
    are neither taken for all of the rows nor for different ones.
    """
    if not value.rows or not value.unknown or value.refs or value.types or value.elements is not None:
        return value
    return replace(value, rows=narrow(value.rows, Part(number("member", *key, signature(value.rows)), "some")))


# --- writing --------------------------------------------------------------------------------------------------------


def store(machine: Machine, state: State, base: Value, index: Value, value: Value, place: Place) -> bool:
    """`base[index] = value`; False if `base` is not data."""
    if not (base.types & {_BY_LABEL, _BY_POSITION}) and not is_frame(state, base):
        return False
    facts = collected(state, of_the_row(state.plain(value)), sorted(base.refs))
    if ATTRIBUTE in index.types:
        facts = _by_attribute(state, base, index.text or "", facts)
    if value.constants and not (facts.rows or value.refs):
        facts = replace(facts, checks=facts.checks | parts.constant(value))
    if is_one(facts.rows) and not (value.types or value.refs):
        facts = replace(facts, checks=facts.checks | {OF_ONE_ROW})
    if any(OF_FRAME in obj.items for obj in state.objects(base)):
        through(state, base, facts, partly=True)
        add_to_all(state, base, facts)
        return True
    if index.text == "index" and (dated := in_time(state, value, place)):  # `df.index = pd.to_datetime(…)`
        add_to_all(state, base, Value(marks=dated))
        return True
    if index.text == "columns":  # `df.columns = …`
        state.update(base, lambda obj: _renamed(obj, table(machine, place)) if obj.contents else obj)
        return True
    partly = bool(base.types & {_BY_LABEL, _BY_POSITION})
    target = index
    if partly and index.elements is not None and len(index.elements) > 1:
        partly, target = not _everything(index.elements[0]), index.elements[1]
    elif partly:
        target = NOTHING
    found = names(state, target)
    if found is None or (type_of(state, base) == ARRAY and not found):
        add_to_all(state, base, facts)
    else:
        source = state.obj(value)
        for name in found:
            own = source.items.get(name) if source is not None and source.kind == "frame" else None
            one = replace(own, rows=facts.rows) if own is not None else facts
            if own is None and len(found) > 1:
                one = replace(one, contents=lost(one.contents))
            where = None if ATTRIBUTE in index.types else place
            set_column(state, base, name, one, partly=partly, where=where)
    return True


def _by_attribute(state: State, base: Value, name: str, facts: Value) -> Value:
    """`frame.name = value` writes a column that is there; else it is an attribute, and no column."""
    there = any(each.kind == "column" and each.name == name for each in facts.contents)
    if there or any(name in obj.items for obj in state.objects(base)):
        return facts
    return replace(facts, contents=lost(state.contents(base)))


def measured(machine: Machine, rows: frozenset[Rows]) -> None:
    """The code asks how many `rows` there are."""
    for each in rows:
        machine.facts.looks.setdefault(each.root, set()).add("size")


# --- attributes -----------------------------------------------------------------------------------------------------


def attribute(machine: Machine, state: State, base: Value, name: str, place: Place) -> Value | None:
    """`base.name`, where that is data, a column, a schema or what an estimator has learned."""
    learned = _learned(machine, state, base, name, place)
    if name == "read" and "pyspark.sql.SparkSession" in base.types:
        return Value(types=frozenset({"pyspark.sql.DataFrameReader"}))
    if learned is not None or not is_data(state, base):
        return learned
    if any(obj.kind == "instance" and OF_FRAME not in obj.items for obj in state.objects(base)):
        return None
    kind = type_of(state, base)
    if kind == datasets.BATCH and method(kind, name) is None:
        return datasets.part_of_batch(state, base)
    if name == "loss" and base.predictions:  # that a network computes itself, from the labels it was given
        scores = judged(machine, base.predictions, place)
        return replace(state.plain(base), types=frozenset({datasets.TENSOR}), rows=EMPTY, unknown="", scores=scores)
    if kind == GROUPED:
        return grouped(base, name) if method(GROUPED, name) is None and name not in _OF_GROUPS else None
    if name in ("values", "array"):
        return same(machine, state, place, base, kind=ARRAY)
    if name in _INDEXERS:
        return replace(base, types=frozenset({_INDEXERS[name]}))
    if name == "index":
        rows = state.rows(base)  # of a table of statistics, the index names columns, chosen by what it knows
        return Value(types=frozenset({INDEX}), rows=rows, statistics=EMPTY if rows else state.statistics(base))
    if name in ("shape", "size"):
        measured(machine, state.rows(base))
        count = Value(types=frozenset({"int"}), checks=frozenset({length_mark(state.rows(base))}))
        return Value(elements=(count, Value(types=frozenset({"int"})))) if name == "shape" else count
    if name in _SCHEMA:
        return Value(types=frozenset({INDEX}), contents=names_of(state, base) if name == "columns" else EMPTY)
    if name in _SAME or name == "T":
        return base
    if kind == FRAME and is_frame(state, base) and method(kind, name) is None:
        return column(machine, state, base, name, place)
    return None


def _best(machine: Machine, state: State, searches: list[Obj], place: Place) -> Value:
    """The estimator that a search has chosen: trained where the search was."""
    inner = [obj for search in searches for obj in state.objects(search.items.get("estimator", NOTHING))]
    model = inner[0] if inner else Obj(kind="instance", how="model")
    fits = tuple(replace(search.fits[-1], estimator=model.type, how="model") for search in searches)
    return machine.allocate(place, replace(model, fits=fits), types=frozenset({model.type} - {""}))


def _learned(machine: Machine, state: State, base: Value, name: str, place: Place) -> Value | None:
    """`coef_`, `feature_importances_`, `best_params_`, … of a fitted estimator: they depend on the rows of the fit."""
    if name.startswith("_") or not name.endswith("_"):
        return None
    objects = [obj for obj in state.objects(base) if obj.fits]
    if not objects or any(name in obj.items for obj in objects):
        return None
    if name in ("best_estimator_", "best_params_"):
        machine.facts.handed_on.update((name, obj.fits[-1].place) for obj in objects)
    if name == "best_estimator_":
        return _best(machine, state, objects, place)
    if name == "best_score_":
        return Value(scores=of_search(machine, [obj.fits[-1] for obj in objects], place))
    found = EMPTY
    for obj in objects:
        fit = obj.fits[-1]
        how = "selection" if fit.how == "model" else fit.how
        found |= statistic(how, fit.rows, fit.place) | fit.statistics
    return Value(statistics=found)


def construct(machine: Machine, state: State, name: str, args: dict[str, Value], place: Place) -> Value | None:
    """`pandas.DataFrame(data)` and other constructors of data; None for classes that are not data."""
    row = class_row(name)
    if row is None or not machine.is_a(row.name, "abstract.Frame"):
        return None
    if row.option("ships"):
        return datasets.shipped(machine, row, args, place)
    data = args.get(row.params[0] if row.params else "data", args.get("0", NOTHING))
    if told := revealed(state, data, args.get("label")):
        mark = Mark("target", place, " and ".join(sorted({f"`{each.name}`" for each in told if each.name})))
        data = same(machine, state, numbered(place, 1), data, add=[Value(marks=frozenset({mark}))])
    kind = FRAME if row.name.endswith("DataFrame") else row.name
    if row.name == "polars.DataFrame":
        kind = row.name
    columns = _columns(state, data, place)
    facts = replace(state.plain(data), types=EMPTY, unknown="")
    if columns is None:
        facts = datasets.chosen(machine, state, args, facts, place)
        obj = state.obj(data)
        if obj is not None and obj.kind == "frame":
            own = args.get("columns")
            renamed = kind == FRAME and own is not None and state.contents(own) != names_of(state, data)
            result = same(machine, state, place, data, kind=kind, rows=facts.rows)
            if renamed:
                state.update(result, lambda obj: _renamed(obj, table(machine, place)))
            return result
        if kind == FRAME:
            facts = replace(facts, contents=table(machine, place))
        return make(machine, place, kind, facts)
    whole = Value(rows=facts.rows, origins=facts.origins, checks=facts.checks, marks=of_rows(facts.marks))
    if kind == FRAME:
        whole = replace(whole, contents=without(table(machine, place), columns))
    return make(machine, place, kind, whole, items=columns, complete=True)


def _renamed(obj: Obj, contents: frozenset[Content]) -> Obj:
    """A frame whose columns all have new names, which are `contents`."""
    items = {key: replace(item, contents=EMPTY) for key, item in obj.items.items()}
    return replace(obj, contents=contents, items=items)


def _columns(state: State, data: Value, where: Place) -> dict[str, Value] | None:
    """The columns of a frame made from a dict with known string keys."""
    obj = state.obj(data)
    if obj is None or obj.kind != "dict" or obj.rest is not None or not obj.items:
        return None
    found = {
        key.value: _stored(state, item, key.value, where) for key, item in obj.items.items() if hasattr(key, "value")
    }
    return found if len(found) == len(obj.items) and all(isinstance(key, str) for key in found) else None


def _stored(state: State, item: Value, name: str, where: Place) -> Value:
    """What a frame that is made at `where` holds of a column that it is given."""
    facts = column_facts(state.plain(item))
    contents = stored(contents_of(state, item), f"{where.module}:{where.start}", name)
    return replace(facts, contents=contents)
