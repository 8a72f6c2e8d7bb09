"""What remains of a module without one of its statements?"""

from collections.abc import Iterator

from analyzer.syntax import ir
from analyzer.syntax.walk import walk

_BLOCKS = ("body", "orelse", "final")


def blocks(module: ir.Module) -> Iterator[tuple[ir.Stmt, ...]]:
    """Every run of statements of a module, from the outside in."""
    yield module.body
    for node in walk(module):
        for field in _BLOCKS:
            block = getattr(node, field, ())
            if isinstance(block, tuple) and block:
                yield block


def deletion(text: bytes, statement: ir.Stmt, block: tuple[ir.Stmt, ...]) -> tuple[int, int, str]:
    """(start, end, text) of the edit that takes `statement` out of `block`.

    Its lines go whole, a comment behind it included; `pass` takes its place where a block would be left without a
    statement, and where others stand on its line.
    """
    start = text.rfind(b"\n", 0, statement.start) + 1
    stop = text.find(b"\n", statement.end)
    behind = text[statement.end : stop if stop >= 0 else None].strip()
    alone = not text[start : statement.start].strip() and (not behind or behind.startswith(b"#"))
    if not alone or len(block) == 1:
        return statement.start, statement.end, "pass"
    return start, stop + 1 if stop >= 0 else len(text), ""
