"""What do the methods of list, dict and set do?"""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from msgspec.structs import replace

from analyzer.interpret import choosing, client_order, library
from analyzer.interpret.containers import (
    KINDS,
    MAX_ITEMS,
    for_each_of,
    keys_of,
    listed,
    member_of,
    members,
    pairs_of,
    put,
    remove,
    shuffled,
)
from analyzer.interpret.values import EMPTY, Literal, Obj, Place, Value, join, join_all, literal, unknown

if TYPE_CHECKING:
    from analyzer.interpret.machine import Interpreter


def method(
    m: "Interpreter", base: Value, name: str, args: Sequence[Value], keywords: Mapping[str, Value], place: Place
) -> Value | None:
    """A method of list, dict, set or tuple; None if `base` is none of these or the method is not known."""
    objects = [obj for obj in m.state.objects(base) if obj.kind in KINDS]
    if not objects:
        extends = name == "extend" and len(args) == 1 and library.extended(m.state, base, args[0], place)
        return literal(None) if extends else None
    if all(obj.kind == "dict" for obj in objects):
        return _dict_method(m, base, objects, name, args, keywords, place)
    library.rearranged(m.state, base, name, args)
    if name in ("append", "add", "appendleft") and args:
        _append(m, base, args[0])
        return literal(None)
    if name in ("extend", "update") and args:
        _extend(m, base, args[0], place)
        return literal(None)
    if name == "insert" and len(args) > 1:
        _insert(m, base, args[0].constant, args[1])
        return literal(None)
    if name == "pop":
        return _pop(m, base, args)
    if name == "copy":
        return m.allocate(place, objects[0], types=base.types)
    if name in ("clear", "reverse"):
        _rearrange(m, base, name)
        return literal(None)
    if name in ("sort", "remove", "discard"):
        m.state.update(base, lambda obj: shuffled(obj))
        if name == "sort":
            choosing.put_in_order(m, m.state, base)
        return literal(None)
    if name in ("index", "count"):
        return Value(types=frozenset(("int",)))
    if name in ("union", "intersection", "difference"):
        rest = join_all([members(m, base), *(members(m, arg) for arg in args)])
        return m.allocate(place, Obj(kind="set", type="set", rest=rest), types=frozenset(("set",)))
    return None


def _extend(m: "Interpreter", base: Value, more: Value, place: Place) -> None:
    known = listed(m, more)
    each_of = [for_each_of(m, base, more, members(m, more), place)]
    for each in known if known is not None and len(known) <= 64 else each_of:
        _append(m, base, each, several=known is None)


def _append(m: "Interpreter", base: Value, value: Value, *, several: bool = False) -> None:
    words: frozenset[str] = EMPTY
    if value.rows or value.refs or value.elements:
        words = frozenset({library.GROWN})
        kept = (each for obj in m.state.objects(base) for each in (*obj.items.values(), obj.rest) if each is not None)
        value = library.added(m.state, kept, library.collected(m.state, value, sorted(base.refs)))

    def change(obj: Obj) -> Obj:
        if obj.complete and obj.kind in ("list", "set") and not several and len(obj.items) < MAX_ITEMS:
            items = {**obj.items, Literal("int", len(obj.items)): value}
            return replace(obj, items=items, words=obj.words | words)
        rest = value if obj.rest is None else join(obj.rest, value)
        return replace(obj, rest=rest, complete=False, words=obj.words | words)

    m.state.update(base, change)


def _insert(m: "Interpreter", base: Value, position: Any, value: Value) -> None:
    def change(obj: Obj) -> Obj:
        if obj.complete and obj.kind == "list" and isinstance(position, int) and len(obj.items) < MAX_ITEMS:
            values = list(obj.items.values())
            values.insert(position, value)
            return replace(obj, items={Literal("int", i): each for i, each in enumerate(values)})
        other = shuffled(obj)
        return replace(other, rest=value if other.rest is None else join(other.rest, value))

    m.state.update(base, change)


def _rearrange(m: "Interpreter", base: Value, name: str) -> None:
    def change(obj: Obj) -> Obj:
        if name == "clear":
            return replace(obj, items={}, rest=None, complete=True)
        if not obj.complete:
            return shuffled(obj)
        backwards = list(obj.items.values())[::-1]
        return replace(obj, items={Literal("int", i): each for i, each in enumerate(backwards)})

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
        found = _lookup(m, base, obj, name, args)
        return client_order.chosen(m.state, found) if found.marks and not args[0].origins else found
    if name == "update":
        for source in args:
            _update(m, base, source)
        for key, value in keywords.items():
            put(m, base, literal(key), value, place)
        return literal(None)
    if name in ("values", "items", "keys"):
        return _view(m, obj, name, place)  # what was copied from a client's mapping is marked already
    if name == "copy":
        return m.allocate(place, objects[0], types=base.types)
    if name == "clear":
        m.state.update(base, lambda old: replace(old, items={}, rest=None, complete=True))
        return literal(None)
    return None


def _lookup(m: "Interpreter", base: Value, obj: Obj, name: str, args: Sequence[Value]) -> Value:
    keys = keys_of(args[0])
    default = args[1] if len(args) > 1 else literal(None)
    if keys is not None and len(keys) == 1:
        key = Literal(type(keys[0]).__name__, keys[0])
        found = obj.items.get(key)
        if found is None:
            value = default if obj.complete else join(default, obj.rest or unknown(f"key {keys[0]!r} is not known"))
        else:
            value = found if obj.complete or obj.rest is None else join(found, obj.rest)
        if name == "pop":
            remove(m, base, args[0])
        elif name == "setdefault" and found is None:
            m.state.update(base, lambda old: replace(old, items={**old.items, key: value}))
        return value
    return join(default, member_of(m, obj, None))


def _update(m: "Interpreter", base: Value, source: Value) -> None:
    other = m.state.obj(source)
    pairs = pairs_of(m, source)
    if other is not None and other.kind == "dict":
        rest, complete, more = other.rest, other.complete, other.items
    elif pairs is not None:
        rest, complete, more = None, True, pairs
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
