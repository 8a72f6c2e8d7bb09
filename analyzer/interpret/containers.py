"""What is in a tuple, list or dict, and what do their operations do?"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, Final

from analyzer.interpret import fold, library, names
from analyzer.interpret.values import (
    NOTHING,
    Literal,
    Obj,
    Place,
    Value,
    join,
    join_all,
    literal,
    unknown,
)
from analyzer.knowledge.lookup import class_row
from analyzer.syntax import ir

if TYPE_CHECKING:
    from analyzer.interpret.machine import Interpreter

MAX_ITEMS: Final = 256  # members known by key; beyond them a container is open
_KINDS: Final = ("list", "dict", "set")


def listed(m: "Interpreter", value: Value) -> list[Value] | None:
    """The members of a tuple, list or constant string list in order, if all are known."""
    if value.elements is not None and not value.refs:
        return list(value.elements) if "slice" not in value.types else None
    obj = m.state.obj(value) if len(value.refs) == 1 else None
    if obj is None or obj.kind not in _KINDS or not obj.complete or obj.rest is not None:
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
    found: list[Value] = []
    for obj in m.state.objects(value):
        if obj.kind == "dict":
            found.extend(Value(constants=frozenset((key,))) for key in obj.items if isinstance(key, Literal))
            if obj.rest is not None or not obj.items:
                found.append(unknown("keys are not known"))
        elif obj.kind in _KINDS:
            found.extend(obj.items.values())
            if obj.rest is not None:
                found.append(obj.rest)
    if found:
        return join_all(found[:MAX_ITEMS])
    why = value.unknown or ("members are not known" if _is_opaque(value) else "")
    return m.state.derive((value,), types=_member_types(value), unknown=why)


def _member_types(value: Value) -> frozenset[str]:
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


def unpack(m: "Interpreter", value: Value, count: int, star: int | None) -> list[Value]:
    """The values of `count` targets that `value` is unpacked into; `star` is the position of a starred one."""
    items = listed(m, value)
    if items is not None and star is None and len(items) == count:
        return items
    if items is not None and star is not None and len(items) >= count - 1:
        tail = count - star - 1
        middle = items[star : len(items) - tail]
        return [*items[:star], Value(elements=tuple(middle)), *items[len(items) - tail :]]
    obj = m.state.obj(value)
    member = members(m, value)
    if obj is not None and obj.kind == "list" and star is None:
        return [obj.items.get(Literal("int", i), member) for i in range(count)]
    return [member] * count


def item(m: "Interpreter", base: Value, index: Value, place: Place) -> Value:
    """`base[index]`."""
    if base.rows or base.refs or base.predictions or base.types:
        known = library.subscript(m, m.state, base, index, place)
        if known is not None:
            return known
    keys = fold.constants(index)
    if base.elements is not None and not base.refs:
        return _tuple_item(m, base, index, keys)
    texts = fold.constants(base)
    if texts is not None and keys is not None and len(texts) == 1 and len(keys) == 1:
        try:
            return literal(texts[0][keys[0]])
        except (TypeError, IndexError, KeyError):
            return unknown("index out of range")
    found = [_member(m, obj, keys) for obj in m.state.objects(base) if obj.kind in _KINDS]
    if found:
        value = join_all(found)
        return m.state.derive((base, value), **_identity(value)) if base.origins else value
    if base.may_be("numpy.c_", "numpy.r_"):
        return library.stack(m, m.state, index, place, beside=base.may_be("numpy.c_"))
    special = names.subscript_of_symbols(base)
    if special is not None:
        return special
    why = base.unknown or ("a member that is not known" if _is_opaque(base) else "")
    return m.state.derive((base,), types=_member_types(base), unknown=why)


def _identity(value: Value) -> dict[str, Any]:
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


def _tuple_item(m: "Interpreter", base: Value, index: Value, keys: list[Any] | None) -> Value:
    elements = base.elements or ()
    if keys is not None and all(isinstance(key, int) for key in keys):
        found = [elements[key] for key in keys if -len(elements) <= key < len(elements)]
        return join_all(found) if found else unknown("index out of range")
    if "slice" in index.types and index.elements is not None:
        bounds = [None if bound == NOTHING else bound.constant for bound in index.elements]
        if all(bound is None or isinstance(bound, int) for bound in bounds) and bounds[2] != 0:
            return Value(elements=elements[slice(*bounds)])
    return join_all(elements)


def _member(m: "Interpreter", obj: Obj, keys: list[Any] | None) -> Value:
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
    if (base.rows or base.refs) and library.store(m, m.state, base, index, value, place):
        return
    keys = fold.constants(index)

    def change(obj: Obj) -> Obj:
        if obj.kind not in _KINDS:
            return obj
        if keys is not None and len(keys) == 1 and len(obj.items) < MAX_ITEMS:
            items = {**obj.items, Literal(type(keys[0]).__name__, keys[0]): value}
            return replace(obj, items=items)
        rest = value if obj.rest is None else join(obj.rest, value)
        return replace(obj, rest=rest, complete=False)

    m.state.update(base, change)


def remove(m: "Interpreter", base: Value, index: Value) -> None:
    """`del base[index]`."""
    keys = fold.constants(index)

    def change(obj: Obj) -> Obj:
        if obj.kind != "dict" or keys is None:
            return obj
        gone = {Literal(type(key).__name__, key) for key in keys}
        return replace(obj, items={key: value for key, value in obj.items.items() if key not in gone})

    m.state.update(base, change)


def replace(obj: Obj, **fields: Any) -> Obj:
    """A copy of `obj` with some fields changed."""
    from msgspec.structs import replace as structs_replace

    return structs_replace(obj, **fields)


def with_attribute(obj: Obj, name: str, value: Value) -> Obj:
    """`obj` after `obj.name = value`."""
    return replace(obj, items={**obj.items, name: value}) if obj.kind == "instance" else obj


def concatenate(m: "Interpreter", left: Value, right: Value, place: Place) -> Value:
    """`left + right` of lists: a new list with the members of both."""
    first, second = listed(m, left), listed(m, right)
    if first is not None and second is not None and len(first) + len(second) <= MAX_ITEMS:
        both = [*first, *second]
        items: dict[Any, Value] = {Literal("int", i): each for i, each in enumerate(both)}
        return m.allocate(place, Obj(kind="list", type="list", items=items, complete=True), types=frozenset(("list",)))
    if not any(obj.kind in _KINDS for obj in (*m.state.objects(left), *m.state.objects(right))):
        return m.state.derive((left, right), types=left.types & right.types, unknown=left.unknown or right.unknown)
    rest = join(members(m, left), members(m, right))
    return m.allocate(place, Obj(kind="list", type="list", rest=rest), types=frozenset(("list",)))


def merge_dicts(m: "Interpreter", left: Value, right: Value, place: Place) -> Value | None:
    """`left | right` of dicts; None if they are not."""
    first, second = m.state.obj(left), m.state.obj(right)
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


def method(
    m: "Interpreter", base: Value, name: str, args: Sequence[Value], keywords: Mapping[str, Value], place: Place
) -> Value | None:
    """A method of list, dict, set or tuple; None if `base` is none of these or the method is not known."""
    objects = [obj for obj in m.state.objects(base) if obj.kind in _KINDS]
    if not objects:
        return None
    if all(obj.kind == "dict" for obj in objects):
        return _dict_method(m, base, objects, name, args, keywords, place)
    if name in ("append", "add", "appendleft") and args:
        _append(m, base, args[0])
        return literal(None)
    if name in ("extend", "update") and args:
        known = listed(m, args[0])
        for each in known if known is not None and len(known) <= 64 else [members(m, args[0])]:
            _append(m, base, each, several=known is None)
        return literal(None)
    if name == "insert" and len(args) > 1:
        _append(m, base, args[1], several=True)
        return literal(None)
    if name == "pop":
        return _pop(m, base, args)
    if name == "copy":
        return m.allocate(place, objects[0], types=base.types)
    if name in ("sort", "reverse", "remove", "clear", "discard"):
        m.state.update(base, lambda obj: _shuffled(obj))
        return literal(None)
    if name in ("index", "count"):
        return Value(types=frozenset(("int",)))
    if name in ("union", "intersection", "difference"):
        rest = join_all([members(m, base), *(members(m, arg) for arg in args)])
        return m.allocate(place, Obj(kind="set", type="set", rest=rest), types=frozenset(("set",)))
    return None


def _shuffled(obj: Obj) -> Obj:
    """A list whose order or length is no longer known."""
    rest = join_all([*obj.items.values(), *(() if obj.rest is None else (obj.rest,))])
    return replace(obj, items={}, rest=rest if obj.items or obj.rest is not None else None, complete=False)


def _append(m: "Interpreter", base: Value, value: Value, *, several: bool = False) -> None:
    def change(obj: Obj) -> Obj:
        if obj.complete and obj.kind in ("list", "set") and not several and len(obj.items) < MAX_ITEMS:
            return replace(obj, items={**obj.items, Literal("int", len(obj.items)): value})
        rest = value if obj.rest is None else join(obj.rest, value)
        return replace(obj, rest=rest, complete=False)

    m.state.update(base, change)


def _pop(m: "Interpreter", base: Value, args: Sequence[Value]) -> Value:
    obj = m.state.obj(base)
    position = args[0].constant if args else -1
    if obj is None or not obj.complete or not isinstance(position, int) or len(base.refs) != 1:
        return members(m, base)
    values = list(obj.items.values())
    if not -len(values) <= position < len(values):
        return unknown("pop from a list that is too short")
    value = values.pop(position)
    items: dict[Any, Value] = {Literal("int", i): each for i, each in enumerate(values)}
    m.state.update(base, lambda old: replace(old, items=items))
    return value


def _dict_method(
    m: "Interpreter",
    base: Value,
    objects: list[Obj],
    name: str,
    args: Sequence[Value],
    keywords: Mapping[str, Value],
    place: Place,
) -> Value | None:
    obj = m.state.obj(base)
    assert obj is not None
    if name in ("get", "pop", "setdefault") and args:
        return _lookup(m, base, obj, name, args)
    if name == "update":
        for source in args:
            _update(m, base, source)
        for key, value in keywords.items():
            put(m, base, literal(key), value, place)
        return literal(None)
    if name in ("values", "items", "keys"):
        return _view(m, obj, name, place)
    if name == "copy":
        return m.allocate(place, objects[0], types=base.types)
    if name == "clear":
        m.state.update(base, lambda old: replace(old, items={}, rest=None, complete=True))
        return literal(None)
    return None


def _lookup(m: "Interpreter", base: Value, obj: Obj, name: str, args: Sequence[Value]) -> Value:
    keys = fold.constants(args[0])
    default = args[1] if len(args) > 1 else literal(None)
    if keys is not None and len(keys) == 1:
        key = Literal(type(keys[0]).__name__, keys[0])
        found = obj.items.get(key)
        if found is None:
            value = default if obj.complete else join(default, obj.rest or unknown(f"key {keys[0]!r} is not known"))
        else:
            value = found
        if name == "pop":
            remove(m, base, args[0])
        elif name == "setdefault" and found is None:
            m.state.update(base, lambda old: replace(old, items={**old.items, key: value}))
        return value
    return join(default, _member(m, obj, None))


def _update(m: "Interpreter", base: Value, source: Value) -> None:
    other = m.state.obj(source)
    if other is not None and other.kind == "dict":
        rest, complete, more = other.rest, other.complete, other.items
    else:
        rest, complete, more = unknown("updated from an unknown dict"), False, {}

    def change(obj: Obj) -> Obj:
        joined = obj.rest if rest is None else rest if obj.rest is None else join(obj.rest, rest)
        # A key that the unknown part may overwrite is no longer known.
        kept = obj.items if complete else {key: join(value, joined or value) for key, value in obj.items.items()}
        return replace(obj, items={**kept, **more}, rest=joined, complete=obj.complete and complete)

    m.state.update(base, change)


def _view(m: "Interpreter", obj: Obj, name: str, place: Place) -> Value:
    pairs = [
        (Value(constants=frozenset((key,))), value) for key, value in obj.items.items() if isinstance(key, Literal)
    ]
    rest = obj.rest

    def pick(key: Value, value: Value) -> Value:
        return key if name == "keys" else value if name == "values" else Value(elements=(key, value))

    items: dict[Any, Value] = {Literal("int", i): pick(k, v) for i, (k, v) in enumerate(pairs)}
    more = None if rest is None else pick(unknown("a key that is not known"), rest)
    if not items and more is None and not obj.complete:
        more = unknown("members are not known")
    view = Obj(kind="list", type="list", items=items, rest=more, complete=obj.complete)
    return m.allocate(place, view, types=frozenset(("list",)))
