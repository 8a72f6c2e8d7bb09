"""What does an object hand out under a name, if this program has put it there?

Configuration parsers and the like: `set(section, option, value)`, then `get(section, option)`. Names that are not
constant may be any: what is put under one may come out under every name.
"""

from msgspec.structs import replace

from analyzer.interpret.invocation import Invocation
from analyzer.interpret.values import NOTHING, Literal, Obj, Value, join, join_all


def _key(names: list[Value]) -> Literal | None:
    texts = [name.text for name in names]
    return None if None in texts else Literal("key", "\n".join(text or "" for text in texts))


def put(call: Invocation) -> None:
    """Store the last argument under the names that the others are."""
    *names, value = call.args.values() or (NOTHING,)
    key = _key(names)
    kept = call.state.plain(value) if value.refs else value

    def store(obj: Obj) -> Obj:
        if key is not None:
            return replace(obj, items={**obj.items, key: kept})
        return replace(obj, rest=kept if obj.rest is None else join(obj.rest, kept))

    if call.receiver is not None:
        call.state.update(call.receiver, store)


def get(call: Invocation) -> Value | None:
    """What was put under the names that the first arguments are; None if nothing is known to have been."""
    names = [value for name, value in call.args.items() if name in call.api.positional]
    key = _key(names)
    obj = call.state.obj(call.receiver) if call.receiver is not None else None
    if obj is None:
        return None
    own = [value for known, value in obj.items.items() if isinstance(known, Literal) and known.type == "key"]
    if key is not None:
        own = [obj.items[key]] if key in obj.items else []
    if obj.rest is not None:
        own.append(obj.rest)
    return join_all(own) if own else None
