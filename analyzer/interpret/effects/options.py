"""Which defaults do the options of a command have, and what does reading them give?

Only switches are kept, and by the name under which the program reads them.
"""

from typing import Final

from msgspec.structs import replace

from analyzer.interpret.effects.data import callables
from analyzer.interpret.invocation import Invocation
from analyzer.interpret.spelling import member
from analyzer.interpret.values import Literal, Obj, Origin, Trace, Value, literal

_SWITCHES: Final = {"store_true": False, "store_false": True}
_NAMESPACE: Final = "argparse.Namespace"


def declare(call: Invocation) -> None:
    """`parser.add_argument("--fast", action="store_true")`: the parser knows the default of `fast`.

    `type=eval` is a call, too: with what the command line says.
    """
    convert = call.arg("type")
    if convert is not None and callables(convert):
        trace = Trace(call.place, f"`{call.name}` converts what is given with it")
        given = Value(types=frozenset({"str"}), origins=frozenset({Origin("command-line", call.name, trace=trace)}))
        call.machine.call(convert, (given,), {}, call.place)
    default, name = _default(call), _name(call)
    if default is None or not name or call.receiver is None:
        return
    call.state.update(call.receiver, lambda obj: replace(obj, items={**obj.items, _key(name): literal(default)}))


def _default(call: Invocation) -> bool | None:
    given, action = call.arg("default"), call.arg("action")
    if given is not None:
        return given.constant if isinstance(given.constant, bool) else None
    return _SWITCHES.get((action.text or "") if action is not None else "")


def _name(call: Invocation) -> str:
    dest = call.arg("dest")
    if dest is not None:
        return dest.text or ""
    flags = [value.text for key, value in call.args.items() if key.isdigit() and value.text]
    long = next((flag for flag in flags if flag.startswith("--")), flags[0] if flags else "")
    return long.lstrip("-").replace("-", "_")


def _key(name: str) -> Literal:
    return Literal("option", name)


def parsed(call: Invocation, content: Value) -> Value:
    """What the parser's `parse_args` gives: `content`, and for each switch its default as one of its values."""
    known = call.state.objects(call.receiver) if call.receiver is not None else []
    items = {
        str(key.value): Value(
            constants=default.constants,
            origins=content.origins,
            unknown="an option",
            spelling=member(content, str(key.value)) if content.spelling else "",
        )
        for obj in known
        for key, default in obj.items.items()
        if isinstance(key, Literal) and key.type == "option"
    }
    if not items:
        return content
    obj = Obj(kind="instance", type=_NAMESPACE, items=dict(items), origins=content.origins)
    fields = {"types": frozenset({_NAMESPACE}), "origins": content.origins, "spelling": content.spelling}
    made = call.machine.allocate(call.place, obj, **fields)
    return Value(elements=(made, Value(origins=content.origins))) if call.api.returns.endswith(",") else made
