"""What is the shape of a module once concrete syntax is gone?

The IR is a tree of immutable `msgspec` structs: cheap to build (about a tenth of a frozen dataclass), comparable,
and serialisable as MessagePack, so a module can be cached and sent to another process. Every node carries its byte
range in the UTF-8 text of its `SourceFile`; `SourceFile.location` turns a range into lines and columns on demand.
"""

from typing import Union

import msgspec


class Node(msgspec.Struct, frozen=True, gc=False, array_like=True, tag=True):
    """Anything with a place: `start` and `end` are byte offsets, `end` exclusive."""

    start: int
    end: int


# --- expressions -----------------------------------------------------------------------------------------------------


class Name(Node, frozen=True, gc=False, array_like=True, tag=True):
    id: str


class Const(Node, frozen=True, gc=False, array_like=True, tag=True):
    """A literal: str, bytes, int, float, bool or None. Integers beyond 64 bits and complex numbers are `Unknown`."""

    value: Union[str, int, float, bool, None]


class Bytes(Node, frozen=True, gc=False, array_like=True, tag=True):
    """A bytes literal."""

    value: bytes


class FString(Node, frozen=True, gc=False, array_like=True, tag=True):
    """An f-string or an implicit concatenation with one: literal parts are `Const`, the others expressions."""

    parts: tuple["Expr", ...]


class Attribute(Node, frozen=True, gc=False, array_like=True, tag=True):
    """`base.name`; `name_start` is where the attribute's own name begins."""

    base: "Expr"
    name: str
    name_start: int


class Subscript(Node, frozen=True, gc=False, array_like=True, tag=True):
    """`base[index]`; several subscripts are a `Sequence` of kind "tuple"."""

    base: "Expr"
    index: "Expr"


class Slice(Node, frozen=True, gc=False, array_like=True, tag=True):
    """`lower:upper:step` inside a subscript."""

    lower: "Expr | None"
    upper: "Expr | None"
    step: "Expr | None"


class Starred(Node, frozen=True, gc=False, array_like=True, tag=True):
    """`*value`."""

    value: "Expr"


class Keyword(Node, frozen=True, gc=False, array_like=True, tag=True):
    """`name=value` of a call; `name` is None for `**value`."""

    name: str | None
    value: "Expr"


class Call(Node, frozen=True, gc=False, array_like=True, tag=True):
    """`func(args, keywords)`; positional arguments may be `Starred`."""

    func: "Expr"
    args: tuple["Expr", ...]
    keywords: tuple[Keyword, ...]


class Sequence(Node, frozen=True, gc=False, array_like=True, tag=True):
    """A tuple, list or set display, or a tuple/list of targets."""

    kind: str
    items: tuple["Expr", ...]


class Entry(Node, frozen=True, gc=False, array_like=True, tag=True):
    """`key: value` of a dict display; `key` is None for `**value`."""

    key: "Expr | None"
    value: "Expr"


class Dict(Node, frozen=True, gc=False, array_like=True, tag=True):
    entries: tuple[Entry, ...]


class Binary(Node, frozen=True, gc=False, array_like=True, tag=True):
    """`left op right` with an arithmetic or bitwise operator, spelt as in Python."""

    op: str
    left: "Expr"
    right: "Expr"


class Unary(Node, frozen=True, gc=False, array_like=True, tag=True):
    """`op value` with `-`, `+`, `~` or `not`."""

    op: str
    value: "Expr"


class Boolean(Node, frozen=True, gc=False, array_like=True, tag=True):
    """`left op right` with `and` or `or`."""

    op: str
    left: "Expr"
    right: "Expr"


class Compare(Node, frozen=True, gc=False, array_like=True, tag=True):
    """`left ops[0] rights[0] ops[1] …`.

    Operators are spelt `==`, `!=`, `<>`, `<`, `<=`, `>`, `>=`, `in`, `not in`, `is`, `is not`.
    """

    left: "Expr"
    ops: tuple[str, ...]
    rights: tuple["Expr", ...]


