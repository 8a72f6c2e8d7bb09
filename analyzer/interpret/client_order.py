"""Who decides in which order the members of something stand: the program, or the client that sent it?

The members of an object of JSON or of a form stand in the order in which the client wrote them. Where they are taken
one after the other (`body.values()`) that order goes along as a mark of the kind "client-order"; in a table made of
such objects it is that of the columns ("client-columns"), and the tables' own names still say which is which, until
they are stripped. Asking by name (`body["x"]`, `frame[NAMES]`) puts the members into the program's own order.
"""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from analyzer.interpret import permissive
from analyzer.interpret.effects.data import FRAME, OF_COLUMN, OF_FRAME, make
from analyzer.interpret.invocation import Invocation
from analyzer.interpret.state import State
from analyzer.interpret.values import EMPTY, NOTHING, Mark, Obj, Place, Value

if TYPE_CHECKING:
    from analyzer.interpret.machine import Interpreter

ORDER: Final = "client-order"
COLUMNS: Final = "client-columns"
DECLARED: Final = "declared"  # check: the members stand in the order in which a class of the program declares them
_KINDS: Final = frozenset({ORDER, COLUMNS})
_VIEWS: Final = frozenset({"values", "items"})
_DEPTH: Final = 3  # containers in containers that are looked into
_CLIENTS: Final = ("request", "socket", "queue", "upload")
_TABLE: Final = "pandas.DataFrame"
_MAKERS: Final = frozenset({f"{_TABLE}.from_dict", f"{_TABLE}.from_records"})
_FLATTENS: Final = "pandas.json_normalize"  # takes objects and lists of them
_BY_NAME: Final = frozenset({"reindex", "filter", "select", "sort_index"})  # methods of tables that ask by name
_STRIPS: Final = frozenset({"to_numpy", "as_matrix", "get_values"})  # methods of tables that give the numbers alone
_LIBRARIES: Final = ("builtins.", "typing.", "starlette.", "werkzeug.", "django.", "multidict.")


def viewed(m: "Interpreter", base: Value, name: str, result: Value, place: Place) -> Value:
    """The result of a method `name` of content of which no more is known than where it came from.

    Only what has members under names has the methods `values` and `items`.
    """
    if name not in _VIEWS or not _is_sent(m.state, base):
        return result
    return _marked(m.state, result, Mark(ORDER, place, f"{name}()"))


def spread(m: "Interpreter", source: Value, rest: Value, place: Place) -> Value:
    """What else (`rest`) is in a dict into which the unknown mapping `source` was copied."""
    return _marked(m.state, rest, Mark(ORDER, place, "a copy")) if _is_sent(m.state, source) else rest


def in_order(m: "Interpreter", value: Value) -> Value:
    """`value`, the members of which the program has put into an order of its own (`sorted`)."""
    return _changed(m.state, value, lambda each: _without(replace(each, checks=each.checks | {DECLARED})))


def looked_up(m: "Interpreter", base: Value, index: Value, value: Value, place: Place) -> Value:
    """The result `value` of `base[index]`: under a name of the program's own, or one that the client has sent."""
    if not (index.constants or index.types) and _is_opaque(m.state, index) and _is_opaque(m.state, base):
        return _marked(m.state, value, Mark(ORDER, place, "names of its own"))
    if "slice" in index.types or "int" in index.types or isinstance(index.constant, int) or index.origins:
        return value
    value = chosen(m.state, value)
    return permissive.under(value, index.text) if value.marks and index.text is not None else value


def chosen(state: State, value: Value) -> Value:
    """`value`, of which the program has said which members it wants and in which order."""
    return _changed(state, value, _without) if _is_marked(state, value) else value


def _is_marked(state: State, value: Value) -> bool:
    return any(mark.how in _KINDS for mark in state.marks(value))


