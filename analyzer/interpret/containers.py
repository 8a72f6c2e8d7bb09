"""What is in a tuple, list or dict, and what do their operators do?"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from msgspec.structs import replace

from analyzer.interpret import fold, library, lineage, names
from analyzer.interpret.values import (
    NOT_CONSTANT,
    NOTHING,
    OWN_TEXT,
    Literal,
    Obj,
    Place,
    Value,
    join,
    join_all,
    literal,
    unknown,
)
from analyzer.knowledge import lookup as tables
from analyzer.knowledge.lookup import class_row
from analyzer.syntax import ir

if TYPE_CHECKING:
    from analyzer.interpret.machine import Interpreter

MAX_ITEMS: Final = 256  # members known by key; beyond them a container is open
OWN: Final = Value(types=frozenset({"str"}), origins=frozenset({OWN_TEXT}))
MAX_TEXT: Final = 16  # characters of a text that is iterated over
KINDS: Final = ("list", "dict", "set")


def listed(m: "Interpreter", value: Value) -> list[Value] | None:
    """The members of a tuple, list, set, dict or short constant text in order, if all are known."""
    if value.elements is not None and not value.refs:
        return list(value.elements) if "slice" not in value.types else None
    if not value.refs:
        text = value.text
        return [literal(each) for each in text] if text is not None and len(text) <= MAX_TEXT else None
    obj = m.state.obj(value) if len(value.refs) == 1 else None
    if obj is None or obj.kind not in KINDS or not obj.complete or obj.rest is not None:
        return None
    if obj.kind == "dict":
        return [Value(constants=frozenset((key,))) for key in obj.items if isinstance(key, Literal)]
    return list(obj.items.values())


def members(m: "Interpreter", value: Value) -> Value:
    """What iterating over `value` gives, one value for all members."""
    if value.elements is not None and not value.refs:
        return join_all(value.elements)
    known = library.iterate(m, m.state, value)
    if known is not None:
        return known
    texts = fold.constants(value)
    if texts is not None and not value.origins and all(isinstance(text, str) for text in texts):
        chars = {char for text in texts for char in text}
        return join_all(map(literal, sorted(chars))) if len(chars) <= MAX_TEXT else OWN
    found: list[Value] = []
    for obj in m.state.objects(value):
        if obj.kind == "dict":
            found.extend(Value(constants=frozenset((key,))) for key in obj.items if isinstance(key, Literal))
            if obj.rest is not None or not obj.items:
                found.append(unknown("keys are not known"))
        elif obj.kind in KINDS:
            found.extend(obj.items.values())
            if obj.rest is not None:
                found.append(obj.rest)
    if found:
        return join_all(found[:MAX_ITEMS])
    why = value.unknown or ("members are not known" if _is_opaque(value) else "")
    return m.state.derive((value,), types=member_types(value), unknown=why)


def member_types(value: Value) -> frozenset[str]:
    """The class that the tables promise for the members of a library's container (option `members`)."""
    rows = [row for name in value.types if (row := class_row(name)) is not None]
    return frozenset(row.option("members") for row in rows if row.option("members"))


def _is_opaque(value: Value) -> bool:
    """Whether members may be anything; else they are content like the whole, such as paths that were found."""
    return bool(value.refs or value.funcs or (value.symbols and not value.origins))  # `flask.request.json` is content


def bind(m: "Interpreter", target: ir.Expr, value: Value) -> None:
    """Bind a loop or comprehension target."""
    from analyzer.interpret.statements import store

    store(m, target, value)


def truth(m: "Interpreter", value: Value) -> bool | None:
    """Whether a value is true in a boolean context, containers by whether they are empty; None if that is not known."""
    if not value.refs or value.unknown or value.constants:
        return value.truth
    items = listed(m, value)
    return None if items is None else bool(items)


def list_of(m: "Interpreter", items: Sequence[Value], place: Place) -> Value:
    """A new list of these members."""
    members: dict[Any, Value] = {Literal("int", i): item for i, item in enumerate(items)}
    obj = Obj(kind="list", type="list", items=members, complete=True)
    return m.allocate(place, obj, types=frozenset(("list",)))


