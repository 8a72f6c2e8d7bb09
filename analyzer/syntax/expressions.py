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
_OPERATORS = {kind_id: kinds.spelling(kind_id) for kind_id in range(kinds.COUNT)}


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
    return _star_outside(found, value, base) if value.__class__ is ir.Starred else found


def _star_outside(found: _Led, leading: ir.Expr, node: Node) -> ir.Expr:
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
    return _star_outside(found, base, kids[0]) if base.__class__ is ir.Starred else found


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
    items = _items(state, kids, first, -1, depth)
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
    return _star_outside(found, func, function) if func.__class__ is ir.Starred else found


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
            value = _last(state, kid, depth)
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


def _last(state: Lowering, node: Node, depth: int) -> ir.Expr:
    """The operand of a prefix: `*value`, `**value`, `await value`."""
    kid = node.children[-1]
    return EXPRESSIONS[kid.kind_id](state, kid, depth)


# --- displays --------------------------------------------------------------------------------------------------------


def _items(state: Lowering, kids: list[Node], first: int, end: int, depth: int) -> tuple[ir.Expr, ...]:
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
    items = _items(state, node.children, 1, -1, depth + NEST)
    return ir.Sequence(node.start_byte, node.end_byte, kind, items)


@expression(kinds.EXPRESSION_LIST, kinds.PATTERN_LIST)
def bare_tuple(state: Lowering, node: Node, depth: int) -> ir.Expr:
    """A tuple without parentheses."""
    if depth > LIMIT:
        return state.prune(node)
    kids = node.children
    return ir.Sequence(node.start_byte, node.end_byte, "tuple", _items(state, kids, 0, len(kids), depth + NEST))


@expression(kinds.DICTIONARY)
def _dictionary(state: Lowering, node: Node, depth: int) -> ir.Expr:
    if depth > LIMIT:
        return state.prune(node)
    entries: list[ir.Entry] = []
    depth += NEST
    for kid in between_commas(state, node.children, 1, -1):
        kind = kid.kind_id
        if kind == kinds.PAIR:
            key, value = _pair(state, kid, depth)
            entries.append(ir.Entry(kid.start_byte, kid.end_byte, key, value))
        elif kind == kinds.DICTIONARY_SPLAT:
            entries.append(ir.Entry(kid.start_byte, kid.end_byte, None, _last(state, kid, depth)))
    return ir.Dict(node.start_byte, node.end_byte, tuple(entries))


def _pair(state: Lowering, node: Node, depth: int) -> tuple[ir.Expr, ir.Expr]:
    kids = node.children
    if len(kids) != 3:
        kids = without_space(kids)
    key, value = kids[0], kids[-1]
    return EXPRESSIONS[key.kind_id](state, key, depth), EXPRESSIONS[value.kind_id](state, value, depth)


@expression(kinds.LIST_SPLAT, kinds.LIST_SPLAT_PATTERN, kinds.SPLAT_TYPE)
def _starred(state: Lowering, node: Node, depth: int) -> ir.Expr:
    if depth > LIMIT:
        return state.prune(node)
    return ir.Starred(node.start_byte, node.end_byte, _last(state, node, depth + NEST))


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


# --- operators -------------------------------------------------------------------------------------------------------


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
    return _star_outside(ir.Binary(start, end, op, first, second), first, left)


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
        return _star_outside(found, first, left)
    grouped = ir.Binary(inner_start, end, op, first, second)
    if leading is not None:
        grouped = ir.Binary(start, end, other, leading, grouped)
    for operand, operand_end in reversed(trailing):
        grouped = ir.Binary(start, operand_end, other, grouped, operand)
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
    return _star_outside(found, first, left)


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
    return _star_outside(found, left, kids[0])


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
    return _star_outside(found, then, kids[0])


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
    return ir.Await(node.start_byte, node.end_byte, _last(state, node, depth + NEST))


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


# --- scopes ----------------------------------------------------------------------------------------------------------


@expression(kinds.LAMBDA)
def _lambda(state: Lowering, node: Node, depth: int) -> ir.Expr:
    if depth > LIMIT:
        return state.prune(node)
    yields = state.yields
    parameters: tuple[ir.Parameter, ...] = ()
    for kid in node.children:
        if kid.kind_id == kinds.LAMBDA_PARAMETERS:
            parameters = lower_parameters(state, kid, depth + NEST)
    body = _last(state, node, depth + NEST)
    state.yields = yields
    return ir.Lambda(node.start_byte, node.end_byte, parameters, body)


@expression(kinds.LIST_COMPREHENSION)
def _list_comprehension(state: Lowering, node: Node, depth: int) -> ir.Expr:
    return _comprehension(state, node, depth, "list")


@expression(kinds.SET_COMPREHENSION)
def _set_comprehension(state: Lowering, node: Node, depth: int) -> ir.Expr:
    return _comprehension(state, node, depth, "set")


