"""Which IR statement does a compound statement of the concrete tree stand for, and which statements are in a block?

A block is also where recovery shows: an error among statements becomes `Broken` statements for what was not read,
with the statements that the parser did recover inside the error in their places between.
"""

from tree_sitter import Node

from analyzer.syntax import ir, kinds
from analyzer.syntax.errors import gaps, recovered
from analyzer.syntax.expressions import call_arguments
from analyzer.syntax.lowering import (
    EXPRESSIONS,
    LIMIT,
    NEST,
    STATEMENTS,
    Lowering,
    statement,
    unreadable,
    without_space,
)  # fmt: skip
from analyzer.syntax.patterns import lower_cases
from analyzer.syntax.scopes import lower_parameters

Body = tuple[ir.Stmt, ...]


# --- blocks ----------------------------------------------------------------------------------------------------------


def block(state: Lowering, node: Node, depth: int) -> Body:
    """The statements of a block, or of a module, in source order."""
    if state.tolerant and node.has_error:
        return _tolerant_block(state, node, depth)
    found: list[ir.Stmt] = []
    for kid in node.children:
        handler = STATEMENTS.get(kid.kind_id)
        if handler is not None:
            found.append(handler(state, kid, depth))
    return tuple(found)


def _tolerant_block(state: Lowering, node: Node, depth: int) -> Body:
    """The statements of a block with errors, and `Broken` where there are none to be had."""
    found: list[ir.Stmt] = []
    for kid in [node] if node.kind_id == kinds.ERROR else node.children:
        if kid.kind_id == kinds.ERROR:
            inside = recovered(kid)
            found += [STATEMENTS[one.kind_id](state, one, depth) for one in inside]
            found += [ir.Broken(start, end) for start, end in gaps(state.text, kid, inside)]
        elif kid.kind_id in STATEMENTS:
            found.append(STATEMENTS[kid.kind_id](state, kid, depth))
    found.sort(key=lambda one: one.start)
    return tuple(found)


def _suite(state: Lowering, node: Node, depth: int) -> Body:
    """The statements of the block that is a direct child of `node`, and of errors beside it."""
    if state.tolerant and node.has_error:
        parts = [kid for kid in node.children if kid.kind_id in (kinds.BLOCK, kinds.ERROR)]
        return tuple([one for kid in parts for one in block(state, kid, depth)])
    for kid in node.children:
        if kid.kind_id == kinds.BLOCK:
            return block(state, kid, depth)
    return ()


# --- branches and loops ----------------------------------------------------------------------------------------------


@statement(kinds.IF)
def _if(state: Lowering, node: Node, depth: int) -> ir.Stmt:
    """`if` with its `elif`s, each an `If` alone in the `orelse` of the one before; a step down such a chain costs 2."""
    if depth > LIMIT:
        return state.prune_statement(node)
    kids = node.children
    elifs = [kid for kid in kids if kid.kind_id == kinds.ELIF]
    room = (LIMIT - depth) // 2
    orelse = _orelse(state, node, depth + 2 * min(len(elifs), room))
    if len(elifs) > room:
        rest = elifs[room]
        state.pruned.append(ir.Region(rest.start_byte, node.end_byte, "depth"))
        orelse = (ir.Broken(rest.start_byte, node.end_byte),)
        del elifs[room:]
    for index in range(len(elifs) - 1, -1, -1):
        clause = elifs[index]
        test, body = _condition(state, clause, depth + 2 * (index + 1))
        end = orelse[-1].end if orelse else clause.end_byte
        orelse = (ir.If(clause.start_byte, max(end, clause.end_byte), test, body, orelse),)
    test, body = _condition(state, node, depth)
    return ir.If(node.start_byte, node.end_byte, test, body, orelse)


def _condition(state: Lowering, node: Node, depth: int) -> tuple[ir.Expr, Body]:
    """The test and the body of an `if`, `elif` or `while`."""
    kids = node.children
    test = kids[1] if kids[1].kind_id not in kinds.IRREGULAR else without_space(kids)[1]
    return EXPRESSIONS[test.kind_id](state, test, depth + NEST), _suite(state, node, depth + NEST)


