"""Which value does a literal spell: numbers, strings of every prefix, f-strings?"""

import re
import unicodedata

from tree_sitter import Node

from analyzer.syntax import ir, kinds
from analyzer.syntax.lowering import EXPRESSIONS, LIMIT, NEST, Lowering, expression, utf8, without_space

_LARGEST = 2**64
"""What MessagePack can carry ends here."""

_STRING = re.compile(r"([A-Za-z]*)(\"\"\"|'''|\"|')")
_ESCAPE = re.compile(r"\\(?:([0-7]{1,3})|x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|N\{([^}]*)\}|(.))", re.S)
_BYTES_ESCAPE = re.compile(r"\\(?:([0-7]{1,3})|x([0-9A-Fa-f]{2})|(.))", re.S)
_SIMPLE = {
    "\n": "", "\\": "\\", "'": "'", '"': '"', "a": "\a", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t",
    "v": "\v",
}  # fmt: skip
_SURROGATE = re.compile("[\ud800-\udfff]")
_CONVERSIONS = {"!r": "repr", "!s": "str", "!a": "ascii"}


# --- numbers and names of constants ----------------------------------------------------------------------------------


@expression(kinds.INTEGER)
def _integer(state: Lowering, node: Node, _depth: int) -> ir.Expr:
    start, end = node.start_byte, node.end_byte
    raw = state.chars[start:end]
    if raw.isdecimal() and len(raw) < 19 and (raw[0] != "0" or raw == "0"):
        return ir.Const(start, end, int(raw))
    try:
        value = _other_integer(raw.lower())
    except ValueError:
        value = None
    if value is None or value >= _LARGEST:
        return ir.Unknown(start, end, "number")
    return ir.Const(start, end, value)


def _other_integer(raw: str) -> int | None:
    """The value of a literal with base, underscores or a Python 2 form (`0777`, `10L`); None for an imaginary one."""
    if raw.endswith("j"):
        return None
    raw = raw.removesuffix("l")
    if raw.isdecimal() and raw[0] == "0" and raw.strip("0"):
        return int(raw, 8)
    return int(raw, 0)


@expression(kinds.FLOAT)
def _float(state: Lowering, node: Node, _depth: int) -> ir.Expr:
    start, end = node.start_byte, node.end_byte
    raw = state.chars[start:end]
    if raw[-1] in "jJ":
        return ir.Unknown(start, end, "number")
    return ir.Const(start, end, float(raw))


@expression(kinds.TRUE)
def _true(_state: Lowering, node: Node, _depth: int) -> ir.Expr:
    return ir.Const(node.start_byte, node.end_byte, True)


@expression(kinds.FALSE)
def _false(_state: Lowering, node: Node, _depth: int) -> ir.Expr:
    return ir.Const(node.start_byte, node.end_byte, False)


@expression(kinds.NONE)
def _none(_state: Lowering, node: Node, _depth: int) -> ir.Expr:
    return ir.Const(node.start_byte, node.end_byte, None)


@expression(kinds.ELLIPSIS)
def _ellipsis(_state: Lowering, node: Node, _depth: int) -> ir.Expr:
    return ir.Unknown(node.start_byte, node.end_byte, "ellipsis")


# --- escapes ---------------------------------------------------------------------------------------------------------


def unescape(text: str) -> str:
    """The value of the inside of a str literal; an unknown escape stands for itself, as in Python.

    Raises:
        ValueError: a `\\N{…}` without such a character, or a code point that does not exist.
    """
    return _ESCAPE.sub(_character, text)


def _character(match: re.Match[str]) -> str:
    octal, two, four, eight, name, other = match.groups()
    if other is not None:
        return _SIMPLE.get(other, match[0]) if other not in "xuUN" else _truncated()
    if octal:
        return chr(int(octal, 8))
    if name is not None:
        return _named(name)
    return chr(int(two or four or eight, 16))


def _truncated() -> str:
    raise ValueError("truncated escape")


def _named(name: str) -> str:
    try:
        return unicodedata.lookup(name)
    except KeyError:
        raise ValueError(f"no character is named {name}") from None


def unescape_bytes(chars: str) -> bytes:
    """The value of the inside of a bytes literal, given with one code point per byte.

    Raises:
        ValueError: a truncated `\\x`.
    """
    return _BYTES_ESCAPE.sub(_byte, chars).encode("latin-1")


def _byte(match: re.Match[str]) -> str:
    octal, two, other = match.groups()
    if other is not None:
        return _SIMPLE.get(other, match[0]) if other != "x" else _truncated()
    return chr(int(octal, 8) & 0xFF if octal else int(two, 16))


# --- strings ---------------------------------------------------------------------------------------------------------


@expression(kinds.STRING)
def _string(state: Lowering, node: Node, depth: int) -> ir.Expr:
    start, end = node.start_byte, node.end_byte
    if not state.tolerant:
        raw = state.chars[start:end]
        quote = raw[0]
        if quote == '"' or quote == "'":
            value = raw[3:-3] if raw[1] == quote and raw[2:3] == quote else raw[1:-1]
            if "\\" not in value:
                return ir.Const(start, end, value if value.isascii() else utf8(value))
    opened = _STRING.match(state.chars, start, end)
    if opened is None:
        return ir.Unknown(start, end, "backticks" if state.chars[start] == "`" else "syntax")
    prefix, quote = opened[1].lower(), opened[2]
    inside, close = opened.end(), end - len(quote)
    if close < inside or not state.chars.startswith(quote, close):
        return ir.Unknown(start, end, "syntax")
    try:
        if "b" in prefix:
            raw = state.chars[inside:close]
            return ir.Bytes(start, end, raw.encode("latin-1") if "r" in prefix else unescape_bytes(raw))
        if "f" in prefix or "t" in prefix:
            parts = _template(state, node, depth, (inside, close), raw="r" in prefix)
            return ir.FString(start, end, tuple(parts)) if "t" in prefix else _joined(start, end, parts)
        return _text(state.chars[inside:close], start, end, raw="r" in prefix)
    except ValueError:
        return ir.Unknown(start, end, "syntax")


