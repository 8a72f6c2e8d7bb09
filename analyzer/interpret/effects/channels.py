"""Over what do bytes come in, and who can send them: other machines, a process of this one, a peer with a key?

A channel is a heap object: its origins are those of what is received over it, and follow it from where it is made to
where it is bound or connected. Options of the rows: `address` names the arguments that may hold the address, `host` the
one with the name of a machine, `key` the one that authenticates the peers, `protocol` the one with the name of a file
system; `without` says what kind of address it is if none is given, `gives` what kind of origin ("socket") there is to
what comes from elsewhere. `how` is "local", "unbound" (nothing is known before it is bound), "accepted" (the origins
of the receiver) or "" (open to others unless the address says otherwise).
"""

from collections.abc import Iterator, Mapping
from typing import Final

from msgspec.structs import replace

from analyzer.interpret.choosing import choose
from analyzer.interpret.effects.data import NONE, first
from analyzer.interpret.invocation import Invocation, Machine
from analyzer.interpret.spelling import beginning
from analyzer.interpret.state import ADDRESS, CHANNEL, UNBOUND
from analyzer.interpret.values import EMPTY, NOT_CONSTANT, NOTHING, Obj, Origin, Place, Trace, Value, join_all
from analyzer.knowledge.table import Class

SECURED: Final = "secured"  # the word of a channel whose peers need a key
_LOCAL_SCHEMES: Final = ("ipc://", "inproc://", "/", "\0", "\\\\.\\pipe", "@")
_LOCAL_FAMILIES: Final = frozenset({"socket.AF_UNIX", "AF_UNIX", "AF_PIPE"})
_LOCAL_PROTOCOLS: Final = frozenset({"file", "local", "memory", "dir"})
_LOOPBACK: Final = ("localhost", "127.", "::1", "[::1]")
_SECURITY: Final = ("curve_", "plain_", "gss_", "zap_")  # attributes of zmq sockets that need a peer to have a key


def where(address: Value) -> frozenset[str]:
    """The kinds of address that a value may be: "network", "loopback", "local"; "" if that is not known."""
    if address.elements:  # (host, port)
        return frozenset((host_kind(address.elements[0]),))
    texts = [each.value for each in address.constants if isinstance(each.value, str)]
    if len(texts) > 1:
        return frozenset(_kind(text) for text in texts)
    return frozenset((_kind(beginning(address)),))


def host_kind(host: Value) -> str:
    """Whether a machine's name is this machine's; a name that is not known may be any other's."""
    return "loopback" if beginning(host).startswith(_LOOPBACK) else "network"


def _kind(text: str) -> str:
    if text.startswith(_LOCAL_SCHEMES):
        return "local"
    _, found, rest = text.partition("://")
    if not found:
        return ""
    return "loopback" if rest.startswith(_LOOPBACK) else "network"


def _origin(
    kind: str, name: str, address: Value | None, place: Place, *, secured: bool = False, gives: str = "socket"
) -> Origin:
    """The origin of what comes over a channel with this kind of address."""
    label = beginning(address) if address is not None else ""
    if address is not None and address.elements:
        label = beginning(address.elements[0])
    shown = f"{name}: {label}" if label else name
    if kind == "local":
        return Origin("own-file", shown, trace=Trace(place, f"`{name}` is local"))
    if secured:
        return Origin("unknown", "who holds the keys of the peers", trace=Trace(place, f"`{name}` asks for a key"))
    if kind == "loopback":
        return Origin(
            "unknown", f"which users of this machine can send to `{label}`", trace=Trace(place, "it is local")
        )
    if kind == "network":
        return Origin(gives, shown, trace=Trace(place, f"`{name}` opens a network connection"))
    return Origin("unknown", ADDRESS, trace=Trace(place, f"`{name}` makes a socket"))


def _opened(
    how: str, options: Mapping[str, str], args: Mapping[str, Value], name: str, place: Place
) -> frozenset[Origin]:
    """The origins of a channel that is made with these arguments."""
    if how == "local" or any(_is_local_family(value) for value in args.values()):
        return frozenset((_origin("local", name, None, place),))
    gives = options.get("gives", "socket")
    protocol = args.get(options.get("protocol", ""))
    if protocol is not None:
        kind = "" if protocol.text is None else "local" if protocol.text in _LOCAL_PROTOCOLS else "network"
        return frozenset((_origin(kind, name, protocol, place, gives=gives),))
    key = args.get(options.get("key", ""))
    secured = key is not None and key.constant is NOT_CONSTANT  # a constant in the code is no secret
    host = args.get(options.get("host", ""))
    if host is not None:
        return frozenset((_origin(host_kind(host), name, host, place, secured=secured),))
    for each in options.get("address", "").split():
        address = args.get(each)
        if address is not None and address.constant is not None:
            kinds = where(address)
            return frozenset(_origin(each, name, address, place, secured=secured, gives=gives) for each in kinds)
    kind = options.get("without") or ("" if how == UNBOUND else "network")
    return frozenset((_origin(kind, name, None, place, secured=secured),))


def _is_local_family(value: Value) -> bool:
    return not _LOCAL_FAMILIES.isdisjoint(value.symbols) or value.text in _LOCAL_FAMILIES


def _made(machine: Machine, place: Place, kinds: str, origins: frozenset[Origin], words: frozenset[str]) -> Value:
    """The objects that give what comes over a channel; several in a tuple."""
    parts = [
        machine.allocate(
            place, Obj(kind="instance", type=kind, origins=origins, words=words | {CHANNEL}), types=frozenset((kind,))
        )
        if kind
        else Value(origins=origins)
        for kind in kinds.split(",")
    ]
    return parts[0] if len(parts) == 1 else Value(elements=tuple(parts))


