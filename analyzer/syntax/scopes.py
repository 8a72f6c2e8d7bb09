"""Which IR do lambdas, comprehensions and parameters stand for?"""

from tree_sitter import Node

from analyzer.syntax import ir, kinds
from analyzer.syntax.expressions import items_of, operand, pair
from analyzer.syntax.lowering import EXPRESSIONS, LIMIT, NEST, Lowering, expression, unreadable, without_space


@expression(kinds.LAMBDA)
def _lambda(state: Lowering, node: Node, depth: int) -> ir.Expr:
    if depth > LIMIT:
        return state.prune(node)
    yields = state.yields
    parameters: tuple[ir.Parameter, ...] = ()
    for kid in node.children:
        if kid.kind_id == kinds.LAMBDA_PARAMETERS:
            parameters = lower_parameters(state, kid, depth + NEST)
    body = operand(state, node, depth + NEST)
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
        key, value = pair(state, body, depth)
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
            tests = (*last.tests, operand(state, node, depth))
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
        iterable = ir.Sequence(
            iterable.start, node.end_byte, "tuple", items_of(state, kids, 3, len(kids), depth + NEST)
        )
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
