"""Which IR expression does a node of the concrete tree stand for?

Nodes of fixed arity are read by position; if a comment, a continuation or an error stands among the children, the
count is off and they are filtered first.
"""

from msgspec import structs
from tree_sitter import Node

from analyzer.syntax import ir, kinds
from analyzer.syntax.lowering import (
    EXPRESSIONS,
    LIMIT,
    NEST,
    Lowering,
    between_commas,
    expression,
    unreadable,
    without_space,
)  # fmt: skip

_LEADING = {
    ir.Attribute: "base", ir.Subscript: "base", ir.Call: "func", ir.Binary: "left", ir.Boolean: "left",
    ir.Compare: "left", ir.Conditional: "then",
}  # fmt: skip
_Led = ir.Attribute | ir.Subscript | ir.Call | ir.Binary | ir.Boolean | ir.Compare | ir.Conditional


# --- names and trailers ----------------------------------------------------------------------------------------------


@expression(kinds.IDENTIFIER)
def _name(state: Lowering, node: Node, depth: int) -> ir.Expr:
    start, end = node.start_byte, node.end_byte
    if start == end:
        return unreadable(state, node, depth)
    return ir.Name(start, end, state.names[state.chars[start:end]])


@expression(kinds.DOTTED_NAME)
def _dotted(state: Lowering, node: Node, depth: int) -> ir.Expr:
    names = [kid for kid in node.children if kid.kind_id == kinds.IDENTIFIER]
    found = _name(state, names[0], depth)
    for kid in names[1:]:
        if (depth := depth + 1) > LIMIT:
            return state.prune(node)
        start, end = kid.start_byte, kid.end_byte
        found = ir.Attribute(found.start, end, found, state.names[state.chars[start:end]], start)
    return found


@expression(kinds.ATTRIBUTE, kinds.MEMBER_TYPE)
def _attribute(state: Lowering, node: Node, depth: int) -> ir.Expr:
    if depth > LIMIT:
        return state.prune(node)
    kids = node.children
    if len(kids) != 3 and len(kids := without_space(kids)) != 3:
        return unreadable(state, node, depth)
    base, _, name = kids
    start, end = name.start_byte, name.end_byte
    value = EXPRESSIONS[base.kind_id](state, base, depth + 1)
    found = ir.Attribute(node.start_byte, end, value, state.names[state.chars[start:end]], start)
    return star_outside(found, value, base) if value.__class__ is ir.Starred else found


def star_outside(found: _Led, leading: ir.Expr, node: Node) -> ir.Expr:
    """`found`, which begins with the operand `leading`, with the star of that operand around all of it.

    The grammar lets a star bind tighter than what follows: `*a.b` reaches us as `(*a).b`.
    """
    if not isinstance(leading, ir.Starred) or node.kind_id == kinds.PARENTHESIZED:
        return found
    field = _LEADING[type(found)]
    inside = structs.replace(found, start=leading.value.start, **{field: leading.value})
    return ir.Starred(leading.start, found.end, inside)


@expression(kinds.SUBSCRIPT)
def _subscript(state: Lowering, node: Node, depth: int) -> ir.Expr:
    if depth > LIMIT:
        return state.prune(node)
    kids = node.children
    if len(kids) != 4:
        kids = without_space(kids)
    if len(kids) < 4:
        return unreadable(state, node, depth)
    base = EXPRESSIONS[kids[0].kind_id](state, kids[0], depth + 1)
    found = ir.Subscript(node.start_byte, node.end_byte, base, _index(state, kids, 2, depth + NEST))
    return star_outside(found, base, kids[0]) if base.__class__ is ir.Starred else found


@expression(kinds.GENERIC_TYPE)
def _generic_type(state: Lowering, node: Node, depth: int) -> ir.Expr:
    """`X[T, U]` in an annotation."""
    if depth > LIMIT:
        return state.prune(node)
    kids = without_space(node.children)
    if len(kids) != 2:
        return unreadable(state, node, depth)
    base = EXPRESSIONS[kids[0].kind_id](state, kids[0], depth + 1)
    index = _index(state, without_space(kids[1].children), 1, depth + NEST)
    return ir.Subscript(node.start_byte, node.end_byte, base, index)


