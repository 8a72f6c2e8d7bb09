"""Which columns does a comprehension over the names of columns keep?"""

from typing import TYPE_CHECKING

from analyzer.interpret import library
from analyzer.interpret.values import Content, Value
from analyzer.syntax import ir

if TYPE_CHECKING:
    from analyzer.interpret.machine import Interpreter


def filtered(m: "Interpreter", node: ir.Comprehension) -> Value | None:
    """The list that `[c for c in df.columns if c != "a"]` gives; None if that is not what `node` does.

    Where a test is not understood, it is a list of which nothing is known.
    """
    if len(node.clauses) != 1 or node.kind == "dict":
        return None
    (clause,) = node.clauses
    target, value = clause.target, node.value
    if not (isinstance(target, ir.Name) and isinstance(value, ir.Name) and target.id == value.id):
        return None
    found = library.column_names(m.state, m.evaluate(clause.iterable))
    if not found:
        return None
    for test in clause.tests:
        found = _kept(m, test, target.id, found)
    return library.list_of_names(m, found, m.place(node))


def _kept(m: "Interpreter", test: ir.Expr, name: str, found: frozenset[Content]) -> frozenset[Content]:
    """The names of `found` for which `test` holds."""
    match test:
        case ir.Boolean(op="and"):
            return _kept(m, test.right, name, _kept(m, test.left, name, found))
        case ir.Unary(op="not", value=ir.Compare(ops=("in",)) as inner):
            return _kept_by(m, inner, name, found)
        case ir.Compare(ops=("!=" | "not in",)):
            return _kept_by(m, test, name, found)
        case _:
            return library.without_names(m.state, found, None)


def _kept_by(m: "Interpreter", test: ir.Compare, name: str, found: frozenset[Content]) -> frozenset[Content]:
    left = test.left
    known = isinstance(left, ir.Name) and left.id == name
    return library.without_names(m.state, found, m.evaluate(test.rights[0]) if known else None)