@expression(kinds.DICTIONARY_COMPREHENSION)
def _dictionary_comprehension(state: Lowering, node: Node, depth: int) -> ir.Expr:
    return _comprehension(state, node, depth, "dict")


@expression(kinds.GENERATOR)
def _generator(state: Lowering, node: Node, depth: int) -> ir.Expr:
    return _comprehension(state, node, depth, "generator")


def _comprehension(state: Lowering, node: Node, depth: int, kind: str) -> ir.Expr:
    if depth > LIMIT:
        return state.prune(node)
    body, *rest = without_space(node.children)[1:-1]
    depth += NEST
    key: ir.Expr | None = None
    if body.kind_id == kinds.PAIR:
        key, value = _pair(state, body, depth)
    else:
        value = EXPRESSIONS[body.kind_id](state, body, depth)
    return ir.Comprehension(node.start_byte, node.end_byte, kind, key, value, _clauses(state, rest, depth))


def _clauses(state: Lowering, nodes: list[Node], depth: int) -> tuple[ir.Clause, ...]:
    """The `for` clauses, each with the `if` clauses that follow it."""
    clauses: list[ir.Clause] = []
    for node in nodes:
        if node.kind_id == kinds.FOR_IN_CLAUSE:
            clauses.append(_for_clause(state, node, depth))
        elif node.kind_id == kinds.IF_CLAUSE and clauses:
            last = clauses[-1]
            tests = (*last.tests, _last(state, node, depth))
            clauses[-1] = ir.Clause(last.start, node.end_byte, last.target, last.iterable, tests)
    return tuple(clauses)


def _for_clause(state: Lowering, node: Node, depth: int) -> ir.Clause:
    kids = without_space(node.children)
    if kids[0].kind_id == kinds.ASYNC:
        del kids[0]
    if len(kids) < 4:
        unknown = unreadable(state, node, depth)
        return ir.Clause(node.start_byte, node.end_byte, unknown, unknown, ())
    target = EXPRESSIONS[kids[1].kind_id](state, kids[1], depth)
    iterable = EXPRESSIONS[kids[3].kind_id](state, kids[3], depth)
    if len(kids) > 4:
        iterable = ir.Sequence(iterable.start, node.end_byte, "tuple", _items(state, kids, 3, len(kids), depth + NEST))
    return ir.Clause(node.start_byte, node.end_byte, target, iterable, ())


# --- parameters ------------------------------------------------------------------------------------------------------

_DEFAULTED = (kinds.DEFAULT_PARAMETER, kinds.TYPED_DEFAULT_PARAMETER)
_SPLATS = {kinds.LIST_SPLAT_PATTERN: "args", kinds.DICTIONARY_SPLAT_PATTERN: "kwargs"}


def lower_parameters(state: Lowering, node: Node, depth: int) -> tuple[ir.Parameter, ...]:
    """The parameters of a function or lambda; `/` and `*` decide the kinds of their neighbours."""
    found: list[ir.Parameter] = []
    plain = "normal"
    for kid in node.children:
        kind = kid.kind_id
        if kind == kinds.POSITIONAL_SEPARATOR:
            found = [ir.Parameter(p.start, p.end, p.name, "positional-only", p.default, p.annotation) for p in found]
        elif kind == kinds.KEYWORD_SEPARATOR:
            plain = "keyword-only"
        elif kind in _PARAMETER_KINDS:
            parameter = _parameter(state, kid, plain, depth)
            found.append(parameter)
            if parameter.kind == "args":
                plain = "keyword-only"
    return tuple(found)


_PARAMETER_KINDS = frozenset((kinds.IDENTIFIER, kinds.TYPED_PARAMETER, kinds.TUPLE_PATTERN, *_DEFAULTED, *_SPLATS))


def _parameter(state: Lowering, node: Node, plain: str, depth: int) -> ir.Parameter:
    start, end = node.start_byte, node.end_byte
    if node.kind_id == kinds.IDENTIFIER:
        return ir.Parameter(start, end, state.names[state.chars[start:end]], plain, None, None)
    name = node
    default: ir.Expr | None = None
    annotation: ir.Expr | None = None
    if node.kind_id in (kinds.TYPED_PARAMETER, *_DEFAULTED):
        kids = without_space(node.children)
        name = kids[0]
        for kid in kids[1:]:
            if kid.kind_id == kinds.TYPE:
                annotation = EXPRESSIONS[kinds.TYPE](state, kid, depth)
        if node.kind_id in _DEFAULTED:
            default = EXPRESSIONS[kids[-1].kind_id](state, kids[-1], depth)
    kind = _SPLATS.get(name.kind_id, plain)
    if kind != plain:
        name = name.children[-1]
    spelt = state.names[state.chars[name.start_byte : name.end_byte]]
    return ir.Parameter(start, end, spelt, kind, default, annotation)
