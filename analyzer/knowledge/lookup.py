"""What do the tables say of a qualified name?

A library's table is imported when one of its names is first asked for; what is not in a table is None, never an error.
"""

import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from functools import cache

import analyzer.knowledge
from analyzer.knowledge.table import Api, Class

_NOT_TABLES = frozenset({"entrances", "lookup", "table", "vocabulary"})


@cache
def libraries() -> frozenset[str]:
    """The top-level packages that have a table."""
    modules = pkgutil.iter_modules(analyzer.knowledge.__path__)
    return frozenset(module.name for module in modules) - _NOT_TABLES


@cache
def _rows(library: str) -> dict[str, Api | Class]:
    module = importlib.import_module(f"analyzer.knowledge.{library}")
    return {row.name: row for row in module.ENTRIES}


@cache
def _aliases(library: str) -> dict[str, str]:
    module = importlib.import_module(f"analyzer.knowledge.{library}")
    return dict(getattr(module, "ALIASES", {}))


@cache
def canonical(name: str) -> str:
    """`name` in the spelling of the tables: the longest aliased prefix is replaced, until none is left."""
    for _ in range(4):  # aliases of aliases; a cycle in a table must not hang the scan
        library = name.partition(".")[0]
        if library not in libraries():
            return name
        aliases = _aliases(library)
        prefix = name
        while prefix and prefix not in aliases:
            prefix = prefix.rpartition(".")[0]
        if not prefix:
            return name
        name = aliases[prefix] + name[len(prefix) :]
    return name


@cache
def lookup(name: str) -> Api | Class | None:
    """The row of the function or class `name`; for `package.Class.method` also one inherited from the class's bases."""
    name = canonical(name)
    library = name.partition(".")[0]
    if library not in libraries():
        return None
    row = _rows(library).get(name)
    if row is not None:
        return row
    owner, _, attribute = name.rpartition(".")
    found = method(owner, attribute) if owner and isinstance(_rows(library).get(owner), Class) else None
    # `transformers.*.from_pretrained`: the method of that name of any class of the library
    return found[0] if found else _rows(library).get(f"{library}.*.{attribute}")


@cache
def class_row(name: str) -> Class | None:
    """The row of class `name`, `how` inherited from the nearest base that has one; None if it is no known class."""
    row = _row(name)
    if not isinstance(row, Class):
        return None
    if row.how:
        return row
    for base in row.bases:
        parent = class_row(base)
        if parent is not None and parent.how:
            return Class(
                name=row.name,
                params=row.params,
                bases=row.bases,
                how=parent.how,
                roles=row.roles,
                origin=row.origin,
                options=row.options,
            )
    return row


def _row(name: str) -> Api | Class | None:
    name = canonical(name)
    library = name.partition(".")[0]
    return _rows(library).get(name) if library in libraries() else None


@cache
def method(class_name: str, name: str) -> tuple[Api, Class] | None:
    """The row of method `name` of a class and the class's own row (with `how` inherited), or None.

    Bases are searched depth first, in the order of the table.
    """
    owner = class_row(class_name)
    if owner is None:
        return None
    own = _row(f"{owner.name}.{name}")
    if isinstance(own, Api):
        return own, owner
    for base in owner.bases:
        found = method(base, name)
        if found is not None:
            return found[0], owner
    return None


def _everything() -> Iterator[Api | Class]:
    for library in sorted(libraries()):
        yield from _rows(library).values()


@cache
def _tokens(roles: frozenset[str]) -> frozenset[bytes]:
    return frozenset(row.name.rpartition(".")[2].encode() for row in _everything() if not roles.isdisjoint(row.roles))


def tokens_for(roles: Iterable[str]) -> frozenset[bytes]:
    """The last name components of all APIs with any of `roles`: a file with none of these bytes calls none of them."""
    return _tokens(frozenset(roles))


@cache
def members(module: str) -> tuple[str, ...]:
    """The names directly in `module` that the tables know: what `from module import *` may bind."""
    library = module.partition(".")[0]
    if library not in libraries():
        return ()
    prefix = f"{module}."
    found = {name[len(prefix) :].partition(".")[0] for name in _rows(library) if name.startswith(prefix)}
    return tuple(sorted(found - {"*"}))


@cache
def modules(library: str) -> frozenset[str]:
    """All that names in the table of `library`, or other spellings of its names, begin with, short of their last part.

    These are its modules and classes: `torch` and `torch.hub` for `torch.hub.load`.
    """
    found: set[str] = set()
    for name in (*_rows(library), *_aliases(library)):
        while (name := name.rpartition(".")[0]) and name not in found:
            found.add(name)
    return frozenset(found)