def _orelse(state: Lowering, node: Node, depth: int) -> Body:
    """The statements of the `else` of `node`."""
    last = node.children[-1]
    return _suite(state, last, depth + NEST) if last.kind_id == kinds.ELSE else ()


@statement(kinds.WHILE)
def _while(state: Lowering, node: Node, depth: int) -> ir.Stmt:
    if depth > LIMIT:
        return state.prune_statement(node)
    test, body = _condition(state, node, depth)
    return ir.While(node.start_byte, node.end_byte, test, body, _orelse(state, node, depth))


@statement(kinds.FOR)
def _for(state: Lowering, node: Node, depth: int) -> ir.Stmt:
    if depth > LIMIT:
        return state.prune_statement(node)
    kids = without_space(node.children)
    if kids[0].kind_id == kinds.ASYNC:
        del kids[0]
    target = EXPRESSIONS[kids[1].kind_id](state, kids[1], depth + NEST)
    iterable = EXPRESSIONS[kids[3].kind_id](state, kids[3], depth + NEST)
    body = _suite(state, node, depth + NEST)
    return ir.For(node.start_byte, node.end_byte, target, iterable, body, _orelse(state, node, depth))


# --- exceptions and contexts -----------------------------------------------------------------------------------------


@statement(kinds.TRY)
def _try(state: Lowering, node: Node, depth: int) -> ir.Stmt:
    if depth > LIMIT:
        return state.prune_statement(node)
    depth += NEST
    handlers: list[ir.Handler] = []
    orelse: Body = ()
    final: Body = ()
    for kid in node.children:
        kind = kid.kind_id
        if kind == kinds.EXCEPT:
            handlers.append(_handler(state, kid, depth))
        elif kind == kinds.ELSE:
            orelse = _suite(state, kid, depth)
        elif kind == kinds.FINALLY:
            final = _suite(state, kid, depth)
    body = _suite(state, node, depth)
    return ir.Try(node.start_byte, node.end_byte, body, tuple(handlers), orelse, final)


def _handler(state: Lowering, node: Node, depth: int) -> ir.Handler:
    """`except catches as name`, Python 2's `except catches, name`, and Python 3.14's `except A, B`."""
    start, end = node.start_byte, node.end_byte
    kids = [kid for kid in without_space(node.children) if kid.is_named and kid.kind_id != kinds.BLOCK]
    body = _suite(state, node, depth)
    if not kids:
        return ir.Handler(start, end, None, None, body)
    catches, name = _bound(state, kids[0], depth)
    bound = name.id if isinstance(name, ir.Name) else None
    if len(kids) > 1 and bound is None:
        second = EXPRESSIONS[kids[1].kind_id](state, kids[1], depth)
        if isinstance(second, ir.Name) and second.id[0].islower():
            bound = second.id
        else:
            catches = ir.Sequence(catches.start, second.end, "tuple", (catches, second))
    return ir.Handler(start, end, catches, bound, body)


def _bound(state: Lowering, node: Node, depth: int) -> tuple[ir.Expr, ir.Expr | None]:
    """`value as target`, in parentheses or not, or only a value."""
    inner = node
    while inner.kind_id == kinds.PARENTHESIZED and len(kids := without_space(inner.children)) == 3:
        inner = kids[1]
    if inner.kind_id == kinds.AS_PATTERN:
        node = inner
    if node.kind_id != kinds.AS_PATTERN:
        return EXPRESSIONS[node.kind_id](state, node, depth), None
    kids = without_space(node.children)
    value, target = kids[0], kids[-1]
    return EXPRESSIONS[value.kind_id](state, value, depth), EXPRESSIONS[target.kind_id](state, target, depth)


@statement(kinds.WITH)
def _with(state: Lowering, node: Node, depth: int) -> ir.Stmt:
    if depth > LIMIT:
        return state.prune_statement(node)
    items: list[ir.WithItem] = []
    for clause in node.children:
        if clause.kind_id == kinds.WITH_CLAUSE:
            for kid in clause.children:
                if kid.kind_id == kinds.WITH_ITEM:
                    value, target = _bound(state, kid.children[0], depth + NEST)
                    items.append(ir.WithItem(kid.start_byte, kid.end_byte, value, target))
    return ir.With(node.start_byte, node.end_byte, tuple(items), _suite(state, node, depth + NEST))


