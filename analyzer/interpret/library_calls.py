"""What does a call of a library function or class give, and is it a fact that a rule asks for?"""

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec.structs import replace

from analyzer.interpret import (
    activations,
    assignments,
    builtin_calls,
    choosing,
    client_order,
    components,
    handlers,
    library,
    lineage,
    looks,
    restrictions,
    round_trips,
    schemas,
    uses,
)
from analyzer.interpret.arguments import Arguments, bind, nested
from analyzer.interpret.around import GATED, around, gated
from analyzer.interpret.effects import files
from analyzer.interpret.facts import CallFact, Event
from analyzer.interpret.invocation import Invocation
from analyzer.interpret.values import EMPTY, LIMITED, NOTHING, SENT, SIZED, Place, Value, join_all
from analyzer.knowledge.table import Api, Class

if TYPE_CHECKING:
    from analyzer.interpret.machine import Interpreter

_WHOLE = re.compile(r"u?int(8|16|32|64|p|c)?|u?long|bool_?|byte")  # the names of kinds of whole numbers
_MAX_NESTING = 3  # lists in lists
_MAX_WAYS = 8  # ways to one call that are kept
# What rows pass on their way to an evaluation: of these calls a reader wants to know who made them.
_STATIONS = frozenset(
    "reduce group-reduce statistic fill fit-statistic fit-transform resample duplicate window concat "
    "split random-split fold fit search score predict metric cross-validate".split()
)


def classes_of(m: "Interpreter", base: Value) -> list[str]:
    """The classes that `base` may be an instance of, in a fixed order."""
    found = set(base.types)
    found.update(obj.type for obj in m.state.objects(base) if obj.type)
    return sorted(found)


def invocation_of(
    m: "Interpreter", row: Api, name: str, receiver: Value | None, args: Arguments, place: Place
) -> Invocation:
    bound, _ = bind(row.params, row.positional, args)
    owner = None
    if receiver is not None:
        classes = classes_of(m, receiver)
        owner = next((found for each in classes if (found := m.class_row(each)) is not None), None)
    return Invocation(
        api=row,
        name=name,
        place=place,
        receiver=receiver,
        args=bound,
        owner=owner,
        open=args.open,
        state=m.state,
        machine=m,
        more=args.more,
    )


def apply(
    m: "Interpreter", row: Api, name: str, receiver: Value | None, args: Arguments, place: Place, target: Place
) -> Value:
    """Call a library function: its effect, and a fact if a rule asks for it."""
    if row.effect == "exit":
        m.state.live = False
        return NOTHING
    if row.effect == "partial":
        return builtin_calls.partial(m, args)
    if row.options:
        assignments.called(m, row, args, place)
    invocation = invocation_of(m, row, name, receiver, args, place)
    if row.effect in _STATIONS:
        _note_way(m, place)
    if row.effect == "load" and (read := invocation.subject_name) in invocation.args:
        invocation.args[read] = as_file(m, invocation.args[read], place)
    before = _as_given(m, row, _set_before(m, row, receiver) | invocation.args) if row.roles else {}
    if row.effect in ("load", "read", "write") and (path := invocation.subject_name) in before:
        before[path] = files.content(m.state, before[path])
    held = flat(m, receiver) if receiver is not None and row.roles else None
    if m.loops:
        choosing.seeded(m, row.name, invocation.args, place)
    if row.option("fields") and receiver is not None:
        invocation.api = with_fields(m, row, receiver)
    result = client_order.called(m, invocation, _run(m, invocation, args))
    if row.options:
        result = _promised(m, invocation, result, place)
        made = invocation.arg(row.option("typed_by"))
        result = result if made is None else schemas.instance_of(m, result, made)
    if "handler" in row.roles and row.subject:
        handlers.register(m, components.handler(m, row, invocation.arg("inputs")), invocation.subject)
    if m.judging is not None and "find-class" in row.roles:
        m.judging.looked_up(args.positional[-2:], place)
    if row.roles and not m.roles.isdisjoint(row.roles):
        _, places = bind(row.params, row.positional, args)
        fact = record(m, row, name, place, target, before, places, held, args.open, result)
        if fact is not None:
            m.facts.calls[-1] = _noted(m, row, fact, receiver, place)
    return result


def with_fields(m: "Interpreter", row: Api, receiver: Value) -> Api:
    """A row of the effect "validate" that checks as well what the class of the receiver declares."""
    declared = schemas.listed_checks(m, classes_of(m, receiver), row.option("fields"))
    return replace(row, how=" ".join((row.how, *sorted(declared))))


def _noted(m: "Interpreter", row: Api, fact: CallFact, receiver: Value | None, place: Place) -> CallFact:
    """A call with what its text and its receiver tell of it, as far as the row asks for that."""
    code = m.project.module(place.module) if row.option("handed") or row.option("around") else None
    if code is not None and row.option("handed"):
        fact = replace(fact, handed_to=uses.handed_to(code, place))
    if code is not None and row.option("around"):
        words = around(code, place) | ({GATED} if "release" in row.roles and gated(m, place) else EMPTY)
        fact = replace(fact, around=words)
    if receiver is None:
        return fact
    return replace(fact, words=_words(m, row, receiver), restriction=restrictions.judge(m, receiver, place))


