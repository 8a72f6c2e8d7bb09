"""Which names of libraries, and which variables of the environment, does code give a value of its own?

What a library looks up in itself, in its settings or in the environment holds for the whole process: code that is far
away from such an assignment changes its meaning.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from analyzer.interpret import containers, library_calls
from analyzer.interpret.facts import Assignment, CallFact, Facts
from analyzer.interpret.values import Literal, Place, Value, literal, unknown
from analyzer.knowledge.lookup import canonical, libraries
from analyzer.knowledge.table import Api, Class
from analyzer.knowledge.vocabulary import FACT_WORDS
from analyzer.syntax import ir

if TYPE_CHECKING:
    from analyzer.interpret.arguments import Arguments
    from analyzer.interpret.machine import Interpreter

KIND: Final = "assignment"
MAX_DEPTH: Final = 2  # of containers in containers whose members are shown

_READ: Final = FACT_WORDS[KIND]


def attribute(m: "Interpreter", base: Value, name: str, value: Value, place: Place) -> None:
    """`base.name = value`, where `base` may be a module, class or object of a library."""
    if KIND in m.roles:
        for owner in sorted(base.symbols | base.types):
            record(m, owner, name, value, place)


def variable(m: "Interpreter", name: str, value: Value, place: Place) -> None:
    """A variable of a module or class of the project: only if its name is one that a library reads."""
    if name in _READ and KIND in m.roles:
        _keep(m, "", name, value, place)


def item(m: "Interpreter", base: Value, index: Value, value: Value, place: Place) -> None:
    """`base[index] = value`, where `base` may be the environment or the settings of a library."""
    if KIND in m.roles and (name := index.text) is not None:
        for owner in sorted(base.symbols | base.types):
            record(m, owner, name, value, place)


def taken(m: "Interpreter", base: Value, index: Value, place: Place) -> None:
    """`del base[index]`, after which libraries find nothing there."""
    item(m, base, index, literal(None), place)


def items(m: "Interpreter", base: Value, mapping: Value, place: Place) -> None:
    """`base |= mapping`."""
    if KIND in m.roles and base.symbols | base.types:
        for name, value in _entries(m, mapping):
            item(m, base, name, value, place)


def called(m: "Interpreter", row: Api | Class, args: "Arguments", place: Place) -> None:
    """A call of an API whose option `assigns` names what its arguments are stored in, or `unassigns` taken out of.

    `(key, value)` if these are its parameters, else mappings and keywords, as of `dict.update`.
    """
    owner, given = row.option("assigns"), args.positional
    if KIND not in m.roles:
        return
    if (left := row.option("unassigns")) and given:
        taken(m, Value(symbols=frozenset((left,))), given[0], place)
    if not owner:
        return
    if row.params[:2] == ("key", "value"):
        if len(given) > 1 and given[0].text is not None:
            record(m, owner, given[0].text, given[1], place)
        return
    for mapping in given:
        for name, value in _entries(m, mapping):
            record(m, owner, name.text or "", value, place)
    for keyword, value in args.keywords.items():
        record(m, owner, keyword, value, place)


def _entries(m: "Interpreter", mapping: Value) -> Iterator[tuple[Value, Value]]:
    for obj in m.state.objects(mapping):
        if obj.kind == "dict":
            for key, value in obj.items.items():
                if isinstance(key, Literal):
                    yield Value(constants=frozenset((key,))), value


def record(m: "Interpreter", owner: str, name: str, value: Value, place: Place) -> None:
    """Keep one assignment as a fact, if `owner` belongs to a library that the tables know."""
    if owner.partition(".")[0] in libraries() and name:
        owner, _, name = canonical(f"{owner}.{name}").rpartition(".")
        _keep(m, owner, name, value, place)


def _keep(m: "Interpreter", owner: str, name: str, value: Value, place: Place) -> None:
    fact = Assignment(
        owner=owner, name=name, value=shown(m, value), place=place, function=m.where(), calls=_calls(m, value, place)
    )
    key = (KIND, place, fact.function, owner, name, fact.value)
    if key not in m.recorded:
        m.recorded.add(key)
        m.facts.assignments.append(fact)


def shown(m: "Interpreter", value: Value, depth: int = MAX_DEPTH) -> Value:
    """`value` for those who have no heap, with the members of a list, set or tuple that is known as its elements."""
    plain = library_calls.flat(m, value)
    known = containers.listed(m, value) if depth and (value.refs or value.elements is not None) else None
    return plain if known is None else replace(plain, elements=tuple(shown(m, each, depth - 1) for each in known))


def _calls(m: "Interpreter", value: Value, place: Place) -> tuple[CallFact, ...]:
    """What a call of `value` with one argument calls; nothing of it is seen in the facts or in the state."""
    if not value.funcs:
        return ()
    facts, recorded, summaries, state, frame = m.facts, m.recorded, m.summaries, m.state, m.frames[-1]
    before = frame.state
    m.facts, m.recorded, m.summaries, m.state = Facts(), set(), {}, state.fork()
    try:
        m.call(Value(funcs=value.funcs), (unknown("what is loaded later"),), {}, place)
        return tuple(m.facts.calls)
    finally:
        m.facts, m.recorded, m.summaries, m.state = facts, recorded, summaries, state
        frame.state = before


def is_unconditional(m: "Interpreter", place: Place) -> bool:
    """Whether `place` is in a statement of a module's own body, which is run once and before what is below it."""
    frame = m.frames[-1]
    code = m.project.module(frame.module) if not frame.qualname else None
    return code is not None and any(
        isinstance(each, ir.Assign) and each.start <= place.start < each.end for each in code.body
    )