def unpack(m: "Interpreter", value: Value, count: int, star: int | None, place: Place) -> list[Value]:
    """The values of `count` targets that `value` is unpacked into; `star` is the position of a starred one."""
    items = listed(m, value)
    if items is not None and star is None and len(items) == count:
        return items
    if items is not None and star is not None and len(items) >= count - 1:
        tail = count - star - 1
        middle = items[star : len(items) - tail]
        return [*items[:star], list_of(m, middle, place), *items[len(items) - tail :]]
    batch = library.unpacked(m, m.state, value, count, place) if value.types and star is None else None
    if batch is not None:
        return batch
    obj = m.state.obj(value)
    member = members(m, value)
    parts = [library.member(member, m.site(place), i) if member.rows else member for i in range(count)]
    if obj is not None and obj.kind == "list" and star is None:
        return [obj.items.get(Literal("int", i), part) for i, part in enumerate(parts)]
    return parts


def item(m: "Interpreter", base: Value, index: Value, place: Place) -> Value:
    """`base[index]`."""
    if base.rows or base.refs or base.predictions or base.types:
        known = library.subscript(m, m.state, base, index, place)
        if known is not None:
            return known
    keys = keys_of(index)
    if base.elements is not None and not base.refs:
        return _tuple_item(m, base, index, keys)
    bounds = bounds_of(index)
    texts = fold.constants(base)
    if texts is not None and len(texts) == 1 and (bounds is not None or (keys is not None and len(keys) == 1)):
        try:
            return literal(texts[0][bounds if bounds is not None else (keys or [0])[0]])
        except (TypeError, IndexError, KeyError):
            return unknown("index out of range")
    if "slice" in index.types and any(obj.kind == "list" for obj in m.state.objects(base)):
        return _sliced(m, base, bounds, place)
    found = [member_of(m, obj, keys) for obj in m.state.objects(base) if obj.kind in KINDS]
    for name in sorted(base.types):
        if _has_members(m, name):
            found.append(_call_method(m, base, "__getitem__", (index,), place))
            break
    if found:
        value = join_all(found)
        return m.state.derive((base, value), **identity(value)) if base.origins else value
    if base.may_be("numpy.c_", "numpy.r_"):
        return library.stack(m, m.state, index, place, beside=base.may_be("numpy.c_"))
    if base.may_be("sys.modules"):
        return m.state.derive((index,), unknown="a module chosen at run time")
    special = names.subscript_of_symbols(base)
    if special is not None:
        return special
    why = base.unknown or ("a member that is not known" if _is_opaque(base) else "")
    return m.state.derive((base,), types=member_types(base), unknown=why)


def _has_members(m: "Interpreter", name: str) -> bool:
    """Whether the class `name` has a `__getitem__` that is known."""
    if tables.method(name, "__getitem__") is not None:
        return True
    return "." in name and class_row(name) is None and m.project.method(name, "__getitem__") is not None


def keys_of(index: Value) -> list[Any] | None:
    """The keys that an index may be, a tuple of constants as one of them; None if that is not known."""
    if index.elements is not None and "slice" not in index.types and not index.refs:
        parts = [element.constant for element in index.elements]
        return None if NOT_CONSTANT in parts else [tuple(parts)]
    return fold.constants(index)


def identity(value: Value) -> dict[str, Any]:
    """The possibilities of a value, as fields for `derive`."""
    return {
        "constants": value.constants,
        "symbols": value.symbols,
        "types": value.types,
        "funcs": value.funcs,
        "refs": value.refs,
        "elements": value.elements,
        "unknown": value.unknown,
    }


def _call_method(m: "Interpreter", base: Value, name: str, args: tuple[Value, ...], place: Place) -> Value:
    from analyzer.interpret.arguments import Arguments
    from analyzer.interpret.calls import call_method

    return call_method(m, base, name, Arguments(args, {}), place, place)


def _tuple_item(m: "Interpreter", base: Value, index: Value, keys: list[Any] | None) -> Value:
    elements = base.elements or ()
    if keys is not None and all(isinstance(key, int) for key in keys):
        found = [elements[key] for key in keys if -len(elements) <= key < len(elements)]
        return join_all(found) if found else unknown("index out of range")
    bounds = bounds_of(index)
    return join_all(elements) if bounds is None else Value(elements=elements[bounds])


def bounds_of(index: Value) -> slice | None:
    """The slice that an index is, if its bounds are known."""
    if "slice" not in index.types or index.elements is None:
        return None
    bounds = [None if bound == NOTHING else bound.constant for bound in index.elements]
    known = all(bound is None or isinstance(bound, int) for bound in bounds) and bounds[2] != 0
    return slice(*bounds) if known else None


