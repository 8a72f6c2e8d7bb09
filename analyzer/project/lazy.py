"""Which names does a module import only when they are first used, by tables instead of statements?

Two ways are read: PEP 562 (a module-level `__getattr__`, whether it imports by statement or looks names up in a table)
and tables from submodules to their names (`_import_structure` of Hugging Face libraries, lazy-loader's `submod_attrs`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from analyzer.syntax import ir

_STRUCTURE = "_import_structure"
_HOOK = "__getattr__"
_DEEPEST_BLOCK = 20


@dataclass(frozen=True, slots=True)
class ImportTarget:
    """What an import asks for: `level` leading dots, a dotted module, and a name in it (None: the module itself).

    A level of -1 stands for a table that does not say: relative to the package if that resolves, else absolute.
    """

    module: str
    level: int
    name: str | None


def lazy_targets(body: Sequence[ir.Stmt]) -> dict[str, ImportTarget]:
    """Names that the module offers without binding them, and where they come from."""
    found: dict[str, ImportTarget] = {}
    hooked = any(isinstance(statement, ir.Function) and statement.name == _HOOK for statement in body)
    for statement in _flat(body, 0):
        for key, value in _structure_entries(statement):
            _add_submodule(found, key, value)
        match statement:
            case ir.Assign(value=ir.Dict(entries=entries)) if hooked:
                _add_table(found, entries)
            case ir.AnnAssign(value=ir.Dict(entries=entries)) if hooked:
                _add_table(found, entries)
            case ir.Assign(value=ir.Call(keywords=keywords)):
                for keyword in keywords:
                    if keyword.name == "submod_attrs" and isinstance(keyword.value, ir.Dict):
                        _add_submodules(found, keyword.value.entries)
            case ir.Function(name=name, body=inside) if name == _HOOK:
                _add_statements(found, inside)
            case _:
                pass
    return found


def _flat(body: Sequence[ir.Stmt], depth: int) -> Iterator[ir.Stmt]:
    """Statements of a block and of the blocks of `if`, `try` and `with` in it."""
    for statement in body:
        yield statement
        if depth > _DEEPEST_BLOCK:
            continue
        match statement:
            case ir.If(body=then, orelse=orelse):
                yield from _flat((*then, *orelse), depth + 1)
            case ir.Try(body=then, handlers=handlers, orelse=orelse, final=final):
                inside = (*then, *(each for handler in handlers for each in handler.body), *orelse, *final)
                yield from _flat(inside, depth + 1)
            case ir.With(body=then):
                yield from _flat(then, depth + 1)
            case _:
                pass


def _structure_entries(statement: ir.Stmt) -> Iterator[tuple[str, ir.Expr]]:
    """Submodule and names that a statement adds to `_import_structure`."""
    match statement:
        case ir.Assign(targets=(ir.Name(id=name),), value=ir.Dict(entries=entries)) if name == _STRUCTURE:
            for entry in entries:
                if (key := _text(entry.key)) is not None:
                    yield key, entry.value
        case (
            ir.Assign(targets=(ir.Subscript(base=ir.Name(id=name), index=index),), value=value)
            | ir.AugAssign(target=ir.Subscript(base=ir.Name(id=name), index=index), value=value)
            | ir.ExprStmt(
                value=ir.Call(
                    func=ir.Attribute(base=ir.Subscript(base=ir.Name(id=name), index=index), name="append" | "extend"),
                    args=(value,),
                )
            )
        ) if name == _STRUCTURE:
            if (key := _text(index)) is not None:
                yield key, value
        case _:
            pass


def _add_submodules(found: dict[str, ImportTarget], entries: Sequence[ir.Entry]) -> None:
    for entry in entries:
        if (key := _text(entry.key)) is not None:
            _add_submodule(found, key, entry.value)


def _add_submodule(found: dict[str, ImportTarget], key: str, names: ir.Expr) -> None:
    for name in _texts(names) or _texts_of(names):
        found.setdefault(name, ImportTarget(key.lstrip("."), 1, name))


def _add_table(found: dict[str, ImportTarget], entries: Sequence[ir.Entry]) -> None:
    """Add a table that a `__getattr__` may look names up in, whichever way round it is written."""
    for entry in entries:
        key, value = _text(entry.key), entry.value
        if key is None:
            continue
        texts = _texts(value)
        if (text := _text(value)) is not None:
            found.setdefault(key, _from_text(key, text))
        elif isinstance(value, ir.Sequence) and value.kind == "tuple" and len(texts) == 2 and _is_place(key, texts):
            found.setdefault(key, _target(texts[0], texts[1]))
        else:
            _add_submodule(found, key, value)


def _is_place(key: str, texts: Sequence[str]) -> bool:
    """Whether a pair is (module, name) rather than two names of the module `key`."""
    return texts[1] == key or "." in texts[0]


def _from_text(key: str, text: str) -> ImportTarget:
    """The target of a table value: `pkg.mod:attr`, `pkg.mod.attr` for a key `attr`, or a module that has `key`."""
    module, colon, attribute = text.partition(":")
    if colon:
        return _target(module, attribute)
    head, _, last = text.rpartition(".")
    return _target(head, key) if head and last == key else _target(text, key)


def _target(module: str, name: str) -> ImportTarget:
    bare = module.lstrip(".")
    return ImportTarget(bare, len(module) - len(bare) or -1, name)


def _add_statements(found: dict[str, ImportTarget], body: Sequence[ir.Stmt]) -> None:
    for statement in _flat(body, 0):
        if isinstance(statement, ir.ImportFrom):
            for alias in statement.names:
                bound = alias.bound or alias.name
                found.setdefault(bound, ImportTarget(statement.module, statement.level, alias.name))


def _text(value: ir.Expr | None) -> str | None:
    return value.value if isinstance(value, ir.Const) and isinstance(value.value, str) else None


def _texts(value: ir.Expr) -> list[str]:
    items = value.items if isinstance(value, ir.Sequence) else ()
    return [text for item in items if (text := _text(item)) is not None]


def _texts_of(value: ir.Expr) -> list[str]:
    text = _text(value)
    return [] if text is None else [text]
