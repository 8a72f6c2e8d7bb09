"""Is nesting read as deep as promised, cut where promised, and in linear time?"""

import sys
import time

import pytest

from analyzer.syntax import ir
from analyzer.syntax.codec import decode, encode
from analyzer.syntax.lower import parse
from analyzer.syntax.walk import walk
from tests.unit.syntax.normal_form import source

SHAPES = {
    "brackets": ("[", "1", "]"),
    "calls": ("f(", "1", ")"),
    "keywords": ("f(a=", "1", ")"),
    "subscripts": ("a[", "0", "]"),
    "dicts": ("{1: ", "1", "}"),
    "lambdas": ("lambda: ", "1", ""),
    "unary": ("-", "1", ""),
    "not": ("not ", "1", ""),
    "powers": ("1 ** ", "1", ""),
    "conditions": ("a if b else ", "1", ""),
    "comprehensions": ("[a for a in ", "b", "]"),
    "attributes": ("", "a", ".b"),
    "methods": ("", "a", ".b()"),
    "sums": ("", "1", " + 1"),
    "booleans": ("", "a", " and a"),
    "grouped attributes": ("(", "a", ").b"),
    "walruses": ("(a := ", "1", ")"),
}


def module_of(text: str) -> ir.Module:
    return parse(source(text), "m", False)


def nested(shape: str, depth: int) -> ir.Module:
    opening, core, closing = SHAPES[shape]
    return module_of(f"x = {opening * depth}{core}{closing * depth}\n")


def unknown(module: ir.Module) -> list[ir.Unknown]:
    return [node for node in walk(module) if isinstance(node, ir.Unknown)]


@pytest.mark.parametrize("shape", SHAPES)
def test_a_hundred_levels_are_read(shape: str) -> None:
    module = nested(shape, 100)
    assert module.broken == ()
    assert unknown(module) == []


@pytest.mark.parametrize("shape", SHAPES)
def test_ten_thousand_levels_are_cut(shape: str) -> None:
    module = nested(shape, 10_000)
    assert [region.why for region in module.broken] == ["depth"]
    assert [node.why for node in unknown(module)] == ["depth"]
    (region,) = module.broken
    (node,) = unknown(module)
    assert (region.start, region.end) == (node.start, node.end)
    assert decode(encode(module)) == module


@pytest.mark.parametrize(("shape", "links"), [("sums", 500), ("methods", 250), ("attributes", 500), ("booleans", 500)])
def test_long_chains_of_generated_code_are_read(shape: str, links: int) -> None:
    module = nested(shape, links)
    assert module.broken == ()
    assert decode(encode(module)) == module


def test_parentheses_cost_no_depth() -> None:
    module = module_of(f"x = {'(' * 10_000}1{')' * 10_000}\n")
    assert module.broken == ()
    assert [type(node) for node in walk(module)] == [ir.Assign, ir.Name, ir.Const]


@pytest.mark.parametrize("head", ["if x:", "for a in b:", "while x:", "def f():", "class C:", "try:", "with x:"])
def test_nested_blocks(head: str) -> None:
    def blocks(depth: int) -> ir.Module:
        return module_of("".join(f"{' ' * level}{head}\n" for level in range(depth)) + f"{' ' * depth}x = 1\n")

    read = blocks(90)
    assert not any(isinstance(node, ir.Broken) for node in walk(read)) or head == "try:"
    cut = blocks(300)
    assert "depth" in {region.why for region in cut.broken} or head == "try:"
    assert decode(encode(cut)) == cut


def test_long_chain_of_elif() -> None:
    text = "if a: pass\n" + "elif b: pass\n" * 250
    assert module_of(text).broken == ()
    cut = module_of("if a: pass\n" + "elif b: pass\n" * 10_000 + "y = 1\n")
    assert [region.why for region in cut.broken] == ["depth"]
    assert isinstance(cut.body[-1], ir.Assign)
    assert decode(encode(cut)) == cut


def test_wide_code_is_not_deep() -> None:
    text = "a = " * 5_000 + "1\n" + '"a" ' * 5_000 + "\n" + "x < " * 5_000 + "x\n" + "import a" + ".b" * 5_000 + "\n"
    assert module_of(text).broken == ()


def test_recursion_limit_is_left_alone() -> None:
    before = sys.getrecursionlimit()
    nested("calls", 10_000)
    assert sys.getrecursionlimit() == before


@pytest.mark.parametrize("shape", ["brackets", "calls", "methods", "dicts"])
def test_time_is_linear(shape: str) -> None:
    def seconds(depth: int) -> float:
        started = time.process_time()
        nested(shape, depth)
        return time.process_time() - started

    nested(shape, 2_000)
    assert seconds(40_000) < 60 * max(seconds(4_000), 0.005)


def test_comments_at_every_level_do_not_multiply_the_work() -> None:
    depth = 60
    text = "x = " + "f(  # a\n" * depth + "1" + ",  # b\n)" * depth + "\n"
    started = time.process_time()
    module = module_of(text)
    assert time.process_time() - started < 1
    assert sum(isinstance(node, ir.Call) for node in walk(module)) == depth
