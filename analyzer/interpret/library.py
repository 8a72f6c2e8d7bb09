"""How do the walker's questions about data and library calls reach the code that knows their effects?

Each question is answered with None where the effects know nothing, and then Python's own semantics apply.
"""

from collections.abc import Callable, Iterable
from typing import Final

from msgspec.structs import replace

from analyzer.interpret.effects import EFFECTS, channels, contents, datasets, frames, loops, splits
from analyzer.interpret.effects.arithmetic import binary, unary
from analyzer.interpret.effects.data import (
    AGREEMENT,
    ARRAY,
    FRAME,
    GROUPED,
    callables,
    is_data,
    is_frame,
    make,
    members,
    names,
    same,
    statistic,
    type_of,
)
from analyzer.interpret.effects.datasets import keeps_rows, positions, unpacked
from analyzer.interpret.effects.frames import (
    ATTRIBUTE,
    attribute,
    compare,
    length_mark,
    measured,
    member,
    store,
    subscript,
)
from analyzer.interpret.effects.networks import hand_out
from analyzer.interpret.effects.networks import parts as parts_of
from analyzer.interpret.effects.repeats import (
    GROWN,
    added,
    altered,
    collected,
    each_of,
    extended,
    one_row,
    thinned,
    windowed,
)
from analyzer.interpret.effects.reshaping import taken
from analyzer.interpret.effects.rowsets import ONE, SOME, narrow, number, signature
from analyzer.interpret.invocation import Invocation, Machine
from analyzer.interpret.spelling import atom, put_together
from analyzer.interpret.state import State
from analyzer.interpret.values import EMPTY, NOTHING, Content, Obj, Origin, Part, Place, Rows, Trace, Value
from analyzer.knowledge.table import Api, Class

__all__ = [
    "ATTRIBUTE",
    "GROWN",
    "added",
    "altered",
    "attribute",
    "binary",
    "callables",
    "collected",
    "column_names",
    "compare",
    "construct",
    "convert",
    "each_of",
    "extended",
    "hand_out",
    "held_against",
    "iterate",
    "keeps_rows",
    "length",
    "list_of_names",
    "member",
    "one_row",
    "opaque",
    "parts_of",
    "positions",
    "rearranged",
    "received",
    "reduce",
    "remove",
    "run",
    "stack",
    "stepped_back",
    "store",
    "subscript",
    "thinned",
    "unary",
    "unpacked",
    "windowed",
    "without_names",
]

_CHOOSING: Final = frozenset({"int", "float", "str"})  # constants of these types may say which rows are meant


def run(call: Invocation) -> Value:
    """The result of a call of a library function."""
    effect: Callable[[Invocation], Value] = EFFECTS[call.api.effect]
    return effect(call)


def construct(machine: Machine, state: State, row: Class, args: dict[str, Value], place: Place) -> Value:
    """An instance of a library class: data, or an object that holds its arguments."""
    data = frames.construct(machine, state, row.name, args, place)
    if data is not None:
        return data
    if row.option("channel"):
        return channels.constructed(machine, row, args, place)
    if row.option("runs"):
        channels.run_later(machine, row, args, place)
    channels.call_back(machine, row.option("calls"), args, row.name, row.origin, place)
    if row.option("opens"):
        return _opened(machine, state, row, args, place)
    if row.option("sides"):
        return _sides(machine, state, row, args, place)
    content = [args[name] for name in row.option("content").split() if name in args]
    carried = state.derive(content or args.values()) if args else Value()
    origins = carried.origins
    if row.origin:
        origins |= {Origin(row.origin, row.name, trace=Trace(place, f"`{row.name}` is made here"))}
    inherited = machine.class_row(row.name)
    obj = Obj(kind="instance", type=row.name, items=dict(args), how=inherited.how if inherited is not None else row.how)
    checks = carried.checks if carried.origins else EMPTY
    spelt = put_together(args.values(), folders=True) if args and machine.is_a(row.name, "pathlib.Path") else ""
    if row.origin == "own-file":
        spelt = atom(f"{row.name}@{machine.site(place)}")  # a new folder
    why = ""
    if machine.is_a(row.name, "pathlib.Path"):  # a path of unknown parts is not one of the program's own
        why = next((value.unknown for value in args.values() if value.unknown and not state.origins(value)), "")
    fields = {"types": frozenset((row.name,)), "origins": origins, "checks": checks}
    return machine.allocate(place, obj, **fields, spelling=spelt, unknown=why)


