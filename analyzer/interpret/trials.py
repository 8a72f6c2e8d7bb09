"""What does a test of a model assert, and which of the model's answers does each assertion depend on?

Tests are short and straight, so the text of the test decides: which names hold what a call gave, and which of those
names an assertion mentions. Which calls train or ask a model is known from the facts, never from names.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Final

from analyzer.interpret.facts import Assertion, CallFact, Facts, Trial
from analyzer.interpret.values import Place
from analyzer.syntax import ir
from analyzer.syntax.walk import children, functions, names_in, walk

MODEL_ROLES: Final = frozenset({"fit", "learn", "model-input", "predict", "transform", "evaluate", "metric"})
_ASKED: Final = frozenset(
    {"predict", "predict_proba", "transform", "forward", "generate", "decision_function", "encode"}
)
_TYPE_ONLY: Final = frozenset({"isinstance", "hasattr", "type", "callable", "issubclass"})
_SHAPES: Final = frozenset({"shape", "ndim", "size", "dtype"})
_LENGTHS: Final = frozenset({"len", "list", "tuple"})
_ROUNDED: Final = frozenset(
    {"round", "approx", "isclose", "allclose", "around", "int", "floor", "ceil", "rint", "assert_allclose", "format"}
)
_WHOLES: Final = frozenset({"all", "array_equal", "allclose", "equals", "list", "array", "tolist", "bool", "approx"})
_PLAIN: Final = frozenset(
    {"array", "asarray", "list", "tuple", "len", "DataFrame", "Series", "all", "tolist", "zeros", "ones"}
)
_EQUAL: Final = frozenset(
    "assertEqual assertEquals assertListEqual assertSequenceEqual assert_array_equal assert_equal assert_frame_equal "
    "assert_series_equal".split()
)
_NEAR: Final = frozenset({"assert_allclose", "assert_array_almost_equal", "assert_almost_equal", "assertAlmostEqual"})
_EXPECTING: Final = frozenset(
    {"raises", "warns", "assertRaises", "assertRaisesRegex", "assertWarns", "deprecated_call"}
)
_SEEDS: Final = frozenset({"seed", "manual_seed", "seed_everything", "set_seed", "set_random_seed"})
_GRADIENTS: Final = frozenset({"backward"})  # what follows is about gradients, no longer about the answer
_STATEFUL: Final = frozenset({"append", "extend", "update", "add", "insert"})


def trials(code: ir.Module, module: str, facts: Facts) -> Iterator[Trial]:
    """Every test function of a module that trains or asks a model, or asks a mock as if it were one.

    Args:
        code: the module's tree.
        module: its dotted name.
        facts: what was recorded while it was interpreted.
    """
    known = {(call.place.start, call.place.end): call for call in facts.calls if call.place.module == module}
    elsewhere = _reached(module, facts)
    judges = frozenset(node.name for _, node in functions(code) if _asserts(node))
    for qualname, node in functions(code):
        if not node.name.startswith("test") or "<locals>" in qualname or is_fixture(node):
            continue
        reading = _Reading(node, known, elsewhere, judges)
        reading.read(node.body)
        if reading.asked or reading.doubles:
            yield Trial(
                place=Place(module, node.start, node.name_start + len(node.name)),
                function=f"{module}:{qualname}",
                calls=tuple(reading.asked.values()),
                assertions=tuple(each.at(module) for each in reading.assertions),
                handed=reading.handed,
                through=reading.through,
                network=reading.asks_networks(),
                seeded=reading.seeded,
            )


def _asserts(node: ir.Node) -> bool:
    return any(isinstance(each, ir.Assert) or _last(each).lower().startswith("assert") for each in walk(node))


def _reached(module: str, facts: Facts) -> dict[tuple[int, int], CallFact]:
    """The calls in `module` that lead to calls of models in other functions, with the first model call of each."""
    found: dict[tuple[int, int], CallFact] = {}
    for call in facts.calls:
        if not MODEL_ROLES.isdisjoint(call.api.roles):
            for step in (each for way in facts.called.get(call.place, ()) for each in way.steps()):
                if step.place.module == module:
                    found.setdefault((step.place.start, step.place.end), call)
    return found


def is_fixture(node: ir.Function) -> bool:
    """Whether pytest calls a function for what it gives to tests."""
    return any(_last(each.func if isinstance(each, ir.Call) else each) == "fixture" for each in node.decorators)


def _last(node: ir.Node) -> str:
    """The last name of a dotted expression."""
    match node:
        case ir.Attribute(name=name) | ir.Name(id=name):
            return name
    return ""


def _dotted(node: ir.Node) -> str:
    """The dotted text of names and attributes: "self.model"; "" for other expressions."""
    match node:
        case ir.Name(id=name):
            return name
        case ir.Attribute(base=base, name=name):
            before = _dotted(base)
            return f"{before}.{name}" if before else ""
    return ""


def spelt(node: ir.Node) -> str:
    """An expression as text that does not depend on where it stands."""
    parts = []
    for name in type(node).__struct_fields__:
        if name not in ("start", "end", "name_start"):
            value = getattr(node, name)
            items = value if isinstance(value, tuple) else (value,)
            parts.append(",".join(spelt(each) if isinstance(each, ir.Node) else repr(each) for each in items))
    return f"{type(node).__name__}({';'.join(parts)})"


@dataclass(slots=True)
class _Assertion:
    """An assertion whose module is not filled in."""

    node: ir.Node
    depends: bool = False
    weak: bool = False
    same: str = ""
    exact: bool = False
    mocked: bool = False

    def at(self, module: str) -> Assertion:
        node = self.node
        place = Place(module, node.start, node.end)
        return Assertion(place, self.depends, self.weak, self.same, self.exact, self.mocked)


@dataclass(slots=True)
class _Reading:
    """One pass over the statements of a test.

    Attributes:
        known: calls of APIs by where they stand; `elsewhere`: calls of project code that lead to a model.
        judges: names of functions of the module that assert something.
        holds: what names (dotted) hold something a model gave or was changed into.
        bound: the expressions that names were given, all of them; `parts`: names that hold a part of one only.
        asked: the calls of models in this test; `doubles`: calls of a mock as if it were a model.
        mocks: names that are mocks and nothing else; `given`: those of them that code under test gets.
        handed: whether what a model gave goes to code that may assert something itself.
        doubled: whether the test puts a double in place of anything: what comes out may be the very number it put in.
    """

    node: ir.Function
    known: Mapping[tuple[int, int], CallFact]
    elsewhere: Mapping[tuple[int, int], CallFact]
    judges: frozenset[str]
    holds: set[str] = field(default_factory=set)
    bound: dict[str, list[ir.Expr]] = field(default_factory=dict)
    asked: dict[tuple[int, int], CallFact] = field(default_factory=dict)
    parts: set[str] = field(default_factory=set)
    doubles: list[ir.Call] = field(default_factory=list)
    mocks: set[str] = field(default_factory=set)
    given: set[str] = field(default_factory=set)
    touched: list[tuple[int, str]] = field(default_factory=list)
    assertions: list[_Assertion] = field(default_factory=list)
    handed: bool = False
    doubled: bool = False
    through: bool = False
    seeded: bool = False

    def __post_init__(self) -> None:
        for each in walk(self.node):
            if isinstance(each, ir.Call):
                self._note(each)
        doubled = sum(1 for each in self.node.decorators if isinstance(each, ir.Call) and self._makes_mock(each))
        names = [each.name for each in self.node.parameters if each.name not in ("self", "cls")]
        self.mocks.update(names[:doubled])
        self.doubled = any(self._makes_mock(each) for each in walk(self.node)) or doubled > 0

    def _note(self, call: ir.Call) -> None:
        key = (call.start, call.end)
        fact = self.known.get(key)
        if fact is None or MODEL_ROLES.isdisjoint(fact.api.roles):
            fact = self.elsewhere.get(key)
            self.through = self.through or fact is not None
        if fact is not None:
            self.asked[key] = fact
        if _last(call.func) in _SEEDS or any(
            each.name in ("random_state", "seed") and not _is_none(each.value) for each in call.keywords
        ):
            self.seeded = True
        if isinstance(call.func, ir.Attribute):
            self.touched.append((call.start, _dotted(call.func.base)))

    # --- what names hold ----------------------------------------------------------------------------------------------

    def depends(self, node: ir.Node) -> bool:
        """Whether the value of an expression comes from a model."""
        for each in walk(node):
            if isinstance(each, ir.Call) and (each.start, each.end) in self.asked:
                return True
            if isinstance(each, (ir.Name, ir.Attribute)) and _dotted(each) in self.holds:
                return True
        return False

    def _makes_mock(self, node: ir.Node) -> bool:
        if not isinstance(node, ir.Call):
            return False
        fact = self.known.get((node.start, node.end))
        if fact is not None and "mock" in fact.api.roles:
            return True
        return _dotted(node.func).startswith("mocker.")  # the fixture of pytest-mock has this name

    def _is_mock(self, node: ir.Expr) -> bool:
        """Whether an expression is a mock, a part of one, or what calling one gives."""
        match node:
            case ir.Call():
                return self._makes_mock(node) or self._is_mock(node.func)
            case ir.Attribute(base=base) | ir.Subscript(base=base):
                return _dotted(node) in self.mocks or self._is_mock(base)
            case ir.Name(id=name):
                return name in self.mocks
        return False

    def _bind(self, target: ir.Expr, value: ir.Expr, *, whole: bool = True) -> None:
        names = [*names_in(target)] or [_dotted(target)]
        for name in filter(None, names):
            self.bound.setdefault(name, []).append(value)
            if not isinstance(target, (ir.Name, ir.Attribute)) or whole is False:
                self.parts.add(name)
            if self.depends(value):
                self.holds.add(name)
            if self._is_mock(value):
                self.mocks.add(name)

    # --- statements ---------------------------------------------------------------------------------------------------

    def read(self, body: Iterable[ir.Node]) -> None:
        """Take in the statements in their order."""
        for statement in body:
            self._statement(statement)

    def _statement(self, node: ir.Node) -> None:
        match node:
            case ir.Assign():
                self._calls(node.value)
                for target in node.targets:
                    self._bind(target, node.value)
            case ir.AnnAssign(value=ir.Node() as value):
                self._calls(value)
                self._bind(node.target, value)
            case ir.AugAssign():
                self._calls(node.value)
                self._bind(node.target, node.value)
            case ir.Assert():
                self._calls(node.test)
                self.assertions.append(self._judge(node, node.test))
            case ir.ExprStmt():
                self._expression(node.value)
            case ir.For():
                self._calls(node.iterable)
                self._bind(node.target, node.iterable, whole=False)
                self.read((*node.body, *node.orelse))
            case ir.With():
                self._with(node)
            case ir.If() | ir.While():
                self._calls(node.test)
                if self.depends(node.test) and any(_refuses(each) for each in node.body):
                    self.assertions.append(_Assertion(node, depends=True))
                self.read((*node.body, *node.orelse))
            case ir.Try():
                inner = [each for handler in node.handlers for each in handler.body]
                self.read((*node.body, *inner, *node.orelse, *node.final))
            case ir.Return(value=ir.Node() as value):
                self.handed = self.handed or self.depends(value)
            case ir.Function() | ir.Class():
                self.handed = self.handed or any(isinstance(each, ir.Assert) for each in walk(node))
            case _:
                pass

    def _with(self, node: ir.With) -> None:
        expecting = False
        for item in node.items:
            self._calls(item.value)
            name = _last(item.value.func) if isinstance(item.value, ir.Call) else ""
            expecting = expecting or name in _EXPECTING or "assert" in name.lower()
            if item.target is not None:
                self._bind(item.target, item.value)
        if expecting:
            self.assertions.append(_Assertion(node, depends=any(self.depends(each) for each in node.body)))
        self.read(node.body)

    def _expression(self, node: ir.Expr) -> None:
        self._calls(node)
        call = node.value if isinstance(node, ir.Await) else node
        if not isinstance(call, ir.Call):
            return
        name = _last(call.func)
        base = _dotted(call.func.base) if isinstance(call.func, ir.Attribute) else ""
        if name in self.judges or name in _GRADIENTS:
            self.handed = True
        elif name.lower().startswith("assert") or name in ("fail", "check", "verify"):
            self.assertions.append(self._judge(call, call))
        elif name in _STATEFUL and base and any(self.depends(each) for each in call.args):
            self.holds.add(base)
        elif (call.start, call.end) not in self.asked and self._given(call) and name != "print":
            self.handed = True

    def _given(self, call: ir.Call) -> bool:
        """Whether an argument is, or holds, what a model gave, or the model itself."""
        return any(self.depends(each) for each in (*call.args, *(each.value for each in call.keywords)))

    def _calls(self, node: ir.Node) -> None:
        """What the calls in an expression change: a trained model, its arguments, a mock that is asked."""
        for call in walk(node):
            if not isinstance(call, ir.Call):
                continue
            arguments = (*call.args, *(each.value for each in call.keywords))
            if (call.start, call.end) in self.asked:
                base = call.func.base if isinstance(call.func, ir.Attribute) else None
                self.holds.update(filter(None, (_dotted(each) for each in (base, *arguments) if each is not None)))
            if isinstance(call.func, ir.Attribute) and self._is_mock(call.func.base):
                if call.func.name in _ASKED:
                    self.doubles.append(call)
            elif isinstance(call.func, ir.Name) and self._is_mock(call.func):
                self.doubles.append(call)
            elif not self._makes_mock(call) and _last(call.func) not in _PLAIN:
                self.given.update(name for each in arguments for name in self.mocks if name in _mentioned(each))

    # --- assertions ---------------------------------------------------------------------------------------------------

    def _judge(self, node: ir.Node, test: ir.Expr) -> _Assertion:
        sides = _sides(test)
        return _Assertion(
            node,
            depends=self.depends(test),
            weak=not self._strong(test),
            same=self._same(test, sides),
            exact=self._exact(test, sides),
            mocked=self._mocked(test, sides),
        )

    def _strong(self, node: ir.Node) -> bool:
        """Whether what a model gave counts with its value: more than that it is there, of a type and of a size."""
        match node:
            case ir.Call() if _last(node.func) in _TYPE_ONLY:
                return False
            case ir.Call() if _last(node.func) == "len":  # of what the project's code makes, it may be the point
                return self.through and any(self._strong(each) for each in node.args)
            case ir.Call() if _last(node.func) in ("assertIsNotNone", "assertIsInstance", "assertTrue", "assertIsNone"):
                return any(self._strong(each) for each in node.args if not isinstance(each, (ir.Name, ir.Attribute)))
            case ir.Compare() if all(op in ("is", "is not") for op in node.ops) and _is_none(node.rights[0]):
                return False
            case ir.Compare():
                return any(self._strong(each) for each in (node.left, *node.rights))
            case ir.Attribute() if node.name in _SHAPES:
                return self.asks_networks() or self.through
            case ir.Unary(value=value):
                return self._strong(value)
            case ir.Boolean():
                return self._strong(node.left) or self._strong(node.right)
            case ir.Name() | ir.Attribute() if _dotted(node) in self.holds:
                return True
            case ir.Call() if (node.start, node.end) in self.asked:
                return True
        return any(self._strong(each) for each in children(node))

    def asks_networks(self) -> bool:
        """Whether only networks are asked: of one that nothing has trained, the shape of its answer is all there is."""
        return bool(self.asked) and all(call.api.effect in ("forward", "loss") for call in self.asked.values())

    def _same(self, test: ir.Expr, sides: tuple[ir.Expr, ir.Expr] | None) -> str:
        """How an assertion holds whatever the model does: "constant", "value" (both sides are one), "call"; else ""."""
        if isinstance(test, ir.Const) and test.value:
            return "constant"
        if isinstance(test, ir.Sequence) and test.kind == "tuple" and test.items:
            return "constant"
        sides_of = (test.left, test.right) if isinstance(test, ir.Boolean) and test.op == "or" else ()
        if any(isinstance(each, ir.Const) and each.value for each in sides_of):
            return "constant"
        if _is_count(test):
            return "constant"
        if sides is None:
            return ""
        left, right = (self._resolved(_bare(each)) for each in sides)
        if not any(isinstance(each, (ir.Name, ir.Call, ir.Attribute)) for each in (left, right)):
            return ""
        if spelt(left) != spelt(right):
            return ""
        if (left.start, left.end) == (right.start, right.end) or not _has_call(left):
            return "value" if not self._rebound(left) else ""
        first, last = sorted((left.start, right.start))
        roots = {_dotted(each) for each in walk(left) if isinstance(each, (ir.Name, ir.Attribute))}
        between = any(first < at < last and base in roots and base for at, base in self.touched)
        known = any((each.start, each.end) in self.asked for each in walk(left))
        return "call" if known and not between and not self._rebound(left) else ""

    def _resolved(self, node: ir.Expr) -> ir.Expr:
        """The expression that a name stands for, if it was given one only."""
        for _ in range(4):
            given = self.bound.get(_dotted(node), ()) if isinstance(node, (ir.Name, ir.Attribute)) else ()
            if _dotted(node) in self.parts:
                return node
            if len(given) != 1 or not isinstance(given[0], (ir.Name, ir.Attribute, ir.Call)):
                return node
            if isinstance(given[0], ir.Call) and not self.depends(given[0]):
                return node
            node = _bare(given[0])
        return node

    def _rebound(self, node: ir.Expr) -> bool:
        """Whether a name in an expression has had several values."""
        return any(len(self.bound.get(each.id, ())) > 1 for each in walk(node) if isinstance(each, ir.Name))

    def _exact(self, test: ir.Expr, sides: tuple[ir.Expr, ir.Expr] | None) -> bool:
        """Whether a number that a model made must equal a fraction to the last bit."""
        if (
            sides is None
            or self.doubled
            or _is_near(test)
            or any(_last(each.func) in _ROUNDED for each in _calls_in(test))
        ):
            return False
        for made, expected in (sides, sides[::-1]):
            if self.depends(made) and not self.depends(expected) and _is_fraction(self._literal(expected)):
                return not any(_last(each.func) in _ROUNDED for each in self._origins(made))
        return False

    def _origins(self, node: ir.Expr) -> Iterator[ir.Call]:
        """The calls in an expression and in what its names were given."""
        yield from _calls_in(node)
        for each in walk(node):
            if isinstance(each, ir.Name):
                for given in self.bound.get(each.id, ()):
                    yield from _calls_in(given)

    def _literal(self, node: ir.Expr) -> ir.Expr:
        given = self.bound.get(_dotted(node), ())
        return given[0] if len(given) == 1 else node

    def _mocked(self, test: ir.Expr, sides: tuple[ir.Expr, ir.Expr] | None) -> bool:
        """Whether an assertion only asks what the test itself has told a mock to answer."""
        if isinstance(test, ir.Call) and isinstance(test.func, ir.Attribute) and not sides:
            called = _last(test.func).startswith(("assert_called", "assert_any_call", "assert_has_calls"))
            root = _root(test.func.base)
            asked = any(_root(each.func) == root for each in self.doubles)
            return called and root in self.mocks and root not in self.given and asked
        if sides is None:
            return False
        found = [self._only_mock(each) for each in sides]
        return None not in found and any(found)

    def _only_mock(self, node: ir.Expr, depth: int = 0) -> bool | None:
        """True if an expression is what a mock answered here, False if it is made of literals, None if of more."""
        found = False
        for each in _leaves(node):
            if isinstance(each, ir.Const):
                continue
            if isinstance(each, (ir.Call, ir.Attribute, ir.Subscript)) and self._is_mock(each):
                root = self.bound.get(_root(each), ()) if not _has_call(each) else ()
                found = found or any(call in self.doubles for part in (each, *root) for call in _calls_in(part))
                continue
            given = self.bound.get(_dotted(each), ()) if isinstance(each, (ir.Name, ir.Attribute)) else ()
            if not given or depth > 3:
                return None
            for value in given:
                inner = self._only_mock(value, depth + 1)
                if inner is None:
                    return None
                found = found or inner
        return found


def _leaves(node: ir.Expr) -> Iterator[ir.Expr]:
    """The parts of an expression that decide its value, containers and plain conversions opened."""
    match node:
        case ir.Sequence(items=items):
            for each in items:
                yield from _leaves(each)
        case ir.Unary(value=value):
            yield from _leaves(value)
        case ir.Call() if _last(node.func) in _PLAIN and isinstance(node.func, ir.Attribute) and not node.args:
            yield from _leaves(node.func.base)
        case ir.Call() if _last(node.func) in _PLAIN:
            for each in node.args:
                yield from _leaves(each)
        case ir.Dict(entries=entries):
            for entry in entries:
                yield from _leaves(entry.value)
        case _:
            yield node


def _sides(test: ir.Expr) -> tuple[ir.Expr, ir.Expr] | None:
    """The two values that an assertion says are equal; None for one that says something else."""
    match test:
        case ir.Compare(ops=("==",)):
            return test.left, test.rights[0]
        case ir.Call() if _last(test.func) in _EQUAL | _NEAR and len(test.args) >= 2:
            return test.args[0], test.args[1]
        case ir.Call() if _last(test.func) in ("assertTrue", "assert_", "bool") and test.args:
            return _sides(test.args[0])
        case ir.Call() if _last(test.func) in ("array_equal", "allclose", "isclose") and len(test.args) >= 2:
            return test.args[0], test.args[1]
        case ir.Call() if _last(test.func) == "equals" and isinstance(test.func, ir.Attribute) and test.args:
            return test.func.base, test.args[0]
        case ir.Call() if _last(test.func) == "all":
            inner = test.args[0] if test.args else test.func.base if isinstance(test.func, ir.Attribute) else None
            return _sides(inner) if inner is not None else None
    return None


def _bare(node: ir.Expr) -> ir.Expr:
    """An expression without what only changes the form of its value."""
    while isinstance(node, ir.Call) and _last(node.func) in _WHOLES:
        if isinstance(node.func, ir.Attribute) and not node.args:
            node = node.func.base
        elif len(node.args) == 1:
            node = node.args[0]
        else:
            break
    return node


def _is_none(node: ir.Expr) -> bool:
    return isinstance(node, ir.Const) and node.value is None


def _is_count(test: ir.Expr) -> bool:
    """`len(x) >= 0`."""
    if not isinstance(test, ir.Compare) or test.ops != (">=",) or not isinstance(test.left, ir.Call):
        return False
    right = test.rights[0]
    return _last(test.left.func) == "len" and isinstance(right, ir.Const) and right.value == 0


def _is_near(test: ir.Expr) -> bool:
    return isinstance(test, ir.Call) and _last(test.func) in _NEAR


def _is_fraction(node: ir.Expr) -> bool:
    """Whether an expression is a number with a fraction, or a list that holds one."""
    match node:
        case ir.Const(value=float() as value):
            return value != int(value)
        case ir.Unary(value=value):
            return _is_fraction(value)
        case ir.Sequence(items=items):
            return any(_is_fraction(each) for each in items)
        case ir.Call() if _last(node.func) in _PLAIN:
            return any(_is_fraction(each) for each in node.args)
    return False


def _refuses(node: ir.Node) -> bool:
    raises = (isinstance(each, ir.Raise) for each in walk(node))
    return any(raises) or any(_last(each.func) == "fail" for each in _calls_in(node))


def _calls_in(node: ir.Node) -> Iterator[ir.Call]:
    return (each for each in walk(node) if isinstance(each, ir.Call))


def _has_call(node: ir.Node) -> bool:
    return any(True for _ in _calls_in(node))


def _mentioned(node: ir.Node) -> set[str]:
    return {_dotted(each) for each in walk(node) if isinstance(each, (ir.Name, ir.Attribute))}


def _root(node: ir.Node) -> str:
    """The name that an attribute, call or subscript begins with."""
    while isinstance(node, (ir.Attribute, ir.Call, ir.Subscript)):
        node = node.func if isinstance(node, ir.Call) else node.base
    return node.id if isinstance(node, ir.Name) else ""
