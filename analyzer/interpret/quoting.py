"""Is a text no more than one literal or name of Python, by what it has been asked?

`x.startswith("'")`, `x.endswith("'")` and no `'` in `x[1:-1]` leave nothing but a string literal or a syntax error.
What is asked of a text holds of that text alone, not of what is made of it (see `State.derive`).
"""

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from analyzer.interpret.values import INERT, Value
from analyzer.syntax import ir

if TYPE_CHECKING:
    from analyzer.interpret.machine import Interpreter

_ENDS: Final = {"startswith": "opens", "endswith": "closes"}
_WORDS: Final = frozenset({"isalnum", "isalpha", "isdecimal", "isdigit", "isidentifier", "isnumeric"})
_QUOTES: Final = ("'", '"')


def asked(m: "Interpreter", test: ir.Call, outcome: bool) -> None:
    """A method of a text, `x.startswith("'")` or `x.isalnum()`, gave this answer."""
    func = test.func
    if not outcome or not isinstance(func, ir.Attribute) or not isinstance(func.base, ir.Name):
        return
    if func.name in _WORDS and not test.args:
        _mark(m, func.base, INERT)
    elif func.name in _ENDS and len(test.args) == 1:
        text = m.evaluate(test.args[0]).text
        if text in _QUOTES:
            _mark(m, func.base, f"{_ENDS[func.name]} {text}")


def absent(m: "Interpreter", left: ir.Expr, right: ir.Expr) -> None:
    """`left not in right` holds: `"'" not in x[1:-1]`."""
    from analyzer.interpret.containers import bounds_of

    if not isinstance(right, ir.Subscript) or not isinstance(right.base, ir.Name):
        return
    text = m.evaluate(left).text
    if text in _QUOTES and bounds_of(m.evaluate(right.index)) in (slice(1, -1), slice(1, -1, 1)):
        _mark(m, right.base, f"inside without {text}")


def _mark(m: "Interpreter", target: ir.Name, check: str) -> None:
    value = m.evaluate(target)
    if not (value.origins or value.unknown) or target.id in m.frame.shared or target.id not in m.state.names:
        return
    m.state.names[target.id] = replace(value, checks=_settled(value, value.checks | {check}))


def _settled(value: Value, checks: frozenset[str]) -> frozenset[str]:
    quoted = any({f"opens {q}", f"closes {q}", f"inside without {q}"} <= checks for q in _QUOTES)
    return checks | {INERT} if quoted else checks
