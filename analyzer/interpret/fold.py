"""What is the result of an operation on constants?

Only operations that cannot run away: results are bounded in size, and nothing that could execute code is evaluated.
"""

import operator
from collections.abc import Callable
from itertools import product
from math import prod
from string import Formatter
from typing import Any, Final

from analyzer.interpret.values import NOT_CONSTANT, Literal, Value, literal
from analyzer.knowledge.lookup import lookup

MAX_RESULTS: Final = 8  # of a function of arguments that may be one of several constants
MAX_TEXT: Final = 10_000  # characters of a folded string; longer ones are not needed to decide anything

_BINARY: Final[dict[str, Callable[[Any, Any], Any]]] = {
    "+": operator.add,
    "-": operator.sub,
    "*": operator.mul,
    "/": operator.truediv,
    "//": operator.floordiv,
    "%": operator.mod,
    "&": operator.and_,
    "|": operator.or_,
    "^": operator.xor,
    "<<": operator.lshift,
    ">>": operator.rshift,
    "**": operator.pow,
}
_COMPARE: Final[dict[str, Callable[[Any, Any], Any]]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<>": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "is": operator.is_,
    "is not": operator.is_not,
    "in": lambda a, b: a in b,
    "not in": lambda a, b: a not in b,
}
_METHODS: Final = frozenset(
    """capitalize casefold center count decode encode endswith expandtabs find format index isalnum isalpha isascii
    isdecimal isdigit isidentifier islower isnumeric isspace istitle isupper join ljust lower lstrip partition
    removeprefix removesuffix replace rfind rindex rjust rpartition rsplit rstrip split splitlines startswith strip
    swapcase title upper zfill hex""".split()
)
_FUNCTIONS: Final[dict[str, Callable[..., Any]]] = {
    "builtins.str": str,
    "builtins.int": int,
    "builtins.float": float,
    "builtins.bool": bool,
    "builtins.len": len,
    "builtins.abs": abs,
    "builtins.ord": ord,
    "builtins.hex": hex,
    "builtins.oct": oct,
    "builtins.bin": bin,
    "builtins.chr": chr,
    "builtins.repr": repr,
    "builtins.min": min,
    "builtins.max": max,
    "builtins.round": round,
    "builtins.bytes": bytes,
}
_PLAIN: Final = (str, bytes, int, float, bool, type(None))

_NAN: Final = frozenset(
    {"numpy.nan", "numpy.NaN", "numpy.NAN", "math.nan", "torch.nan", "pandas.NaT", "pandas.NA", "jax.numpy.nan"}
)


def is_nan(value: Value) -> bool:
    """Whether the value is surely a NaN-like constant, which no comparison finds."""
    other = value.unknown or value.constants or value.types or value.refs or value.funcs
    return bool(value.symbols) and value.symbols <= _NAN and not other


def constants(value: Value) -> list[Any] | None:
    """The Python constants a value may be, in a fixed order; None if it may be something else."""
    if not value.constants or value.unknown or value.symbols or value.funcs or value.refs:
        return None
    return [item.value for item in sorted(value.constants, key=lambda c: (c.type, repr(c.value)))]


def _sized(left: Any, right: Any, op: str) -> bool:
    if op in ("**", "<<"):
        return (
            isinstance(left, (int, float)) and isinstance(right, (int, float)) and abs(left) < 2**16 and abs(right) < 32
        )
    if op == "*" and (isinstance(left, (str, bytes)) or isinstance(right, (str, bytes))):
        text, times = (left, right) if isinstance(left, (str, bytes)) else (right, left)
        return isinstance(times, int) and len(text) * max(times, 0) <= MAX_TEXT
    return True


def _result(values: list[Any]) -> Value | None:
    found: set[Literal] = set()
    for value in values:
        if not isinstance(value, _PLAIN):
            return None
        if isinstance(value, (str, bytes)) and len(value) > MAX_TEXT:
            return None
        if isinstance(value, int) and not -(2**63) <= value < 2**63:
            return None
        if value != value:
            return Value(symbols=frozenset(("math.nan",)))
        found.add(Literal(type(value).__name__, value))
    return Value(constants=frozenset(found)) if 0 < len(found) <= 8 else None


def binary(op: str, left: Value, right: Value) -> Value | None:
    """`left op right` for constants; None if it is not one or has no small result."""
    lefts, rights, compute = constants(left), constants(right), _BINARY.get(op)
    if op == "%" and right.elements is not None and not right.refs:
        given = _argument(right)
        rights = [given] if given is not NOT_CONSTANT else None
    if lefts is None or rights is None or compute is None or len(lefts) * len(rights) > 16:
        return None
    try:
        if op == "%" and isinstance(lefts[0], (str, bytes)):
            lefts = [text for text in lefts if len(text) < 200 and "*" not in str(text) and not _wide(str(text))]
        return _result([compute(a, b) for a in lefts for b in rights if _sized(a, b, op)])
    except Exception:  # noqa: BLE001 - any failure of the operation means: not constant
        return None


