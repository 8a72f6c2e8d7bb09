"""Which IR expression does an operator and its operands stand for?

The grammar groups some operators otherwise than Python does; they are regrouped here.
"""

from msgspec import structs
from tree_sitter import Node

from analyzer.syntax import ir, kinds
from analyzer.syntax.expressions import operand, star_outside
from analyzer.syntax.lowering import EXPRESSIONS, LIMIT, NEST, Lowering, expression, unreadable, without_space

_OPERATORS = {kind_id: kinds.spelling(kind_id) for kind_id in range(kinds.COUNT)}


@expression(kinds.BINARY, kinds.UNION_TYPE)
def _binary(state: Lowering, node: Node, depth: int) -> ir.Expr:
    if depth > LIMIT:
        return state.prune(node)
    kids = node.children
    if len(kids) != 3 and len(kids := without_space(kids)) != 3:
        return unreadable(state, node, depth)
    left, operator, right = kids
    first = EXPRESSIONS[left.kind_id](state, left, depth + 1)
    second = EXPRESSIONS[right.kind_id](state, right, depth + NEST)
    start, end, op = node.start_byte, node.end_byte, _OPERATORS[operator.kind_id]
    if op == "&" or node.kind_id == kinds.UNION_TYPE:
        return _regrouped(ir.Binary(start, end, op, first, second), left, right)
    return star_outside(ir.Binary(start, end, op, first, second), first, left)


_GROUPS = (kinds.BINARY, kinds.UNION_TYPE, kinds.TYPE)


def _regrouped(found: ir.Binary, left: Node, right: Node) -> ir.Expr:
    """`found` grouped as Python does where the grammar does not.

    The grammar lets `^` bind tighter than `&`, and groups `A | B | C` to the right in an annotation.
    """
    start, end, op, first, second = found.start, found.end, found.op, found.left, found.right
    other = "^" if op == "&" else "|"
    inner_start = start
    leading: ir.Expr | None = None
    if op == "&" and isinstance(first, ir.Binary) and first.op == other and left.kind_id == kinds.BINARY:
        is_flat = _OPERATORS[left.children[1].kind_id] == other
        inner_start = left.children[-1].start_byte if is_flat else first.right.start
        leading, first = first.left, first.right
    trailing: list[tuple[ir.Expr, int]] = []
    while isinstance(second, ir.Binary) and second.op == other and right.kind_id in _GROUPS:
        if right.kind_id != kinds.TYPE:
            trailing.append((second.right, end))
            second, end = second.left, right.children[0].end_byte
        right = right.children[0]
    if leading is None and not trailing:
        return star_outside(found, first, left)
    grouped = ir.Binary(inner_start, end, op, first, second)
    if leading is not None:
        grouped = ir.Binary(start, end, other, leading, grouped)
    for last, last_end in reversed(trailing):
        grouped = ir.Binary(start, last_end, other, grouped, last)
    return grouped


@expression(kinds.BOOLEAN)
def _boolean(state: Lowering, node: Node, depth: int) -> ir.Expr:
    if depth > LIMIT:
        return state.prune(node)
    kids = node.children
    if len(kids) != 3 and len(kids := without_space(kids)) != 3:
        return unreadable(state, node, depth)
    left, operator, right = kids
    first = EXPRESSIONS[left.kind_id](state, left, depth + 1)
    second = EXPRESSIONS[right.kind_id](state, right, depth + NEST)
    found = ir.Boolean(node.start_byte, node.end_byte, _OPERATORS[operator.kind_id], first, second)
    return star_outside(found, first, left)


@expression(kinds.UNARY, kinds.NOT)
def _unary(state: Lowering, node: Node, depth: int) -> ir.Expr:
    if depth > LIMIT:
        return state.prune(node)
    kids = node.children
    operator, value = kids[0], kids[-1]
    lowered = EXPRESSIONS[value.kind_id](state, value, depth + NEST)
    return ir.Unary(node.start_byte, node.end_byte, _OPERATORS[operator.kind_id], lowered)


@expression(kinds.COMPARISON)
def _comparison(state: Lowering, node: Node, depth: int) -> ir.Expr:
    if depth > LIMIT:
        return state.prune(node)
    kids = node.children
    if len(kids) != 3:
        kids = without_space(kids)
    if len(kids) % 2 == 0:
        return unreadable(state, node, depth)
    depth += NEST
    left, *rights = [EXPRESSIONS[kid.kind_id](state, kid, depth) for kid in kids[::2]]
    ops = tuple([_OPERATORS[kid.kind_id] for kid in kids[1::2]])
    found = ir.Compare(node.start_byte, node.end_byte, left, ops, tuple(rights))
    return star_outside(found, left, kids[0])


@expression(kinds.CONDITIONAL)
def _conditional(state: Lowering, node: Node, depth: int) -> ir.Expr:
    if depth > LIMIT:
        return state.prune(node)
    kids = node.children
    if len(kids) != 5 and len(kids := without_space(kids)) != 5:
        return unreadable(state, node, depth)
    then = EXPRESSIONS[kids[0].kind_id](state, kids[0], depth + NEST)
    test = EXPRESSIONS[kids[2].kind_id](state, kids[2], depth + NEST)
    orelse = EXPRESSIONS[kids[4].kind_id](state, kids[4], depth + 1)
    found = ir.Conditional(node.start_byte, node.end_byte, test, then, orelse)
    if isinstance(then, ir.Walrus) and kids[0].kind_id == kinds.NAMED:
        # The grammar lets `:=` bind tighter than `if`: `a := b if c else d` reaches us as `(a := b) if c else d`.
        value = structs.replace(found, start=then.value.start, then=then.value)
        return ir.Walrus(found.start, found.end, then.name, value)
    return star_outside(found, then, kids[0])


@expression(kinds.NAMED)
def _walrus(state: Lowering, node: Node, depth: int) -> ir.Expr:
    if depth > LIMIT:
        return state.prune(node)
    kids = node.children
    name, value = kids[0], kids[-1]
    lowered = EXPRESSIONS[value.kind_id](state, value, depth + NEST)
    start = node.start_byte
    return ir.Walrus(start, node.end_byte, state.names[state.chars[start : name.end_byte]], lowered)


@expression(kinds.AWAIT)
def _await(state: Lowering, node: Node, depth: int) -> ir.Expr:
    if depth > LIMIT:
        return state.prune(node)
    return ir.Await(node.start_byte, node.end_byte, operand(state, node, depth + NEST))


@expression(kinds.YIELD)
def _yield(state: Lowering, node: Node, depth: int) -> ir.Expr:
    state.yields = True
    if depth > LIMIT:
        return state.prune(node)
    kids = without_space(node.children)
    if len(kids) == 1:
        return ir.Yield(node.start_byte, node.end_byte, None, False)
    value = EXPRESSIONS[kids[-1].kind_id](state, kids[-1], depth + NEST)
    return ir.Yield(node.start_byte, node.end_byte, value, kids[1].kind_id == kinds.FROM)
