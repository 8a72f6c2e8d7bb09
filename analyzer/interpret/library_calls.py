"""What does a call of a library function or class give, and is it a fact that a rule asks for?"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from msgspec.structs import replace

from analyzer.interpret import builtin_calls, library
from analyzer.interpret.arguments import Arguments, bind
from analyzer.interpret.effects import files
from analyzer.interpret.facts import CallFact
from analyzer.interpret.invocation import Invocation
from analyzer.interpret.values import EMPTY, NOTHING, Place, Value
from analyzer.knowledge.table import Api, Class

if TYPE_CHECKING:
    from analyzer.interpret.machine import Interpreter


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
    invocation = invocation_of(m, row, name, receiver, args, place)
    before = {key: flat(m, value) for key, value in invocation.args.items()} if row.roles else {}
    if row.effect in ("load", "read") and (path := invocation.subject_name) in before:
        before[path] = files.content(m.state, before[path])
    held = flat(m, receiver) if receiver is not None and row.roles else None
    result = library.run(invocation)
    if row.option("passes"):  # what holds of the result whatever went in
        result = replace(result, checks=result.checks.union(row.option("passes").split()))
    if "handler" in row.roles and row.subject:
        for func in invocation.subject.funcs:
            m.handlers[func.module, func.qualname] = row
    if row.roles and not m.roles.isdisjoint(row.roles):
        _, places = bind(row.params, row.positional, args)
        record(m, row, name, place, target, before, places, held, args.open, result)
    return result


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
) -> None:
    """Keep a call as a fact, once per distinct arguments."""
    key = (place, m.where(), row.name, tuple(args.items()), receiver, is_open)
    if key in m.recorded:
        return
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
        )
    )


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
        refs=EMPTY,
        elements=None if value.elements is None else tuple(flat(m, element) for element in value.elements),
    )


def construct(m: "Interpreter", row: Class, args: Arguments, place: Place, target: Place) -> Value:
    """An instance of a library class."""
    api = Api(name=row.name, params=row.params, effect="carry", roles=row.roles, origin=row.origin, options=row.options)
    bound, places = bind(api.params, api.positional, args)
    made = library.construct(m, m.state, row, bound, place)
    if row.roles and not m.roles.isdisjoint(row.roles):
        given = {key: flat(m, value) for key, value in bound.items()}
        record(m, api, row.name, place, target, given, places, None, args.open, made)
    return made
