"""Does a changed call keep its layout and comments, and is what cannot be changed for certain refused?"""

import pytest

from analyzer.fix.calls import Alteration, Unchangeable, altered
from analyzer.model.finding import Action


def _set(name: str, code: str, position: int | None = None) -> Alteration:
    return Alteration(action=Action.SET_ARGUMENT, name=name, code=code, position=position)


def _drop(name: str, position: int | None = None) -> Alteration:
    return Alteration(action=Action.DROP_ARGUMENT, name=name, position=position)


def _call(code: str) -> Alteration:
    return Alteration(action=Action.CALL, code=code)


TAKEN = _set("w", "True")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("f()", "f(w=True)"),
        ("f(a)", "f(a, w=True)"),
        ("f(a,)", "f(a, w=True,)"),
        ("f(*a)", "f(*a, w=True)"),
        ("f((x for x in y))", "f((x for x in y), w=True)"),
        ("f(a, w=False)", "f(a, w=True)"),
        ("f(a, w = g(1), b=2)", "f(a, w = True, b=2)"),
        ("f(\n    a,\n    b,  # b\n)", "f(\n    a,\n    b,  # b\n    w=True,\n)"),
        ("f(\n    a,\n    b  # b\n)", "f(\n    a,\n    b,  # b\n    w=True\n)"),
        ("f(\n\ta,\n\tb,\n)", "f(\n\ta,\n\tb,\n\tw=True,\n)"),
        ("f(\n    a,\n    # behind\n)", "f(\n    a,\n    w=True,\n    # behind\n)"),
        ("f(\n    a\n)", "f(\n    a,\n    w=True\n)"),
        ("f(\n    a, b\n)", "f(\n    a, b, w=True\n)"),
        ("f(a,\n  b)", "f(a,\n  b,\n  w=True)"),
        ("f(a, b,\n  c, d)", "f(a, b,\n  c, d, w=True)"),
        ("f(a\n  , b)", "f(a\n  , b, w=True)"),
        ("f(a,  # a\n)", "f(a,  # a\nw=True,\n)"),
        ("f(  # why\n)", "f(  # why\nw=True)"),
        ("f(g(\n    a,\n))", "f(g(\n    a,\n), w=True)"),
        ("f \\\n  (a)", "f \\\n  (a, w=True)"),
        ("(f)(a)", "(f)(a, w=True)"),
        ("f(a)(b)", "f(a)(b, w=True)"),
        ("f('ü€😀')", "f('ü€😀', w=True)"),
    ],
)
def test_an_argument_is_set(before: str, after: str) -> None:
    assert altered(before, [TAKEN]) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("f(a, None, True)", "f(a, None, False)"),
        ("f(a, None, w=True)", "f(a, None, w=False)"),
        ("f(a)", "f(a, w=False)"),
        ("f(a, w=1, *b)", "f(a, w=False, *b)"),
    ],
)
def test_an_argument_may_stand_by_position(before: str, after: str) -> None:
    assert altered(before, [_set("w", "False", 2)]) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("f(w=1)", "f()"),
        ("f(w=1, a=2)", "f(a=2)"),
        ("f(a, w=1)", "f(a)"),
        ("f(a, w=1,)", "f(a,)"),
        ("f(a, w=1, b=2)", "f(a, b=2)"),
        ("f(a,\n  w=1)", "f(a)"),
        ("f(a, w=1,\n  b=2)", "f(a,\n  b=2)"),
        ("f(\n    w=1,\n)", "f()"),
        ("f(\n    # why\n    w=1,\n)", "f(\n    # why\n)"),
        ("f(\n    a,  # a\n    w=1,  # w\n)", "f(\n    a,  # a\n)"),
        ("f(\n    a,  # a\n    w=1\n)", "f(\n    a  # a\n)"),
        ("f(\n    a,  # a\n    w=1)", "f(\n    a  # a\n    )"),
        ("f(\n    w=1,  # w\n    b=1,  # b\n)", "f(\n    b=1,  # b\n)"),
        ("f(a, w=1,  # both\n  b=2)", "f(a,  # both\n  b=2)"),
        ("f(a,\n    w=1,\n    # about b\n    b=2,\n)", "f(a,\n    # about b\n    b=2,\n)"),
        ("f(a\n  , w=1\n  , b=2)", "f(a\n  , b=2)"),
        ("f(**k, w=1)", "f(**k)"),
    ],
)
def test_an_argument_is_dropped(before: str, after: str) -> None:
    assert altered(before, [_drop("w")]) == after