def _sliced(m: "Interpreter", base: Value, bounds: slice | None, place: Place) -> Value:
    """`xs[a:b]` of a list: a new list."""
    items = listed(m, base)
    if items is not None and bounds is not None:
        return list_of(m, items[bounds], place)
    obj = Obj(kind="list", type="list", rest=members(m, base))
    return m.allocate(place, obj, types=frozenset(("list",)))


def repeat(m: "Interpreter", left: Value, right: Value, place: Place) -> Value | None:
    """`xs * n` of a list or tuple; None if neither side is one."""
    whole, times = (left, right.constant) if right.constants or not left.constants else (right, left.constant)
    items = listed(m, whole) if whole.refs or whole.elements is not None else None
    if items is not None and isinstance(times, int) and len(items) * max(times, 0) <= MAX_ITEMS:
        several = items * times
        return list_of(m, several, place) if whole.refs else Value(elements=tuple(several))
    if any(obj.kind == "list" for obj in m.state.objects(whole)) or whole.elements is not None:
        member = members(m, whole)
        twice: dict[Any, Value] = {}
        if (
            items is not None and len(items) == 1 and m.state.rows(member)
        ):  # data is repeated to be there twice at least
            twice = {Literal("int", 0): member, Literal("int", 1): member}
        obj = Obj(kind="list", type="list", items=twice, rest=member)
        return m.allocate(place, obj, types=frozenset(("list",)))
    return None


def copied(m: "Interpreter", value: Value, place: Place, depth: int) -> Value:
    """A copy of a container or object, of what is in it too to `depth` levels; data and other values are themselves."""
    refs: set[int] = set(value.refs)
    for ref in sorted(value.refs):
        obj = m.state.heap.get(ref)
        if obj is None or obj.kind not in (*KINDS, "instance"):
            continue
        if depth:
            items = {key: copied(m, item, place, depth - 1) for key, item in obj.items.items()}
            obj = replace(obj, items=items)
        refs.remove(ref)
        refs.update(m.allocate(place, obj, fresh=True).refs)
    if depth and value.elements is not None:
        return replace(value, elements=tuple(copied(m, each, place, depth - 1) for each in value.elements))
    return value if refs == value.refs else replace(value, refs=frozenset(refs))


def member_of(m: "Interpreter", obj: Obj, keys: list[Any] | None) -> Value:
    if keys is None:
        values = [*obj.items.values(), *(() if obj.rest is None else (obj.rest,))]
        return join_all(values) if values else unknown("a member that is not known")
    found: list[Value] = []
    for key in keys:
        if obj.kind == "list" and isinstance(key, int) and key < 0 and obj.complete:
            key += len(obj.items)
        value = obj.items.get(Literal(type(key).__name__, key))
        if value is None:
            value = obj.rest if obj.rest is not None else unknown(f"key {key!r} is not known")
        elif obj.rest is not None and not obj.complete:
            value = join(value, obj.rest)
        found.append(value)
    return join_all(found)


def put(m: "Interpreter", base: Value, index: Value, value: Value, place: Place) -> None:
    """`base[index] = value`."""
    if m.tracing and base.refs:
        lineage.stored(m, base, index, value, place)
    if (base.rows or base.refs) and library.store(m, m.state, base, index, value, place):
        return
    keys = keys_of(index)

    def change(obj: Obj) -> Obj:
        if obj.kind not in KINDS:
            return obj
        if keys is not None and len(keys) == 1 and len(obj.items) < MAX_ITEMS:
            key = keys[0]
            if obj.kind == "list" and isinstance(key, int) and key < 0 and obj.complete:
                key += len(obj.items)
            if obj.kind == "dict" or (obj.complete and Literal("int", key) in obj.items):
                return replace(obj, items={**obj.items, Literal(type(key).__name__, key): value})
        rest = value if obj.rest is None else join(obj.rest, value)
        return replace(obj, rest=rest, complete=False)

    m.state.update(base, change)


def remove(m: "Interpreter", base: Value, index: Value) -> None:
    """`del base[index]`."""
    if base.refs:
        library.remove(m.state, base, index)
    keys = keys_of(index)

    def change(obj: Obj) -> Obj:
        if obj.kind == "list":
            return _without(obj, keys[0] if keys is not None and len(keys) == 1 else None)
        if obj.kind != "dict" or keys is None:
            return obj
        gone = {Literal(type(key).__name__, key) for key in keys}
        return replace(obj, items={key: value for key, value in obj.items.items() if key not in gone})

    m.state.update(base, change)