def _wide(text: str) -> bool:
    """Whether a format string asks for fields wide enough to be a memory attack."""
    digits = ""
    for char in text:
        digits = digits + char if char.isdigit() else ""
        if len(digits) > 3:
            return True
    return False


def _reaches(text: str) -> bool:
    """Whether a template asks for wide fields, for a width it is given, or for more than its arguments themselves."""
    try:
        fields = [(name or "", spec or "") for _, name, spec, _ in Formatter().parse(text)]
    except ValueError:
        return True
    return _wide(text) or any("." in name or "[" in name or "{" in spec for name, spec in fields)


def compare(op: str, left: Value, right: Value) -> bool | None:
    """The truth of a comparison of constants or names; None if it is not settled."""
    if op in ("==", "!=", "<>") and (is_nan(left) or is_nan(right)):
        return op != "=="
    if op in ("is", "is not", "==", "!=") and not (left.constants and right.constants):
        return _compare_symbols(op, left, right)
    lefts, rights = constants(left), constants(right)
    if lefts is None:
        return None
    if rights is None:
        return _member(op, lefts, right)
    compute = _COMPARE.get(op)
    if compute is None or len(lefts) * len(rights) > 16:
        return None
    if op in ("is", "is not"):
        compute = _COMPARE["==" if op == "is" else "!="]
    try:
        truths = {bool(compute(a, b)) for a in lefts for b in rights}
    except TypeError:
        return None
    return truths.pop() if len(truths) == 1 else None


def _compare_symbols(op: str, left: Value, right: Value) -> bool | None:
    none = literal(None)
    for one, other in ((left, right), (right, left)):
        if one == none and other.symbols and not other.constants and not other.unknown:
            # Only of what the tables know can it be said that it isn't a variable that may be None.
            return op in ("is not", "!=") if all(map(_is_known, other.symbols)) else None
        made = other.refs or other.funcs or other.elements is not None
        if one == none and made and not (other.constants or other.symbols or other.unknown):
            return op in ("is not", "!=")
    return None


def _is_known(symbol: str) -> bool:
    return symbol.startswith("builtins.") or "." not in symbol or lookup(symbol) is not None


def _member(op: str, lefts: list[Any], right: Value) -> bool | None:
    if op not in ("in", "not in") or right.elements is None:
        return None
    items = [item.constant for item in right.elements]
    if any(item is NOT_CONSTANT for item in items):
        return None
    truths = {any(type(a) is type(b) and a == b for b in items) for a in lefts}
    if len(truths) != 1:
        return None
    return truths.pop() == (op == "in")


def method(receiver: Value, name: str, args: list[Value], keywords: dict[str, Value]) -> Value | None:
    """`receiver.name(*args)` for a str or bytes constant; None if it is not one or has no constant result."""
    texts = constants(receiver)
    if texts is None or name not in _METHODS or len(texts) > 4:
        return None
    given = [_argument(arg) for arg in args]
    named = {key: _argument(value) for key, value in keywords.items()}
    if NOT_CONSTANT in given or NOT_CONSTANT in named.values():
        return None
    if any(isinstance(each, int) and abs(each) > MAX_TEXT for each in (*given, *named.values())):
        return None
    if name == "format" and any(_reaches(str(text)) for text in texts):
        return None
    try:
        results = [getattr(text, name)(*given, **named) for text in texts if isinstance(text, (str, bytes))]
    except Exception:  # noqa: BLE001 - any failure of the operation means: not constant
        return None
    if len(results) == 1 and isinstance(results[0], (list, tuple)):
        if len(results[0]) > 64 or not all(isinstance(each, _PLAIN) for each in results[0]):
            return None
        return Value(elements=tuple(literal(each) for each in results[0]))
    return _result(results) if results else None


def _argument(value: Value) -> Any:
    if value.elements is not None and not value.unknown:
        items = [item.constant for item in value.elements]
        return NOT_CONSTANT if NOT_CONSTANT in items else tuple(items)
    return value.constant


def function(name: str, args: list[Value]) -> Value | None:
    """A built-in function of constants; None if it is not one or has no constant result."""
    compute = _FUNCTIONS.get(name)
    if compute is None or not args:
        return None
    given = [each for arg in args if (each := constants(arg)) is not None]
    if len(given) < len(args) or prod(map(len, given)) > MAX_RESULTS:
        return None
    if name == "builtins.bytes" and not all(isinstance(each, (str, bytes)) for each in given[0]):
        return None
    try:
        return _result([compute(*plain) for plain in product(*given)])
    except Exception:  # noqa: BLE001 - any failure of the operation means: not constant
        return None
