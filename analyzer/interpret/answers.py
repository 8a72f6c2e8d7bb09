"""What does it say of the arguments that a function of the project came back, or came back with this answer?

`check(data)` that raises for bad data, and `if not is_good(data): raise`, are guards that somebody gave a name.
"""

from typing import TYPE_CHECKING

from msgspec.structs import replace

from analyzer.interpret.state import State
from analyzer.interpret.values import Func, Origin, Value
from analyzer.syntax import ir

if TYPE_CHECKING:
    from analyzer.interpret.arguments import Arguments
    from analyzer.interpret.machine import Interpreter

Passed = tuple[tuple[int, str, frozenset[str], bool], ...]  # position, name, checks gained, whether verified
_VERIFIED = Origin("verified", "a function of the project has compared its digest")


def passed(node: ir.Function | ir.Lambda, before: dict[str, Value], ends: list[State]) -> Passed:
    """What the parameters have gained in every state that a function ended in."""
    found: list[tuple[int, str, frozenset[str], bool]] = []
    for position, parameter in enumerate(node.parameters):
        start = before.get(parameter.name)
        if start is None or not start.origins or parameter.kind in ("args", "kwargs") or not ends:
            continue
        after = [end.names.get(parameter.name, start) for end in ends]
        if all(value is start for value in after):
            continue
        checks = frozenset.intersection(*(value.checks for value in after)) - start.checks
        verified = all(value.origins and all(o.kind == "verified" for o in value.origins) for value in after)
        if checks or verified:
            found.append((position, parameter.name, checks, verified))
    return tuple(found)


def narrow(m: "Interpreter", gains: Passed, args: "Arguments") -> None:
    """Let the names that hold the arguments gain what the function has checked."""
    for position, name, checks, verified in gains:
        given = args.keywords.get(name)
        if given is None and position < len(args.positional):
            given = args.positional[position]
        if given is None:
            continue
        for known, value in m.state.names.items():
            if value is given:
                origins = frozenset((_VERIFIED,)) if verified else value.origins
                m.state.names[known] = replace(value, checks=value.checks | checks, origins=origins)


def assume_answer(m: "Interpreter", func: Func, args: "Arguments", call: ir.Call, outcome: bool) -> None:
    """Narrow the arguments by the fact that project function `func` answered `outcome` (as a truth value)."""
    from analyzer.interpret.arguments import bind_parameters
    from analyzer.interpret.guards import assume
    from analyzer.interpret.machine import Frame

    if not any(value.origins for value in (*args.positional, *args.keywords.values())):
        return  # what is the program's own gains nothing by being checked
    node = m.code.get((func.module, func.qualname))
    busy = any(frame.qualname == func.qualname and frame.module == func.module for frame in m.frames)
    if not isinstance(node, ir.Function) or not node.body or node.is_generator or busy:
        return
    place, caller = m.place(call), m.state
    state = State({}, dict(caller.heap))
    frame = Frame(func.module, func.qualname, m.site(place), state, outer=m.closures.get(func.closure))
    m.frames.append(frame)
    m.state = state
    assuming, m.assuming = m.assuming, 0
    try:
        before = bind_parameters(m, func, node, args, place)
        state.names.update(before)
        *body, last = node.body
        m.run(tuple(body))
        if m.state.live and isinstance(last, ir.Return) and last.value is not None:
            answer = m.evaluate(last.value)
            assume(m, last.value, outcome)
            frame.returns.append((answer, m.state))
        elif m.state.live:
            m.run((last,))
        ends = [end for value, end in frame.returns if value.truth is not (not outcome)]
        gains = passed(node, before, ends)
    finally:
        m.assuming = assuming
        m.frames.pop()
        m.state = caller
    narrow(m, gains, args)
