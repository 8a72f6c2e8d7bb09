"""What does a call of a project function return and change, and when may an earlier answer be used again?"""

from typing import TYPE_CHECKING, Any, Final

import msgspec
from msgspec.structs import replace

from analyzer.interpret import answers, happenings, library, lineage, schemas, transformers
from analyzer.interpret.state import State
from analyzer.interpret.values import (
    UNTRUSTED,
    Func,
    Obj,
    Origin,
    Place,
    Trace,
    Value,
    join,
    join_all,
    literal,
    unknown,
)
from analyzer.model.rule import FAR
from analyzer.syntax import ir

if TYPE_CHECKING:
    from analyzer.interpret.arguments import Arguments
    from analyzer.interpret.machine import Frame, Interpreter

MAX_STEPS: Final = 400  # steps spent in one function and what it calls, per module interpreted, before the last run
MAX_IDLE_STEPS: Final = 120  # the same for a function that leads to nothing wanted
MAX_DISTRUSTED_STEPS: Final = 4_000  # the same if an argument comes from a distrusted origin
RESERVE: Final = 600  # steps kept for the entry point's own statements: its calls are not followed any more
MAX_IDLE_BYTES: Final = 1_500  # size of a function that is run only for what it returns
_NOT_FOLLOWED: Final = "a call that was not followed (budget)"
_MANAGERS: Final = frozenset({"contextlib.contextmanager", "contextlib.asynccontextmanager"})
_HELD_BACK: Final = {"no_grad": "torch.no_grad", "inference_mode": "torch.inference_mode"}
MAX_REACHED: Final = 48  # heap objects an argument list may reach for its call to be remembered


class Summary(msgspec.Struct, frozen=True):
    """One remembered call: its result, the heap objects it made or changed, and whether it came back.

    `held` keeps the argument objects alive, because the key names them by identity; `passed` is what the parameters
    have gained in checks; `places` are those of the arguments.
    """

    result: Value
    changed: dict[int, Obj]
    live: bool
    inputs: tuple[Value, ...]
    held: tuple[Obj, ...]
    passed: answers.Passed = ()
    places: dict[int | str, Place] = {}


def run(m: "Interpreter", func: Func, node: ir.Function | ir.Lambda, args: "Arguments", place: Place) -> Value:
    """The result of calling a project function, from a summary if the same call was made before."""
    from analyzer.interpret.machine import MAX_CALLS, MAX_IDLE

    m.step()
    name = f"{func.module}:{func.qualname}"
    inputs = (*args.positional, *args.keywords.values())
    busy = is_running(m, func)
    if busy or len(m.frames) > MAX_CALLS:
        why = "recursion" if busy else "calls nested too deep"
        return library.opaque(m.state, inputs, why, m.site(place))
    m.facts.entered.add(name)
    reached = _reached(m, inputs) if not func.closure else None
    key: Any = None
    written_before: tuple[Obj, ...] = ()
    if reached is not None:
        heap = m.state.heap
        objects = tuple((ref, id(obj)) for ref, obj in reached)
        written_before = tuple(heap[ref] for ref in m.files if ref in heap)
        given = (args.positional, tuple(args.keywords.items()), args.open, args.more)
        files = tuple((ref, id(heap.get(ref))) for ref in sorted(m.files))
        # A run that recorded nothing can't stand for one that would.
        key = (name, given, objects, files, m.version, bool(m.roles), bool(m.frozen), m.blocks())
        summary: Summary | None = m.summaries.get(key)
        if summary is not None:
            m.state.heap.update(summary.changed)
            m.state.journal.update(summary.changed)
            m.state.live = m.state.live and summary.live
            if name in m.clearing:
                happenings.clears_again(m, name)
            answers.narrow(m, summary.passed, args)
            return _returned(_rebased(summary, inputs, args.places), func, place)
    off = min(len(m.frames) - 1, FAR)
    idle = 0 if m.relevance.leads(func.module, func.qualname, 0, off) else 1
    if not _worth(m, func, node, inputs, idle):
        deep = idle and m.idle >= MAX_IDLE
        why = "calls nested too deep" if deep else _NOT_FOLLOWED
        result = library.opaque(m.state, inputs, why, m.site(place))
        return lineage.passed_through(m, inputs, result, why, place) if m.tracing else result
    m.idle += idle
    left = m.steps_left
    try:
        result, written, passed = enter(m, func, node, args, place)
        if transformers.learns(m, func):
            result = transformers.learned_at(m, func, node, result, written, place)
    finally:
        m.idle -= idle
        who = func.module, func.qualname
        m.spent[who] = m.spent.get(who, 0) + left - m.steps_left
    if key is not None and reached is not None:
        heap = m.state.heap
        changed = {ref: heap[ref] for ref in written if ref in heap}
        held = (*(obj for _, obj in reached), *written_before)
        m.summaries[key] = Summary(result, changed, m.state.live, inputs, held, passed, args.places)
    answers.narrow(m, passed, args)
    return _returned(result, func, place)


