"""What has been done to a piece of data so far, and with which constants?

Only where the code of a module can get at a saved model (`Interpreter.tracing`), every value carries the steps that led
to it (`Value.steps`, of frames and lists `Obj.steps`). Values flow one way, so the steps of what a model is given are
the whole way of its data. What changes only the form of data is no step.
"""

from collections.abc import Iterable, Mapping
from functools import reduce
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from analyzer.interpret.around import gated
from analyzer.interpret.effects.data import ARRAY, FRAME, OF_COLUMN, OF_FRAME, SERIES, names
from analyzer.interpret.facts import ModelUse, Saved
from analyzer.interpret.spelling import spelling
from analyzer.interpret.values import Applied, Literal, Obj, Place, Value, joint_steps
from analyzer.knowledge.table import Api, Class

if TYPE_CHECKING:
    from analyzer.interpret.machine import Interpreter

MAX_STEPS: Final = 48  # steps of one value; more are cut off, and said to be unknown
UNKNOWN: Final = "?"
MAX_TEXT: Final = 400  # characters of one argument

_DATA: Final = frozenset({"read"})
_NEUTRAL: Final = frozenset(
    "copy to_numpy values ravel flatten reshape tolist to_list toarray todense tocsr tocsc numpy cpu detach to squeeze "
    "reset_index set_index view compute persist to_frame asarray array asanyarray ascontiguousarray DataFrame Series "
    "transpose T expand_dims atleast_2d atleast_1d stack vstack hstack concatenate concat c_ from_numpy as_tensor "
    "tensor unsqueeze batch prefetch cache float32 float64 to_dict to_records rename head tail get items keys "
    "get_values as_matrix from_dict from_records str int float iloc loc column_stack row_stack require cuda "
    "item model_dump dict json read getvalue frombuffer imdecode decode encode get_json getlist strip".split()
)
_IMAGES: Final = frozenset({"imread", "imdecode", "load_img", "read_image", "decode_image", "decode_jpeg"})
_ROWS: Final = frozenset(
    "dropna drop_duplicates sample query nlargest nsmallest filter shuffle sort_values sort_index isin between "
    "permutation resample take duplicated where_rows nunique unique".split()
)
_ROW_EFFECTS: Final = frozenset({"subset", "head", "sample", "shuffle", "resample", "duplicate", "window"})
_STEP_EFFECTS: Final = frozenset({"rowwise", "fill", "statistic", "carry", "merge", "group-reduce", "concat"})
_ANSWERS: Final = frozenset(
    "isna isnull notna notnull info describe any all sum mean std min max median mode count value_counts "
    "get_support".split()
)
_HANDS_ON: Final = frozenset({"load_state_dict", "load_weights", "set_params", "load_model", "from_file"})
_PIPELINES: Final = frozenset({"sklearn.pipeline.Pipeline", "imblearn.pipeline.Pipeline"})


# --- steps of values --------------------------------------------------------------------------------------------------


def steps(m: "Interpreter", value: Value | None, depth: int = 0) -> tuple[Applied, ...]:
    """The steps that a value has gone through, in order."""
    if value is None:
        return ()
    found = value.steps
    if depth > 3:
        return found
    for element in value.elements or ():
        found = merged(found, steps(m, element, depth + 1))
    objects = m.state.objects(value)  # several are possibilities
    ways = [_members(m, obj, depth) for obj in objects]
    return merged(found, reduce(_either, ways)) if ways else found


def _either(left: tuple[Applied, ...], right: tuple[Applied, ...]) -> tuple[Applied, ...]:
    return left if left == right else joint_steps(left, right)


def _members(m: "Interpreter", obj: Obj, depth: int) -> tuple[Applied, ...]:
    """The steps of an object and, if it is a container, of what is in it."""
    found = obj.steps
    if obj.kind in ("list", "dict", "set"):
        for item in [*obj.items.values(), *((obj.rest,) if obj.rest is not None else ())][:24]:
            found = merged(found, steps(m, item, depth + 1))
    return found


def merged(first: tuple[Applied, ...], second: tuple[Applied, ...]) -> tuple[Applied, ...]:
    """The steps of something made of two things."""
    if first == second or not second:
        return first
    if not first:
        return second
    known = set(first)
    return _cut((*first, *(step for step in second if step not in known)))


