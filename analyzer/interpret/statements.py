"""What does a statement do to the state?"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

from msgspec.structs import replace

from analyzer.interpret import (
    assignments,
    catching,
    choosing,
    client_order,
    container_methods,
    containers,
    guards,
    handlers,
    happenings,
    instances,
    library,
    looks,
    membership,
    names,
    schemas,
)
from analyzer.interpret.arguments import Arguments, noted
from analyzer.interpret.calls import call_method, invoke
from analyzer.interpret.expressions import operate, record_nan
from analyzer.interpret.state import State
from analyzer.interpret.values import EMPTY, OWN_TEXT, Func, Place, Value, join, join_all, literal, unknown
from analyzer.knowledge import lookup as tables
from analyzer.knowledge.table import Api
from analyzer.syntax import ir

if TYPE_CHECKING:
    from analyzer.interpret.machine import Interpreter

_TYPE_CHECKING: Final = frozenset({"typing.TYPE_CHECKING", "typing_extensions.TYPE_CHECKING"})
_SUPPRESS: Final = frozenset({"contextlib.suppress", "pytest.raises"})
_TEXTS: Final = frozenset({"str", "bytes"})
HELD_BACK: Final = frozenset({"torch.no_grad", "torch.inference_mode", "torch.set_grad_enabled"})
MAX_REPLAYED: Final = 4  # `return`s in a `try` whose `finally` is run for each of them
MAX_PASSES: Final = 2  # times a loop body is run before its effects are taken as they are; once inside other loops
MAX_UNROLLED: Final = 6  # members of a listed iterable that are run one by one


# --- binding ----------------------------------------------------------------------------------------------------------


def store(m: "Interpreter", target: ir.Expr, value: Value) -> None:
    """`target = value`."""
    match target:
        case ir.Name():
            _store_name(m, target.id, value, m.place(target))
        case ir.Attribute():
            base = m.evaluate(target.base)
            if target.name in happenings.WATCHED:
                happenings.stored(m, base, target.name, value, m.place(target))
            assignments.attribute(m, base, target.name, value, m.place(target))
            names.patch(m, base, target.name, value, m.place(target))
            handlers.stored(m, base, target.name, value)
            name = replace(literal(target.name), types=frozenset((library.ATTRIBUTE,)))
            if base.refs and not library.store(m, m.state, base, name, value, m.place(target)):
                m.state.update(base, lambda obj: containers.with_attribute(obj, target.name, value))
        case ir.Subscript():
            base, index = m.evaluate(target.base), m.evaluate(target.index)
            if happenings.CHAINED in m.roles and not isinstance(target.base, ir.Name):
                happenings.chained(m, target)
            assignments.item(m, base, index, value, m.place(target))
            value = client_order.chosen(m.state, value) if value.marks else value  # the program says where it goes
            containers.put(m, base, index, value, m.place(target))
        case ir.Sequence():
            _store_each(m, target.items, value)
        case ir.Starred():
            store(m, target.value, value)
        case _:
            pass  # a target that could not be read binds nothing


def _store_name(m: "Interpreter", name: str, value: Value, place: Place) -> None:
    frame = m.frames[-1]
    if value.origins:
        value = noted(value, place, f"assigned to `{name}`")
    kind = frame.shared.get(name) if frame.shared else None
    if kind is None:
        m.state.names[name] = value
        if not frame.qualname:
            m.version += 1
            assignments.variable(m, name, value, place)
        return
    m.version += 1
    if kind == "global":
        names.set_global(m, frame.module, name, value)
        return
    outer = frame.outer
    while outer is not None:
        if name in outer.state.names:
            outer.state.names[name] = join(outer.state.names[name], value)
            return
        outer = outer.outer


def _store_each(m: "Interpreter", targets: tuple[ir.Expr, ...], value: Value) -> None:
    star = next((i for i, target in enumerate(targets) if isinstance(target, ir.Starred)), None)
    if not targets:
        return
    parts = containers.unpack(m, value, len(targets), star, m.place(targets[0]))
    for target, part in zip(targets, parts, strict=True):
        store(m, target, part)


def assign(m: "Interpreter", node: ir.Assign) -> None:
    """`a = b = value`."""
    value = m.evaluate(node.value)
    for target in node.targets:
        store(m, target, value)


def annotated(m: "Interpreter", node: ir.AnnAssign) -> None:
    """`target: annotation = value`."""
    if node.value is not None:
        value = m.evaluate(node.value)
        if not value.types and (value.unknown or value.origins):
            types = schemas.annotated_types(m, m.frames[-1].module, node.annotation)
            value = instances.annotated(m, value, types) if types else value
        store(m, node.target, value)


def augmented(m: "Interpreter", node: ir.AugAssign) -> None:
    """`target op= value`; in a loop that is run once or twice for any number of times, a sum is not a constant."""
    left, right = m.evaluate(node.target), m.evaluate(node.value)
    if m.frames[-1].repeating and left.constants and right.constants:
        left = _grown(left)
    if node.op == "+" and any(obj.kind == "list" for obj in m.state.objects(left)):
        container_methods.method(m, left, "extend", [right], {}, m.place(node))
        return
    if node.op == "|":
        assignments.items(m, left, right, m.place(node))
    store(m, node.target, operate(m, node.op, left, right, node))


def _grown(value: Value) -> Value:
    types = frozenset(item.type for item in value.constants)
    if types <= _TEXTS and not (value.unknown or value.origins):
        return Value(types=types, origins=frozenset((OWN_TEXT,)))  # however often it is added to
    return replace(value, constants=EMPTY, types=value.types | types, unknown=value.unknown or "grows in a loop")


def expression(m: "Interpreter", node: ir.ExprStmt) -> None:
    """An expression for its effect; in a notebook it is shown."""
    value = m.evaluate(node.value)
    if not value.types:  # a number, not what a training gives back
        choosing.tell(m, value.scores, m.place(node))
    if isinstance(node.value, ir.Call):
        if happenings.IGNORED in m.roles:
            happenings.ignored(m, node)
        if happenings.CHAINED in m.roles:
            happenings.written_in_place(m, node.value)


def delete(m: "Interpreter", node: ir.Delete) -> None:
    """`del targets`."""
    for target in node.targets:
        if isinstance(target, ir.Name):
            m.state.names.pop(target.id, None)
        elif isinstance(target, ir.Subscript):
            base, index = m.evaluate(target.base), m.evaluate(target.index)
            assignments.taken(m, base, index, m.place(target))
            containers.remove(m, base, index)


def scope(m: "Interpreter", node: ir.Scope) -> None:
    """`global` and `nonlocal`; at module level they mean nothing."""
    if m.frames[-1].qualname:
        m.frames[-1].shared.update((name, node.kind) for name in node.names)


def imports(m: "Interpreter", node: ir.Import | ir.ImportFrom) -> None:
    """An import statement."""
    names.import_names(m, node)


# --- leaving ----------------------------------------------------------------------------------------------------------


def return_(m: "Interpreter", node: ir.Return) -> None:
    """`return value`."""
    value = m.evaluate(node.value) if node.value is not None else literal(None)
    m.frame.returns.append((value, m.state.fork()))
    m.state.live = False


def raise_(m: "Interpreter", node: ir.Raise) -> None:
    """`raise value`."""
    if node.value is not None:
        m.evaluate(node.value)
    m.state.live = False


def flow(m: "Interpreter", node: ir.Flow) -> None:
    """`break`, `continue`, `pass`."""
    if node.kind == "pass":
        return
    if m.frame.jumps:
        breaks, continues = m.frame.jumps[-1]
        (breaks if node.kind == "break" else continues).append(m.state.fork())
    m.state.live = False


def assert_(m: "Interpreter", node: ir.Assert) -> None:
    """`assert test`: what holds if it passes. (It may be switched off with -O; people rely on it all the same.)"""
    if containers.truth(m, m.evaluate(node.test)) is False:
        m.state.live = False
        return
    guards.assume(m, node.test, True)
    if looks.ASKED_FOR in m.roles:
        looks.asserted(m, node.test, m.place(node))


# --- branches ---------------------------------------------------------------------------------------------------------


def if_(m: "Interpreter", node: ir.If) -> None:
    """`if test: body else: orelse`; a branch that cannot be taken is not run."""
    test = m.evaluate(node.test)
    if not _TYPE_CHECKING.isdisjoint(test.symbols):
        _type_checking(m, node)
        return
    truth = containers.truth(m, test)
    if truth is not None:
        m.run(node.body if truth else node.orelse)
        return
    choosing.branched(m, test, node, m.place(node.test))
    if looks.ASKED_FOR in m.roles and any(isinstance(each, ir.Raise) for each in node.body):
        looks.asserted(m, node.test, m.place(node))
    before = m.state.fork()
    guards.assume(m, node.test, True)
    m.run(node.body)
    after, m.state = m.state, before
    guards.assume(m, node.test, False)
    m.run(node.orelse)
    m.state.meet(after)


def _type_checking(m: "Interpreter", node: ir.If) -> None:
    """`if TYPE_CHECKING:` binds names for annotations only: where they are bound at run time too, that counts."""
    names_before, heap = m.state.names, m.state.heap
    m.state.names = dict(names_before)
    m.run(node.body)
    m.state.names, m.state.heap, m.state.live = {**m.state.names, **names_before}, heap, True
    m.run(node.orelse)


def match(m: "Interpreter", node: ir.Match) -> None:
    """`match subject: case …`."""
    from analyzer.interpret import fold

    subject = m.evaluate(node.subject)
    out: State | None = None
    for case in node.cases:
        values = [m.evaluate(value) for value in case.values]
        for pattern, value in zip(case.values, values, strict=True):
            record_nan(m, pattern, "==", subject, value)
        truths = [fold.compare("==", subject, value) for value in values]
        sure = case.wildcard or True in truths
        if truths and all(truth is False for truth in truths) and not case.wildcard:
            continue
        rest = m.state.fork()
        if m.judging is not None and not case.wildcard:
            membership.matched(m, node.subject, subject, values)
        for name in case.binds:
            m.state.names[name] = m.state.derive((subject,), unknown="bound by a pattern")
        if case.guard is not None:
            m.evaluate(case.guard)
            guards.assume(m, case.guard, True)
        m.run(case.body)
        if out is None:
            out = m.state
        else:
            out.meet(m.state)
        m.state = rest
        if sure and case.guard is None:
            m.state.live = False
            break
    if out is not None:
        m.state.meet(out)


# --- loops ------------------------------------------------------------------------------------------------------------


def for_(m: "Interpreter", node: ir.For) -> None:
    """`for target in iterable`: short listed iterables member by member, others to a small fixpoint."""
    iterable = m.evaluate(node.iterable)
    listed = containers.listed(m, iterable)
    breaks: list[State] = []
    m.loops.append(m.place(node))
    m.frames[-1].loops.append(node)
    if listed is not None and len(listed) <= MAX_UNROLLED and not m.idle and "slice" not in iterable.types:
        for number, item in enumerate(listed):
            if m.state.live:
                with m.repetition(number):
                    _pass(m, node.body, breaks, lambda item=item: store(m, node.target, item))  # type: ignore[misc]
    else:
        item = containers.members(m, iterable)
        _repeat(m, node.body, breaks, lambda: store(m, node.target, item))
    m.loops.pop()
    m.frames[-1].loops.pop()
    _finish_loop(m, node.orelse, breaks)


def while_(m: "Interpreter", node: ir.While) -> None:
    """`while test`."""
    truth = containers.truth(m, m.evaluate(node.test))
    if truth is False:
        m.run(node.orelse)
        return
    breaks: list[State] = []

    def enter() -> None:
        m.evaluate(node.test)
        guards.assume(m, node.test, True)

    m.loops.append(m.place(node))
    m.frames[-1].loops.append(node)
    _repeat(m, node.body, breaks, enter)
    m.loops.pop()
    m.frames[-1].loops.pop()
    if truth is True and isinstance(node.test, ir.Const):
        m.state.live = False  # `while True` is only left by break
    else:
        m.evaluate(node.test)
        guards.assume(m, node.test, False)
    _finish_loop(m, node.orelse, breaks)


def _pass(m: "Interpreter", body: tuple[ir.Stmt, ...], breaks: list[State], enter: Callable[[], None]) -> None:
    continues: list[State] = []
    m.frame.jumps.append((breaks, continues))
    try:
        enter()
        m.run(body)
    finally:
        m.frame.jumps.pop()
    for state in continues:
        m.state.meet(state)


def _repeat(m: "Interpreter", body: tuple[ir.Stmt, ...], breaks: list[State], enter: Callable[[], None]) -> None:
    """Run a body until another pass brings nothing new; afterwards it holds for any number of passes."""
    frame = m.frames[-1]
    passes = 1 if frame.jumps else MAX_PASSES
    frame.repeating += 1
    for number in range(passes):
        before = m.state.fork()
        _pass(m, body, breaks, enter)
        after = m.state
        m.state = before.fork()
        m.state.meet(after)
        m.state.live = True
        if m.state.names == before.names and m.state.heap == before.heap:
            break
        if number and number == passes - 1:
            _widen(m.state.names, before.names)
    frame.repeating -= 1


def _widen(names: dict[str, Value], before: dict[str, Value]) -> None:
    """Names whose constants still change when a body is not run once more may be any constant of their type."""
    for name, value in names.items():
        old = before.get(name)
        if old is not None and old is not value and old.constants and not value.constants <= old.constants:
            names[name] = _grown(value)


def _finish_loop(m: "Interpreter", orelse: tuple[ir.Stmt, ...], breaks: list[State]) -> None:
    m.run(orelse)
    for state in breaks:
        m.state.meet(state)


# --- exceptions and contexts ------------------------------------------------------------------------------------------


def try_(m: "Interpreter", node: ir.Try) -> None:
    """`try`: a handler starts with what held before the body or after any part of it."""
    raised = m.state.fork()
    returned, recorded = len(m.frame.returns), len(m.facts.calls)
    for statement in node.body:
        m.run((statement,))
        if m.state.live and node.handlers:
            raised.meet(m.state)
    partial = m.state.fork()
    partial.live = True
    raised.meet(partial)
    catching.tried(m, node, recorded)
    m.run(node.orelse)
    after = m.state
    for handler in node.handlers:
        m.state = raised.fork()
        if handler.name:
            m.state.names[handler.name] = unknown("a caught exception")
        m.run(handler.body)
        after.meet(m.state)
    m.state = after
    if node.final:
        pending = m.frame.returns[returned:][:MAX_REPLAYED]
        _replay(m, node.final, pending)
        if m.state.live or not pending:
            live = m.state.live
            m.state.live = True
            m.run(node.final)
            m.state.live = m.state.live and live


def _replay(m: "Interpreter", final: tuple[ir.Stmt, ...], pending: list[tuple[Value, State]]) -> None:
    """Run a `finally` on the way out, with what held at each `return`."""
    after = m.state
    for _, state in pending:
        m.state = state
        m.run(final)
    m.state = after


def with_(m: "Interpreter", node: ir.With) -> None:
    """`with value as target`: what `__enter__` gives, else the value itself."""
    before: State | None = None
    frozen = 0
    for item in node.items:
        value = m.evaluate(item.value)
        frozen += holds_gradients_back(m, value)
        if isinstance(item.value, ir.Call) and not _SUPPRESS.isdisjoint(m.evaluate(item.value.func).symbols):
            before = m.state.fork()
        if item.target is None:
            continue
        place = m.place(item.value)
        entered = value
        for class_name in sorted(value.types):
            if m.project.method(class_name, "__enter__") is not None:
                entered = call_method(m, value, "__enter__", Arguments((), {}), place, place)
        store(m, item.target, entered)
    m.frozen += frozen
    try:
        _within(m, node.body, before)
    finally:
        m.frozen -= frozen


def _within(m: "Interpreter", body: tuple[ir.Stmt, ...], before: State | None) -> None:
    """The body of a `with`; what held `before` it, or after any part of it, may hold behind it if that is given."""
    if before is None:
        m.run(body)
        return
    for statement in body:  # an exception that is suppressed may come after any of them
        m.run((statement,))
        before.meet(m.state)
    m.state = before


def holds_gradients_back(m: "Interpreter", context: Value) -> bool:
    """Whether nothing is learned while `context` is in force: `torch.no_grad()`, `torch.set_grad_enabled(False)`."""
    if not context.types or HELD_BACK.isdisjoint(context.types):
        return False
    switches = [obj.items["mode"] for obj in m.state.objects(context) if "mode" in obj.items]
    wanted = "torch.set_grad_enabled" not in context.types
    return all(switch.truth is wanted for switch in switches)


# --- definitions ------------------------------------------------------------------------------------------------------


def function(m: "Interpreter", node: ir.Function) -> None:
    """`def`: binds a callable; decorators of the project are called, others are taken to keep the function."""
    frame = m.frames[-1]
    qualname = f"{frame.qualname}.<locals>.{node.name}" if frame.qualname else node.name
    func = m.register(node, qualname)
    value = Value(funcs=frozenset((func,)))
    for decorator in reversed(node.decorators):
        value = _decorated(m, decorator, value, func)
    m.state.names[node.name] = value
    if frame.qualname:
        m.defined.append(func)


def _decorated(m: "Interpreter", decorator: ir.Expr, value: Value, func: Func) -> Value:
    row = handler_row(m, decorator)
    if row is not None:
        m.handlers[func.module, func.qualname] = row
        return value
    callee = m.evaluate(decorator)
    if not any(each.module for each in callee.funcs):
        return value
    result = invoke(m, callee, Arguments((value,), {}), m.place(decorator))
    return result if result.funcs else value


def handler_row(m: "Interpreter", decorator: ir.Expr) -> Api | None:
    """The row of a decorator by which a framework comes to call the function (`@app.post("/predict")`)."""
    callee = decorator.func if isinstance(decorator, ir.Call) else decorator
    if isinstance(callee, ir.Name):
        rows = [tables.lookup(symbol) for symbol in sorted(m.evaluate(callee).symbols)]
    elif isinstance(callee, ir.Attribute):
        base = m.evaluate(callee.base)
        rows = [tables.lookup(f"{symbol}.{callee.name}") for symbol in sorted(base.symbols)]
        methods = [tables.method(name, callee.name) for name in sorted(base.types)]
        rows.extend(found[0] for found in methods if found is not None)
        rows.extend(handlers.made(m, base, callee.name))
    else:
        return None
    return next((row for row in rows if isinstance(row, Api) and "handler" in row.roles), None)


def class_(m: "Interpreter", node: ir.Class) -> None:
    """`class`: known by its name; the body is run for its attributes."""
    frame = m.frames[-1]
    qualname = f"{frame.qualname}.{node.name}" if frame.qualname else node.name
    name = f"{frame.module}.{qualname}"
    for base in node.bases:
        m.evaluate(base)
    if m.project.find(name) is None:  # a class inside a function: only its bases are known
        bases = [m.evaluate(base) for base in node.bases]
        m.state.names[node.name] = join_all([Value(unknown="a local class"), *bases])
        return
    m.state.names[node.name] = Value(symbols=frozenset((name,)))
    outer = dict(m.state.names)
    for statement in node.body:
        if not isinstance(statement, (ir.Function, ir.Class)):
            m.step()
            STATEMENTS[type(statement)](m, statement)
    m.state.names = outer


def broken(m: "Interpreter", node: ir.Broken) -> None:
    """A region that was not read: what it would have bound stays as it was."""


STATEMENTS: Final[dict[type, Callable[["Interpreter", Any], None]]] = {
    ir.Assign: assign,
    ir.AnnAssign: annotated,
    ir.AugAssign: augmented,
    ir.ExprStmt: expression,
    ir.Return: return_,
    ir.Raise: raise_,
    ir.Assert: assert_,
    ir.Delete: delete,
    ir.Flow: flow,
    ir.Scope: scope,
    ir.Import: imports,
    ir.ImportFrom: imports,
    ir.If: if_,
    ir.Match: match,
    ir.For: for_,
    ir.While: while_,
    ir.Try: try_,
    ir.With: with_,
    ir.Function: function,
    ir.Class: class_,
    ir.Broken: broken,
}
