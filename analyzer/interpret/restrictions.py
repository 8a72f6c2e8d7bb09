"""What does a class of the project let an unpickler build, judged by the body of its `find_class`?

The body is run with a module and a name of which nothing is known. Every place where it then imports, or reads an
attribute, by them is a lookup; what the tests before it have made of the two says whether a fixed list decides. Any
name of a listed module is more than a list: modules import `os` and `sys`, and numpy has functions that run code.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from analyzer.interpret.facts import Restriction
from analyzer.interpret.spelling import atom
from analyzer.interpret.values import EMPTY, Func, Origin, Place, Value
from analyzer.syntax import ir
from analyzer.syntax.walk import has_decorator

if TYPE_CHECKING:
    from analyzer.interpret.machine import Interpreter

PICKLED: Final = "pickled"  # kind of origin of a module or name that a pickle chooses
ASKED: Final = "asked"  # check: has passed a test whose meaning was not understood
REFUSED: Final = "refused"  # check: is none of some that are refused
PREFIXED: Final = "prefixed"  # check: a part of it is like that of something that is allowed

_BUILT_IN: Final = frozenset({"eval", "exec", "compile", "getattr", "__import__", "execfile", "breakpoint"})
_PROCESS: Final = frozenset({"system", "popen", "spawnl", "spawnv", "execv", "execve"})
_GADGETS: Final = {
    **dict.fromkeys(("builtins", "__builtin__", "__builtins__", ""), _BUILT_IN),
    **dict.fromkeys(("os", "posix", "nt"), _PROCESS),
    "subprocess": frozenset({"Popen", "call", "run", "check_call", "check_output", "getoutput"}),
    "importlib": frozenset({"import_module", "__import__"}),
    "operator": frozenset({"attrgetter", "methodcaller"}),
    "runpy": frozenset({"run_path", "run_module"}),
    "pickle": frozenset({"load", "loads"}),
}


@dataclass(slots=True)
class Judging:
    """What one run of a `find_class` has done so far.

    Attributes:
        lookups: the module (or what was made of it), the name, and where they are looked up.
        gadgets: members of its lists that run code when they are called.
    """

    lookups: list[tuple[Value, Value, Place]] = field(default_factory=list)
    gadgets: set[str] = field(default_factory=set)

    def looked_up(self, given: Sequence[Value], place: Place) -> None:
        """`given`, a module and a name, are looked up at `place`."""
        if len(given) == 2 and any(chosen(value) or value.worst("verified") or value.constants for value in given):
            self.lookups.append((given[0], given[1], place))

    def listed(self, module: str, name: str) -> None:
        """The name of the module ("" if it is not said in the same list) is allowed."""
        if name in _GADGETS.get(module, EMPTY):
            self.gadgets.add(f"{module}.{name}".lstrip("."))


def chosen(value: Value) -> bool:
    """Whether a pickle decides what `value` is, and no fixed list does."""
    return bool(value.worst(PICKLED)) and not (value.constants and not value.unknown)


def judge(m: "Interpreter", receiver: Value, place: Place) -> Restriction | None:
    """What the `find_class` of `receiver` lets through; None if no class of the project says anything of it.

    Args:
        m: the interpreter; its state and facts stay as they are.
        receiver: the unpickler.
        place: the call that loads.
    """
    found = _find_class(m, receiver)
    if found is None:
        return None
    func, node, takes_self = found
    given = [
        Value(types=frozenset(("str",)), origins=frozenset((Origin(PICKLED, each),)), spelling=atom(f"pickled {each}"))
        for each in ("module", "name")
    ]
    # Its class attributes and what it was made with are the program's, wherever its content comes from.
    own = replace(receiver, unknown="", origins=EMPTY)
    args = (own, *given) if takes_self else tuple(given)
    result, judging = _run(m, func, node, args, place)
    where = Place(func.module, node.name_start, node.name_start + len(node.name))
    name = ".".join(func.qualname.split(".")[-2:])
    return _verdict(name, where, judging, result)


def _find_class(m: "Interpreter", receiver: Value) -> tuple[Func, ir.Function, bool] | None:
    """The function that decides, and whether it gets the unpickler: a method, or one that was put into the object."""
    for obj in m.state.objects(receiver):
        own = obj.items.get("find_class")
        for func in sorted(own.funcs, key=lambda each: each.qualname) if own is not None else ():
            node = m.code.get((func.module, func.qualname))
            if isinstance(node, ir.Function):
                return func, node, False
    for owner in sorted({*receiver.types, *(obj.type for obj in m.state.objects(receiver))}):
        method = m.project.method(owner, "find_class") if "." in owner else None
        if method is not None and isinstance(method.node, ir.Function):
            m.code.setdefault((method.module, method.qualname), method.node)
            static = has_decorator(method.node, "staticmethod")
            return Func(method.module, method.qualname), method.node, not static
    return None


def _run(
    m: "Interpreter", func: Func, node: ir.Function, args: tuple[Value, ...], place: Place
) -> tuple[Value, Judging]:
    """The result of the call with its origins, and what was done on the way."""
    from analyzer.interpret.arguments import Arguments
    from analyzer.interpret.summaries import enter

    caller, kept, roles, assuming, outer = m.frames[-1], m.state, m.roles, m.assuming, m.judging
    m.state, m.roles, m.assuming = kept.fork(), frozenset(), 0
    m.judging = judging = Judging()
    try:
        result, _, _ = enter(m, func, node, Arguments(args, {}), place)
        return replace(result, origins=m.state.origins(result)), judging
    finally:
        m.state, m.roles, m.assuming, m.judging = kept, roles, assuming, outer
        caller.state = kept


def _verdict(name: str, where: Place, judging: Judging, result: Value) -> Restriction:
    holes = [(_hole(module, each), place) for module, each, place in judging.lookups]
    for why, place in holes:
        if why and why != ASKED:
            return Restriction(name, "bypassable", why, place)
    if judging.gadgets:
        return Restriction(name, "bypassable", f"allows `{min(judging.gadgets)}`, which runs code", where)
    for why, place in holes:
        if why:
            return Restriction(name, "undecided", "asks something that could not be followed", place)
    if not holes and result.worst(PICKLED):
        return Restriction(name, "undecided", "finds classes in a way that could not be followed", where)
    return Restriction(name, "listed", "", where)


def _hole(module: Value, name: Value) -> str:
    """What is wrong with a lookup; "" if a list decides, `ASKED` if that is not known."""
    open_module, open_name = chosen(module), chosen(name)
    checks = (module.checks if open_module else EMPTY) | (name.checks if open_name else EMPTY)
    if not open_module and not open_name:
        return ""
    if ASKED in checks:
        return ASKED
    if PREFIXED in checks:
        return "only compares a part of the name, which others share"
    if not open_module:
        return "lets every name of the listed modules through, and with it what they import"
    if not open_name:
        return "lets the listed names of every module through"
    if REFUSED in checks:
        return "tests for some names and lets all others through"
    return "has a way through on which no fixed list decides"