def called(m: "Interpreter", call: Invocation, result: Value) -> Value:
    """The result of a call of the tables: a table is made, asked by name, or its names are held against others."""
    if not (result.origins or result.refs):
        return result
    if call.api.name in (*_MAKERS, _FLATTENS):
        made = make(m, call.place, FRAME, replace(result, types=EMPTY, unknown=""))
        if call.api.name == _FLATTENS and _is_opaque(m.state, call.args.get("data", NOTHING)):
            return _marked(m.state, made, Mark(COLUMNS, call.place, "the columns"))
        return table(m, made, call.args, call.place)
    method = call.api.name.rpartition(".")[2] if call.receiver is not None else ""
    if method in _STRIPS:
        return _changed(m.state, result, _stripped) if _is_marked(m.state, result) else result
    asked = method in _BY_NAME
    # Transformers that were fitted on a table look at the names of another one (`feature_names_in_`).
    compared = call.api.effect == "transform" and any(_TABLE in value.types for value in call.args.values())
    return chosen(m.state, result) if asked or compared else result


def table(m: "Interpreter", made: Value, given: Mapping[str, Value], place: Place) -> Value:
    """A table that is made of `given`: its columns are in the client's order if they have the client's names.

    A list is only taken for one of objects if it has been written around a value, or the rest of the call says so.
    """
    data, columns = given.get("data", given.get("0")), given.get("columns")
    if data is None or (columns is not None and not _is_sent(m.state, columns)):
        return made  # or it has names of the program's own for values that stand as they came
    if any(mark.how == ORDER for mark in m.state.marks(data)) or _holds_objects(m, data, given):
        return _marked(m.state, chosen(m.state, made), Mark(COLUMNS, place, "the columns"))
    return made


def _holds_objects(m: "Interpreter", data: Value, given: Mapping[str, Value]) -> bool:
    """Whether a table is surely made of objects that a client has sent."""
    for obj in m.state.objects(data):
        listed = obj.kind == "list" and obj.complete and len(obj.items) == 1
        return listed and all(_is_opaque(m.state, each) for each in obj.items.values())
    return "index" in given and _is_opaque(m.state, data)


def _is_opaque(state: State, value: Value) -> bool:
    plain = not (value.refs or value.constants or value.elements is not None)
    return plain and _is_sent(state, value)


def _is_sent(state: State, value: Value) -> bool:
    """Whether the names and their order are the client's: content from outside that no class of ours declares."""
    if DECLARED in value.checks or any("." in name and not name.startswith(_LIBRARIES) for name in value.types):
        return False
    return any(origin.kind in _CLIENTS for origin in state.origins(value))


def _without(value: Value) -> Value:
    kept = frozenset(mark for mark in value.marks if mark.how not in _KINDS)
    return value if len(kept) == len(value.marks) else replace(value, marks=kept)


def _stripped(value: Value) -> Value:
    """Numbers without the names of their columns, which stand in the order of those."""
    marks = frozenset(replace(mark, how=ORDER) if mark.how == COLUMNS else mark for mark in value.marks)
    return replace(value, marks=marks)


def _marked(state: State, value: Value, mark: Mark) -> Value:
    return _changed(state, value, lambda each: replace(each, marks=each.marks | {mark}))


def _changed(state: State, value: Value, change: Callable[[Value], Value], depth: int = 0) -> Value:
    """`value` and what it holds, each changed; objects that it refers to are changed where they are."""
    if value.elements is not None:
        value = replace(value, elements=tuple(_changed(state, each, change, depth + 1) for each in value.elements))
    if value.refs and depth < _DEPTH:
        for ref in sorted(value.refs):
            obj = state.heap.get(ref)
            if obj is not None and obj.kind != "instance":
                state.write(ref, _object(state, obj, change, depth))
    return change(value)


def _object(state: State, obj: Obj, change: Callable[[Value], Value], depth: int) -> Obj:
    if obj.kind == "frame":
        items = {key: each if key in (OF_FRAME, OF_COLUMN) else change(each) for key, each in obj.items.items()}
        return replace(obj, items=items, marks=change(Value(marks=obj.marks)).marks)
    return replace(
        obj,
        items={key: _changed(state, each, change, depth + 1) for key, each in obj.items.items()},
        rest=None if obj.rest is None else _changed(state, obj.rest, change, depth + 1),
    )
