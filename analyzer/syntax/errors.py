"""Which parts of a file did the parser not understand, and what did it recover inside them?"""

from collections.abc import Iterable

from tree_sitter import Node

from analyzer.syntax import ir, kinds
from analyzer.syntax.lowering import STATEMENTS

_HEADLESS = frozenset(
    (kinds.BLOCK, kinds.ERROR, kinds.ELIF, kinds.ELSE, kinds.EXCEPT, kinds.FINALLY, kinds.CASE, kinds.WITH_ITEM)
)
"""Fragments that hold statements of their own."""

_HOLDERS = _HEADLESS | {
    kinds.MODULE, kinds.FUNCTION, kinds.CLASS, kinds.IF, kinds.WHILE, kinds.FOR, kinds.TRY, kinds.WITH,
}  # fmt: skip
"""Nodes in which an error is read for the statements inside it."""


def recovered(error: Node) -> list[Node]:
    """The statements inside an error node, outermost only, in source order."""
    found: list[Node] = []
    stack = [error]
    while stack:
        node = stack.pop()
        kind = node.kind_id
        if kind in STATEMENTS:
            found.append(node)
        elif kind in _HEADLESS:
            stack += node.children[::-1]
    return found


def gaps(text: bytes, error: Node, inside: list[Node]) -> list[tuple[int, int]]:
    """What an error node covers besides the statements `inside` it: byte ranges without white space at their ends."""
    found: list[tuple[int, int]] = []
    position = error.start_byte
    for start, end in [(node.start_byte, node.end_byte) for node in inside] + [(error.end_byte, error.end_byte)]:
        piece = text[position:start]
        if stripped := piece.strip():
            first = position + piece.index(stripped)
            found.append((first, first + len(stripped)))
        position = max(position, end)
    return found


def error_regions(text: bytes, root: Node) -> list[ir.Region]:
    """What did not parse, in source order; a missing token is the byte where it should have been."""
    found: list[ir.Region] = []
    stack = [(root, kinds.MODULE)]
    while stack:
        node, above = stack.pop()
        kind = node.kind_id
        if kind == kinds.ERROR:
            inside = recovered(node) if above in _HOLDERS else []
            found += [ir.Region(start, end, "syntax") for start, end in gaps(text, node, inside)]
            stack += [(one, kinds.ERROR) for one in reversed(inside)]
        elif node.is_missing:
            start = min(node.start_byte, max(len(text) - 1, 0))
            found.append(ir.Region(start, start + 1, "syntax"))
        elif node.has_error and not _is_format_with_equals(node):
            stack += [(kid, kind) for kid in reversed(node.children)]
    return found


def _is_format_with_equals(node: Node) -> bool:
    """Whether this is `{name:=^10}`, which is read as what it is although the grammar expects a walrus."""
    return node.kind_id == kinds.INTERPOLATION and any(kid.kind_id == kinds.NAMED for kid in node.children)


def merged(regions: Iterable[ir.Region]) -> tuple[ir.Region, ...]:
    """Regions in order, those of one reason that touch or overlap as one."""
    found: list[ir.Region] = []
    for region in sorted(regions, key=lambda region: (region.why, region.start, region.end)):
        last = found[-1] if found else None
        if last is not None and last.why == region.why and region.start <= last.end:
            found[-1] = ir.Region(last.start, max(last.end, region.end), last.why)
        else:
            found.append(region)
    return tuple(sorted(found, key=lambda region: (region.start, region.end)))
