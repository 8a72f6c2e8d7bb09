"""Where in the project, or outside of it, is a dotted name defined?"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from analyzer.project.definition import (
    Definition,
    DefinitionKind,
    dotted_name,
    external_definition,
    module_definition,
)
from analyzer.project.layout import Layout
from analyzer.project.lazy import ImportTarget
from analyzer.project.symbols import Binding, BindingKind, Symbols
from analyzer.syntax import ir

_LONGEST_CHAIN = 24
_MOST_STARS = 128
_MANY_STARS = 8


class _Query:
    """One search: what it has met so far (None if not found), what is open, and whether it had to be cut short."""

    def __init__(self) -> None:
        self.met: dict[tuple[str, str], Definition | None] = {}
        self.open: set[tuple[str, str]] = set()
        self.stars = 0
        self.cut = False


class Lookup:
    """Follows names from module to module; never evaluates anything.

    Chains of re-exports end after `_LONGEST_CHAIN` steps, searches through star imports after `_MOST_STARS` modules,
    and circular ones where they close, all as "not found".

    Args:
        layout: what imports mean.
        symbols: the table of a module by internal name, None if there is no such module.
        member: a method or attribute of a class, by the class's definition and the attribute's name.
    """

    def __init__(
        self,
        layout: Layout,
        symbols: Callable[[str], Symbols | None],
        member: Callable[[Definition, str], Definition | None],
    ) -> None:
        self._layout = layout
        self._symbols = symbols
        self._member = member
        self._attributes: dict[tuple[str, str], Definition | None] = {}
        self._depth = 0

    def find(self, qualified: str) -> Definition | None:
        """The definition of an internal dotted name, None if its first parts are no module of the project."""
        parts = qualified.split(".")
        if len(parts) > _LONGEST_CHAIN:
            return None
        for length in range(len(parts) - 1, 0, -1):
            module = ".".join(parts[:length])
            if self._symbols(module) is None:
                continue
            if found := self._descend(module_definition(module), parts[length:]):
                return found
        return module_definition(qualified) if self._symbols(qualified) is not None else None

    def imported(self, importer: str, module: str, level: int, name: str) -> Definition | None:
        """What `from module import name` binds in `importer`; None for a relative import that leads nowhere."""
        return self._from(importer, ImportTarget(module, level, name), _Query())

    def name_in(self, module: str, parts: Sequence[str]) -> Definition | None:
        """What the dotted name `parts` means at the top level of a module."""
        return self._descend(module_definition(module), parts)

    def _descend(self, start: Definition, parts: Sequence[str]) -> Definition | None:
        """Follow attribute names from a definition; None also where the search has become too deep to go on."""
        if self._depth > _LONGEST_CHAIN:
            return None
        self._depth += 1
        try:
            return self._follow(start, parts)
        finally:
            self._depth -= 1

    def _follow(self, start: Definition, parts: Sequence[str]) -> Definition | None:
        here: Definition | None = start
        for index, part in enumerate(parts):
            if here is not None and here.kind is DefinitionKind.VARIABLE:
                here = self.unalias(here)
            if here is None:
                return None
            match here.kind:
                case DefinitionKind.MODULE:
                    here = self.attribute(here.module, part)
                case DefinitionKind.CLASS:
                    here = self._member(here, part)
                case DefinitionKind.EXTERNAL:
                    return self._outside(start, here, parts[index:])
                case _:
                    return None
        return here

    def _outside(self, start: Definition, here: Definition, rest: Sequence[str]) -> Definition | None:
        """An external name with attributes; `import a.b` may bind an `a` that is unknown while `a.b` is ours."""
        parts = [*here.qualname.split("."), *rest]
        for length in range(len(parts), 0, -1):
            module = self._layout.resolve(start.module, ".".join(parts[:length]), 0) if start.module else None
            if module is not None and self._symbols(module) is not None:
                return self._descend(module_definition(module), parts[length:])
        return external_definition(".".join(parts))

    def unalias(self, definition: Definition) -> Definition | None:
        """What a variable means that is assigned a plain dotted name, the definition itself if it is not."""
        here = definition
        for _ in range(_LONGEST_CHAIN):
            if here.kind is not DefinitionKind.VARIABLE or not isinstance(here.node, ir.Assign):
                return here
            parts = dotted_name(here.node.value)
            single = len(here.node.targets) == 1 and isinstance(here.node.targets[0], ir.Name)
            if not parts or not single or "." in here.qualname:
                return here
            found = self.name_in(here.module, parts) if parts[0] != here.qualname else None
            if found is None or found == here:
                return here
            here = found
        return None

    def attribute(self, module: str, name: str) -> Definition | None:
        """What `module.name` is, for a project module."""
        key = (module, name)
        if key in self._attributes:
            return self._attributes[key]
        self._attributes[key] = found = self._attribute(module, name, _Query())
        return found

    def _attribute(self, module: str, name: str, query: _Query) -> Definition | None:
        key = (module, name)
        # Answers of earlier queries are not used: where a search is cut short must not depend on what came before.
        if key in query.met:
            return query.met[key]
        if key in query.open or len(query.open) > _LONGEST_CHAIN:
            query.cut = True
            return None
        if (symbols := self._symbols(module)) is None:
            return None
        query.open.add(key)
        query.met[key] = found = self._search(module, name, symbols, query)
        query.open.discard(key)
        return found

    def _search(self, module: str, name: str, symbols: Symbols, query: _Query) -> Definition | None:
        bindings = symbols.bindings.get(name, ())
        if found := _best([each for binding in bindings if (each := self._bound(module, name, binding, query))]):
            return found
        if (child := self._layout.child(module, name)) is not None:
            return module_definition(child)
        if (target := symbols.lazy.get(name)) is not None and (found := self._from(module, target, query)):
            return found
        return self._starred(module, name, symbols, query)

    def _bound(self, module: str, name: str, binding: Binding, query: _Query) -> Definition | None:
        if binding.kind is BindingKind.IMPORT and binding.target is not None:
            return self._from(module, binding.target, query)
        kind = DefinitionKind(binding.kind.value)
        return Definition(kind=kind, module=module, qualname=name, node=binding.node)

    def _from(self, importer: str, target: ImportTarget, query: _Query) -> Definition | None:
        """What an import statement in `importer` binds."""
        if target.level < 0:
            near = replace(target, level=1)
            is_ours = self._layout.resolve(importer, near.module, 1) is not None
            return self._from(importer, near if is_ours else replace(target, level=0), query)
        module = self._layout.resolve(importer, target.module, target.level)
        if target.name is None:
            if module is None:
                return external_definition(target.module)
            return module_definition(module)
        if module is not None and (found := self._attribute(module, target.name, query)):
            return found
        whole = f"{target.module}.{target.name}" if target.module else target.name
        if (submodule := self._layout.resolve(importer, whole, target.level)) is not None:
            return module_definition(submodule)
        return None if target.level or query.cut else external_definition(whole)

    def _starred(self, module: str, name: str, symbols: Symbols, query: _Query) -> Definition | None:
        """What a name means that only a star import can have bound; the last one that has it wins."""
        outside: list[str] = []
        for target in _star_order(symbols.stars, name):
            source = self._layout.resolve(module, target.module, target.level)
            if source is None:
                outside += [] if target.level else [target.module]
                continue
            query.stars += 1
            if query.stars > _MOST_STARS:
                query.cut = True
                return None
            table = self._symbols(source)
            if table is not None and table.exported(name) and (found := self._attribute(source, name, query)):
                return found
        return external_definition(f"{outside[0]}.{name}") if len(outside) == 1 else None


def _star_order(stars: Sequence[ImportTarget], name: str) -> Sequence[ImportTarget]:
    """The last star import first, as it wins; of many, those first whose module's name is a part of `name`.

    Hundreds of stars in one package export different names; looking into each of them in turn means parsing them.
    """
    backwards = stars[::-1]
    if len(stars) <= _MANY_STARS:
        return backwards
    folded = name.replace("_", "").lower()
    return sorted(backwards, key=lambda target: target.module.rpartition(".")[2].replace("_", "") not in folded)


def _best(found: Iterable[Definition]) -> Definition | None:
    """The likeliest of what branches bind: a definition of ours, then a name from outside, then an assignment."""
    ordered = sorted(found, key=lambda each: _RANK.get(each.kind, 0))
    if not ordered:
        return None
    best = ordered[0]
    outside = next((each.qualname for each in ordered if each.kind is DefinitionKind.EXTERNAL), "")
    if best.kind is DefinitionKind.EXTERNAL or not outside:
        return best
    return replace(best, external=outside)


_RANK = {DefinitionKind.EXTERNAL: 1, DefinitionKind.VARIABLE: 2}
