"""Which IR statement does a simple statement of the concrete tree stand for?"""

from msgspec import structs
from tree_sitter import Node

from analyzer.syntax import ir, kinds
from analyzer.syntax.expressions import bare_tuple
from analyzer.syntax.lowering import EXPRESSIONS, NEST, Lowering, statement, without_space

_TRAILERS = (kinds.ATTRIBUTE, kinds.SUBSCRIPT, kinds.CALL)

# --- expressions and assignments -------------------------------------------------------------------------------------


@statement(kinds.EXPRESSION_STATEMENT)
def _expression_statement(state: Lowering, node: Node, depth: int) -> ir.Stmt:
    kids = node.children
    first = kids[0]
    kind = first.kind_id
    if len(kids) > 1 and len(kids := without_space(kids)) > 1:
        return ir.ExprStmt(node.start_byte, node.end_byte, bare_tuple(state, node, depth))
    if kind == kinds.ASSIGNMENT:
        return assignment(state, first, depth)
    if kind == kinds.AUGMENTED_ASSIGNMENT:
        return augmented(state, first, depth)
    return ir.ExprStmt(node.start_byte, node.end_byte, EXPRESSIONS[kind](state, first, depth + NEST))


@statement(kinds.ASSIGNMENT)
def assignment(state: Lowering, node: Node, depth: int) -> ir.Stmt:
    """`a = b = value`, `a: T`, `a: T = value`."""
    start, end = node.start_byte, node.end_byte
    depth += NEST
    targets: list[ir.Expr] = []
    while True:
        kids = node.children
        if len(kids) != 3:
            kids = without_space(kids)
        target, value = kids[0], kids[-1]
        targets.append(EXPRESSIONS[target.kind_id](state, target, depth))
        if kids[1].kind_id == kinds.COLON and len(kids) > 2:
            return _annotated(state, start, end, targets, kids, depth)
        if value.kind_id != kinds.ASSIGNMENT:
            return ir.Assign(start, end, tuple(targets), EXPRESSIONS[value.kind_id](state, value, depth))
        node = value


def _annotated(
    state: Lowering, start: int, end: int, targets: list[ir.Expr], kids: list[Node], depth: int
) -> ir.AnnAssign:
    annotation = EXPRESSIONS[kids[2].kind_id](state, kids[2], depth)
    value = EXPRESSIONS[kids[4].kind_id](state, kids[4], depth) if len(kids) == 5 else None
    return ir.AnnAssign(start, end, targets[-1], annotation, value)


@statement(kinds.AUGMENTED_ASSIGNMENT)
def augmented(state: Lowering, node: Node, depth: int) -> ir.Stmt:
    """`target op= value`."""
    kids = node.children
    if len(kids) != 3:
        kids = without_space(kids)
    target, operator, value = kids[0], kids[1], kids[-1]
    left = EXPRESSIONS[target.kind_id](state, target, depth + NEST)
    right = EXPRESSIONS[value.kind_id](state, value, depth + NEST)
    return ir.AugAssign(node.start_byte, node.end_byte, left, kinds.spelling(operator.kind_id)[:-1], right)


@statement(kinds.TYPE_ALIAS)
def _type_alias(state: Lowering, node: Node, depth: int) -> ir.Stmt:
    """`type X[T] = value`: an assignment to `X`, type parameters left out."""
    word, left, _, right = without_space(node.children)
    name = left.children[0]
    target = EXPRESSIONS[name.kind_id](state, name, depth + NEST)
    if name.kind_id == kinds.GENERIC_TYPE and isinstance(target, ir.Subscript):
        target = target.base
    elif name.kind_id != kinds.IDENTIFIER:
        target = _on_type_call(word, name, target)
    value = EXPRESSIONS[right.kind_id](state, right, depth + NEST)
    return ir.Assign(node.start_byte, node.end_byte, (target,), value)