def test_the_last_positional_argument_is_dropped() -> None:
    assert altered("f(a, L)", [_drop("w", 1)]) == "f(a)"
    assert altered("f(a, L, b=1)", [_drop("w", 1)]) == "f(a, b=1)"


@pytest.mark.parametrize(
    ("before", "callee", "after"),
    [
        ("yaml.load(x)", "yaml.safe_load", "yaml.safe_load(x)"),
        ("yaml \\\n  .load(x)", "yaml.safe_load", "yaml \\\n  .safe_load(x)"),
        ("load(x)", "yaml.safe_load", "yaml.safe_load(x)"),
        ("a.b.load(x)", "literal_eval", "literal_eval(x)"),
    ],
)
def test_another_api_is_called(before: str, callee: str, after: str) -> None:
    assert altered(before, [_call(callee)]) == after


def test_changes_add_up() -> None:
    before = "yaml.load(\n    x,\n    yaml.Loader,  # tags\n)"
    assert altered(before, [_drop("Loader", 1), _call("yaml.safe_load")]) == "yaml.safe_load(\n    x,\n)"
    assert altered("f(a, b=1, c=2)", [_drop("b"), _drop("c"), TAKEN]) == "f(a, w=True)"


@pytest.mark.parametrize(
    ("before", "change"),
    [
        ("f(*a)", _set("w", "True", 1)),
        ("f(**k)", TAKEN),
        ("f(a, **{'w': False})", TAKEN),
        ("f(x for x in y)", TAKEN),
        ("f(a)", _drop("w")),
        ("f(a, *b)", _drop("w", 1)),
        ("f(a, b, c)", _drop("w", 1)),
        ("f(*a)", _call("g")),
        ("f(**k)", _call("g")),
        ("f + g", TAKEN),
        ("f(a b)", TAKEN),
        ("f(", TAKEN),
        ("f(a)", Alteration(action=Action.DELETE)),
    ],
)
def test_what_is_not_certain_is_refused(before: str, change: Alteration) -> None:
    with pytest.raises(Unchangeable):
        altered(before, [change])


def test_code_that_is_no_expression_is_refused() -> None:
    with pytest.raises(Unchangeable):
        altered("f(a)", [_set("w", "x for")])


@pytest.mark.parametrize("text", ["f(" + "[" * 5_000 + "]" * 5_000 + ")", f"f('{'x' * 30_000}')"])
def test_a_call_written_by_a_machine_is_refused(text: str) -> None:
    with pytest.raises(Unchangeable, match="too long or nested too deeply"):
        altered(text, [TAKEN])


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("f(a, b)", "f(b, a)"),
        ("f(a,  # labels\n  b, 3)", "f(b,  # labels\n  a, 3)"),
        ("f(y=a, p=b)", "f(y=b, p=a)"),
        ("f(p=a, y=b)", "f(p=b, y=a)"),
        ("f(a, p=b)", "f(b, p=a)"),
    ],
)
def test_arguments_change_places(before: str, after: str) -> None:
    assert altered(before, [Alteration(action=Action.SWAP, name="y", code="p")]) == after


@pytest.mark.parametrize("before", ["f(a)", "f(*a)", "f(a, **k)"])
def test_arguments_that_are_not_there_do_not(before: str) -> None:
    with pytest.raises(Unchangeable):
        altered(before, [Alteration(action=Action.SWAP, name="y", code="p")])