def is_running(m: "Interpreter", func: Func) -> bool:
    """Whether a call of `func` is in progress."""
    qualname = func.qualname
    for frame in m.frames:  # noqa: SIM110 - `any` of a generator takes three times as long, and this is asked often
        if frame.qualname == qualname and frame.module == func.module:
            return True
    return False


def _worth(m: "Interpreter", func: Func, node: ir.Function | ir.Lambda, inputs: tuple[Value, ...], idle: int) -> bool:
    """Whether to run a function once more: not if it only costs time.

    A function that leads to nothing wanted is run for what it returns, if it is small and not too deep. What all runs
    of one function cost is bounded per module; the bound is higher for arguments from a distrusted origin.
    """
    from analyzer.interpret.machine import MAX_IDLE

    if m.steps_left < RESERVE:
        return False
    if idle and (m.idle >= MAX_IDLE or node.end - node.start > MAX_IDLE_BYTES):
        return False
    spent = m.spent.get((func.module, func.qualname), 0)
    if spent <= (MAX_IDLE_STEPS if idle else MAX_STEPS):
        return True
    distrusted = any(origin.kind in UNTRUSTED for value in inputs for origin in value.origins)
    return distrusted and spent <= MAX_DISTRUSTED_STEPS


def _returned(value: Value, func: Func, place: Place) -> Value:
    from analyzer.interpret.arguments import noted

    return noted(value, place, f"returned by `{func.qualname.rpartition('.')[2]}`") if value.origins else value


def _reached(m: "Interpreter", values: tuple[Value, ...]) -> list[tuple[int, Obj]] | None:
    """The heap objects that arguments reach, in a fixed order; None if there are too many to look at."""
    found: dict[int, Obj] = {}
    stack = list(values)
    while stack:
        value = stack.pop()
        stack.extend(value.elements or ())
        for func in value.funcs:
            if func.receiver is not None:
                stack.append(func.receiver)
        for ref in value.refs:
            if ref in found or ref not in m.state.heap:
                continue
            if len(found) >= MAX_REACHED:
                return None
            obj = found[ref] = m.state.heap[ref]
            stack.extend(obj.items.values())
            if obj.rest is not None:
                stack.append(obj.rest)
    return sorted(found.items())


def _rebased(summary: Summary, inputs: tuple[Value, ...], places: dict[int | str, Place]) -> Value:
    """The summary's result with the traces of this call's arguments in place of the first call's."""
    passed_at = {old: places[key] for key, old in summary.places.items() if key in places}
    if not summary.result.origins:
        return summary.result
    swap: dict[int, Trace] = {}
    for old, new in zip(summary.inputs, inputs, strict=True):
        fresh = {origin: origin for origin in new.origins}
        for origin in old.origins:
            twin = fresh.get(origin)
            if origin.trace is not None and twin is not None and twin.trace is not None:
                swap[id(origin.trace)] = twin.trace
    if not swap:
        return summary.result
    return replace(
        summary.result, origins=frozenset(_rebase(origin, swap, passed_at) for origin in summary.result.origins)
    )


def _rebase(origin: Origin, swap: dict[int, Trace], passed_at: dict[Place, Place]) -> Origin:
    later: list[Trace] = []
    at = origin.trace
    while at is not None and id(at) not in swap:
        later.append(at)
        at = at.parent
    if at is None:
        return origin
    trace = swap[id(at)]
    for step in reversed(later):
        trace = trace.then(passed_at.get(step.place, step.place), step.text, opens=step.opens)
    return Origin(origin.kind, origin.detail, origin.function, trace)


