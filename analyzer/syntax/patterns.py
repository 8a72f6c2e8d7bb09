"""What do the cases of a `match` statement test and bind?"""

from collections.abc import Callable

from tree_sitter import Node

from analyzer.syntax import ir, kinds
from analyzer.syntax.lowering import EXPRESSIONS, NEST, Lowering, without_space

_LITERALS = frozenset(
    (kinds.STRING, kinds.CONCATENATED_STRING, kinds.TRUE, kinds.FALSE, kinds.NONE, kinds.INTEGER, kinds.FLOAT)
)
Suite = Callable[[Lowering, Node, int], tuple[ir.Stmt, ...]]


def lower_cases(state: Lowering, node: Node, depth: int, suite: Suite) -> tuple[ir.Case, ...]:
    """The cases of the block of a `match`; `suite` lowers the body of one."""
    return tuple([_case(state, kid, depth, suite) for kid in node.children if kid.kind_id == kinds.CASE])


def _case(state: Lowering, node: Node, depth: int, suite: Suite) -> ir.Case:
    patterns: list[Node] = []
    sequence = False
    guard: ir.Expr | None = None
    for kid in node.children:
        kind = kid.kind_id
        if kind == kinds.CASE_PATTERN:
            patterns.append(kid)
        elif kind == kinds.COMMA:
            sequence = True
        elif kind == kinds.IF_CLAUSE:
            test = kid.children[-1]
            guard = EXPRESSIONS[test.kind_id](state, test, depth)
    body = suite(state, node, depth)
    values: tuple[ir.Expr, ...] = ()
    wildcard = False
    if len(patterns) == 1 and not sequence:
        values, wildcard = _alternatives(state, patterns[0], depth)
    return ir.Case(node.start_byte, node.end_byte, values, wildcard, _binds(state, patterns), guard, body)


def _alternatives(state: Lowering, node: Node, depth: int) -> tuple[tuple[ir.Expr, ...], bool]:
    """The values a pattern tests, if it does nothing else, and whether it matches anything."""
    kids = _ungrouped(node)
    if any(kid.kind_id == kinds.UNION_PATTERN for kid in kids):
        kids = without_space(kids[0].children)
    values: list[ir.Expr] = []
    plain = True
    for alternative in _split(kids):
        value = _value(state, alternative, depth + NEST)
        if value is not None:
            values.append(value)
        elif _irrefutable(alternative):
            return (), True
        else:
            plain = False
    return (tuple(values) if plain else ()), False


def _ungrouped(node: Node) -> list[Node]:
    """The tokens of a pattern without parentheses around it and without its `as name`."""
    while True:
        kids = without_space(node.children)
        first = kids[0] if kids else node
        if first.kind_id in (kinds.AS_PATTERN, kinds.CASE_PATTERN):
            node = first
        elif first.kind_id == kinds.TUPLE_PATTERN and len(inside := without_space(first.children)) == 3:
            node = inside[1]
        elif node.kind_id == kinds.AS_PATTERN or first is node:
            return [first]
        else:
            return kids


def _split(kids: list[Node]) -> list[list[Node]]:
    """The alternatives between `|`."""
    found: list[list[Node]] = [[]]
    for kid in kids:
        if kid.kind_id == kinds.PIPE:
            found.append([])
        else:
            found[-1].append(kid)
    return found


def _value(state: Lowering, tokens: list[Node], depth: int) -> ir.Expr | None:
    """The literal, the negative number or the dotted name that an alternative is, or None."""
    last = tokens[-1] if tokens else None
    if last is None:
        return None
    kind = last.kind_id
    if kind in _LITERALS or (kind == kinds.DOTTED_NAME and len(last.children) > 1):
        value = EXPRESSIONS[kind](state, last, depth)
        if len(tokens) == 2 and tokens[0].kind_id == kinds.MINUS:
            return ir.Unary(tokens[0].start_byte, last.end_byte, "-", value)
        return value if len(tokens) == 1 else None
    if kind == kinds.COMPLEX_PATTERN:
        return ir.Unknown(last.start_byte, last.end_byte, "number")
    return None


def _irrefutable(tokens: list[Node]) -> bool:
    """Whether an alternative is `_` or a name to bind."""
    if len(tokens) != 1:
        return False
    kind = tokens[0].kind_id
    return kind == kinds.UNDERSCORE or (kind == kinds.DOTTED_NAME and len(tokens[0].children) == 1)


def _binds(state: Lowering, patterns: list[Node]) -> tuple[str, ...]:
    """The names that patterns bind, in source order."""
    found: list[Node] = []
    stack = patterns[::-1]
    while stack:
        node = stack.pop()
        kind = node.kind_id
        kids = node.children
        if kind == kinds.DOTTED_NAME:
            if len(kids) == 1:
                found.append(node)
        elif kind in (kinds.AS_PATTERN, kinds.SPLAT_PATTERN):
            found += [kid for kid in kids if kid.kind_id == kinds.IDENTIFIER]
            stack += [kid for kid in kids if kid.kind_id == kinds.CASE_PATTERN]
        elif kind == kinds.CLASS_PATTERN:
            stack += [kid for kid in kids[::-1] if kid.kind_id == kinds.CASE_PATTERN]
        elif kind not in _LITERALS:
            stack += kids[::-1]
    found.sort(key=lambda node: node.start_byte)
    return tuple(dict.fromkeys(state.names[state.chars[node.start_byte : node.end_byte]] for node in found))