def _index(state: Lowering, kids: list[Node], first: int, depth: int) -> ir.Expr:
    """What stands between the brackets: one expression, or a tuple of several or of one before a comma."""
    if len(kids) == first + 2:
        found = EXPRESSIONS[kids[first].kind_id](state, kids[first], depth)
        return ir.Sequence(found.start, found.end, "tuple", (found,)) if found.__class__ is ir.Starred else found
    items = items_of(state, kids, first, -1, depth)
    start = kids[first].start_byte
    return ir.Sequence(start, items[-1].end if items else start, "tuple", items)


@expression(kinds.SLICE)
def _slice(state: Lowering, node: Node, depth: int) -> ir.Expr:
    parts: list[ir.Expr | None] = [None, None, None]
    at = 0
    for kid in node.children:
        kind = kid.kind_id
        if kind == kinds.COLON:
            at += 1
        elif kind not in kinds.SPACE and at < 3:
            parts[at] = EXPRESSIONS[kind](state, kid, depth + NEST)
    return ir.Slice(node.start_byte, node.end_byte, *parts)


@expression(kinds.CONSTRAINED_TYPE)
def _slice_in_type(state: Lowering, node: Node, depth: int) -> ir.Expr:
    """`lower:upper` between the brackets of an annotation."""
    return _slice(state, node, depth) if depth <= LIMIT else state.prune(node)


# --- calls -----------------------------------------------------------------------------------------------------------


@expression(kinds.CALL)
def _call(state: Lowering, node: Node, depth: int) -> ir.Expr:
    if depth > LIMIT:
        return state.prune(node)
    kids = node.children
    if len(kids) != 2 and len(kids := without_space(kids)) != 2:
        return unreadable(state, node, depth)
    function, arguments = kids
    func = EXPRESSIONS[function.kind_id](state, function, depth + 1)
    args, keywords = call_arguments(state, arguments, depth + NEST)
    found = ir.Call(node.start_byte, node.end_byte, func, args, keywords)
    return star_outside(found, func, function) if func.__class__ is ir.Starred else found


def call_arguments(state: Lowering, node: Node, depth: int) -> tuple[tuple[ir.Expr, ...], tuple[ir.Keyword, ...]]:
    """The positional and the keyword arguments of an argument list, or of the generator that stands for one."""
    if node.kind_id != kinds.ARGUMENT_LIST:
        return (EXPRESSIONS[node.kind_id](state, node, depth),), ()
    kids = node.children
    if len(kids) == 2:
        return (), ()
    args: list[ir.Expr] = []
    keywords: list[ir.Keyword] = []
    for kid in between_commas(state, kids, 1, -1):
        kind = kid.kind_id
        if kind == kinds.KEYWORD_ARGUMENT:
            keywords.append(_keyword(state, kid, depth))
        elif kind == kinds.DICTIONARY_SPLAT:
            value = operand(state, kid, depth)
            keywords.append(ir.Keyword(kid.start_byte, kid.end_byte, None, value))
        else:
            args.append(EXPRESSIONS[kind](state, kid, depth))
    return tuple(args), tuple(keywords)


def _keyword(state: Lowering, node: Node, depth: int) -> ir.Keyword:
    kids = node.children
    if len(kids) != 3:
        kids = without_space(kids)
    name, value = kids[0], kids[-1]
    lowered = EXPRESSIONS[value.kind_id](state, value, depth)
    start = name.start_byte
    return ir.Keyword(start, node.end_byte, state.names[state.chars[start : name.end_byte]], lowered)


def operand(state: Lowering, node: Node, depth: int) -> ir.Expr:
    """The operand of a prefix: `*value`, `**value`, `await value`."""
    kid = node.children[-1]
    return EXPRESSIONS[kid.kind_id](state, kid, depth)


# --- displays --------------------------------------------------------------------------------------------------------


