"""What is an object like that was made where it was not seen, if its class is known from an annotation?"""

from contextlib import contextmanager
from typing import TYPE_CHECKING

from msgspec.structs import replace

from analyzer.interpret.facts import Facts
from analyzer.interpret.names import adopt
from analyzer.interpret.values import EMPTY, Obj, Place, Value, unknown
from analyzer.syntax import ir

if TYPE_CHECKING:
    from collections.abc import Iterator

    from analyzer.interpret.machine import Interpreter


@contextmanager
def unrecorded(m: "Interpreter") -> "Iterator[None]":
    """While this is open, what is run is run for its values: no fact is recorded."""
    roles, facts = m.roles, m.facts
    m.roles, m.facts = frozenset(), Facts()
    try:
        yield
    finally:
        facts.exhausted = facts.exhausted or m.facts.exhausted
        m.roles, m.facts = roles, facts


def annotated(m: "Interpreter", value: Value, types: frozenset[str]) -> Value:
    """`value`, as which nothing is known of its class, as one of the classes that an annotation names.

    Annotations of numbers, texts and data say nothing here: nobody checks them, and data has rows of its own.
    """
    if value.types or value.refs or value.constants or value.symbols or value.elements is not None:
        return value
    if value.funcs and not value.unknown:
        return value
    named = frozenset(name for name in types if "." in name and not m.is_a(name, "abstract.Frame"))
    return made_elsewhere(m, replace(value, types=named, funcs=EMPTY)) if named else value


def made_elsewhere(m: "Interpreter", value: Value) -> Value:
    """`value` with what the constructors of its classes give an instance, whatever they were given.

    A constructor is run once for all instances that were made elsewhere.
    """
    if value.refs or len(value.types) != 1:
        return value
    (name,) = value.types
    if name not in m.instances:
        m.instances[name] = None  # while it is being made: an object that holds one of its own class
        m.instances[name] = _made(m, name)
    known = m.instances[name]
    if known is None:
        return value
    made, heap = known
    adopt(m, made, heap)
    return replace(value, refs=made.refs)


def _made(m: "Interpreter", name: str) -> "tuple[Value, dict[int, Obj]] | None":
    definition, init = m.project.find(name), m.project.method(name, "__init__")
    if definition is None or init is None or not isinstance(init.node, ir.Function):
        return None
    node = definition.node
    if node is None:
        return None
    from analyzer.interpret.arguments import Arguments
    from analyzer.interpret.calls import construct_project

    given = {
        each.name: unknown(f"`{each.name}` of an instance that was made elsewhere")
        for each in init.node.parameters[1:]
        if each.kind not in ("args", "kwargs", "positional-only") and each.default is None
    }
    with unrecorded(m):
        made = construct_project(m, name, Arguments((), given), Place(definition.module, node.start, node.end))
    return made, dict(m.state.heap)