def _words(m: "Interpreter", row: Api, receiver: Value) -> frozenset[str]:
    """The states of the object that a method is called on.

    It is "replaced" if the object has a method of its own where the call goes through (option `through`).
    """
    objects = m.state.objects(receiver)
    words = frozenset(word for obj in objects for word in obj.words)
    through = row.option("through").split() if row.options else ()
    return words | {"replaced"} if any(name in obj.items for obj in objects for name in through) else words


def _run(m: "Interpreter", invocation: Invocation, args: Arguments) -> Value:
    """The effect of a call, with the steps that its result has gone through where they are asked for."""
    if not m.tracing:
        return _effect(m, invocation)
    row, receiver = invocation.api, invocation.receiver
    known = lineage.before(m, receiver, invocation.args)
    result = _effect(m, invocation)
    _, places = bind(row.params, row.positional, args)
    return lineage.applied(m, row, receiver, invocation.args, places, known, result, invocation.place)


def _effect(m: "Interpreter", invocation: Invocation) -> Value:
    """The effect of a call; where it hands functions to threads (`asyncio.to_thread`), an event loop goes on."""
    if invocation.api.effect == "write" and "encoder" in m.roles:
        m.facts.written.update(library.parts_of(m.state, invocation.subject))
    if invocation.api.name == "pandas.read_csv" and round_trips.ASKED_FOR in m.roles:
        round_trips.read(m, invocation)
    if looks.ASKED_FOR in m.roles and (kind := looks.kind(invocation.api.name)):
        looks.looked(m, invocation.inputs()[:1], kind)
    if invocation.api.effect != "callback":
        if invocation.api.effect == "loss" and activations.ASKED_FOR in m.roles:
            given = invocation.args.get("input")
            activations.judged(m, invocation.api.name, invocation.receiver, given, invocation.place)
        elif invocation.api.how == "compile" and activations.ASKED_FOR in m.roles:
            activations.compiled(m, invocation.receiver, invocation.args.get("loss"), invocation.place)
        return library.run(invocation)
    elsewhere, m.elsewhere = m.elsewhere, True
    try:
        return library.run(invocation)
    finally:
        m.elsewhere = elsewhere


def _promised(m: "Interpreter", call: Invocation, result: Value, place: Place) -> Value:
    """The result with what options say of it whatever went in: checks, that it is data, that it is changed data."""
    row = call.api
    if (kind := call.arg(row.option("kind"))) is not None and result.origins and _is_whole_number(kind):
        result = replace(result, checks=result.checks | {"parsed", "typed", "finite"})
    if row.option("passes"):
        result = replace(result, checks=result.checks.union(row.option("passes").split()))
    if row.option("rows"):
        result = library.one_row(m, result, row.name, place)
    if row.option("alters"):
        result = library.altered(m.state, result, place, row.option("alters"))
    return result


def _is_whole_number(kind: Value) -> bool:
    """Whether `np.uint8`, `int`, `"int64"` and nothing else is meant: such numbers are never NaN."""
    names = kind.symbols or frozenset({kind.text or ""})
    return all(_WHOLE.fullmatch(name.removeprefix("numpy.").removeprefix("builtins.")) for name in names)


def _note_way(m: "Interpreter", place: Place) -> None:
    """Keep by which calls a station of data at `place` is reached."""
    called = m.frames[-1].called
    if called is not None:
        ways = m.facts.called.setdefault(place, [])
        if len(ways) < _MAX_WAYS and all(way.place != called.place for way in ways):
            ways.append(called)


def as_file(m: "Interpreter", value: Value, place: Place) -> Value:
    """`value` with the origins of what its `read` gives, if it is an object of a class of the project."""
    from analyzer.interpret.calls import call_method

    own = [obj.type for obj in m.state.objects(value) if obj.kind == "instance" and m.definition(obj.type) is not None]
    if not own or value.origins or value.unknown or m.state.origins(value):
        return value
    if m.project.method(own[0], "__fspath__") is not None or m.external_bases(own[0]):
        return value
    why = f"what `{own[0].rpartition('.')[2]}` reads is not known"
    if m.project.method(own[0], "read") is None:
        return replace(value, unknown=why)
    found = call_method(m, value, "read", Arguments((Value(types=frozenset(("int",))),), {}), place, place)
    origins = m.state.origins(found)
    return replace(value, origins=origins) if origins else replace(value, unknown=found.unknown or why)


def _set_before(m: "Interpreter", row: Api, receiver: Value | None) -> dict[str, Value]:
    """The argument that a set attribute of the receiver stands for (option `default`, "argument=attribute")."""
    argument, _, attribute = row.option("default").partition("=")
    held = [obj.items[attribute] for obj in m.state.objects(receiver or NOTHING) if attribute in obj.items]
    return {argument: join_all(held)} if attribute and held else {}