def _on_type_call(word: Node, node: Node, target: ir.Expr) -> ir.Expr:
    """The target of `type(x).attribute = value`, which the grammar takes for an alias named `(x).attribute`."""
    outer: list[ir.Attribute | ir.Subscript | ir.Call] = []
    while isinstance(target, ir.Attribute | ir.Subscript | ir.Call) and node.kind_id in _TRAILERS:
        outer.append(target)
        node = without_space(node.children)[0]
        target = target.func if isinstance(target, ir.Call) else target.base
    args = target.items if isinstance(target, ir.Sequence) and node.kind_id == kinds.TUPLE else (target,)
    start = word.start_byte
    found: ir.Expr = ir.Call(start, node.end_byte, ir.Name(start, word.end_byte, "type"), args, ())
    for one in reversed(outer):
        found = structs.replace(one, start=start, **{"func" if isinstance(one, ir.Call) else "base": found})
    return found


@statement(kinds.DELETE)
def _delete(state: Lowering, node: Node, depth: int) -> ir.Stmt:
    return ir.Delete(node.start_byte, node.end_byte, _listed(state, without_space(node.children)[1:], depth))


def _listed(state: Lowering, kids: list[Node], depth: int) -> tuple[ir.Expr, ...]:
    """The expressions of a list, whether its commas stand among `kids` or in an expression list."""
    if len(kids) == 1 and kids[0].kind_id == kinds.EXPRESSION_LIST:
        kids = without_space(kids[0].children)
    return tuple([EXPRESSIONS[kid.kind_id](state, kid, depth + NEST) for kid in kids if kid.kind_id != kinds.COMMA])


# --- flow ------------------------------------------------------------------------------------------------------------


@statement(kinds.RETURN)
def _return(state: Lowering, node: Node, depth: int) -> ir.Stmt:
    kids = node.children
    if len(kids) == 1:
        return ir.Return(node.start_byte, node.end_byte, None)
    value = kids[-1]
    return ir.Return(node.start_byte, node.end_byte, EXPRESSIONS[value.kind_id](state, value, depth + NEST))


@statement(kinds.RAISE)
def _raise(state: Lowering, node: Node, depth: int) -> ir.Stmt:
    """`raise value from cause`; Python 2's `raise E, argument` is the call it stands for."""
    start, end = node.start_byte, node.end_byte
    kids = without_space(node.children)
    if len(kids) == 1:
        return ir.Raise(start, end, None)
    if kids[1].kind_id != kinds.EXPRESSION_LIST:
        return ir.Raise(start, end, EXPRESSIONS[kids[1].kind_id](state, kids[1], depth + NEST))
    func, *args = _listed(state, kids[1:2], depth + NEST)
    return ir.Raise(start, end, ir.Call(func.start, kids[1].end_byte, func, tuple(args[:1]), ()))


@statement(kinds.ASSERT)
def _assert(state: Lowering, node: Node, depth: int) -> ir.Stmt:
    test, *message = _listed(state, without_space(node.children)[1:], depth)
    return ir.Assert(node.start_byte, node.end_byte, test, message[0] if message else None)


@statement(kinds.PASS, kinds.BREAK, kinds.CONTINUE)
def _flow(state: Lowering, node: Node, _depth: int) -> ir.Stmt:
    start, end = node.start_byte, node.end_byte
    return ir.Flow(start, end, state.names[state.chars[start:end]])


@statement(kinds.GLOBAL, kinds.NONLOCAL)
def _scope(state: Lowering, node: Node, _depth: int) -> ir.Stmt:
    kind = "global" if node.kind_id == kinds.GLOBAL else "nonlocal"
    names = [_spelt(state, kid) for kid in node.children if kid.kind_id == kinds.IDENTIFIER]
    return ir.Scope(node.start_byte, node.end_byte, kind, tuple(names))


