"""What does lowering carry along, and which function lowers which kind of node?

Every function that lowers has the same shape, `(state, node, depth)`, and is entered in one of two tables by the kind
it is for. `depth` is a budget, not a count: see `LIMIT`.
"""

import unicodedata
from collections.abc import Callable
from sys import intern

from tree_sitter import Node

from analyzer.syntax import ir, kinds

LIMIT = 600
"""The deepest the IR may be, in levels of recursion of whoever reads it.

A nesting step costs `NEST`, so 150 levels of brackets, calls or blocks are read; a step to the left along a chain
(`a + b + …`, `x.f().g()…`) costs 1, because each is one struct, so a generated chain of 600 is read whole. MessagePack
decoding needs at most as many levels as the cost says, which stays under CPython's default recursion limit of 1000.
"""

NEST = 4
"""What one level of nesting costs: the longest way from a node to a child, as `Try` → handlers → `Handler` → body."""


class Names(dict[str, str]):
    """From a slice of `Lowering.chars` to the identifier it spells: interned, and NFKC, as Python compares them."""

    def __missing__(self, chars: str) -> str:
        name = intern(chars if chars.isascii() else unicodedata.normalize("NFKC", utf8(chars)))
        self[chars] = name
        return name


class Lowering:
    """What is known while one file is lowered.

    Attributes:
        text: the file as UTF-8.
        chars: the same bytes, one code point each, so that byte offsets slice a str: for ASCII that is the text.
        names: from such a slice to the identifier it spells.
        tolerant: whether the tree has errors, so that no node can be trusted to be whole.
        pruned: what was too deep.
        yields: whether a `yield` was met in the function being lowered.
    """

    __slots__ = ("chars", "names", "pruned", "text", "tolerant", "yields")

    def __init__(self, text: bytes, *, tolerant: bool) -> None:
        self.text = text
        self.chars = text.decode("latin-1")
        self.names = Names()
        self.tolerant = tolerant
        self.pruned: list[ir.Region] = []
        self.yields = False

    def prune(self, node: Node) -> ir.Unknown:
        """An expression that is too deep to be read; remembered as a region."""
        start, end = node.start_byte, node.end_byte
        self.pruned.append(ir.Region(start, end, "depth"))
        return ir.Unknown(start, end, "depth")

    def prune_statement(self, node: Node) -> ir.Broken:
        """A statement that is too deep to be read; remembered as a region."""
        start, end = node.start_byte, node.end_byte
        self.pruned.append(ir.Region(start, end, "depth"))
        return ir.Broken(start, end)


def utf8(chars: str) -> str:
    """The text of a slice of `Lowering.chars`."""
    return chars if chars.isascii() else chars.encode("latin-1").decode("utf-8", "replace")


def unreadable(_state: Lowering, node: Node, _depth: int) -> ir.Expr:
    """What stands for a node that is no expression, or is not whole."""
    return ir.Unknown(node.start_byte, node.end_byte, "syntax")


ExpressionHandler = Callable[[Lowering, Node, int], ir.Expr]
StatementHandler = Callable[[Lowering, Node, int], ir.Stmt]

EXPRESSIONS: dict[int, ExpressionHandler] = dict.fromkeys((*range(kinds.COUNT), kinds.ERROR), unreadable)
STATEMENTS: dict[int, StatementHandler] = {}


def expression(*of_kinds: int) -> Callable[[ExpressionHandler], ExpressionHandler]:
    """Enters a function in `EXPRESSIONS` for these kinds."""

    def enter(handler: ExpressionHandler) -> ExpressionHandler:
        EXPRESSIONS.update(dict.fromkeys(of_kinds, handler))
        return handler

    return enter


def statement(*of_kinds: int) -> Callable[[StatementHandler], StatementHandler]:
    """Enters a function in `STATEMENTS` for these kinds."""

    def enter(handler: StatementHandler) -> StatementHandler:
        STATEMENTS.update(dict.fromkeys(of_kinds, handler))
        return handler

    return enter


def without_space(children: list[Node]) -> list[Node]:
    """The children that are neither comment, line continuation nor error."""
    return [child for child in children if child.kind_id not in kinds.SPACE and child.kind_id != kinds.ERROR]


def between_commas(state: Lowering, children: list[Node], first: int, end: int) -> list[Node]:
    """The items of a comma-separated list.

    Items and commas alternate unless a comment or an error stands between them, so every second child is an item,
    and any irregularity shows at the place of an item.

    Args:
        state: of the file.
        children: of the node that holds the list.
        first: index of the first item.
        end: index after the last item or comma.
    """
    items = children[first:end:2]
    if state.tolerant or not kinds.IRREGULAR.isdisjoint([item.kind_id for item in items]):
        return [item for item in children[first:end] if item.kind_id != kinds.COMMA and item.kind_id not in kinds.SPACE]
    return items
