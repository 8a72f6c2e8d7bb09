"""From what does a class inherit, and which class of its ancestry has a method?"""

from collections.abc import Iterator

from analyzer.project.definition import Definition, DefinitionKind, dotted_name, external_definition
from analyzer.project.lookup import Lookup
from analyzer.project.symbols import Bindings, members_of
from analyzer.syntax import ir

_MOST_ANCESTORS = 200


class Hierarchy:
    """The classes of a project, with ancestors searched depth first, left to right.

    That differs from Python's order only for diamonds, where a class is met before a sibling that overrides it.
    """

    def __init__(self) -> None:
        self._members: dict[str, Bindings] = {}
        self._bases: dict[str, tuple[Definition, ...]] = {}
        self._lookup: Lookup | None = None

    def connect(self, lookup: Lookup) -> None:
        """Say how names are looked up; needed because a lookup asks for members of classes in turn."""
        self._lookup = lookup

    def bases(self, definition: Definition) -> tuple[Definition, ...]:
        """The base classes that can be named, in order; `Generic[T]` counts as `Generic`, calls are left out."""
        key = definition.qualified
        if key not in self._bases:
            self._bases[key] = ()
            self._bases[key] = tuple(self._named_bases(definition))
        return self._bases[key]

    def _named_bases(self, definition: Definition) -> Iterator[Definition]:
        if not isinstance(definition.node, ir.Class) or self._lookup is None:
            return
        for base in _base_expressions(definition.node):
            if parts := dotted_name(base):
                yield self._named(self._lookup, definition, parts)

    def _named(self, lookup: Lookup, definition: Definition, parts: tuple[str, ...]) -> Definition:
        outer = definition.qualname.rpartition(".")[0]
        if outer and (found := lookup.name_in(definition.module, (*outer.split("."), *parts))):
            return lookup.unalias(found) or found
        found = lookup.name_in(definition.module, parts)
        if found is None:
            return external_definition(".".join(parts))
        return lookup.unalias(found) or found

    def ancestry(self, definition: Definition) -> Iterator[Definition]:
        """The class itself, then its ancestors, each once."""
        seen: set[str] = set()
        waiting = [definition]
        while waiting and len(seen) < _MOST_ANCESTORS:
            here = waiting.pop()
            if here.qualified in seen:
                continue
            seen.add(here.qualified)
            yield here
            waiting.extend(reversed(self.bases(here)))

    def member(self, definition: Definition, name: str) -> Definition | None:
        """A method, nested class or attribute of a class or of its nearest ancestor in the project that has it."""
        for here in self.ancestry(definition):
            if not isinstance(here.node, ir.Class):
                continue
            if bound := self._members_of(here).get(name):
                kind = DefinitionKind(bound[0].kind.value) if bound[0].target is None else DefinitionKind.VARIABLE
                return Definition(kind=kind, module=here.module, qualname=f"{here.qualname}.{name}", node=bound[0].node)
        return None

    def _members_of(self, definition: Definition) -> Bindings:
        key = definition.qualified
        if key not in self._members and isinstance(definition.node, ir.Class):
            self._members[key] = members_of(definition.node)
        return self._members[key]


def _base_expressions(node: ir.Class) -> Iterator[ir.Expr]:
    """The bases as names: subscripts taken off, `with_metaclass(Meta, Base)` opened."""
    for base in node.bases:
        while isinstance(base, ir.Subscript):
            base = base.base
        if isinstance(base, ir.Call):
            called = dotted_name(base.func)
            yield from base.args[1:] if called[-1:] == ("with_metaclass",) else ()
        else:
            yield base