def _cut(found: tuple[Applied, ...]) -> tuple[Applied, ...]:
    if len(found) <= MAX_STEPS:
        return found
    return (*found[: MAX_STEPS - 1], Applied("unknown", "too many steps", place=found[-1].place))


def with_steps(m: "Interpreter", value: Value, found: tuple[Applied, ...]) -> Value:
    """`value`, which has gone through these steps."""
    if not found:
        return value
    if value.elements is not None and not value.refs:
        return replace(value, elements=tuple(with_steps(m, each, found) for each in value.elements))
    if not value.refs:
        return replace(value, steps=found) if value.steps != found else value
    m.state.update(value, lambda obj: replace(obj, steps=found) if obj.steps != found else obj)
    return value


def column_of(m: "Interpreter", value: Value | None) -> str | None:
    """The name of the one column that a value is, if it is known."""
    for obj in m.state.objects(value) if value is not None else ():
        item = obj.items.get(OF_COLUMN)
        if item is not None:
            return item.text
    return None


# --- texts ------------------------------------------------------------------------------------------------------------


def text(m: "Interpreter", value: Value, depth: int = 0) -> str:
    """A canonical text of what a value is: of constants, containers of such, classes and objects with parameters."""
    if value.unknown or depth > 5:
        return UNKNOWN
    if len(value.constants) == 1:
        (literal,) = value.constants
        return _number(literal.value)
    if value.constants:
        return UNKNOWN
    if value.elements is not None and not value.refs:
        return _list([text(m, each, depth + 1) for each in value.elements])
    objects = m.state.objects(value)
    if len(objects) == 1:
        return described(m, objects[0], depth)
    if len(value.symbols) == 1 and not value.refs:
        return next(iter(value.symbols))
    if len(value.funcs) == 1 and not value.refs:
        func = next(iter(value.funcs))
        return f"{func.module}.{func.qualname}" if "<lambda" not in func.qualname else UNKNOWN
    return UNKNOWN


def _number(value: object) -> str:
    if isinstance(value, float) and value == int(value if abs(value) < 1e15 else 0):
        return repr(int(value))  # 255.0 and 255 are one constant
    return repr(value)


def _list(items: Iterable[str]) -> str:
    whole = f"[{', '.join(items)}]"
    return whole if len(whole) <= MAX_TEXT else UNKNOWN


def described(m: "Interpreter", obj: Obj, depth: int = 0) -> str:
    """A heap object as text: a container with its members, an object of a library with its parameters."""
    if obj.kind in ("list", "set"):
        known = obj.complete and obj.rest is None
        return _list([text(m, each, depth + 1) for each in obj.items.values()]) if known else UNKNOWN
    if obj.kind == "dict":
        if not obj.complete:
            return UNKNOWN
        pairs = (
            f"{_number(key.value) if isinstance(key, Literal) else key}: {text(m, each, depth + 1)}"
            for key, each in obj.items.items()
        )
        return "{" + _list(pairs)[1:-1] + "}"
    if obj.kind != "instance" or not obj.type or OF_FRAME in obj.items:
        return UNKNOWN
    if loaded := _artefact(obj.steps):
        return f"{obj.type}@{loaded}"
    name, given = parameters(m, obj, depth)
    return f"{name}({', '.join(f'{key}={each}' for key, each in given)})"


def parameters(m: "Interpreter", obj: Obj, depth: int = 0) -> tuple[str, tuple[tuple[str, str], ...]]:
    """The class of an object and the parameters it was made with, without those that only spell a default out."""
    from analyzer.interpret.defaults import is_default

    row = m.class_row(obj.type)
    wanted = set(row.params) if row is not None and row.params else None
    if obj.type in _PIPELINES and "steps" in obj.items:
        return obj.type, (("steps", _inner(m, obj.items["steps"], depth)),)
    given = {
        str(key): text(m, each, depth + 1)
        for key, each in obj.items.items()
        if isinstance(key, str)
        and not key.startswith("<")
        and not key.endswith("_")
        and (wanted is None or key in wanted or not wanted)
    }
    return obj.type, tuple(sorted((key, each) for key, each in given.items() if not is_default(obj.type, key, each)))