def items_of(state: Lowering, kids: list[Node], first: int, end: int, depth: int) -> tuple[ir.Expr, ...]:
    """The expressions of a comma-separated list."""
    items = between_commas(state, kids, first, end)
    return tuple([EXPRESSIONS[kid.kind_id](state, kid, depth) for kid in items])


@expression(kinds.TUPLE, kinds.TUPLE_PATTERN)
def _tuple(state: Lowering, node: Node, depth: int) -> ir.Expr:
    if node.kind_id == kinds.TUPLE_PATTERN and len(kids := without_space(node.children)) == 3:
        return EXPRESSIONS[kids[1].kind_id](state, kids[1], depth + 1)  # `(name)`, a target in parentheses
    return _sequence(state, node, depth, "tuple")


@expression(kinds.LIST, kinds.LIST_PATTERN)
def _list(state: Lowering, node: Node, depth: int) -> ir.Expr:
    return _sequence(state, node, depth, "list")


@expression(kinds.SET)
def _set(state: Lowering, node: Node, depth: int) -> ir.Expr:
    return _sequence(state, node, depth, "set")


def _sequence(state: Lowering, node: Node, depth: int, kind: str) -> ir.Expr:
    if depth > LIMIT:
        return state.prune(node)
    items = items_of(state, node.children, 1, -1, depth + NEST)
    return ir.Sequence(node.start_byte, node.end_byte, kind, items)


@expression(kinds.EXPRESSION_LIST, kinds.PATTERN_LIST)
def bare_tuple(state: Lowering, node: Node, depth: int) -> ir.Expr:
    """A tuple without parentheses."""
    if depth > LIMIT:
        return state.prune(node)
    kids = node.children
    return ir.Sequence(node.start_byte, node.end_byte, "tuple", items_of(state, kids, 0, len(kids), depth + NEST))


@expression(kinds.DICTIONARY)
def _dictionary(state: Lowering, node: Node, depth: int) -> ir.Expr:
    if depth > LIMIT:
        return state.prune(node)
    entries: list[ir.Entry] = []
    depth += NEST
    for kid in between_commas(state, node.children, 1, -1):
        kind = kid.kind_id
        if kind == kinds.PAIR:
            key, value = pair(state, kid, depth)
            entries.append(ir.Entry(kid.start_byte, kid.end_byte, key, value))
        elif kind == kinds.DICTIONARY_SPLAT:
            entries.append(ir.Entry(kid.start_byte, kid.end_byte, None, operand(state, kid, depth)))
    return ir.Dict(node.start_byte, node.end_byte, tuple(entries))


def pair(state: Lowering, node: Node, depth: int) -> tuple[ir.Expr, ir.Expr]:
    """The key and the value of a dict display or dict comprehension."""
    kids = node.children
    if len(kids) != 3:
        kids = without_space(kids)
    key, value = kids[0], kids[-1]
    return EXPRESSIONS[key.kind_id](state, key, depth), EXPRESSIONS[value.kind_id](state, value, depth)


@expression(kinds.LIST_SPLAT, kinds.LIST_SPLAT_PATTERN, kinds.SPLAT_TYPE)
def _starred(state: Lowering, node: Node, depth: int) -> ir.Expr:
    if depth > LIMIT:
        return state.prune(node)
    return ir.Starred(node.start_byte, node.end_byte, operand(state, node, depth + NEST))


@expression(kinds.PARENTHESIZED, kinds.TYPE, kinds.AS_PATTERN_TARGET)
def _unwrapped(state: Lowering, node: Node, depth: int) -> ir.Expr:
    """What stands in parentheses, however many: all of them cost one level."""
    kind = kinds.PARENTHESIZED
    while kind in (kinds.PARENTHESIZED, kinds.TYPE, kinds.AS_PATTERN_TARGET):
        kids = node.children
        if len(kids) not in (1, 3) and len(kids := without_space(kids)) not in (1, 3):
            return unreadable(state, node, depth)
        node = kids[len(kids) // 2]
        kind = node.kind_id
    return EXPRESSIONS[kind](state, node, depth + 1)
