"""What does the IR say of a text, in the shared shape?"""

from collections.abc import Iterable

from analyzer.source.file import SourceFile
from analyzer.syntax import ir
from tests.unit.syntax.normal_form import PLACED_IN_TEMPLATES, UNKNOWN, Form, constant, template

_PARTS = (ir.Handler, ir.Case, ir.WithItem)
_STATEMENTS = (
    ir.Assign, ir.AnnAssign, ir.AugAssign, ir.ExprStmt, ir.Return, ir.Raise, ir.Assert, ir.Delete, ir.Flow, ir.Scope,
    ir.Import, ir.ImportFrom, ir.If, ir.While, ir.For, ir.Try, ir.With, ir.Match, ir.Function, ir.Class, ir.Broken,
)  # fmt: skip


class FromIr:
    """Our tree in the shared form."""

    def __init__(self, file: SourceFile) -> None:
        self._file = file
        self._in_template = 0

    def at(self, node: ir.Node) -> Form:
        if self._in_template and not PLACED_IN_TEMPLATES:
            return ()
        return (*self._file.position(node.start), *self._file.position(node.end))

    def many(self, nodes: Iterable[ir.Node | None]) -> Form:
        return tuple(self.one(node) for node in nodes)

    def one(self, node: ir.Node | None) -> Form:
        if node is None:
            return ()
        form: Form = getattr(self, f"_{type(node).__name__.lower()}")(node)
        if isinstance(node, ir.Unknown) or (isinstance(node, ir.Call) and self._stands_for_a_format(node)):
            return form
        if isinstance(node, _STATEMENTS):
            return (*self._file.position(node.start), *form)
        if isinstance(node, ir.Sequence):
            return form if node.kind == "tuple" else (*self.at(node), *form)
        if isinstance(node, (ir.Const, ir.Bytes, ir.FString, ir.Boolean, ir.Entry, ir.Clause, *_PARTS)):
            return form
        return (*self.at(node), *form)

    def _name(self, node: ir.Name) -> Form:
        return ("name", node.id)

    def _const(self, node: ir.Const) -> Form:
        return constant(node.value)

    def _bytes(self, node: ir.Bytes) -> Form:
        return constant(node.value)

    def _unknown(self, node: ir.Unknown) -> Form:
        assert node.why in ("number", "ellipsis", "surrogate"), node
        return UNKNOWN

    def _fstring(self, node: ir.FString) -> Form:
        self._in_template += 1
        parts = self.many(node.parts)
        self._in_template -= 1
        return template(part for part in parts if isinstance(part, tuple))

    def _stands_for_a_format(self, node: ir.Call) -> bool:
        """Whether no such call is written: `{value!r}` is read as `repr(value)`."""
        func = node.func
        return isinstance(func, ir.Name) and self._file.text[func.start : func.end] != func.id.encode()

    def _attribute(self, node: ir.Attribute) -> Form:
        name = self._file.text[node.name_start : node.end].decode()
        assert name == node.name or not name.isascii(), node
        return ("attribute", self.one(node.base), node.name)

    def _subscript(self, node: ir.Subscript) -> Form:
        return ("subscript", self.one(node.base), self.one(node.index))

    def _slice(self, node: ir.Slice) -> Form:
        return ("slice", self.one(node.lower), self.one(node.upper), self.one(node.step))

    def _starred(self, node: ir.Starred) -> Form:
        return ("starred", self.one(node.value))

    def _keyword(self, node: ir.Keyword) -> Form:
        return ("keyword", node.name, self.one(node.value))

    def _call(self, node: ir.Call) -> Form:
        func = ("name", node.func.id) if self._stands_for_a_format(node) and isinstance(node.func, ir.Name) else None
        return ("call", func or self.one(node.func), self.many(node.args), self.many(node.keywords))

    def _sequence(self, node: ir.Sequence) -> Form:
        return (node.kind, self.many(node.items))

    def _entry(self, node: ir.Entry) -> Form:
        return (self.one(node.key), self.one(node.value))

    def _dict(self, node: ir.Dict) -> Form:
        return ("dict", self.many(node.entries))

    def _binary(self, node: ir.Binary) -> Form:
        return ("binary", node.op, self.one(node.left), self.one(node.right))

    def _unary(self, node: ir.Unary) -> Form:
        return ("unary", node.op, self.one(node.value))

    def _boolean(self, node: ir.Boolean) -> Form:
        return ("boolean", node.op, self.one(node.left), self.one(node.right))

    def _compare(self, node: ir.Compare) -> Form:
        return ("compare", self.one(node.left), node.ops, self.many(node.rights))

    def _conditional(self, node: ir.Conditional) -> Form:
        return ("conditional", self.one(node.test), self.one(node.then), self.one(node.orelse))

    def _walrus(self, node: ir.Walrus) -> Form:
        return ("walrus", node.name, self.one(node.value))

    def _lambda(self, node: ir.Lambda) -> Form:
        return ("lambda", self._parameters(node.parameters), self.one(node.body))

    def _comprehension(self, node: ir.Comprehension) -> Form:
        return ("comprehension", node.kind, self.one(node.key), self.one(node.value), self.many(node.clauses))

    def _clause(self, node: ir.Clause) -> Form:
        return ("clause", self.one(node.target), self.one(node.iterable), self.many(node.tests))

    def _await(self, node: ir.Await) -> Form:
        return ("await", self.one(node.value))

    def _yield(self, node: ir.Yield) -> Form:
        return ("yield", self.one(node.value), node.delegate)

    def _exprstmt(self, node: ir.ExprStmt) -> Form:
        return ("expr", self.one(node.value))

    def _assign(self, node: ir.Assign) -> Form:
        return ("assign", self.many(node.targets), self.one(node.value))

    def _annassign(self, node: ir.AnnAssign) -> Form:
        return ("annassign", self.one(node.target), self.one(node.annotation), self.one(node.value))

    def _augassign(self, node: ir.AugAssign) -> Form:
        return ("augassign", self.one(node.target), node.op, self.one(node.value))

    def _return(self, node: ir.Return) -> Form:
        return ("return", self.one(node.value))

    def _raise(self, node: ir.Raise) -> Form:
        return ("raise", self.one(node.value))

    def _assert(self, node: ir.Assert) -> Form:
        return ("assert", self.one(node.test), self.one(node.message))

    def _delete(self, node: ir.Delete) -> Form:
        return ("delete", self.many(node.targets))

    def _flow(self, node: ir.Flow) -> Form:
        return (node.kind,)

    def _scope(self, node: ir.Scope) -> Form:
        return (node.kind, node.names)

    def _alias(self, node: ir.Alias) -> Form:
        return (node.name, node.bound)

    def _import(self, node: ir.Import) -> Form:
        return ("import", self.many(node.names))

    def _importfrom(self, node: ir.ImportFrom) -> Form:
        return ("from", node.module, node.level, self.many(node.names))

    def _if(self, node: ir.If) -> Form:
        return ("if", self.one(node.test), self.many(node.body), self.many(node.orelse))

    def _while(self, node: ir.While) -> Form:
        return ("while", self.one(node.test), self.many(node.body), self.many(node.orelse))

    def _for(self, node: ir.For) -> Form:
        return ("for", self.one(node.target), self.one(node.iterable), self.many(node.body), self.many(node.orelse))

    def _try(self, node: ir.Try) -> Form:
        return ("try", self.many(node.body), self.many(node.handlers), self.many(node.orelse), self.many(node.final))

    def _handler(self, node: ir.Handler) -> Form:
        return ("except", self.one(node.catches), node.name, self.many(node.body))

    def _withitem(self, node: ir.WithItem) -> Form:
        return (self.one(node.value), self.one(node.target))

    def _with(self, node: ir.With) -> Form:
        return ("with", self.many(node.items), self.many(node.body))

    def _match(self, node: ir.Match) -> Form:
        return ("match", self.one(node.subject), self.many(node.cases))

    def _case(self, node: ir.Case) -> Form:
        binds = tuple(sorted(node.binds))
        return ("case", self.many(node.values), node.wildcard, binds, self.one(node.guard), self.many(node.body))

    def _function(self, node: ir.Function) -> Form:
        return (
            "function", node.name, self._parameters(node.parameters), self.one(node.returns), self.many(node.body),
            self.many(node.decorators), node.is_async, node.is_generator,
        )  # fmt: skip

    def _class(self, node: ir.Class) -> Form:
        return (
            "class", node.name, self.many(node.bases), self.many(node.keywords), self.many(node.body),
            self.many(node.decorators),
        )  # fmt: skip

    def _parameters(self, parameters: tuple[ir.Parameter, ...]) -> Form:
        return tuple(
            (
                self.at(p)[:2] if p.kind not in ("args", "kwargs") else (),
                *(p.name, p.kind, self.one(p.default), self.one(p.annotation)),
            )
            for p in parameters
        )