def _without(obj: Obj, position: Any) -> Obj:
    """A list after the member at `position` was removed."""
    values = list(obj.items.values())
    if not obj.complete or not isinstance(position, int) or not -len(values) <= position < len(values):
        return shuffled(obj)
    del values[position]
    return replace(obj, items={Literal("int", i): each for i, each in enumerate(values)})


def with_attribute(obj: Obj, name: str, value: Value) -> Obj:
    """`obj` after `obj.name = value`."""
    return replace(obj, items={**obj.items, name: value}) if obj.kind == "instance" else obj


def concatenate(m: "Interpreter", left: Value, right: Value, place: Place) -> Value:
    """`left + right` of lists: a new list with the members of both."""
    first, second = listed(m, left), listed(m, right)
    if first is not None and second is not None and len(first) + len(second) <= MAX_ITEMS:
        both = [*first, *(library.added(m.state, first, each) for each in second)]
        items: dict[Any, Value] = {Literal("int", i): each for i, each in enumerate(both)}
        return m.allocate(place, Obj(kind="list", type="list", items=items, complete=True), types=frozenset(("list",)))
    if not any(obj.kind in KINDS for obj in (*m.state.objects(left), *m.state.objects(right))):
        return m.state.derive((left, right), types=left.types & right.types, unknown=left.unknown or right.unknown)
    known, more = members(m, left), for_each_of(m, left, right, members(m, right), place)
    rest = join(known, library.added(m.state, [known], more))
    obj = m.state.obj(right)
    several = [*(first or ()), *(obj.items.values() if obj is not None and obj.kind == "list" else ())]
    items = {Literal("int", i): each for i, each in enumerate(several if m.state.rows(more) else ())}
    return m.allocate(place, Obj(kind="list", type="list", items=items, rest=rest), types=frozenset(("list",)))


def for_each_of(m: "Interpreter", whole: Value, more: Value, member: Value, place: Place) -> Value:
    """`member` of `more`: another version of one of `whole` if there is one for each, and they join it at `place`."""
    found = any(library.each_of(whole) in obj.words for obj in m.state.objects(more))
    return library.altered(m.state, member, place) if found and not m.state.duplicates(member) else member


def merge_dicts(m: "Interpreter", left: Value, right: Value, place: Place) -> Value | None:
    """`left | right` of dicts, or of sets of which all members are known; None if they are not."""
    first, second = m.state.obj(left), m.state.obj(right)
    if first is not None and second is not None and first.kind == second.kind == "set":
        both = [*(listed(m, left) or ()), *(listed(m, right) or ())]
        known = listed(m, left) is not None and listed(m, right) is not None and len(both) <= MAX_ITEMS
        items: dict[Any, Value] = {Literal("int", i): each for i, each in enumerate(both)}
        united = Obj(kind="set", type="set", items=items, complete=True)
        return m.allocate(place, united, types=frozenset(("set",))) if known else None
    if first is None or second is None or first.kind != "dict" or second.kind != "dict":
        return None
    obj = Obj(
        kind="dict",
        type="dict",
        items={**first.items, **second.items},
        rest=first.rest if second.rest is None else second.rest,
        complete=first.complete and second.complete,
    )
    return m.allocate(place, obj, types=frozenset(("dict",)))


def shuffled(obj: Obj) -> Obj:
    """A list whose order or length is no longer known."""
    rest = join_all([*obj.items.values(), *(() if obj.rest is None else (obj.rest,))])
    return replace(obj, items={}, rest=rest if obj.items or obj.rest is not None else None, complete=False)


def pairs_of(m: "Interpreter", value: Value) -> dict[Any, Value] | None:
    """The items that a list of pairs makes a dict of, if all keys are known."""
    items: dict[Any, Value] = {}
    listed_pairs = listed(m, value)
    for pair in listed_pairs or ():
        parts = listed(m, pair)
        keys = fold.constants(parts[0]) if parts is not None and len(parts) == 2 else None
        if parts is None or keys is None or len(keys) != 1:
            return None
        items[Literal(type(keys[0]).__name__, keys[0])] = parts[1]
    return items if listed_pairs is not None else None
