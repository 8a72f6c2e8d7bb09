"""What does lowering make of code that CPython would not parse, and of what the IR says in its own way?"""

import pytest

from analyzer.syntax import ir
from analyzer.syntax.lower import parse
from analyzer.syntax.walk import walk
from tests.unit.syntax.normal_form import source


def lower(text: str | bytes) -> ir.Module:
    return parse(source(text), "m", False)


def only(text: str) -> ir.Stmt:
    """The one statement of a text that is read whole."""
    module = lower(text)
    assert module.broken == ()
    (statement,) = module.body
    return statement


def value(text: str) -> ir.Expr:
    statement = only(text)
    assert isinstance(statement, ir.ExprStmt)
    return statement.value


def called(module: ir.Module) -> list[str]:
    return [node.func.id for node in walk(module) if isinstance(node, ir.Call) and isinstance(node.func, ir.Name)]


def assigned(module: ir.Module) -> list[str]:
    return [
        target.id
        for node in walk(module)
        if isinstance(node, ir.Assign)
        for target in node.targets
        if isinstance(target, ir.Name)
    ]


def broken_text(text: str) -> list[str]:
    return [text.encode()[region.start : region.end].decode() for region in lower(text).broken]


# --- Python 2 --------------------------------------------------------------------------------------------------------


def test_print_is_a_call() -> None:
    call = value("print 'a', b\n")
    assert isinstance(call, ir.Call)
    assert call.func == ir.Name(0, 5, "print")
    assert call.args == (ir.Const(6, 9, "a"), ir.Name(11, 12, "b"))


def test_print_to_a_file_has_the_file_as_keyword() -> None:
    call = value("print >>f, x\n")
    assert isinstance(call, ir.Call)
    assert call.args == (ir.Name(11, 12, "x"),)
    assert call.keywords == (ir.Keyword(6, 9, "file", ir.Name(8, 9, "f")),)


def test_exec_is_a_call() -> None:
    call = value("exec code in a, b\n")
    assert isinstance(call, ir.Call)
    assert [argument.id for argument in call.args if isinstance(argument, ir.Name)] == ["code", "a", "b"]


def test_except_with_a_comma_binds_a_lower_case_name() -> None:
    statement = only("try:\n  a\nexcept E, e:\n  b\n")
    assert isinstance(statement, ir.Try)
    assert statement.handlers[0].name == "e"
    assert statement.handlers[0].catches == ir.Name(16, 17, "E")


def test_except_with_a_comma_catches_two_classes() -> None:
    statement = only("try:\n  a\nexcept E, F:\n  b\n")
    assert isinstance(statement, ir.Try)
    assert statement.handlers[0].name is None
    assert isinstance(statement.handlers[0].catches, ir.Sequence)


def test_raise_with_an_argument_is_the_call_it_stands_for() -> None:
    statement = only("raise E, 'x'\n")
    assert isinstance(statement, ir.Raise)
    assert statement.value == ir.Call(6, 12, ir.Name(6, 7, "E"), (ir.Const(9, 12, "x"),), ())


@pytest.mark.parametrize(("text", "number"), [("0777\n", 511), ("10L\n", 10), ("0xFFL\n", 255), ("0\n", 0)])
def test_numbers(text: str, number: int) -> None:
    found = value(text)
    assert isinstance(found, ir.Const)
    assert found.value == number


def test_old_operators_and_quotes() -> None:
    compare = value("a <> b\n")
    assert isinstance(compare, ir.Compare)
    assert compare.ops == ("<>",)
    assert value("`a`\n") == ir.Unknown(0, 3, "backticks")
    assert value("ur'\\d'\n") == ir.Const(0, 6, "\\d")


def test_parameters_that_are_tuples_keep_their_place() -> None:
    function = only("def f(a, (b, c), d): pass\n")
    assert isinstance(function, ir.Function)
    assert [parameter.name for parameter in function.parameters] == ["a", "(b, c)", "d"]


# --- newer than the interpreter --------------------------------------------------------------------------------------


def test_type_parameters_are_left_out() -> None:
    module = lower("type X[T] = list[T]\ndef f[T: int](a: T) -> T: pass\nclass C[T](B): pass\n")
    alias, function, cls = module.body
    assert module.broken == ()
    assert isinstance(alias, ir.Assign) and alias.targets == (ir.Name(5, 6, "X"),)
    assert isinstance(function, ir.Function) and function.parameters[0].name == "a"
    assert isinstance(cls, ir.Class) and len(cls.bases) == 1


def test_template_string_is_never_a_str() -> None:
    template = value("t'a{b}'\n")
    assert isinstance(template, ir.FString)
    assert template.parts == (ir.Const(2, 3, "a"), ir.Name(4, 5, "b"))
    assert isinstance(value("t'a'\n"), ir.FString)


def test_quotes_inside_an_f_string() -> None:
    found = value('f"{a["b"]}"\n')
    assert isinstance(found, ir.FString)
    assert found.parts == (ir.Subscript(3, 9, ir.Name(3, 4, "a"), ir.Const(5, 8, "b")),)


