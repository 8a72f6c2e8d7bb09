"""Which names does a module bind at its top level, and to what, as far as reading alone can tell?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from analyzer.project.lazy import ImportTarget, lazy_targets
from analyzer.syntax import ir
from analyzer.syntax.walk import names_in

_DEEPEST_BLOCK = 60
_MOST_ALTERNATIVES = 16


class BindingKind(StrEnum):
    """What sort of statement binds a name."""

    FUNCTION = "function"
    CLASS = "class"
    IMPORT = "import"
    VARIABLE = "variable"


@dataclass(frozen=True, slots=True)
class Binding:
    """One statement that may have bound a name; `target` only for imports."""

    kind: BindingKind
    node: ir.Stmt
    target: ImportTarget | None = None


Bindings = Mapping[str, tuple[Binding, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Symbols:
    """The top-level names of a module.

    Attributes:
        bindings: per name, the statements that may have bound it last: one, unless branches differ.
        stars: what is imported with `*`, in order.
        exports: `__all__`, if it is a literal (also built up with `+=`, `extend`, `append`), else None.
        lazy: names that are imported on first use (PEP 562, `_import_structure`), not bound by a statement.
    """

    bindings: Bindings
    stars: tuple[ImportTarget, ...]
    exports: frozenset[str] | None
    lazy: Mapping[str, ImportTarget]

    def exported(self, name: str) -> bool:
        """Whether `from module import *` would bind `name`, if the module has it."""
        return name in self.exports if self.exports is not None else not name.startswith("_")


def symbols_of(module: ir.Module) -> Symbols:
    """The table of a module, from one walk over its top-level statements; function bodies are not entered."""
    stars: list[ImportTarget] = []
    bindings = _block(module.body, stars, 0)
    return Symbols(bindings=bindings, stars=tuple(stars), exports=_exports(module.body), lazy=lazy_targets(module.body))


def members_of(node: ir.Class) -> Bindings:
    """What the body of a class binds or declares: methods, nested classes, attributes, fields that only have a type."""
    declared: dict[str, tuple[Binding, ...]] = {
        statement.target.id: (Binding(BindingKind.VARIABLE, statement),)
        for statement in node.body
        if isinstance(statement, ir.AnnAssign) and isinstance(statement.target, ir.Name)
    }
    return declared | _block(node.body, [], 0)


def _block(body: Sequence[ir.Stmt], stars: list[ImportTarget], depth: int) -> dict[str, tuple[Binding, ...]]:
    """What a run of statements binds: a later binding replaces an earlier one, a branch adds to it."""
    bound: dict[str, tuple[Binding, ...]] = {}
    if depth > _DEEPEST_BLOCK:
        return bound
    for statement in body:
        for alternatives in _alternatives(statement):
            found = [_block(block, stars, depth + 1) for block in alternatives]
            _join_into(bound, found)
        for name, binding in _bound_by(statement, stars):
            if _is_accessor(statement) and name in bound:
                continue
            bound[name] = (binding,)
        if isinstance(statement, ir.Delete):
            for target in statement.targets:
                if isinstance(target, ir.Name):
                    bound.pop(target.id, None)
    return bound


def _join_into(bound: dict[str, tuple[Binding, ...]], branches: Sequence[Bindings]) -> None:
    """Add what branches bind, one of which is taken."""
    for name in dict.fromkeys(name for branch in branches for name in branch):
        inside = tuple(binding for branch in branches for binding in branch.get(name, ()))
        always = all(name in branch for branch in branches)
        before = () if always else bound.get(name, ())
        bound[name] = (*inside, *before)[:_MOST_ALTERNATIVES]


def _alternatives(statement: ir.Stmt) -> Iterator[list[tuple[ir.Stmt, ...]]]:
    """The blocks of a compound statement, as groups one of which runs; an empty block stands for "none of them"."""
    match statement:
        case ir.If():
            yield _branches(statement)
        case ir.While(body=body, orelse=orelse) | ir.For(body=body, orelse=orelse):
            yield [body, ()]
            yield [orelse, ()]
        case ir.Try(body=body, handlers=handlers, orelse=orelse, final=final):
            yield [(*body, *orelse), *(handler.body for handler in handlers if not _leaves(handler.body))]
            yield [final]
        case ir.With(body=body):
            yield [body]
        case ir.Match(cases=cases):
            yield [*(case.body for case in cases), ()]
        case _:
            return


def _branches(statement: ir.If) -> list[tuple[ir.Stmt, ...]]:
    """The blocks of an `if` and its `elif`s, without recursion: machine-written chains are long."""
    blocks = [statement.body]
    rest = statement.orelse
    while len(rest) == 1 and isinstance(rest[0], ir.If):
        blocks.append(rest[0].body)
        rest = rest[0].orelse
    return [block for block in (*blocks, rest) if not _leaves(block)]


def _leaves(block: Sequence[ir.Stmt]) -> bool:
    return bool(block) and isinstance(block[-1], ir.Raise)


def _bound_by(statement: ir.Stmt, stars: list[ImportTarget]) -> Iterator[tuple[str, Binding]]:
    """What one statement binds, apart from blocks inside it."""
    match statement:
        case ir.Function(name=name):
            yield name, Binding(BindingKind.FUNCTION, statement)
        case ir.Class(name=name):
            yield name, Binding(BindingKind.CLASS, statement)
        case ir.Import(names=names):
            for alias in names:
                module = alias.name if alias.bound else alias.name.partition(".")[0]
                yield alias.bound or module, Binding(BindingKind.IMPORT, statement, ImportTarget(module, 0, None))
        case ir.ImportFrom(module=module, level=level, names=names):
            for alias in names:
                if alias.name == "*":
                    stars.append(ImportTarget(module, level, None))
                    continue
                target = ImportTarget(module, level, alias.name)
                yield alias.bound or alias.name, Binding(BindingKind.IMPORT, statement, target)
        case _:
            for name in _targets(statement):
                yield name, Binding(BindingKind.VARIABLE, statement)


def _targets(statement: ir.Stmt) -> Iterator[str]:
    match statement:
        case ir.Assign(targets=targets):
            for target in targets:
                yield from names_in(target)
        case ir.AnnAssign(target=ir.Name(id=name), value=value) if value is not None:
            yield name
        case ir.For(target=target):
            yield from names_in(target)
        case ir.With(items=items):
            for item in items:
                if item.target is not None:
                    yield from names_in(item.target)
        case _:
            return


def _is_accessor(statement: ir.Stmt) -> bool:
    """Whether a function is the setter or deleter of a property, which leaves the getter in place."""
    return isinstance(statement, ir.Function) and any(
        isinstance(decorator, ir.Attribute) and decorator.name in ("setter", "deleter")
        for decorator in statement.decorators
    )


def _exports(body: Sequence[ir.Stmt]) -> frozenset[str] | None:
    """`__all__`, as far as literals say; None if there is none or a part of it is computed."""
    found: frozenset[str] | None = None
    for statement in body:
        match statement:
            case ir.Assign(targets=(ir.Name(id="__all__"), *_), value=value):
                found = _strings(value)
            case ir.AnnAssign(target=ir.Name(id="__all__"), value=value) if value is not None:
                found = _strings(value)
            case ir.AugAssign(target=ir.Name(id="__all__"), value=value):
                found = _union(found, _strings(value))
            case ir.ExprStmt(value=ir.Call(func=ir.Attribute(base=ir.Name(id="__all__"), name=method), args=(arg, *_))):
                added = arg if method == "extend" else ir.Sequence(arg.start, arg.end, "list", (arg,))
                found = _union(found, _strings(added))
            case _:
                pass
    return found


def _union(left: frozenset[str] | None, right: frozenset[str] | None) -> frozenset[str] | None:
    return None if left is None or right is None else left | right


def _strings(value: ir.Expr) -> frozenset[str] | None:
    if isinstance(value, ir.Binary) and value.op == "+":
        return _union(_strings(value.left), _strings(value.right)) if not isinstance(value.right, ir.Binary) else None
    if not isinstance(value, ir.Sequence):
        return None
    items = [item.value for item in value.items if isinstance(item, ir.Const) and isinstance(item.value, str)]
    return frozenset(items) if len(items) == len(value.items) else None
