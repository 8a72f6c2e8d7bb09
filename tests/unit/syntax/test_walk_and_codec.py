"""Do traversal and encoding lose nothing?"""

import msgspec
import pytest

from analyzer.syntax import ir
from analyzer.syntax.codec import decode, encode
from analyzer.syntax.lower import parse
from analyzer.syntax.walk import functions, walk
from tests.unit.syntax.normal_form import source

TEXT = """
@d1(a)
class C(B, metaclass=M, *rest):
    def method(self, a: int = 1) -> str:
        def inner():
            yield a if b else c
        return inner
    if x:
        async def maybe(self): pass
try:
    f(k=1, *b, **c)
except E as e:
    def handler(): pass
finally:
    x: int = g(b'\\xff', f'{y!r}', -1.5, None, True)
match z:
    case 1:
        def in_case(): pass
# mlvet: ignore
"""


def test_functions_have_the_qualified_names_of_python() -> None:
    module = parse(source(TEXT), "m", False)
    names = [name for name, _ in functions(module)]
    assert names == ["C.method", "C.method.<locals>.inner", "C.maybe", "handler", "in_case"]


def test_walk_is_in_source_order_and_complete() -> None:
    module = parse(source(TEXT), "m", False)
    names = [node.id for node in walk(module) if isinstance(node, ir.Name)]
    assert names[:5] == ["d1", "a", "B", "M", "rest"]
    condition = next(node for node in walk(module) if isinstance(node, ir.Conditional))
    assert [node.id for node in walk(condition) if isinstance(node, ir.Name)] == ["a", "b", "c"]
    call = next(node for node in walk(module) if isinstance(node, ir.Call) and node.func.start == TEXT.index("f(k"))
    assert [type(node).__name__ for node in walk(call)][:4] == ["Call", "Name", "Keyword", "Const"]


def test_walk_of_a_node_begins_with_it() -> None:
    (statement,) = parse(source("x = 1\n"), "m", False).body
    assert next(walk(statement)) is statement


def test_round_trip() -> None:
    module = parse(source(TEXT), "m", True)
    assert module.broken == ()
    assert decode(encode(module)) == module


def test_damaged_bytes_are_refused() -> None:
    data = encode(parse(source(TEXT), "m", True))
    with pytest.raises(msgspec.DecodeError):
        decode(data[:-3])
    with pytest.raises(msgspec.DecodeError):
        decode(msgspec.msgpack.encode(["m", "p", 1]))