def _inner(m: "Interpreter", value: Value, depth: int) -> str:
    """The steps of a pipeline without their names."""
    obj = m.state.obj(value)
    items = list(obj.items.values()) if obj is not None and obj.complete else list(value.elements or ())
    if not items:
        return UNKNOWN
    return _list(text(m, each.elements[-1] if each.elements else each, depth + 1) for each in items)


def path_of(m: "Interpreter", value: Value | None) -> str:
    """How a path is spelt, as far as it is known: at least the name of its file; "" if not even that is."""
    if value is None:
        return ""
    spelt = spelling(value)
    if spelt:
        return spelt if not spelt.endswith("}") else ""
    for obj in m.state.objects(value):
        inner = obj.items.get("name")
        if inner is not None and (found := path_of(m, inner)):
            return found
        for step in obj.steps:
            if step.kind == "path":
                return step.name
    return next((step.name for step in value.steps if step.kind == "path"), "")


def _artefact(found: tuple[Applied, ...]) -> str:
    return next((step.artefact for step in reversed(found) if step.kind == "load"), "")


# --- what calls do ----------------------------------------------------------------------------------------------------


Before = tuple[tuple[Applied, ...], tuple[Applied, ...]]
"""The steps of the receiver and of the arguments before a call."""


def before(m: "Interpreter", receiver: Value | None, args: Mapping[str, Value]) -> Before:
    """What is known before a call is made."""
    given: tuple[Applied, ...] = ()
    for value in args.values():
        given = merged(given, steps(m, value))
    return steps(m, receiver), given


def applied(
    m: "Interpreter",
    row: Api,
    receiver: Value | None,
    args: Mapping[str, Value],
    places: Mapping[str, Place],
    known: Before,
    result: Value,
    place: Place,
) -> Value:
    """The result of a call of a library function, with its steps; models that are trained, asked or saved are noted."""
    own, given = known
    last = row.name.rpartition(".")[2]
    effect = row.effect
    if effect in ("load", "open") or row.option("path"):
        return _file(m, row, receiver, args, result, place)
    if last in ("join", "joinpath") and (tail := _tail(m, args)) and result.text is None:
        return with_steps(m, result, (Applied("path", tail, place=place),))
    if last in _HANDS_ON and receiver is not None and (loaded := _artefact(given)):
        with_steps(m, receiver, (Applied("load", last, place=place, artefact=loaded),))
        return result
    if last == "pop" and receiver is not None:
        gone = next((value.text for value in args.values() if value.text is not None), None)
        if gone is not None and own:
            with_steps(m, receiver, _cut((*own, Applied("columns", "drop", columns=(gone,), place=place))))
        return result
    if last in _IMAGES:
        return with_steps(m, result, (*given, Applied("source", row.name, place=place)))
    if effect == "read":
        path = path_of(m, args.get(row.positional[0] if row.positional else "0")) or UNKNOWN
        chosen = _arguments(m, row, {key: each for key, each in args.items() if key in _PARSING})
        return with_steps(m, result, (Applied("source", row.name, (("path", repr(path)), *chosen), place=place),))
    if effect in ("fit", "search", "cross-validate") and "fit" in row.roles:
        _train(m, row, receiver, args, result, place)
        return result
    if effect in ("fit-transform", "transform", "fit-statistic"):
        return _transformed(m, row, receiver, args, result, place)
    if "model-input" in row.roles:
        return _asked(m, row, receiver, args, result, place)
    if effect == "split":
        return _split(m, row, args, result, place)
    if effect in _STEP_EFFECTS or effect in _ROW_EFFECTS:
        return _operation(m, row, receiver, args, places, merged(own, given), result, place)
    return result


_PARSING: Final = frozenset({"sep", "delimiter", "header", "names", "usecols", "dtype", "index_col", "decimal"})


def _tail(m: "Interpreter", args: Mapping[str, Value]) -> str:
    """The last parts of a joined path that are known."""
    parts: list[str] = []
    for value in reversed(list(args.values())):
        if value.text is None:
            break
        parts.append(value.text)
    return "/".join(reversed(parts))


def _arguments(m: "Interpreter", row: Api, args: Mapping[str, Value]) -> tuple[tuple[str, str], ...]:
    from analyzer.interpret.defaults import is_default

    found = ((name, text(m, value)) for name, value in args.items())
    return tuple(
        sorted((name, each) for name, each in found if not is_default(row.name.rpartition(".")[2], name, each))
    )