def channel(call: Invocation) -> Value:
    """A function that makes a channel."""
    how = call.api.how
    if how == "accepted" and call.receiver is not None:
        origins, words = call.state.origins(call.receiver), EMPTY
        if not origins:
            origins = frozenset((_origin("", call.api.name, None, call.place),))
    else:
        origins = _opened(how, dict(call.api.options), call.args, call.api.name, call.place)
        words = frozenset((UNBOUND,)) if how == UNBOUND else EMPTY
    return _made(call.machine, call.place, call.api.returns, origins, words)


def constructed(machine: Machine, row: Class, args: Mapping[str, Value], place: Place) -> Value:
    """An instance of a class of channels."""
    how = row.option("channel")
    origins = _opened(how, dict(row.options), args, row.name, place)
    return _made(machine, place, row.name, origins, frozenset((UNBOUND,)))


def endpoint(call: Invocation) -> Value:
    """The receiver is bound or connected: what comes over it comes from there, too."""
    address = first(call)

    def open_to(obj: Obj) -> Obj:
        secured = SECURED in obj.words or any(str(name).startswith(_SECURITY) for name in obj.items)
        local = all(origin.kind == "own-file" for origin in obj.origins) and bool(obj.origins)
        kinds = {"local"} if local and UNBOUND in obj.words else where(address)
        found = frozenset(_origin(kind, call.api.name, address, call.place, secured=secured) for kind in kinds)
        kept = EMPTY if UNBOUND in obj.words else obj.origins
        return replace(obj, origins=kept | found, words=obj.words - {UNBOUND})

    if call.receiver is not None:
        call.state.update(call.receiver, open_to)
    return call.receiver if call.api.returns == "self" and call.receiver is not None else NONE


def secure(call: Invocation) -> Value:
    """An option of the receiver is set; one whose name begins like those in option `by` asks the peers for a key."""
    begin = tuple(call.api.option("by").split())
    names = {name for value in call.args.values() for name in value.symbols}
    if call.receiver is not None and any(name.startswith(begin) for name in names):
        call.state.update(call.receiver, lambda obj: replace(obj, words=obj.words | {SECURED}))
    return NONE


def callback(call: Invocation) -> Value:
    """The functions in option `calls` are called with what comes in.

    With `how="runs"` they get the remaining arguments, with "maps" the members of the argument in option `over`. With
    option `searches` they are called again and again, to find what gives the best score.
    """
    if not call.api.option("searches"):
        return _called_back(call)
    call.machine.loops.append(call.place)
    try:
        found = _called_back(call)
    finally:
        call.machine.loops.pop()
    scores = call.state.scores(found)
    choose(call.machine, scores, call.place, "extreme")
    if call.receiver is not None:  # it knows the best of them from then on
        call.state.update(call.receiver, lambda obj: replace(obj, scores=obj.scores | scores))
    return found


def _called_back(call: Invocation) -> Value:
    if call.api.how == "runs":
        return _run(call)
    if call.api.how == "maps":
        member = _member(call, call.args.get(call.api.option("over"), NOTHING))
        results = list(_called(call.machine, call.api.option("calls"), call.args, member, call.place))
        return join_all(results) if results else call.state.derive(call.inputs(), unknown="what a function returns")
    if call.receiver is not None and not call.api.origin:
        content = call.state.derive((call.receiver,), unknown="what was received")
        results = list(_called(call.machine, call.api.option("calls"), call.args, content, call.place))
        return results[0] if results else content
    call_back(call.machine, call.api.option("calls"), call.args, call.api.name, call.api.origin, call.place)
    return Value()


def _member(call: Invocation, value: Value) -> Value:
    """A member of a list, a tuple or of content that several things are in."""
    found = [*(value.elements or ())]
    for obj in call.state.objects(value):
        found.extend((*obj.items.values(), *(() if obj.rest is None else (obj.rest,))) if obj.kind != "dict" else ())
    return join_all(found) if found else call.state.derive((value,), unknown=value.unknown)


def _run(call: Invocation) -> Value:
    given = call.args.get(call.api.option("calls"), NOTHING)
    named = {*call.api.positional, call.api.option("calls")}
    args = [value for name, value in call.args.items() if name.isdigit()]
    keywords = {name: value for name, value in call.args.items() if not name.isdigit() and name not in named}
    return call.machine.call(given, tuple(args), keywords, call.place)


def run_later(machine: Machine, row: Class, args: Mapping[str, Value], place: Place) -> None:
    """A constructor (`Thread`) is given a function to run (option `runs`) and the arguments for it."""
    given, listed = args.get(row.option("runs")), args.get("args", NOTHING)
    if given is not None and (given.funcs or given.symbols):
        machine.call(given, listed.elements or (), {}, place)


def call_back(machine: Machine, names: str, args: Mapping[str, Value], api: str, origin: str, place: Place) -> None:
    """Call the functions among the arguments `names` with content that `api` reads from `origin`."""
    if names:
        trace = Trace(place, f"`{api}` reads from outside")
        content = Value(origins=frozenset((Origin(origin, api, trace=trace),)))
        for _ in _called(machine, names, args, content, place):
            pass


def _called(machine: Machine, names: str, args: Mapping[str, Value], content: Value, place: Place) -> Iterator[Value]:
    for name in names.split():
        given = args.get(name, NOTHING)
        if given.funcs or given.symbols:
            yield machine.call(given, (content,), {}, place)