def enter(
    m: "Interpreter", func: Func, node: ir.Function | ir.Lambda, args: "Arguments", place: Place
) -> tuple[Value, set[int], answers.Passed]:
    """Run the body of a function with these arguments in the current heap.

    Returns:
        What it returns, the references of the heap objects it wrote, and what its parameters gained in checks.
    """
    from analyzer.interpret.arguments import bind_parameters
    from analyzer.interpret.machine import Frame

    caller = m.frames[-1]
    caller.state = m.state
    state = State({}, m.state.heap)
    frame = Frame(func.module, func.qualname, m.site(place), state, outer=m.closures.get(func.closure))
    frame.blocks = (isinstance(node, ir.Function) and node.is_async) or m.blocks()
    elsewhere, m.elsewhere = m.elsewhere, False
    if place.module != func.module or not node.start <= place.start < node.end:  # else it is an entry point
        text = f"`{func.qualname.rpartition('.')[2]}` is called here"
        frame.called = Trace(place, text) if caller.called is None else caller.called.then(place, text)
    owner, _, _ = func.qualname.rpartition(".")
    if owner and "<locals>" not in func.qualname:
        frame.owner = f"{func.module}.{owner}"
        frame.this = args.positional[0] if args.positional else frame.this
    m.frames.append(frame)
    m.state = state
    frozen = _holds_gradients_back(m, func.module, node)
    m.frozen += frozen
    try:
        bound = bind_parameters(m, func, node, args, place)
        if isinstance(node, ir.Function) and node.decorators:
            bound = schemas.validated(m, func.module, node, bound)
        state.names.update(bound)
        if isinstance(node, ir.Lambda):
            frame.returns.append((m.evaluate(node.body), m.state.fork()))
            m.state.live = False
        else:
            m.run(node.body)
        result = leave(m, frame, node, caller, place)
        return result, state.journal, answers.passed(node, bound, [frame.state])
    finally:
        m.frozen -= frozen
        m.elsewhere = elsewhere
        m.frames.pop()
        caller.state.journal |= state.journal
        if m.state is not caller.state:
            caller.state.heap = m.state.heap
            m.state = caller.state


def _holds_gradients_back(m: "Interpreter", module: str, node: ir.Function | ir.Lambda) -> bool:
    """Whether a decorator keeps gradients out of the whole function (`@torch.no_grad()`)."""
    from analyzer.interpret.schemas import evaluate_in

    for decorator in node.decorators if isinstance(node, ir.Function) else ():
        callee = decorator.func if isinstance(decorator, ir.Call) else decorator
        if isinstance(callee, ir.Attribute | ir.Name):
            last = callee.name if isinstance(callee, ir.Attribute) else callee.id
            if last not in _HELD_BACK and ("inference_mode" in last or "no_grad" in last):
                return True  # a decorator of the project that stands for either of them
            if last in _HELD_BACK and evaluate_in(m, module, callee).may_be(_HELD_BACK[last]):
                return True
    return False


def leave(m: "Interpreter", frame: "Frame", node: ir.Function | ir.Lambda, caller: "Frame", place: Place) -> Value:
    """The value a finished frame returns; the caller's state gets its heap."""
    result: Value | None = literal(None) if m.state.live else None
    end = m.state
    for value, state in frame.returns:
        result = value if result is None else join(result, value)
        end.meet(state)
    frame.state = end
    state = caller.state
    state.heap = end.heap
    if result is None:
        if _is_abstract(node):
            result = unknown("an abstract method")
        else:
            state.live = False
            result = unknown("a function that does not return")
    if isinstance(node, ir.Function) and node.is_generator:
        state.live = True
        m.state = state
        result = _generated(m, frame, node, place)
    m.state = state
    return result


def _generated(m: "Interpreter", frame: "Frame", node: ir.Function, place: Place) -> Value:
    from analyzer.interpret.schemas import evaluate_in

    members = join_all(frame.yields) if frame.yields else unknown("a generator without values")
    if any(not _MANAGERS.isdisjoint(evaluate_in(m, frame.module, each).symbols) for each in node.decorators):
        return members  # what `with` gets; it is taken for the manager itself
    obj = Obj(kind="list", type="list", rest=members)
    return m.allocate(place, obj, types=frozenset(("list",)))


def _is_abstract(node: ir.Function | ir.Lambda) -> bool:
    """Whether a body is only `raise NotImplementedError` (after a docstring): a subclass will have the real one."""
    if not isinstance(node, ir.Function) or not node.body:
        return False
    last = node.body[-1]
    if len(node.body) > 2 or not isinstance(last, ir.Raise):
        return False
    raised = last.value.func if isinstance(last.value, ir.Call) else last.value
    return isinstance(raised, ir.Name) and raised.id in ("NotImplementedError", "NotImplemented")
