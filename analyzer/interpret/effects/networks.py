"""What is a network made of: does it behave differently while it is trained, and what do its answers stand for?

Networks are heap objects that hold their layers, put there by the code of the project or by a library's constructor.
Option `by_mode` of a layer's class says that it is one thing in training and another in evaluation: "yes", or the
argument that must not be zero for that ("dropout=0.1" names its default, too).
"""

from collections.abc import Iterable
from typing import Final

from analyzer.interpret.effects.data import replace
from analyzer.interpret.facts import Asked
from analyzer.interpret.invocation import Invocation, Machine
from analyzer.interpret.state import State
from analyzer.interpret.values import NOTHING, Obj, Value
from analyzer.knowledge.table import Class

MODULE: Final = "torch.nn.Module"
JUDGING: Final = "judging"  # the word of a network that is switched to evaluation
LOADED: Final = "weights loaded"  # of one that was given weights
HANDED: Final = "handed out"  # of one that code which is not read has got hold of: it may have switched it
BY_MODE: Final = "by mode"  # of one that a library makes, of layers that differ by mode
LOOKED_INTO: Final = frozenset({"model-input", "held-out"})  # roles that somebody asks for who judges modes
MAX_DEPTH: Final = 8


def differs(call: Invocation, obj: Obj) -> str:
    """The class of a layer in a network that is one thing in training and another in evaluation; "" if none is seen."""
    if BY_MODE in obj.words:
        return "layers of a known kind"
    return _differs(call, obj, 0, set())


def _differs(call: Invocation, obj: Obj, depth: int, seen: set[int]) -> str:
    if JUDGING in obj.words:
        return ""  # a part that was switched before it became one
    row = call.machine.class_row(obj.type) if obj.type else None
    if row is not None and row.name == obj.type and row.option("by_mode") and _is_on(row, obj):
        return obj.type
    if BY_MODE in obj.words:
        return "layers of a known kind"
    if depth >= MAX_DEPTH:
        return ""
    for item in (*obj.items.values(), *((obj.rest,) if obj.rest is not None else ())):
        for part in (item, *(item.elements or ())):
            for ref in sorted(part.refs - seen):
                seen.add(ref)
                inner = call.state.heap.get(ref)
                if inner is not None and (found := _differs(call, inner, depth + 1, seen)):
                    return found
    return ""


def _is_on(row: Class, obj: Obj) -> bool:
    """Whether the layer differs with the arguments that its constructor was given."""
    name, _, default = row.option("by_mode").partition("=")
    if name == "yes":
        return not any((off := obj.items.get(each)) is not None and off.truth is False for each in _SWITCHES)
    given = obj.items.get(name)
    if given is None:
        return bool(default)
    return isinstance(given.constant, (int, float)) and given.constant > 0


_SWITCHES: Final = ("track_running_stats", "p")


def parts(state: State, value: Value) -> list[int]:
    """The numbers of the heap objects in `value`, and of all that they hold."""
    found: list[int] = []
    stack = [(value, 0)]
    while stack:
        current, depth = stack.pop()
        stack.extend((each, depth + 1) for each in current.elements or ())
        for ref in sorted(current.refs):
            obj = state.heap.get(ref)
            if obj is None or ref in found:
                continue
            found.append(ref)
            if depth < MAX_DEPTH:
                stack.extend((item, depth + 1) for item in obj.items.values())
                if obj.rest is not None:
                    stack.append((obj.rest, depth + 1))
    return found


def weights(call: Invocation) -> Value:
    """`network.load_state_dict(weights)`."""
    content = call.state.derive(call.args.values())

    def grow(obj: Obj) -> Obj:
        origins, rows = obj.origins | content.origins, obj.rows | content.rows
        return replace(obj, origins=origins, rows=rows, words=obj.words | {LOADED})

    call.state.update(call.receiver or NOTHING, grow)
    return Value()


def hand_out(machine: Machine, state: State, values: Iterable[Value]) -> None:
    """Code that is not read gets hold of `values`: what networks among them are switched to is not known any more."""
    if not machine.roles >= LOOKED_INTO:
        return
    for value in values:
        for ref in value.refs:
            obj = state.heap.get(ref)
            if obj is None or obj.kind != "instance" or HANDED in obj.words or not machine.is_a(obj.type, MODULE):
                continue
            for each in parts(state, Value(refs=frozenset({ref}))):
                part = state.heap[each]
                if part.kind == "instance" and HANDED not in part.words:
                    state.write(each, replace(part, words=part.words | {HANDED}))


def asked(call: Invocation, obj: Obj) -> None:
    """Keep that a network is asked about something."""
    method = call.machine.where().replace(":", ".").partition(".<locals>")[0]
    owner = method.rpartition(".")[0]
    fact = Asked(
        place=call.place,
        network=obj.type,
        function=call.machine.where(),
        loops=tuple(call.machine.loops),
        judging=JUDGING in obj.words,
        frozen=bool(call.machine.frozen),
        differs=differs(call, obj) if JUDGING not in obj.words else "",
        loaded=LOADED in obj.words,
        trained=bool(obj.fits),
        handed=HANDED in obj.words,
        inside=call.machine.is_a(owner, MODULE),
    )
    if fact not in call.machine.facts.asked:
        call.machine.facts.asked.append(fact)
