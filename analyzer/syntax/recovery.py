"""Which tree of a broken file hides least: the parser's own, or one with a bracket that was never closed left out?

An open bracket at the end of half-written code lets the parser take all that follows for its inside. No line inside
brackets can begin with `def` or `import`; where one does, what stands between the start of the error and that line is
blanked, offsets unchanged, and the file parsed again.
"""

import re

from tree_sitter import Parser, Tree

from analyzer.syntax import ir, kinds
from analyzer.syntax.errors import error_regions

ROUNDS = 3
"""How often a file is parsed again at most."""

_BEGINS = re.compile(
    rb"^[ \t]*(?:def|class|async[ \t]+def|import|from[ \t]+[\w.]+[ \t]+import|return|raise|while|try|with)\b",
    re.MULTILINE,
)
_INK = re.compile(rb"[^\n]")


def tree_of(text: bytes) -> tuple[Tree, bytes, list[ir.Region]]:
    """The tree that hides least, the text it is of, and the regions that it does not read.

    The text is as long as the one given, and has its line ends in the same places.
    """
    tree = _parsed(text)
    if not tree.root_node.has_error:
        return tree, text, []
    regions = error_regions(text, tree.root_node)
    blanked: list[ir.Region] = []
    best = (tree, text, regions)
    for _ in range(ROUNDS):
        hidden = _swallowing(text, regions)
        if hidden is None:
            break
        text = text[: hidden.start] + _INK.sub(b" ", text[hidden.start : hidden.end]) + text[hidden.end :]
        blanked.append(hidden)
        tree = _parsed(text)
        regions = error_regions(text, tree.root_node)
        if _size([*regions, *blanked]) < _size(best[2]):
            best = (tree, text, [*regions, *blanked])
    return best


def _parsed(text: bytes) -> Tree:
    return Parser(kinds.LANGUAGE).parse(text)


def _swallowing(text: bytes, regions: list[ir.Region]) -> ir.Region | None:
    """The beginning of the first region that holds the beginning of a statement in a later line."""
    for region in regions:
        second_line = text.find(b"\n", region.start, region.end)
        if second_line >= 0 and (begin := _BEGINS.search(text, second_line + 1, region.end)):
            return ir.Region(region.start, begin.start(), "syntax")
    return None


def _size(regions: list[ir.Region]) -> int:
    return sum(region.end - region.start for region in regions)
