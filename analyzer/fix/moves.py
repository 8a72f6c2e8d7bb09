"""Which edits let a transformer learn from the training side of a split, instead of from all rows before it?

`X = scaler.fit_transform(X)` above `X_train, X_test, … = train_test_split(X, …)` goes; below the split come
`X_train = scaler.fit_transform(X_train)` and `X_test = scaler.transform(X_test)`.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from analyzer.fix.calls import Unchangeable
from analyzer.fix.names import Names
from analyzer.fix.statements import blocks, deletion
from analyzer.syntax import ir
from analyzer.syntax.walk import walk

Replacement = tuple[int, int, str]

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fit:
    """`name = transformer.fit_transform(data, labels)`, a statement of its own."""

    statement: ir.Assign
    name: str
    transformer: ir.Expr
    data: ir.Expr
    labels: ir.Expr | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Split:
    """`train, test, … = split(…)`, a statement of its own: two names for every array."""

    statement: ir.Assign
    arrays: tuple[ir.Expr, ...]
    sides: tuple[str, ...]

    def index(self, name: str) -> int:
        """Which array is the variable `name`."""
        found = [index for index, array in enumerate(self.arrays) if isinstance(array, ir.Name) and array.id == name]
        if len(found) != 1:
            raise Unchangeable(f"`{name}` is not split by itself")
        return found[0]


def fitted_below(module: ir.Module, text: bytes, names: Names, fitted: ir.Call, split: ir.Call) -> list[Replacement]:
    """The edits, as (start, end, text).

    Args:
        module: the whole file.
        text: its Python, in bytes.
        names: its names.
        fitted: the call of `fit_transform`.
        split: the call that divides the rows.

    Raises:
        Unchangeable: the statements have another shape, do not stand in one block, or the transformed data is used for
            something else as well.
    """
    block, first, last = _block(module, fitted, split)
    fit, sides = _fit(block[first], fitted), _split(block[last], split)
    index = sides.index(fit.name)
    _check_uses(module, fit, sides.arrays[index])
    _check_between(block[first + 1 : last], fit)
    found = [deletion(text, fit.statement, block)]
    new = text[fit.data.start : fit.data.end].decode()
    old = sides.arrays[index]
    if new != fit.name:
        found.append((old.start, old.end, new))
    below = _below(text, names, fit, sides, index)
    at = _line_end(text, sides.statement)
    indent = _indent(text, sides.statement)
    found.append((at, at, "".join(f"\n{indent}{line}" for line in below)))
    return found


def _block(module: ir.Module, fitted: ir.Call, split: ir.Call) -> tuple[tuple[ir.Stmt, ...], int, int]:
    """The innermost block that holds both statements, and where in it they stand."""
    for block in reversed(list(blocks(module))):
        first = next((i for i, each in enumerate(block) if each.start <= fitted.start and fitted.end <= each.end), None)
        last = next((i for i, each in enumerate(block) if each.start <= split.start and split.end <= each.end), None)
        if first is not None and last is not None and first < last:
            return block, first, last
    raise Unchangeable("the two statements do not stand in one block")


def _fit(statement: ir.Stmt, fitted: ir.Call) -> _Fit:
    match statement, fitted:
        case (
            ir.Assign(targets=(ir.Name(id=name),), value=value),
            ir.Call(func=ir.Attribute(base=transformer, name="fit_transform"), args=(data, *rest), keywords=()),
        ) if (value.start, value.end) == (fitted.start, fitted.end) and len(rest) < 2:
            if not any(isinstance(each, ir.Starred) for each in (data, *rest)):
                labels = rest[0] if rest else None
                return _Fit(statement=statement, name=name, transformer=transformer, data=data, labels=labels)
    raise Unchangeable("the fit is no assignment of the transformed data")


def _split(statement: ir.Stmt, split: ir.Call) -> _Split:
    match statement:
        case ir.Assign(targets=(ir.Sequence(items=items),), value=value) if (value.start, value.end) == (
            split.start,
            split.end,
        ):
            sides = tuple(item.id for item in items if isinstance(item, ir.Name))
            if len(set(sides)) == len(items) == 2 * len(split.args):
                return _Split(statement=statement, arrays=split.args, sides=sides)
    raise Unchangeable("the split does not give every side a name")


def _check_uses(module: ir.Module, fit: _Fit, array: ir.Expr) -> None:
    """The transformed data must go nowhere but into the split."""
    own = {fit.statement.targets[0].start, array.start}
    inside = range(fit.data.start, fit.data.end)
    later = (node for node in walk(module) if isinstance(node, ir.Name) and node.start > fit.statement.start)
    if any(node.id == fit.name and node.start not in own and node.start not in inside for node in later):
        raise Unchangeable(f"`{fit.name}` is used for something else as well")


def _check_between(statements: Sequence[ir.Stmt], fit: _Fit) -> None:
    """What the moved code reads must be the same below the split."""
    read = {node.id for part in (fit.transformer, fit.data) for node in walk(part) if isinstance(node, ir.Name)}
    for node in (each for statement in statements for each in walk(statement)):
        if isinstance(node, ir.Name) and node.id in read:
            raise Unchangeable("what is fitted, or on which data, is used between the fit and the split")


def _below(text: bytes, names: Names, fit: _Fit, split: _Split, index: int) -> list[str]:
    train, test = split.sides[2 * index : 2 * index + 2]
    labels = ""
    if fit.labels is not None:
        if not isinstance(fit.labels, ir.Name):
            raise Unchangeable("the labels are no variable")
        labels = f", {split.sides[2 * split.index(fit.labels.id)]}"
    made = text[fit.transformer.start : fit.transformer.end].decode()
    name, lines = made, []
    if not isinstance(fit.transformer, ir.Name):
        name = _name(fit.transformer, names)
        lines.append(f"{name} = {made}")
    return [*lines, f"{train} = {name}.fit_transform({train}{labels})", f"{test} = {name}.transform({test})"]


def _name(transformer: ir.Expr, names: Names) -> str:
    """A variable for a transformer that was made in the call itself: `standard_scaler` for `StandardScaler()`."""
    func = transformer.func if isinstance(transformer, ir.Call) else transformer
    last = func.name if isinstance(func, ir.Attribute) else func.id if isinstance(func, ir.Name) else ""
    name = _HUMP.sub("_", last).lower()
    if not isinstance(transformer, ir.Call) or not name or name == last or names.is_bound(name):
        raise Unchangeable("the transformer has no name that could be used below")
    return name


def _indent(text: bytes, statement: ir.Stmt) -> str:
    before = text[text.rfind(b"\n", 0, statement.start) + 1 : statement.start].decode()
    if before.strip():
        raise Unchangeable("something stands before the split on its line")
    return before


def _line_end(text: bytes, statement: ir.Stmt) -> int:
    stop = text.find(b"\n", statement.end)
    stop = stop if stop >= 0 else len(text)
    behind = text[statement.end : stop].strip()
    if behind and not behind.startswith(b"#"):
        raise Unchangeable("something stands behind the split on its line")
    return stop
