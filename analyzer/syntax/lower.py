"""What does a source file say, as IR?

The concrete tree is read once, top down, through `Node.children`: on 82,000 lines of a real package a node costs 215 ns
that way and 220 ns through a `TreeCursor`, and a list of children can be read by position, so commas and brackets are
never visited. There parsing does 215,000 lines/s, lowering 115,000, both together 75,000.
"""

import re

from tree_sitter import Tree

from analyzer.source.file import SourceFile
from analyzer.syntax import expressions, ir, kinds, literals, operators, scopes, statements
from analyzer.syntax.compound import block
from analyzer.syntax.errors import merged
from analyzer.syntax.lowering import Lowering
from analyzer.syntax.recovery import tree_of

_ADDRESSED = re.compile(rb"#[ \t]*mlvet[ \t]*:[^\n]*", re.IGNORECASE)
HANDLERS = (expressions, literals, operators, scopes, statements)
"""The modules that enter their functions in the tables of `lowering` when they are imported."""


def parse(source: SourceFile, name: str, is_package: bool) -> ir.Module:
    """A file as IR; never fails: what cannot be read is `Broken` or `Unknown` and a region of `Module.broken`.

    Args:
        source: the file; its text has `\\n` line ends.
        name: dotted name of the module in the project.
        is_package: whether the file is an `__init__.py`.
    """
    tree, text, regions = tree_of(source.text)
    state = Lowering(text, tolerant=tree.root_node.has_error)
    body = block(state, tree.root_node, 0)
    return ir.Module(name, source.path, is_package, body, _comments(text, tree), merged(state.pruned + regions))


def _comments(text: bytes, tree: Tree) -> tuple[ir.Comment, ...]:
    """The comments addressed to this tool; the tree says whether a match is one or stands in a string."""
    found: list[ir.Comment] = []
    for match in _ADDRESSED.finditer(text):
        start, end = match.span()
        node = tree.root_node.descendant_for_byte_range(start, start + 1)
        if node is not None and node.kind_id == kinds.COMMENT and node.start_byte == start:
            found.append(ir.Comment(start, end, match[0].decode("utf-8", "replace").rstrip()))
    return tuple(found)