@expression(kinds.CONCATENATED_STRING)
def _concatenated(state: Lowering, node: Node, depth: int) -> ir.Expr:
    start, end = node.start_byte, node.end_byte
    parts: list[ir.Expr] = []
    for kid in node.children:
        if kid.kind_id == kinds.STRING:
            part = _string(state, kid, depth)
            parts += part.parts if isinstance(part, ir.FString) else (part,)
    data = [part.value for part in parts if isinstance(part, ir.Bytes)]
    if not data:
        return _joined(start, end, parts)
    return ir.Bytes(start, end, b"".join(data)) if len(data) == len(parts) else ir.Unknown(start, end, "syntax")


def _text(chars: str, start: int, end: int, *, raw: bool) -> ir.Const | ir.Unknown:
    """The literal between `start` and `end` whose inside is spelt `chars`."""
    value = utf8(chars)
    if "\\" in value and not raw:
        value = unescape(value)
        if _SURROGATE.search(value):
            return ir.Unknown(start, end, "surrogate")
    return ir.Const(start, end, value)


def _joined(start: int, end: int, parts: list[ir.Expr]) -> ir.Expr:
    """One literal if all parts are, else an f-string in which no two literals are neighbours."""
    merged: list[ir.Expr] = []
    for part in parts:
        last = merged[-1] if merged else None
        if isinstance(last, ir.Const) and isinstance(part, ir.Const):
            merged[-1] = ir.Const(last.start, part.end, f"{last.value}{part.value}")
        elif not isinstance(part, ir.Const) or part.value != "":
            merged.append(part)
    if not merged:
        return ir.Const(start, end, "")
    if len(merged) == 1 and isinstance(merged[0], ir.Const):
        return ir.Const(start, end, f"{merged[0].value}")
    return ir.FString(start, end, tuple(merged))


# --- templates -------------------------------------------------------------------------------------------------------


def _template(state: Lowering, node: Node, depth: int, inside: tuple[int, int], *, raw: bool) -> list[ir.Expr]:
    """The parts of an f-string or of a format specifier: literal text and what is interpolated into it."""
    position, close = inside
    parts: list[ir.Expr] = []
    for kid in node.children:
        if kid.kind_id in (kinds.INTERPOLATION, kinds.FORMAT_EXPRESSION):
            if kid.start_byte > position:
                parts.append(_braced_text(state, position, kid.start_byte, raw=raw))
            position = kid.end_byte
            parts += _interpolated(state, kid, depth + NEST)
    if close > position:
        parts.append(_braced_text(state, position, close, raw=raw))
    return parts


def _braced_text(state: Lowering, start: int, end: int, *, raw: bool) -> ir.Const | ir.Unknown:
    """Text between interpolations, in which braces are doubled."""
    return _text(state.chars[start:end].replace("{{", "{").replace("}}", "}"), start, end, raw=raw)


def _interpolated(state: Lowering, node: Node, depth: int) -> list[ir.Expr]:
    """What `{value}` puts into the string.

    A conversion or a format is the call Python makes of it (`repr(value)`, `format(value, "…")`), and `{value=}` has
    its own text before it.
    """
    if depth > LIMIT:
        return [state.prune(node)]
    kids = without_space(node.children)
    parts: list[ir.Expr] = []
    value: ir.Expr = ir.Unknown(node.start_byte, node.end_byte, "syntax")
    shows_itself = False
    for index, kid in enumerate(kids[1:], 1):
        kind = kid.kind_id
        if index == 1 and kind == kinds.NAMED:
            value = _formatted_with_equals(state, node, kid, depth)
        elif index == 1:
            value = EXPRESSIONS[kind](state, kid, depth)
        elif kind == kinds.EQUALS:
            text_end = kids[index + 1].start_byte if index + 1 < len(kids) else kid.end_byte
            parts.append(_text(state.chars[kids[0].end_byte : text_end], kids[0].end_byte, text_end, raw=True))
            shows_itself = index + 2 == len(kids)
        elif kind == kinds.TYPE_CONVERSION:
            conversion = state.chars[kid.start_byte : kid.end_byte]
            value = _call(_CONVERSIONS.get(conversion, "str"), kid, node, (value,))
        elif kind == kinds.FORMAT_SPECIFIER:
            inside = (kid.start_byte + 1, kid.end_byte)
            spec = _joined(*inside, _template(state, kid, depth, inside, raw=False))
            value = _call("format", kid, node, (value, spec))
    if shows_itself:
        value = _call("repr", kids[0], node, (value,))
    return [*parts, value]


def _formatted_with_equals(state: Lowering, node: Node, named: Node, depth: int) -> ir.Expr:
    """`{name:=10}`: a format that begins with `=`, which the grammar takes for a walrus."""
    name, operator = named.children[0], named.children[1]
    start, end = operator.start_byte + 1, node.end_byte - 1
    text = utf8(state.chars[start:end])
    spec = ir.Unknown(start, end, "syntax") if "{" in text else ir.Const(start, end, text)
    return _call("format", operator, node, (EXPRESSIONS[name.kind_id](state, name, depth), spec))


def _call(name: str, at: Node, whole: Node, args: tuple[ir.Expr, ...]) -> ir.Expr:
    """The call that an interpolation stands for."""
    func = ir.Name(at.start_byte, at.end_byte, name)
    return ir.Call(whole.start_byte, whole.end_byte, func, args, ())
