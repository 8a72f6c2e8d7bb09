"""What may functions have given the names and containers of their module before the others are called?

A server fills `models` when it starts, in a function that may stand anywhere in the file. Such functions are run ahead
of all entry points, only for what they leave behind; what they give is a possibility beside what the body gave.
"""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from analyzer.interpret.instances import unrecorded
from analyzer.interpret.lasting import written
from analyzer.interpret.state import join_objects
from analyzer.interpret.summaries import RESERVE
from analyzer.interpret.values import Func, Obj, Value
from analyzer.syntax import ir

if TYPE_CHECKING:
    from analyzer.interpret.machine import Environment, Interpreter

START_STEPS: Final = RESERVE + 600  # statements and calls for one such function
MAX_STARTED: Final = 12  # such functions of one module that are run


def fill(
    m: "Interpreter",
    functions: Iterable[tuple[Func, ir.Function]],
    environment: "Environment",
    wanted: frozenset[str] | None,
    enter: Callable[[Func, ir.Function], None],
) -> None:
    """Let what functions store in module-level names and containers join the environment; no fact is recorded.

    Args:
        m: the interpreter, with the module's frame running.
        functions: those that the module's body did not call, in the order of the file.
        environment: what holds after the body; its names and heap are changed in place.
        wanted: the names that the functions to be entered mention: others need no value; None if that is not known.
        enter: runs one function as if called from outside, in a state made of the environment.
    """
    chosen = [
        (func, node, names)
        for func, node in functions
        if (names := _kept(written(node) & environment.names.keys(), wanted))
    ][:MAX_STARTED]
    if not chosen:
        return
    left, spent = m.module_steps_left, m.spent
    found: list[tuple[frozenset[str], list[dict[int, Obj]]]] = []
    with unrecorded(m):
        for func, node, names in chosen:
            m.steps_left, m.spent, m.suspended = START_STEPS, {}, []
            enter(func, node)
            found.append((names, [*m.suspended, m.state.heap]))
    m.module_steps_left, m.spent, m.suspended = left, spent, None
    for names, heaps in found:
        for heap in heaps:
            _join(environment, names, heap)


def _kept(names: frozenset[str], wanted: frozenset[str] | None) -> frozenset[str]:
    return names if wanted is None else names & wanted


def _join(environment: "Environment", names: frozenset[str], heap: dict[int, Obj]) -> None:
    """Let the objects that `names` stand for be what they were, or what they are in `heap`."""
    before = environment.heap
    for name in sorted(names):
        for ref in environment.names[name].refs:
            old, new = before.get(ref), heap.get(ref)
            if old is not None and new is not None and old is not new:
                before[ref] = replace(join_objects(old, new), complete=False)
    _adopt(environment.names, before, heap)


def _adopt(names: dict[str, Value], before: dict[int, Obj], heap: dict[int, Obj]) -> None:
    """Bring the objects that module-level names now reach into the environment's heap."""
    waiting = list(names.values())
    seen: set[int] = set()
    while waiting:
        value = waiting.pop()
        waiting.extend(value.elements or ())
        for ref in value.refs:
            obj = before.get(ref) or heap.get(ref)
            if obj is None or ref in seen:
                continue
            seen.add(ref)
            before[ref] = obj
            waiting.extend(obj.items.values())
            if obj.rest is not None:
                waiting.append(obj.rest)