# --- what the IR says in its own way ---------------------------------------------------------------------------------


def test_conversion_and_format_are_calls() -> None:
    found = value("f'{a!r:>3}'\n")
    assert isinstance(found, ir.FString)
    (call,) = found.parts
    assert isinstance(call, ir.Call) and isinstance(call.func, ir.Name) and call.func.id == "format"
    inner, spec = call.args
    assert isinstance(inner, ir.Call) and isinstance(inner.func, ir.Name) and inner.func.id == "repr"
    assert isinstance(spec, ir.Const) and spec.value == ">3"


@pytest.mark.parametrize(
    ("text", "why"),
    [("...\n", "ellipsis"), ("1j\n", "number"), ("18446744073709551616\n", "number"), ("'\\ud800'\n", "surrogate"),
     ("'\\N{no such}'\n", "syntax"), ("'\\xZ'\n", "syntax"), ("b'' ''\n", "syntax")],
)  # fmt: skip
def test_beyond_the_ir(text: str, why: str) -> None:
    assert value(text) == ir.Unknown(0, len(text) - 1, why)


def test_definitions_begin_after_their_decorators() -> None:
    function = only("@a\nasync def f(): pass\n")
    assert isinstance(function, ir.Function)
    assert (function.start, function.name_start, function.decorators) == (3, 13, (ir.Name(1, 2, "a"),))


def test_elif_is_alone_in_orelse() -> None:
    statement = only("if a: b\nelif c: d\nelse: e\n")
    assert isinstance(statement, ir.If)
    (nested,) = statement.orelse
    assert isinstance(nested, ir.If) and nested.start == 8 and len(nested.orelse) == 1


def test_only_comments_addressed_to_us_are_kept() -> None:
    text = "# mlvet: ignore[x]\nx = 1  #MLVET : y \n# other\ns = '# mlvet: no'\n# see # mlvet: no\n"
    assert [comment.text for comment in lower(text).comments] == ["# mlvet: ignore[x]", "#MLVET : y"]


# --- broken code -----------------------------------------------------------------------------------------------------


def test_conflict_markers_do_not_hide_either_side() -> None:
    text = "a = 1\n<<<<<<< HEAD\nb = f(2)\n=======\nc = g(3)\n>>>>>>> other\nd = 4\n"
    module = lower(text)
    assert assigned(module) == ["a", "b", "c", "d"]
    assert called(module) == ["f", "g"]
    assert any(isinstance(statement, ir.Broken) for statement in module.body)
    assert broken_text(text) == ["<<<<<<<", "=======", ">>>>>>>"]


def test_broken_header_keeps_the_body() -> None:
    text = "def f(:\n  x = g(1)\n\ny = h(2)\n"
    module = lower(text)
    assert called(module) == ["g", "h"]
    assert broken_text(text) == [":"]


@pytest.mark.parametrize("junk", ["x =", "f(", "if", "%magic", "!pip install x", "d = {", "class", "def"])
def test_half_a_line_costs_little(junk: str) -> None:
    before = "".join(f"def before{n}(a):\n    return use{n}(a)\n\n" for n in range(5))
    after = before.replace("before", "after").replace("use", "late")
    module = lower(f"{before}\n{junk}\n\n{after}")
    names = called(module)
    assert {f"use{n}" for n in range(5)} <= set(names)
    assert {f"late{n}" for n in range(2, 5)} <= set(names)


def test_a_bracket_never_closed_costs_its_own_line() -> None:
    text = "x = 1\nd = {'a': f(1),\n\ndef g(a):\n    return h(a)\n\nimport i\n"
    module = lower(text)
    assert [type(statement).__name__ for statement in module.body] == ["Assign", "Function", "Import"]
    assert called(module) == ["h"]
    assert broken_text(text) == ["d = {'a': f(1),\n\n"]


def test_statements_beside_a_broken_one_in_a_class_are_kept() -> None:
    text = "class C:\n    def a(self):\n        f()\n    x = (\n    def b(self):\n        g()\n\nh()\n"
    assert {"f", "h"} <= set(called(lower(text)))
    assert lower(text).broken


def test_missing_token_is_one_byte() -> None:
    module = lower("x = f(a\n")
    assert module.broken
    assert all(0 <= region.start < region.end <= 8 for region in module.broken)


@pytest.mark.parametrize(
    "text", [b"", b"\n", b"\x00", b"\xff\xfe", b"'", b"(", b"f'{", b"\\", b"@", b"\xef\xbb\xbfx\n"]
)
def test_no_text_is_too_odd(text: bytes) -> None:
    module = lower(text)
    assert all(0 <= region.start < region.end <= len(text) for region in module.broken)


def test_valid_code_has_no_broken_region() -> None:
    assert lower("print(f'{a:=^30}')\nprint(f'{a:,}')\n").broken == ()