def _file(
    m: "Interpreter",
    row: Api,
    receiver: Value | None,
    args: Mapping[str, Value],
    result: Value,
    place: Place,
) -> Value:
    if row.effect == "write":
        target = receiver if row.option("path") == "self" else args.get(row.option("path"))
        subject = receiver if row.subject == "self" else args.get(row.subject or (row.positional or ("0",))[0])
        path = path_of(m, target)
        if subject is not None:
            _save(m, subject, path, place, row)
        for value in args.values():
            m.facts.escaped |= _numbers_of(value)
        return result
    name = row.subject or (row.positional or ("0",))[0]
    path = path_of(m, args.get(name) if name != "self" else receiver)
    if not path:
        return result
    if row.effect == "open":
        return with_steps(m, result, (Applied("path", path, place=place),))
    return with_steps(m, result, (Applied("load", row.name, place=place, artefact=path),))


def _save(m: "Interpreter", subject: Value, path: str, place: Place, row: Api) -> None:
    """Remember which trainings are in what is saved."""
    fits: set[Place] = set()
    texts: list[tuple[Place, str]] = []
    stack = [subject]
    seen: set[int] = set()
    while stack:
        value = stack.pop()
        m.facts.escaped |= _numbers_of(value)
        stack.extend(value.elements or ())
        for func in value.funcs:  # `model.state_dict()` and the like
            if func.receiver is not None:
                stack.append(func.receiver)
        for ref in value.refs - seen:
            seen.add(ref)
            obj = m.state.heap.get(ref)
            if obj is None or len(seen) > 40:
                continue
            for fit in obj.fits:
                fits.add(fit.place)
                texts.append((fit.place, described(m, obj)))
            fits.update(step.place for step in obj.steps if step.kind == "model")
            stack.extend(each for each in obj.items.values())
        fits.update(step.place for step in value.steps if step.kind == "model")
    saved = Saved(path=path, place=place, fits=frozenset(fits), texts=tuple(sorted(texts, key=repr)), api=row.name,
                  function=m.where(), whole=bool(subject.refs or subject.steps),
                  gated=gated(m, place), loops=tuple(m.loops))  # fmt: skip
    if saved not in m.facts.saved:
        m.facts.saved.append(saved)


def _numbers_of(value: Value) -> set[Place]:
    """The trainings whose numbers alone a value is (`scaler.mean_`): what was learned is kept with them."""
    return set() if value.rows or value.refs else {each.place for each in value.statistics}


def _model(m: "Interpreter", value: Value | None) -> tuple[str, tuple[tuple[str, str], ...]]:
    objects = m.state.objects(value) if value is not None else []
    if len(objects) == 1 and objects[0].type:
        return parameters(m, objects[0])
    kinds = sorted(value.types) if value is not None else []
    return kinds[0] if len(kinds) == 1 else UNKNOWN, ()


def _note(m: "Interpreter", use: ModelUse) -> None:
    if use not in m.facts.model_uses:
        m.facts.model_uses.append(use)


def _train(
    m: "Interpreter", row: Api, receiver: Value | None, args: Mapping[str, Value], result: Value, place: Place
) -> None:
    data = args.get(row.subject or (row.positional or ("0",))[0])
    model = receiver if receiver is not None else result
    name, given = _model(m, model)
    way = steps(m, data)
    _note(m, ModelUse("train", place, name, given, way, "", m.where(), m.served, not _is_seen(m, data)))


def _asked(
    m: "Interpreter", row: Api, receiver: Value | None, args: Mapping[str, Value], result: Value, place: Place
) -> Value:
    name = row.subject or (row.positional or ("0",))[0]
    data = args.get(name) if name != "self" else receiver
    if data is None and args:
        data = next(iter(args.values()))
    way = steps(m, data)
    keys = _keys(m, data)
    if keys:
        way = _cut((*way, Applied("columns", "keys", columns=keys, place=place)))
    if loaded := _artefact(steps(m, receiver)):
        kind, given = _model(m, receiver)
        _note(m, ModelUse("serve", place, kind, given, way, loaded, m.where(), m.served, not _is_seen(m, data)))
    fits = [fit.place for obj in m.state.objects(receiver) for fit in obj.fits[-1:]] if receiver is not None else []
    asked = Applied("model", row.name.rpartition(".")[2], place=place, fitted=fits[0] if fits else None)
    return with_steps(m, result, (*way, asked))