@statement(kinds.MATCH)
def _match(state: Lowering, node: Node, depth: int) -> ir.Stmt:
    if depth > LIMIT:
        return state.prune_statement(node)
    subjects: list[ir.Expr] = []
    commas = 0
    cases: tuple[ir.Case, ...] = ()
    for kid in without_space(node.children)[1:]:
        kind = kid.kind_id
        if kind == kinds.BLOCK:
            cases = lower_cases(state, kid, depth + NEST, _suite)
        elif kind == kinds.COMMA:
            commas += 1
        elif kind != kinds.COLON:
            subjects.append(EXPRESSIONS[kind](state, kid, depth + NEST))
    subject = subjects[0] if subjects else unreadable(state, node, depth)
    if commas:
        subject = ir.Sequence(subject.start, subjects[-1].end, "tuple", tuple(subjects))
    return ir.Match(node.start_byte, node.end_byte, subject, cases)


# --- definitions -----------------------------------------------------------------------------------------------------


@statement(kinds.FUNCTION)
def _function(state: Lowering, node: Node, depth: int) -> ir.Stmt:
    return _defined(state, node, depth, ())


@statement(kinds.CLASS)
def _class(state: Lowering, node: Node, depth: int) -> ir.Stmt:
    return _defined(state, node, depth, ())


@statement(kinds.DECORATED)
def _decorated(state: Lowering, node: Node, depth: int) -> ir.Stmt:
    decorators: list[ir.Expr] = []
    for kid in node.children:
        if kid.kind_id == kinds.DECORATOR:
            value = without_space(kid.children)[1]
            decorators.append(EXPRESSIONS[value.kind_id](state, value, depth + NEST))
        elif kid.kind_id in (kinds.FUNCTION, kinds.CLASS):
            return _defined(state, kid, depth, tuple(decorators))
    return ir.Broken(node.start_byte, node.end_byte)


def _defined(state: Lowering, node: Node, depth: int, decorators: tuple[ir.Expr, ...]) -> ir.Stmt:
    """A function or class under its decorators."""
    if depth > LIMIT:
        return state.prune_statement(node)
    lower = _function_definition if node.kind_id == kinds.FUNCTION else _class_definition
    return lower(state, node, depth + NEST, decorators)


def _function_definition(state: Lowering, node: Node, depth: int, decorators: tuple[ir.Expr, ...]) -> ir.Stmt:
    kids = node.children
    name = node
    parameters: tuple[ir.Parameter, ...] = ()
    returns: ir.Expr | None = None
    outer = state.yields
    for kid in kids:
        kind = kid.kind_id
        if kind == kinds.IDENTIFIER:
            name = kid
        elif kind == kinds.PARAMETERS:
            parameters = lower_parameters(state, kid, depth)
        elif kind == kinds.TYPE:
            returns = EXPRESSIONS[kind](state, kid, depth)
    state.yields = False
    body = _suite(state, node, depth)
    is_generator, state.yields = state.yields, outer
    start = name.start_byte
    return ir.Function(
        node.start_byte, node.end_byte, state.names[state.chars[start : name.end_byte]], start, parameters, returns,
        body, decorators, kids[0].kind_id == kinds.ASYNC, is_generator,
    )  # fmt: skip


def _class_definition(state: Lowering, node: Node, depth: int, decorators: tuple[ir.Expr, ...]) -> ir.Stmt:
    name = node
    bases: tuple[ir.Expr, ...] = ()
    keywords: tuple[ir.Keyword, ...] = ()
    for kid in node.children:
        kind = kid.kind_id
        if kind == kinds.IDENTIFIER:
            name = kid
        elif kind == kinds.ARGUMENT_LIST:
            bases, keywords = call_arguments(state, kid, depth)
    body = _suite(state, node, depth)
    start = name.start_byte
    return ir.Class(
        node.start_byte, node.end_byte, state.names[state.chars[start : name.end_byte]], start, bases, keywords, body,
        decorators,
    )  # fmt: skip
