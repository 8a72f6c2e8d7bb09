"""What does a call look like with other arguments or another callee, its layout and comments kept?

Only the text of the call is parsed: LibCST reads 10,000 lines a second, a report may have a thousand fixes.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from analyzer.model.finding import Action

if TYPE_CHECKING:
    import libcst as cst

    from analyzer.fix.layout import Layout

# Far beyond these, LibCST's parser overflows the stack, which ends the process.
_LONGEST = 20_000
_DEEPEST = 100
_BRACKET = re.compile(r"[\[\](){}]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Alteration:
    """A change whose names are settled: `code` is an expression of the module, or the new callee for `CALL`."""

    action: Action
    name: str = ""
    code: str = ""
    position: int | None = None


class Unchangeable(Exception):
    """The call cannot be changed in this way without a risk; the text says why."""


def altered(text: str, alterations: Iterable[Alteration]) -> str:
    """The text of a call after all `alterations`.

    Args:
        text: a call expression, with `\\n` line ends.
        alterations: what to do to it, in order.

    Raises:
        Unchangeable: it is no call that LibCST can read, or an argument may stand in `*args` or `**kwargs`.
    """
    import libcst as cst

    if len(text) > _LONGEST or _depth(text) > _DEEPEST:
        raise Unchangeable("it is too long or nested too deeply")
    try:
        call = _parsed(text)
        if not isinstance(call, cst.Call) or _code(call) != f"({text})":
            raise Unchangeable("it is not a plain call")
        for each in alterations:
            call = _one(call, each)
        after = _code(call)[1:-1]
        _parsed(after)
    except RecursionError:
        raise Unchangeable("it is nested too deeply") from None
    return after


def _depth(text: str) -> int:
    """How deep brackets are nested, those in strings counted as well."""
    depth = deepest = 0
    for match in _BRACKET.finditer(text):
        depth += 1 if match[0] in "([{" else -1
        deepest = max(deepest, depth)
    return deepest


def _parsed(text: str) -> "cst.BaseExpression":
    """The expression, in parentheses, which let it go on over lines as it does where it stands."""
    import libcst as cst

    try:
        return cst.parse_expression(f"({text})")
    except cst.ParserSyntaxError:
        raise Unchangeable("it cannot be read") from None


def _code(node: "cst.CSTNode") -> str:
    import libcst as cst

    return cst.Module([]).code_for_node(node)


def _one(call: "cst.Call", change: Alteration) -> "cst.Call":
    match change.action:
        case Action.CALL:
            if any(arg.star for arg in call.args):
                raise Unchangeable(f"its arguments may be more than `{change.code}` takes")
            return call.with_changes(func=_callee(call.func, change.code))
        case Action.DROP_ARGUMENT:
            return _without(call, change)
        case Action.SWAP:
            return _swapped(call, change)
        case Action.SET_ARGUMENT | Action.USE:
            return _with(call, change)
        case _:
            raise Unchangeable(f"`{change.action}` is nothing that can be done to a call")


def _callee(func: "cst.BaseExpression", code: str) -> "cst.BaseExpression":
    """The new callee; only the last name if the rest stays."""
    import libcst as cst

    base, _, last = code.rpartition(".")
    if base and isinstance(func, cst.Attribute) and _code(func.value) == base:
        return func.with_changes(attr=cst.Name(last))
    return _expression(code)


def _expression(code: str) -> "cst.BaseExpression":
    """A rule's own piece of code."""
    import libcst as cst

    try:
        return cst.parse_expression(code)
    except cst.ParserSyntaxError:
        raise Unchangeable(f"`{code}` is no expression") from None


def _without(call: "cst.Call", change: Alteration) -> "cst.Call":
    index = _index(call.args, change)
    if index is None:
        raise Unchangeable(f"`{change.name}` is not among its arguments")
    if call.args[index].keyword is None and any(arg.keyword is None for arg in call.args[index + 1 :]):
        raise Unchangeable(f"positional arguments follow `{change.name}`")
    return _layout(call).without(index)


def _with(call: "cst.Call", change: Alteration) -> "cst.Call":
    import libcst as cst

    value = _expression(change.code)
    index = _index(call.args, change)
    if index is None:
        if any(arg.star == "**" for arg in call.args):
            raise Unchangeable(f"`{change.name}` may be among its keyword arguments")
        only = call.args[0].value if len(call.args) == 1 else None
        if isinstance(only, cst.GeneratorExp) and not only.lpar:
            raise Unchangeable("a generator without parentheses must stay alone")
        return _layout(call).appended(change.name, value)
    args = list(call.args)
    args[index] = args[index].with_changes(value=value)
    return call.with_changes(args=args)


def _swapped(call: "cst.Call", change: Alteration) -> "cst.Call":
    places = [
        _index(call.args, Alteration(action=change.action, name=name, position=position))
        for position, name in enumerate((change.name, change.code))
    ]
    first, second = places
    if first is None or second is None:
        raise Unchangeable(f"`{change.name}` and `{change.code}` are not both among its arguments")
    args = list(call.args)
    args[first] = call.args[first].with_changes(value=call.args[second].value)
    args[second] = call.args[second].with_changes(value=call.args[first].value)
    return call.with_changes(args=args)


def _index(args: Sequence["cst.Arg"], change: Alteration) -> int | None:
    """Where the argument stands; None if it is not given.

    Raises:
        Unchangeable: it may be one of `*args`.
    """
    for index, arg in enumerate(args):
        if arg.keyword is not None and arg.keyword.value == change.name:
            return index
    if change.position is None:
        return None
    for index, arg in enumerate(args):
        if arg.star == "*":
            raise Unchangeable(f"`{change.name}` may be among its positional arguments")
        if arg.keyword is None and not arg.star and index == change.position:
            return index
    return None


def _layout(call: "cst.Call") -> "Layout":
    from analyzer.fix.layout import Layout

    return Layout(call)