def _keys(m: "Interpreter", data: Value | None) -> tuple[str, ...]:
    """The keys that the members of the only row were looked up by, in order: `[[body["age"], body["income"]]]`."""
    for _ in range(2):
        obj = m.state.obj(data) if data is not None else None
        items = [*obj.items.values()] if obj is not None and obj.kind == "list" and obj.complete else []
        items = items or list((data.elements if data is not None else None) or ())
        if len(items) != 1:
            break
        data = items[0]
    found = [[step.name for step in each.steps if step.kind == "key"] for each in items]
    return tuple(names[-1] for names in found) if len(found) > 1 and all(found) else ()


def _is_seen(m: "Interpreter", data: Value | None) -> bool:
    """Whether all that has been done to data before was seen: it does not come in by a parameter that nobody gave."""
    if data is None:
        return False
    return all(origin.kind != "parameter" for origin in m.state.origins(data))


def _transformed(
    m: "Interpreter", row: Api, receiver: Value | None, args: Mapping[str, Value], result: Value, place: Place
) -> Value:
    data = args.get(row.subject or (row.positional or ("0",))[0])
    way = steps(m, data)
    if receiver is None:
        return with_steps(m, result, _cut((*way, Applied("transformer", row.name, place=place))))
    loaded = _artefact(steps(m, receiver))
    name, given = _model(m, receiver)
    fitted = tuple(fit.place for obj in m.state.objects(receiver) for fit in obj.fits[-1:])
    learns = row.effect != "transform"
    column = column_of(m, data)
    step = Applied(
        "transformer",
        f"@{loaded}" if loaded else name,
        given if not loaded else (),
        columns=(column,) if column is not None else None,
        place=place,
        artefact=loaded,
        learns=learns,
        fitted=fitted[0] if fitted else None,
    )
    if row.effect == "fit-statistic":
        m.facts.learned.setdefault(place, (step, way))
        return result
    if learns:
        m.facts.learned.setdefault(place, (step, way))
    return with_steps(m, result, _cut((*way, step)))