def _sides(machine: Machine, state: State, row: Class, args: dict[str, Value], place: Place) -> Value:
    """A dict of the sides of a dataset, which has methods of its own."""
    given = state.obj(args[row.params[0]]) if row.params[0] in args else None
    made = Obj(kind="dict", type=row.name, complete=True)
    if given is not None and given.kind == "dict":
        made = replace(given, type=row.name)
    return machine.allocate(place, made, types=frozenset((row.name,)))


def _opened(machine: Machine, state: State, row: Class, args: dict[str, Value], place: Place) -> Value:
    """An object that opens the first of the arguments in option `opens` that is given, as the effect "open" does."""
    name, *others = row.option("opens").split()
    options = (("or_else", " ".join(others)),)
    api = Api(name=row.name, params=row.params, effect="open", subject=name, returns=row.name, options=options)
    call = Invocation(
        api=api,
        name=row.name,
        place=place,
        receiver=None,
        args=args,
        owner=None,
        open="",
        state=state,
        machine=machine,
    )
    return run(call)


def iterate(machine: Machine, state: State, value: Value) -> Value | None:
    """What a loop over data sees: a column's name for a table, else some of its rows."""
    if GROUPED in value.types and value.rows:
        rows = narrow(value.rows, Part(number("group", signature(value.rows)), SOME.side))
        group = replace(value, types=frozenset((FRAME,)), rows=rows)
        return Value(elements=(Value(unknown="the key of a group"), group))
    if any(machine.is_a(name, "abstract.Splitter") for name in value.types):
        return splits.sides(splits.site_of_object(value))  # `KFold(n)` of old was itself the iterator
    given = datasets.batches(state, value) if value.types else None
    if given is not None or not is_frame(state, value):
        return given
    if type_of(state, value) == FRAME:
        return Value(types=frozenset(("str",)), unknown="the name of a column")
    plain = state.plain(value)
    return replace(plain, types=EMPTY, rows=narrow(plain.rows, ONE), unknown="one of many rows")


def convert(machine: Machine, state: State, kind: str, value: Value, place: Place) -> Value | None:
    """`list(column)` and the like: the same rows in a list; of the names of columns, a list that knows which."""
    if contents.is_list_of_names(state, value):
        return list_of_names(machine, state.contents(value), place)
    if not is_frame(state, value) or type_of(state, value) == FRAME:
        return None
    return same(machine, state, place, value, kind=ARRAY)


def column_names(state: State, value: Value) -> frozenset[Content]:
    """The names that iterating over `value` gives, if it is a table or a list of names of its columns."""
    if contents.is_list_of_names(state, value):
        return state.contents(value)
    return contents.names_of(state, value) if type_of(state, value) == FRAME else EMPTY


def without_names(state: State, found: frozenset[Content], gone: Value | None) -> frozenset[Content]:
    """The names `found` without those in `gone`; None stands for names that are not known."""
    away = names(state, gone) if gone is not None else None
    return contents.lost(found) if away is None else contents.without(found, away)


def list_of_names(machine: Machine, found: frozenset[Content], place: Place) -> Value:
    """A list of names of columns, of which `found` says which those are."""
    rest = Value(types=frozenset(("str",)), unknown="the name of a column")
    obj = Obj(kind="list", type="list", rest=rest, contents=found)
    return machine.allocate(place, obj, types=frozenset(("list",)))


def rearranged(state: State, value: Value, method: str, args: Iterable[Value]) -> None:
    """A method of a list of names has been called."""
    if contents.is_list_of_names(state, value):
        told = [arg.text for arg in args if not isinstance(arg.constant, int)]
        names = None if None in told or not told else [text for text in told if text is not None]
        state.update(value, lambda obj: replace(obj, contents=contents.rearranged(obj.contents, method, names)))