class Conditional(Node, frozen=True, gc=False, array_like=True, tag=True):
    """`then if test else orelse`."""

    test: "Expr"
    then: "Expr"
    orelse: "Expr"


class Walrus(Node, frozen=True, gc=False, array_like=True, tag=True):
    """`name := value`."""

    name: str
    value: "Expr"


class Lambda(Node, frozen=True, gc=False, array_like=True, tag=True):
    parameters: tuple["Parameter", ...]
    body: "Expr"


class Clause(Node, frozen=True, gc=False, array_like=True, tag=True):
    """`for target in iterable if test …` of a comprehension."""

    target: "Expr"
    iterable: "Expr"
    tests: tuple["Expr", ...]


class Comprehension(Node, frozen=True, gc=False, array_like=True, tag=True):
    """`kind` is "list", "set", "dict" or "generator"; `key` only for "dict"."""

    kind: str
    key: "Expr | None"
    value: "Expr"
    clauses: tuple[Clause, ...]


class Await(Node, frozen=True, gc=False, array_like=True, tag=True):
    value: "Expr"


class Yield(Node, frozen=True, gc=False, array_like=True, tag=True):
    """`yield value` or, if `delegate`, `yield from value`."""

    value: "Expr | None"
    delegate: bool


class Unknown(Node, frozen=True, gc=False, array_like=True, tag=True):
    """An expression that could not be read: broken, too deep or beyond the IR; `why` says which."""

    why: str


Expr = Union[
    Name, Const, Bytes, FString, Attribute, Subscript, Slice, Starred, Call, Sequence, Dict, Binary, Unary, Boolean,
    Compare, Conditional, Walrus, Lambda, Comprehension, Await, Yield, Unknown,
]  # fmt: skip


# --- statements ------------------------------------------------------------------------------------------------------


class Parameter(Node, frozen=True, gc=False, array_like=True, tag=True):
    """`kind` is "positional-only", "normal", "keyword-only", "args" (`*args`) or "kwargs" (`**kwargs`)."""

    name: str
    kind: str
    default: "Expr | None"
    annotation: "Expr | None"


class Assign(Node, frozen=True, gc=False, array_like=True, tag=True):
    """`targets[0] = targets[1] = … = value`, one entry per target."""

    targets: tuple[Expr, ...]
    value: Expr


class AnnAssign(Node, frozen=True, gc=False, array_like=True, tag=True):
    """`target: annotation = value`."""

    target: Expr
    annotation: Expr
    value: Expr | None


class AugAssign(Node, frozen=True, gc=False, array_like=True, tag=True):
    """`target op= value`; `op` without the `=`."""

    target: Expr
    op: str
    value: Expr


class ExprStmt(Node, frozen=True, gc=False, array_like=True, tag=True):
    """An expression as a statement; also Python 2's `print` and `exec` statements, as calls of those names."""

    value: Expr


class Return(Node, frozen=True, gc=False, array_like=True, tag=True):
    value: Expr | None


class Raise(Node, frozen=True, gc=False, array_like=True, tag=True):
    value: Expr | None


class Assert(Node, frozen=True, gc=False, array_like=True, tag=True):
    test: Expr
    message: Expr | None


class Delete(Node, frozen=True, gc=False, array_like=True, tag=True):
    targets: tuple[Expr, ...]


class Flow(Node, frozen=True, gc=False, array_like=True, tag=True):
    """`pass`, `break` or `continue`."""

    kind: str


class Scope(Node, frozen=True, gc=False, array_like=True, tag=True):
    """`global names` or `nonlocal names`."""

    kind: str
    names: tuple[str, ...]


class Alias(Node, frozen=True, gc=False, array_like=True, tag=True):
    """`name as bound`; `bound` is None without `as`; `name` is "*" for a star import."""

    name: str
    bound: str | None


class Import(Node, frozen=True, gc=False, array_like=True, tag=True):
    """`import a.b as c, d`."""

    names: tuple[Alias, ...]


class ImportFrom(Node, frozen=True, gc=False, array_like=True, tag=True):
    """`from ..module import names`: `level` is the number of dots, `module` may be empty."""

    module: str
    level: int
    names: tuple[Alias, ...]


