"""Which part of a request does the program itself choose?

A handler whose route is a constant without variable parts is only called with that path: `request.path` is then as
trustworthy as the route, whatever the client sends.
"""

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from analyzer.interpret.values import Origin, Value
from analyzer.knowledge.lookup import lookup
from analyzer.syntax import ir

if TYPE_CHECKING:
    from analyzer.interpret.machine import Interpreter

_DECORATORS: Final = frozenset({"route", "get", "post", "put", "patch", "delete"})
_FIXED: Final = Origin("verified", "the path of a route without variables")


def settled(m: "Interpreter", source: Value) -> Value:
    """`source`, a part of a request that was just read; trusted if it is the path (option `routed`) of such a route."""
    rows = [lookup(symbol) for symbol in source.symbols]
    if not all(row is not None and row.option("routed") for row in rows):
        return source
    return replace(source, origins=frozenset((_FIXED,))) if any(map(_is_fixed, _handlers(m))) else source


def _handlers(m: "Interpreter") -> list[ir.Function]:
    """The functions that are being run, the innermost last."""
    found = [m.code.get((frame.module, frame.qualname)) for frame in m.frames]
    return [node for node in found if isinstance(node, ir.Function)]


def _is_fixed(node: ir.Function) -> bool:
    routes = [
        each.args[0] if each.args else None
        for each in node.decorators
        if isinstance(each, ir.Call) and isinstance(each.func, ir.Attribute) and each.func.name in _DECORATORS
    ]
    texts = [route.value if isinstance(route, ir.Const) else None for route in routes]
    return bool(texts) and all(isinstance(text, str) and "<" not in text and "{" not in text for text in texts)
