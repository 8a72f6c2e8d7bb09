"""What does CPython say of a text, in the shared shape?"""

import ast
from collections.abc import Sequence
from typing import Any

from tests.unit.syntax.normal_form import PLACED_IN_TEMPLATES, UNKNOWN, Form, constant, template

_CONVERSIONS = {ord("r"): "repr", ord("s"): "str", ord("a"): "ascii"}
_BINARY = {
    ast.Add: "+", ast.Sub: "-", ast.Mult: "*", ast.MatMult: "@", ast.Div: "/", ast.Mod: "%", ast.Pow: "**",
    ast.LShift: "<<", ast.RShift: ">>", ast.BitOr: "|", ast.BitXor: "^", ast.BitAnd: "&", ast.FloorDiv: "//",
}  # fmt: skip
_UNARY = {ast.Invert: "~", ast.Not: "not", ast.UAdd: "+", ast.USub: "-"}
_COMPARE = {
    ast.Eq: "==", ast.NotEq: "!=", ast.Lt: "<", ast.LtE: "<=", ast.Gt: ">", ast.GtE: ">=", ast.Is: "is",
    ast.IsNot: "is not", ast.In: "in", ast.NotIn: "not in",
}  # fmt: skip


class FromAst:
    """CPython's tree in the shared form."""

    def __init__(self, text: str) -> None:
        self._lines = [line.encode() for line in text.split("\n")]
        self._in_template = 0

    def _place(self, line: int, column: int) -> Form:
        return (line, len(self._lines[line - 1][:column].decode()) + 1)

    def at(self, node: ast.expr | ast.stmt | ast.keyword | ast.alias | ast.arg) -> Form:
        """Start and end; before Python 3.12 those inside an f-string are wrong."""
        if self._in_template and not PLACED_IN_TEMPLATES:
            return ()
        assert node.end_lineno is not None and node.end_col_offset is not None
        return (*self._place(node.lineno, node.col_offset), *self._place(node.end_lineno, node.end_col_offset))

    def many(self, nodes: Sequence[ast.AST | None]) -> Form:
        return tuple(self.one(node) for node in nodes)

    def one(self, node: ast.AST | None) -> Form:
        if node is None:
            return ()
        method = getattr(self, f"_{type(node).__name__.lower()}")
        form: Form = method(node)
        if isinstance(node, ast.stmt):
            return (*self._place(node.lineno, node.col_offset), *form)
        if isinstance(node, ast.expr) and not isinstance(node, (ast.Tuple, ast.Constant, ast.JoinedStr, ast.BoolOp)):
            return (*self.at(node), *form)
        return form

    # expressions

    def _name(self, node: ast.Name) -> Form:
        return ("name", node.id)

    def _constant(self, node: ast.Constant) -> Form:
        return constant(node.value)

    def _joinedstr(self, node: ast.JoinedStr) -> Form:
        return template(self._parts(node))

    def _templatestr(self, node: Any) -> Form:
        return template(self._parts(node))

    def _parts(self, node: Any) -> list[Form]:
        self._in_template += 1
        parts = [self._part(part) for part in node.values]
        self._in_template -= 1
        return parts

    def _part(self, node: Any) -> Form:
        if isinstance(node, ast.Constant):
            return constant(node.value)
        value = self.one(node.value)
        if node.conversion in _CONVERSIONS:
            value = ("call", ("name", _CONVERSIONS[node.conversion]), (value,), ())
        if node.format_spec is not None:
            value = ("call", ("name", "format"), (value, self.one(node.format_spec)), ())
        return value

    def _attribute(self, node: ast.Attribute) -> Form:
        return ("attribute", self.one(node.value), node.attr)

    def _subscript(self, node: ast.Subscript) -> Form:
        return ("subscript", self.one(node.value), self.one(node.slice))

    def _slice(self, node: ast.Slice) -> Form:
        return ("slice", self.one(node.lower), self.one(node.upper), self.one(node.step))

    def _starred(self, node: ast.Starred) -> Form:
        return ("starred", self.one(node.value))

    def _keyword(self, node: ast.keyword) -> Form:
        return (*self.at(node), "keyword", node.arg, self.one(node.value))

    def _call(self, node: ast.Call) -> Form:
        return ("call", self.one(node.func), self.many(node.args), self.many(node.keywords))

    def _tuple(self, node: ast.Tuple) -> Form:
        return ("tuple", self.many(node.elts))

    def _list(self, node: ast.List) -> Form:
        return ("list", self.many(node.elts))

    def _set(self, node: ast.Set) -> Form:
        return ("set", self.many(node.elts))

    def _dict(self, node: ast.Dict) -> Form:
        return ("dict", tuple((self.one(k), self.one(v)) for k, v in zip(node.keys, node.values, strict=True)))

    def _binop(self, node: ast.BinOp) -> Form:
        return ("binary", _BINARY[type(node.op)], self.one(node.left), self.one(node.right))

    def _unaryop(self, node: ast.UnaryOp) -> Form:
        return ("unary", _UNARY[type(node.op)], self.one(node.operand))

    def _boolop(self, node: ast.BoolOp) -> Form:
        op = "and" if isinstance(node.op, ast.And) else "or"
        first, *rest = node.values
        form = self.one(first)
        for value in rest:
            form = ("boolean", op, form, self.one(value))
        return form

    def _compare(self, node: ast.Compare) -> Form:
        return (
            "compare",
            self.one(node.left),
            tuple(_COMPARE[type(op)] for op in node.ops),
            self.many(node.comparators),
        )

    def _ifexp(self, node: ast.IfExp) -> Form:
        return ("conditional", self.one(node.test), self.one(node.body), self.one(node.orelse))

    def _namedexpr(self, node: ast.NamedExpr) -> Form:
        return ("walrus", node.target.id, self.one(node.value))

    def _lambda(self, node: ast.Lambda) -> Form:
        return ("lambda", self._parameters(node.args), self.one(node.body))

    def _listcomp(self, node: ast.ListComp) -> Form:
        return ("comprehension", "list", (), self.one(node.elt), self.many(node.generators))

    def _setcomp(self, node: ast.SetComp) -> Form:
        return ("comprehension", "set", (), self.one(node.elt), self.many(node.generators))

    def _generatorexp(self, node: ast.GeneratorExp) -> Form:
        return ("comprehension", "generator", (), self.one(node.elt), self.many(node.generators))

    def _dictcomp(self, node: ast.DictComp) -> Form:
        return ("comprehension", "dict", self.one(node.key), self.one(node.value), self.many(node.generators))

    def _comprehension(self, node: ast.comprehension) -> Form:
        return ("clause", self.one(node.target), self.one(node.iter), self.many(node.ifs))

    def _await(self, node: ast.Await) -> Form:
        return ("await", self.one(node.value))

    def _yield(self, node: ast.Yield) -> Form:
        return ("yield", self.one(node.value), False)

    def _yieldfrom(self, node: ast.YieldFrom) -> Form:
        return ("yield", self.one(node.value), True)

    # statements

    def _expr(self, node: ast.Expr) -> Form:
        return ("expr", self.one(node.value))

    def _assign(self, node: ast.Assign) -> Form:
        return ("assign", self.many(node.targets), self.one(node.value))

    def _annassign(self, node: ast.AnnAssign) -> Form:
        return ("annassign", self.one(node.target), self.one(node.annotation), self.one(node.value))

    def _augassign(self, node: ast.AugAssign) -> Form:
        return ("augassign", self.one(node.target), _BINARY[type(node.op)], self.one(node.value))

    def _typealias(self, node: Any) -> Form:
        return ("assign", (self.one(node.name),), self.one(node.value))

    def _return(self, node: ast.Return) -> Form:
        return ("return", self.one(node.value))

    def _raise(self, node: ast.Raise) -> Form:
        return ("raise", self.one(node.exc))

    def _assert(self, node: ast.Assert) -> Form:
        return ("assert", self.one(node.test), self.one(node.msg))

    def _delete(self, node: ast.Delete) -> Form:
        return ("delete", self.many(node.targets))

    def _pass(self, _node: ast.Pass) -> Form:
        return ("pass",)

    def _break(self, _node: ast.Break) -> Form:
        return ("break",)

    def _continue(self, _node: ast.Continue) -> Form:
        return ("continue",)

    def _global(self, node: ast.Global) -> Form:
        return ("global", tuple(node.names))

    def _nonlocal(self, node: ast.Nonlocal) -> Form:
        return ("nonlocal", tuple(node.names))

    def _alias(self, node: ast.alias) -> Form:
        return (*self.at(node), node.name, node.asname)

    def _import(self, node: ast.Import) -> Form:
        return ("import", self.many(node.names))

    def _importfrom(self, node: ast.ImportFrom) -> Form:
        return ("from", node.module or "", node.level, self.many(node.names))

    def _if(self, node: ast.If) -> Form:
        return ("if", self.one(node.test), self.many(node.body), self.many(node.orelse))

    def _while(self, node: ast.While) -> Form:
        return ("while", self.one(node.test), self.many(node.body), self.many(node.orelse))

    def _for(self, node: ast.For | ast.AsyncFor) -> Form:
        return ("for", self.one(node.target), self.one(node.iter), self.many(node.body), self.many(node.orelse))

    _asyncfor = _for

    def _try(self, node: ast.Try) -> Form:
        return (
            "try",
            self.many(node.body),
            self.many(node.handlers),
            self.many(node.orelse),
            self.many(node.finalbody),
        )

    _trystar = _try

    def _excepthandler(self, node: ast.ExceptHandler) -> Form:
        return ("except", self.one(node.type), node.name, self.many(node.body))

    def _with(self, node: ast.With | ast.AsyncWith) -> Form:
        items = tuple((self.one(item.context_expr), self.one(item.optional_vars)) for item in node.items)
        return ("with", items, self.many(node.body))

    _asyncwith = _with

    def _match(self, node: ast.Match) -> Form:
        return ("match", self.one(node.subject), self.many(node.cases))

    def _match_case(self, node: ast.match_case) -> Form:
        values, wildcard = self._tested(node.pattern)
        return ("case", values, wildcard, _binds(node.pattern), self.one(node.guard), self.many(node.body))

    def _tested(self, pattern: ast.pattern) -> tuple[Form, bool]:
        while isinstance(pattern, ast.MatchAs) and pattern.pattern is not None:
            pattern = pattern.pattern
        alternatives = pattern.patterns if isinstance(pattern, ast.MatchOr) else [pattern]
        if any(isinstance(one, ast.MatchAs) and one.pattern is None for one in alternatives):
            return (), True
        if not all(isinstance(one, (ast.MatchValue, ast.MatchSingleton)) for one in alternatives):
            return (), False
        return tuple(_literal(self, one) for one in alternatives), False

    def _functiondef(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> Form:
        return (
            "function", node.name, self._parameters(node.args), self.one(node.returns), self.many(node.body),
            self.many(node.decorator_list), isinstance(node, ast.AsyncFunctionDef), _is_generator(node),
        )  # fmt: skip

    _asyncfunctiondef = _functiondef

    def _classdef(self, node: ast.ClassDef) -> Form:
        return (
            "class", node.name, self.many(node.bases), self.many(node.keywords), self.many(node.body),
            self.many(node.decorator_list),
        )  # fmt: skip

    def _parameters(self, args: ast.arguments) -> Form:
        plain = [(arg, "positional-only") for arg in args.posonlyargs] + [(arg, "normal") for arg in args.args]
        defaults: list[ast.expr | None] = [None] * (len(plain) - len(args.defaults))
        rows = [(arg, kind, default) for (arg, kind), default in zip(plain, [*defaults, *args.defaults], strict=True)]
        if args.vararg:
            rows.append((args.vararg, "args", None))
        rows += [(arg, "keyword-only", value) for arg, value in zip(args.kwonlyargs, args.kw_defaults, strict=True)]
        if args.kwarg:
            rows.append((args.kwarg, "kwargs", None))
        return tuple(
            (
                self.at(arg)[:2] if kind not in ("args", "kwargs") else (),
                *(arg.arg, kind, self.one(default), self.one(arg.annotation)),
            )
            for arg, kind, default in rows
        )


def _literal(forms: FromAst, pattern: Any) -> Form:
    """A value that a pattern tests; a complex number is one the IR does not carry."""
    if isinstance(pattern, ast.MatchSingleton):
        return constant(pattern.value)
    return UNKNOWN if isinstance(pattern.value, ast.BinOp) else forms.one(pattern.value)


def _binds(pattern: ast.pattern) -> Form:
    found: set[str] = set()
    for node in ast.walk(pattern):
        name = getattr(node, "rest", None) if isinstance(node, ast.MatchMapping) else getattr(node, "name", None)
        if name is not None and isinstance(node, ast.pattern):
            found.add(name)
    return tuple(sorted(found))


def _is_generator(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    stack: list[ast.AST] = list(function.body)
    while stack:
        node = stack.pop()
        if isinstance(node, (ast.Yield, ast.YieldFrom)):
            return True
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            stack += node.decorator_list
        elif not isinstance(node, ast.Lambda):
            stack += ast.iter_child_nodes(node)
    return False