def _as_given(m: "Interpreter", row: Api | Class, bound: dict[str, Value]) -> dict[str, Value]:
    """The arguments as they are before the call, and those in the dictionaries that option `nested` names."""
    given = {**bound, **nested(m, row.option("nested"), bound)} if row.options else bound
    members = row.option("shown").split()  # arguments of which rules ask for the members
    plain = {key: assignments.shown(m, value) if key in members else flat(m, value) for key, value in given.items()}
    if "model-input" in row.roles:
        plain = {key: _with_gaps(m, given[key], value) for key, value in plain.items()}
    if LIMITED in m.state.names:  # the request is not larger than a limit
        plain = {key: replace(value, checks=value.checks | {SIZED}) for key, value in plain.items()}
    return plain


def _with_gaps(m: "Interpreter", given: Value, plain: Value) -> Value:
    """What a model is asked, with the reason why a member of a list of it is not known, if one is not."""
    if plain.unknown or not plain.origins or not given.refs:
        return plain
    return replace(plain, unknown=_gap(m, given, 0))


def _gap(m: "Interpreter", value: Value, depth: int) -> str:
    """The function not known that gave a member of a list, or of a list in it; "" if none did."""
    for obj in m.state.objects(value) if depth < _MAX_NESTING else ():
        for each in (*obj.items.values(), *((obj.rest,) if obj.rest is not None else ())) if obj.kind == "list" else ():
            if each.origins and _is_of_a_call(each.unknown):
                return str(each.unknown)
            if each.refs and (why := _gap(m, each, depth + 1)):
                return why
    return ""


def _is_of_a_call(why: str) -> bool:
    """Whether a reason names a function: members, attributes and methods of what a client sends say nothing more."""
    return why.startswith("`") and not why.endswith(SENT)


def record(
    m: "Interpreter",
    row: Api,
    name: str,
    place: Place,
    target: Place,
    args: Mapping[str, Value],
    places: Mapping[str, Place],
    receiver: Value | None,
    is_open: str,
    result: Value,
) -> CallFact | None:
    """Keep a call as a fact, once per distinct arguments; None if it is there already."""
    key = (place, m.where(), row.name, tuple(args.items()), receiver, is_open, m.served, m.blocks())
    if key in m.recorded:
        return None
    m.recorded.add(key)
    m.facts.calls.append(
        CallFact(
            api=row,
            name=name,
            place=place,
            target=target,
            args=args,
            arg_places=places,
            receiver=receiver,
            open=is_open,
            result=flat(m, result),
            function=m.where(),
            served=m.served,
            blocks=m.blocks(),
        )
    )
    return m.facts.calls[-1]


def flat(m: "Interpreter", value: Value) -> Value:
    """`value` with the facts of its heap objects written into it, for those who have no heap (rules)."""
    if not value.refs and value.elements is None:
        return value
    plain = m.state.plain(value)
    return replace(
        value,
        types=frozenset((*value.types, *(obj.type for obj in m.state.objects(value) if obj.type))),
        origins=plain.origins,
        checks=plain.checks,
        rows=plain.rows,
        statistics=plain.statistics,
        duplicates=plain.duplicates,
        predictions=plain.predictions,
        marks=plain.marks,
        refs=EMPTY,
        elements=None if value.elements is None else tuple(flat(m, element) for element in value.elements),
    )


def construct(m: "Interpreter", row: Class, args: Arguments, place: Place, target: Place) -> Value:
    """An instance of a library class."""
    api = Api(name=row.name, params=row.params, effect="carry", roles=row.roles, origin=row.origin, options=row.options)
    bound, places = bind(api.params, api.positional, args)
    if row.options:
        assignments.called(m, row, args, place)
    handlers.constructed(m, row, bound)
    for name in row.option("content").split():
        if name in bound:
            bound[name] = as_file(m, bound[name], place)
    for opened in row.option("opens").split():
        if opened in bound:
            bound[opened] = files.content(m.state, bound[opened])
    if m.loops:
        choosing.seeded(m, row.name, bound, place)
    made = library.construct(m, m.state, row, bound, place)
    if "encoder" in row.roles and "encoder" in m.roles and not ("handle_unknown" in bound or args.open):
        m.facts.events.append(Event("encoder", place, row.name, m.where(), value=made))
    if args.more.statistics and made.refs:  # `SVC(**search.best_params_)`
        m.state.update(made, lambda obj: replace(obj, items={**obj.items, "**": args.more}))
    if m.tracing:
        made = lineage.constructed(m, row, bound, made, place)
    if row.name == "pandas.DataFrame":
        made = client_order.table(m, made, bound, place)
    if row.roles and not m.roles.isdisjoint(row.roles):
        given = _as_given(m, row, bound)
        if api.positional and (path := api.positional[0]) in given:  # `YOLO(path)` loads what is in the file
            given[path] = files.content(m.state, given[path])
        record(m, api, row.name, place, target, given, places, None, args.open, made)
    return made