class If(Node, frozen=True, gc=False, array_like=True, tag=True):
    """`if test: body else: orelse`; an `elif` is an `If` alone in `orelse`."""

    test: Expr
    body: tuple["Stmt", ...]
    orelse: tuple["Stmt", ...]


class While(Node, frozen=True, gc=False, array_like=True, tag=True):
    test: Expr
    body: tuple["Stmt", ...]
    orelse: tuple["Stmt", ...]


class For(Node, frozen=True, gc=False, array_like=True, tag=True):
    target: Expr
    iterable: Expr
    body: tuple["Stmt", ...]
    orelse: tuple["Stmt", ...]


class Handler(Node, frozen=True, gc=False, array_like=True, tag=True):
    """`except catches as name: body`."""

    catches: Expr | None
    name: str | None
    body: tuple["Stmt", ...]


class Try(Node, frozen=True, gc=False, array_like=True, tag=True):
    body: tuple["Stmt", ...]
    handlers: tuple[Handler, ...]
    orelse: tuple["Stmt", ...]
    final: tuple["Stmt", ...]


class WithItem(Node, frozen=True, gc=False, array_like=True, tag=True):
    value: Expr
    target: Expr | None


class With(Node, frozen=True, gc=False, array_like=True, tag=True):
    items: tuple[WithItem, ...]
    body: tuple["Stmt", ...]


class Case(Node, frozen=True, gc=False, array_like=True, tag=True):
    """`case pattern if guard: body`.

    `values` are the literal or dotted-name alternatives if the pattern is nothing else, empty otherwise; `wildcard`
    is true for an irrefutable pattern; `binds` are the names the pattern binds.
    """

    values: tuple[Expr, ...]
    wildcard: bool
    binds: tuple[str, ...]
    guard: Expr | None
    body: tuple["Stmt", ...]


class Match(Node, frozen=True, gc=False, array_like=True, tag=True):
    subject: Expr
    cases: tuple[Case, ...]


class Function(Node, frozen=True, gc=False, array_like=True, tag=True):
    """`def name(parameters) -> returns: body`; `name_start` is where the name begins; `start` excludes decorators."""

    name: str
    name_start: int
    parameters: tuple[Parameter, ...]
    returns: Expr | None
    body: tuple["Stmt", ...]
    decorators: tuple[Expr, ...]
    is_async: bool
    is_generator: bool


class Class(Node, frozen=True, gc=False, array_like=True, tag=True):
    name: str
    name_start: int
    bases: tuple[Expr, ...]
    keywords: tuple[Keyword, ...]
    body: tuple["Stmt", ...]
    decorators: tuple[Expr, ...]


class Broken(Node, frozen=True, gc=False, array_like=True, tag=True):
    """A region that does not parse, e.g. between merge-conflict markers."""


Stmt = Union[
    Assign, AnnAssign, AugAssign, ExprStmt, Return, Raise, Assert, Delete, Flow, Scope, Import, ImportFrom, If, While,
    For, Try, With, Match, Function, Class, Broken,
]  # fmt: skip


class Comment(Node, frozen=True, gc=False, array_like=True, tag=True):
    """A comment that speaks to this tool (`# mlvet: …`); other comments are not kept."""

    text: str


class Region(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """A byte range that was not understood, and why ("syntax" or "depth")."""

    start: int
    end: int
    why: str


class Module(msgspec.Struct, frozen=True, gc=False, array_like=True):
    """One file as IR.

    Attributes:
        name: dotted module name in the project ("pkg.train", "pkg" for `pkg/__init__.py`), unique per file.
        path: relative POSIX path of the file.
        is_package: whether the file is an `__init__.py`.
        body: the statements.
        comments: `# mlvet:` comments.
        broken: regions that could not be read, sorted.
    """

    name: str
    path: str
    is_package: bool
    body: tuple[Stmt, ...]
    comments: tuple[Comment, ...]
    broken: tuple[Region, ...]