def _spelt(state: Lowering, node: Node) -> str:
    """A name, dotted or not, without what may stand between its parts."""
    chars = state.chars[node.start_byte : node.end_byte]
    if chars.isidentifier():
        return state.names[chars]
    if node.kind_id == kinds.IDENTIFIER:
        return state.names[chars]
    parts = [kid for kid in node.children if kid.kind_id == kinds.IDENTIFIER]
    return state.names[".".join([state.chars[kid.start_byte : kid.end_byte] for kid in parts])]


# --- imports ---------------------------------------------------------------------------------------------------------


@statement(kinds.IMPORT)
def _import(state: Lowering, node: Node, _depth: int) -> ir.Stmt:
    return ir.Import(node.start_byte, node.end_byte, _aliases(state, node.children[1:]))


@statement(kinds.FUTURE_IMPORT)
def _future_import(state: Lowering, node: Node, _depth: int) -> ir.Stmt:
    return ir.ImportFrom(node.start_byte, node.end_byte, "__future__", 0, _aliases(state, node.children[2:]))


@statement(kinds.IMPORT_FROM)
def _import_from(state: Lowering, node: Node, _depth: int) -> ir.Stmt:
    kids = without_space(node.children)
    module, level = "", 0
    if kids[1].kind_id == kinds.RELATIVE_IMPORT:
        prefix, *names = without_space(kids[1].children)
        level = state.chars[prefix.start_byte : prefix.end_byte].count(".")
        module = _spelt(state, names[0]) if names else ""
    else:
        module = _spelt(state, kids[1])
    return ir.ImportFrom(node.start_byte, node.end_byte, module, level, _aliases(state, kids[2:]))


def _aliases(state: Lowering, kids: list[Node]) -> tuple[ir.Alias, ...]:
    """What an import binds, among the tokens that stand between."""
    found: list[ir.Alias] = []
    for kid in kids:
        kind = kid.kind_id
        if kind == kinds.DOTTED_NAME:
            found.append(ir.Alias(kid.start_byte, kid.end_byte, _spelt(state, kid), None))
        elif kind == kinds.ALIASED_IMPORT:
            parts = kid.children
            found.append(ir.Alias(kid.start_byte, kid.end_byte, _spelt(state, parts[0]), _spelt(state, parts[-1])))
        elif kind == kinds.WILDCARD_IMPORT:
            found.append(ir.Alias(kid.start_byte, kid.end_byte, "*", None))
    return tuple(found)


# --- Python 2 --------------------------------------------------------------------------------------------------------


@statement(kinds.PRINT)
def _print(state: Lowering, node: Node, depth: int) -> ir.Stmt:
    """`print a, b` and `print >>file, a` as `print(a, b, file=file)`."""
    word, *kids = without_space(node.children)
    keywords: tuple[ir.Keyword, ...] = ()
    if kids and kids[0].kind_id == kinds.CHEVRON:
        chevron = kids.pop(0)
        target = chevron.children[-1]
        value = EXPRESSIONS[target.kind_id](state, target, depth + 2 * NEST)
        keywords = (ir.Keyword(chevron.start_byte, chevron.end_byte, "file", value),)
    return _called(state, node, word, kids, keywords, depth)


@statement(kinds.EXEC)
def _exec(state: Lowering, node: Node, depth: int) -> ir.Stmt:
    """`exec code in globals, locals` as `exec(code, globals, locals)`."""
    word, *kids = without_space(node.children)
    return _called(state, node, word, [kid for kid in kids if kid.is_named], (), depth)


def _called(
    state: Lowering, node: Node, word: Node, kids: list[Node], keywords: tuple[ir.Keyword, ...], depth: int
) -> ir.ExprStmt:
    """A statement that is a call in Python 3."""
    start, end = node.start_byte, node.end_byte
    func = ir.Name(word.start_byte, word.end_byte, state.names[state.chars[word.start_byte : word.end_byte]])
    args = _listed(state, kids, depth + NEST)
    return ir.ExprStmt(start, end, ir.Call(start, end, func, args, keywords))