def remove(state: State, value: Value, index: Value) -> None:
    """`del frame[index]`."""
    gone = names(state, index)

    def change(obj: Obj) -> Obj:
        if obj.kind in ("list", "set") or gone is None:
            return replace(obj, contents=contents.lost(obj.contents))
        return taken(obj, gone)

    if any(obj.kind == "frame" or obj.contents for obj in state.objects(value)):
        state.update(value, change)


def stepped_back(machine: Machine, state: State, losses: Iterable[Value], place: Place) -> None:
    """`loss.backward()` on something of which no table knows what it is."""
    loops.train(machine, state, losses, place)


def held_against(state: State, result: Value, given: tuple[Value, ...]) -> Value:
    """The result of an unknown function of answers and something else: if those are labels, an agreement."""
    said = [bool(state.predictions(value)) for value in given]
    other = given[0] if said == [False, True] else given[1]
    if not loops.against(state, result.predictions, given):
        return result
    if sum(said) == 1 and (state.rows(other) or other.unknown) and not other.constants:
        return replace(result, types=frozenset({AGREEMENT}))
    return result


def received(machine: Machine, state: State, value: Value, root: str, place: Place) -> Value:
    """A parameter that the caller fills: a dataset of its own if its annotation says that it is data."""
    kinds = [name for name in sorted(value.types) if machine.is_a(name, "abstract.Frame")]
    if not kinds:
        return value
    own = frozenset((Content("rest", root),)) if kinds[0] == FRAME else EMPTY
    facts = replace(state.plain(value), types=EMPTY, rows=frozenset((Rows(root),)), contents=own)
    made = make(machine, place, kinds[0], facts)
    return replace(made, origins=value.origins, unknown=value.unknown)


def opaque(state: State, values: Iterable[Value], why: str, site: int = 0) -> Value:
    """The result of code that is not known: it may hold anything of `values`, and some rows of each dataset.

    What it is told beside the rows may choose some of them: other rows if it is told something else, or, of what is not
    constant, at another `site`.
    """
    known = tuple(values)
    result = state.derive(known, unknown=why)
    if not result.rows:
        return result
    parts = [part for value in known for part in members(state, value) or (value,)]
    if len({rows for part in parts if (rows := state.rows(part))}) > 1:
        return replace(result, rows=narrow(result.rows, SOME))
    told = [value for value in known if value != NOTHING and not value.symbols and not state.rows(value)]
    choosing = [value for value in told if any(item.type in _CHOOSING for item in value.constants) or value.unknown]
    if not choosing or not site:
        return result
    texts = sorted(repr(sorted(repr(item.value) for item in value.constants)) for value in choosing if value.constants)
    chosen = number("told", texts) if len(texts) == len(choosing) else site
    return replace(result, rows=narrow(result.rows, Part(chosen, SOME.side)))


def length(machine: Machine, state: State, value: Value, place: Place) -> Value | None:
    """`len(frame)`: a number that remembers whose length it is."""
    rows = state.rows(value)
    if not rows or not is_data(state, value):
        return None
    measured(machine, rows)
    return Value(types=frozenset(("int",)), checks=frozenset((length_mark(rows),)))


def stack(machine: Machine, state: State, index: Value, place: Place, *, beside: bool) -> Value:
    """`np.c_[a, b]` puts arrays side by side, `np.r_[a, b]` one below the other."""
    parts = index.elements or (index,)
    facts = state.derive(parts)
    first = next((rows for part in parts if (rows := state.rows(part))), EMPTY)
    made = contents.joined(state, parts)
    return make(machine, place, ARRAY, replace(facts, rows=first if beside else facts.rows, contents=made))


def reduce(machine: Machine, state: State, value: Value, place: Place) -> Value | None:
    """`sum(column)`, `max(column)`: a statistic of its rows."""
    if not is_frame(state, value):
        return None
    found = statistic("aggregate", state.rows(value), place)
    return Value(statistics=state.statistics(value) | found, origins=state.origins(value))
