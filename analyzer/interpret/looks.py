"""How does the code look at data before a model learns from it: for gaps, duplicates, ranges, labels, its schema, size?

Kept per dataset (the root of its rows), wherever the look is taken: a rule that says that nobody looks must be sure.
"""

from functools import cache
from typing import TYPE_CHECKING, Final

from analyzer.interpret.arguments import Arguments
from analyzer.interpret.values import Place, Value
from analyzer.syntax import ir
from analyzer.syntax.walk import walk

if TYPE_CHECKING:
    from analyzer.interpret.machine import Interpreter

ASKED_FOR: Final = "unchecked-data"  # the fact without which nobody asks

_KINDS: Final = {
    "gaps": "isnull isna notnull notna hasnans dropna fillna interpolate ffill bfill isfinite isnan nan_to_num",
    "duplicates": "duplicated drop_duplicates is_unique is_duplicated unique",
    "ranges": "between clip is_between query filter",
    "labels": "isin value_counts nunique is_in crosstab set_categories",
    "schema": "validate equals",
}
_BY_NAME: Final = {name: kind for kind, names in _KINDS.items() for name in names.split()}
_COUNTING: Final = frozenset({"shape", "size", "empty", "sum", "mean", "count", "nunique", "value_counts"})
_CHECKING: Final = ("valid", "check", "expect", "verify", "sanity", "assert", "schema")

_DIVIDING: Final = ("cross_valid", "crossvalid", "split", "fold")  # what "valid" may be a part of as well


@cache
def kind(name: str) -> str:
    """What an API of this qualified name looks for; "" if for nothing."""
    return _BY_NAME.get(name.rpartition(".")[2], "")


def looked(m: "Interpreter", values: tuple[Value, ...], what: str) -> None:
    """Keep that the code looks at the data in `values`."""
    for value in values:
        for rows in m.state.rows(value):
            m.facts.looks.setdefault(rows.root, set()).add(what)


def handed(m: "Interpreter", name: str, args: Arguments) -> None:
    """Data is handed to something whose name says that it checks: what it looks for is not known, so it counts."""
    if any(word in name.lower() for word in _CHECKING) and not any(word in name.lower() for word in _DIVIDING):
        looked(m, (*args.positional, *args.keywords.values()), "schema")


def asserted(m: "Interpreter", test: ir.Expr, place: Place) -> None:
    """A condition that must hold for the program to go on: the data that it mentions is checked."""
    m.assuming += 1
    try:
        values = tuple(m.evaluate(node) for node in walk(test) if isinstance(node, (ir.Name, ir.Attribute)))
    finally:
        m.assuming -= 1
    looked(m, values, "asserted")
    if not _is_about_values(test):
        looked(m, values, "asserted otherwise")


def _is_about_values(test: ir.Expr) -> bool:
    """Whether a condition speaks of single values (gaps, repeats, ranges, labels), and not of how many there are."""
    called = [
        node.func.name for node in walk(test) if isinstance(node, ir.Call) and isinstance(node.func, ir.Attribute)
    ]
    mentioned = {node.name for node in walk(test) if isinstance(node, ir.Attribute)}
    counted = any(isinstance(node, ir.Name) and node.id == "len" for node in walk(test))
    return any(name in _BY_NAME for name in called) and not counted and _COUNTING.isdisjoint(mentioned)