def _split(m: "Interpreter", row: Api, args: Mapping[str, Value], result: Value, place: Place) -> Value:
    arrays = [value for name, value in args.items() if name.isdigit() or name in ("arrays", "X", "y")]
    kept = {name: value for name, value in args.items() if name in ("test_size", "stratify", "random_state", "shuffle")}
    kept.pop("stratify", None)
    step = Applied("split", row.name, _arguments(m, row, kept), place=place)
    if result.elements is None or not arrays:
        return with_steps(m, result, (*steps(m, next(iter(args.values()), None)), step))
    ways = [(*steps(m, each), step) for each in arrays]
    parts = (with_steps(m, each, ways[min(i // 2, len(ways) - 1)]) for i, each in enumerate(result.elements))
    return replace(result, elements=tuple(parts))


def _operation(
    m: "Interpreter",
    row: Api,
    receiver: Value | None,
    args: Mapping[str, Value],
    places: Mapping[str, Place],
    way: tuple[Applied, ...],
    result: Value,
    place: Place,
) -> Value:
    last = row.name.rpartition(".")[2]
    inside = args.get("inplace")
    in_place = inside is not None and inside.truth is True
    data = receiver if receiver is not None else next(iter(args.values()), None)
    if last in _ANSWERS or data is None or not _is_data(m, data):
        return result
    if last not in _NEUTRAL:
        way = _cut((*way, _step(m, row, last, receiver, args, places, data, place)))
    if in_place and receiver is not None:
        _write_back(m, receiver, way)
        return result
    if not way or (result.refs and data.refs & result.refs):
        return result
    return with_steps(m, result, way)


def _step(
    m: "Interpreter",
    row: Api,
    last: str,
    receiver: Value | None,
    args: Mapping[str, Value],
    places: Mapping[str, Place],
    data: Value,
    place: Place,
) -> Applied:
    subject = row.positional[0] if receiver is None and row.positional else "0" if receiver is None else ""
    others = {name: value for name, value in args.items() if name not in (subject, "inplace", "axis", "errors")}
    column = column_of(m, data)
    if last in ("drop", "reindex", "select"):
        wanted = next((args[name] for name in ("columns", "labels", "items") if name in args), None)
        found = names(m.state, wanted) if wanted is not None else None
        if found is not None:
            return Applied("columns", last, columns=tuple(found), place=place)
    kind = "rows" if row.effect in _ROW_EFFECTS or last in _ROWS else "operation"
    return Applied(
        kind,
        last,
        _arguments(m, row, others),
        columns=(column,) if column is not None else None,
        place=place,
        where=tuple((name, places[name]) for name in others if name in places),
    )


def _is_data(m: "Interpreter", value: Value) -> bool:
    """Whether a value may be data on its way to a model: not a constant, a name or a path."""
    if value.constants or value.symbols or value.funcs:
        return False
    return bool(value.steps or value.rows or value.origins or value.refs or value.types or value.unknown)


def _write_back(m: "Interpreter", receiver: Value, way: tuple[Applied, ...]) -> None:
    """An in-place change of a column or frame."""
    for obj in m.state.objects(receiver):
        frame = obj.items.get(OF_FRAME)
        if frame is not None:
            with_steps(m, frame, merged(steps(m, frame), way))
    with_steps(m, receiver, way)


def constructed(m: "Interpreter", row: Class, args: Mapping[str, Value], made: Value, place: Place) -> Value:
    """An object that was made: of a table, the columns it was given."""
    if row.name not in ("pandas.DataFrame", SERIES, "polars.DataFrame"):
        return made
    way: tuple[Applied, ...] = ()
    for value in args.values():
        way = merged(way, steps(m, value))
    columns = _columns_given(m, args)
    if columns is not None:
        way = (*way, Applied("columns", "select", columns=columns, place=place))
    return with_steps(m, made, way)


def _columns_given(m: "Interpreter", args: Mapping[str, Value]) -> tuple[str, ...] | None:
    wanted = args.get("columns")
    if wanted is not None:
        found = names(m.state, wanted)
        return tuple(found) if found is not None else None
    data = args.get("data")
    obj = m.state.obj(data) if data is not None else None
    if obj is not None and obj.kind == "list" and len(obj.items) == 1:
        obj = m.state.obj(next(iter(obj.items.values())))
    if obj is None or obj.kind != "dict" or not obj.complete or not obj.items:
        return None
    keys = [key.value for key in obj.items if isinstance(key, Literal)]
    return tuple(key for key in keys if isinstance(key, str)) if len(keys) == len(obj.items) else None


# --- operators, members, stores ---------------------------------------------------------------------------------------


def operated(
    m: "Interpreter", op: str, left: Value, right: Value, result: Value, place: Place, where: tuple[Place, Place]
) -> Value:
    """The result of an operator."""
    if op == "/" and "pathlib.Path" in result.types and right.text is not None:
        before_ = next((step.name for step in left.steps if step.kind == "path"), "")
        return with_steps(m, result, (Applied("path", f"{before_}/{right.text}".lstrip("/"), place=place),))
    tracked = [side for side in (left, right) if not side.constants and _is_traced(m, side)]
    if not tracked or result.constants or result.types == frozenset({"str"}):
        return result
    way: tuple[Applied, ...] = ()
    for side in tracked:
        way = merged(way, steps(m, side))
    arguments: tuple[tuple[str, str], ...]
    own: tuple[tuple[str, Place], ...] = ()
    if len(tracked) == 1:
        first = tracked[0] is left
        other, at = (right, where[1]) if first else (left, where[0])
        arguments = (("operand", text(m, other)), ("side", "right" if first else "left"))
        own = (("operand", at),)
    else:
        arguments = (("operand", column_of(m, right) or UNKNOWN),)
    column = column_of(m, tracked[0])
    step = Applied("operation", op, arguments, columns=(column,) if column else None, place=place, where=own)
    return with_steps(m, result, _cut((*way, step)))


def _is_traced(m: "Interpreter", value: Value) -> bool:
    if value.steps or value.rows or any(origin.kind != "constant-path" for origin in m.state.origins(value)):
        return True
    if not value.types.isdisjoint((FRAME, SERIES, ARRAY)):
        return True
    return any(obj.kind == "frame" or obj.steps for obj in m.state.objects(value))


def decided(m: "Interpreter", op: str, left: Value, right: Value, place: Place, where: tuple[Place, Place]) -> None:
    """A comparison: of a model's answer with a constant, it is a decision."""
    for side, other, at in ((left, right, where[1]), (right, left, where[0])):
        asked = [step for step in steps(m, side) if step.kind == "model"]
        if asked and other.constants:
            step = Applied("decision", op, (("operand", text(m, other)),), place=place, where=(("operand", at),))
            m.facts.decisions.setdefault(asked[-1].fitted or asked[-1].place, {})[place] = step


def chosen(m: "Interpreter", base: Value, index: Value, result: Value, place: Place) -> Value:
    """`base[index]`: a member keeps the steps of the whole; of a table, columns may be chosen."""
    way = steps(m, base) if not _is_container(m, base) else base.steps
    if index.text is not None and not result.refs and result.origins and not _is_table(m, base):
        return with_steps(m, result, (*way, Applied("key", index.text, place=place)))
    found = names(m.state, index) if index.refs and _is_table(m, base) else None
    if found is not None and not index.text:
        way = (*way, Applied("columns", "select", columns=tuple(found), place=place))
    if not way or (result.refs and base.refs & result.refs):
        return result
    return with_steps(m, result, merged(steps(m, result), way) if not found else way)


def _is_container(m: "Interpreter", value: Value) -> bool:
    return any(obj.kind in ("list", "dict", "set") for obj in m.state.objects(value)) or value.elements is not None


def _is_table(m: "Interpreter", value: Value) -> bool:
    return any(obj.kind == "frame" for obj in m.state.objects(value)) or bool(value.rows or value.types)


def stored(m: "Interpreter", base: Value, index: Value, value: Value, place: Place) -> None:
    """`frame[column] = value`: the steps of the column are steps of the frame."""
    if not any(obj.kind == "frame" for obj in m.state.objects(base)):
        return
    way = steps(m, value)
    known = steps(m, base)
    name = index.text
    more = tuple(step for step in way if step not in known)
    if name is not None:
        more = tuple(
            replace(step, columns=(name,))
            if step.columns is None and step.kind in ("operation", "transformer")
            else step
            for step in more
        )
    columns = _columns_left(known)
    if name is not None and columns is not None and name not in columns:
        more = (*more, Applied("columns", "select", columns=(*columns, name), place=place))
    if more:
        with_steps(m, base, _cut((*known, *more)))


def left(m: "Interpreter", returned: Value) -> None:
    """An entry point is done: whoever called it has what it returned, and the project's objects live on."""
    m.facts.escaped |= _fits_in(m, returned)
    for obj in m.state.heap.values():
        if obj.kind == "instance" and obj.type and not obj.fits and m.project.find(obj.type) is not None:
            for value in obj.items.values():
                m.facts.escaped |= _fits_in(m, value)


def _fits_in(m: "Interpreter", value: Value) -> set[Place]:
    """The trainings of the objects that a value is or holds."""
    found: set[Place] = set()
    stack, seen = [(value, 0)], set[int]()
    while stack:
        current, depth = stack.pop()
        stack.extend((each, depth) for each in current.elements or ())
        for ref in current.refs - seen:
            seen.add(ref)
            obj = m.state.heap.get(ref)
            if obj is not None:
                found.update(fit.place for fit in obj.fits)
                if depth < 3 and len(seen) < 60:
                    stack.extend((each, depth + 1) for each in obj.items.values())
    return found


def _columns_left(known: tuple[Applied, ...]) -> tuple[str, ...] | None:
    """The columns that were chosen last, without those that were dropped since; None if none were chosen."""
    found: tuple[str, ...] | None = None
    for step in known:
        if step.kind == "columns" and step.name != "drop":
            found = step.columns
        elif step.kind == "columns" and found is not None:
            found = tuple(each for each in found if each not in (step.columns or ()))
    return found


def passed_through(m: "Interpreter", given: Iterable[Value], result: Value, why: str, place: Place) -> Value:
    """The result of code that is not known: what it has done to the data is not known either."""
    way: tuple[Applied, ...] = ()
    for value in given:
        way = merged(way, steps(m, value))
        if value.refs:
            m.facts.escaped |= _fits_in(m, value)
    if result.refs or not (way or result.origins or result.rows):
        return result
    return replace(result, steps=_cut((*way, Applied("unknown", why, place=place))))
