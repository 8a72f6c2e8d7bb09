"""How is a project interpreted: which frames, states and budgets does one walk need?

A forward, flow-sensitive abstract interpretation. The `Interpreter` holds what is shared by all nodes (project, facts,
budget, the running frame and its state); what each kind of node does is in `expressions`, `statements` and `calls`.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from hashlib import blake2b
from typing import Any, Final

from analyzer.interpret.facts import Declared, Facts, Seed
from analyzer.interpret.relevance import Relevance
from analyzer.interpret.restrictions import Judging
from analyzer.interpret.state import State
from analyzer.interpret.values import NOTHING, Fit, Func, Literal, Mark, Obj, Place, Trace, Value
from analyzer.knowledge.lookup import class_row, lookup
from analyzer.knowledge.table import Api, Class
from analyzer.project.definition import Definition
from analyzer.project.project import Project
from analyzer.syntax import ir

MAX_CALLS: Final = 10  # project calls in progress; deeper ones are unknown
MAX_IDLE: Final = 3  # of these, calls of functions that lead to nothing wanted, run only for what they return
ROOT_STEPS: Final = 2_000  # statements and calls for one entry point
MODULE_STEPS: Final = 12_000  # the same for all entry points of a module


class BudgetExhausted(Exception):
    """The step budget is used up; what was found until then stays."""


@dataclass(slots=True, eq=False)
class Frame:
    """One function (or module body) being interpreted.

    Attributes:
        module, qualname: which one; qualname is "" for a module body.
        context: a number for the calls in progress.
        state: the state to return to while a callee runs; names of the frame are looked up here.
        outer: the frame that a nested function closes over.
        returns, yields: what was returned and yielded so far, with the state at each return.
        jumps: per loop in progress, the states at `break` and `continue`.
        repeating: loops in progress whose body stands for any number of passes.
        loops: loops and comprehensions in progress, the innermost last.
        shared: names declared `global` or `nonlocal`.
        owner: qualified class of a method, `this` its receiver, for `super()`.
        called: the calls that led here, oldest first in its steps; None for a module body and for an entry point.
        blocks: whether an event loop waits for it: it is a coroutine, or one has called it.
    """

    module: str
    qualname: str
    context: int
    state: State
    outer: "Frame | None" = None
    returns: list[tuple[Value, State]] = field(default_factory=list)
    yields: list[Value] = field(default_factory=list)
    jumps: list[tuple[list[State], list[State]]] = field(default_factory=list)
    repeating: int = 0
    loops: list[ir.For | ir.While | ir.Comprehension] = field(default_factory=list)
    shared: dict[str, str] = field(default_factory=dict)
    owner: str = ""
    this: Value = NOTHING
    called: Trace | None = None
    blocks: bool = False


@dataclass(slots=True)
class Environment:
    """A module body after it has run: its names and the heap they refer to."""

    names: dict[str, Value]
    heap: dict[int, Obj]


class Interpreter:
    """The abstract machine; implements `invocation.Machine`."""

    def __init__(
        self, project: Project, roles: frozenset[str], environments: dict[str, Environment], relevance: Relevance
    ) -> None:
        self.project = project
        self.roles = roles  # roles of calls to record, and other kinds of facts
        self.environments = environments
        self.relevance = relevance
        self.tracing = False  # whether values carry the steps that led to them; see `lineage`
        self.seeded: tuple[object, str] | None = None  # the global seed that was set last, and in which function
        self.frozen = 0  # blocks and functions in progress in which no gradients are kept
        self.idle = 0  # frames in progress of functions that lead to nothing wanted
        self.partial: dict[str, Environment] = {}  # modules read while one of them was running
        self.changed: dict[str, Environment] = {}  # modules whose names this walk has set, and no other knows
        self.declared: dict[Place, Declared] = {}  # of all facts, also of those that nobody will see
        self.facts = Facts(declared=self.declared)
        self.state = State({}, {})
        self.frames: list[Frame] = []
        self.running: dict[str, Frame] = {}
        self.code: dict[tuple[str, str], ir.Function | ir.Lambda] = {}
        self.closures: dict[int, Frame] = {}
        self.spent: dict[tuple[str, str], int] = {}  # steps spent in each function and what it calls
        self.summaries: dict[Any, Any] = {}
        self.fields: dict[tuple[str, str], frozenset[str]] = {}  # (class, field or ""): what it promises
        self.qualified: dict[str, Value] = {}  # dotted names already resolved
        self.assuming = 0  # conditions being read: calls in them were made when the test was evaluated
        self.answered: dict[int, Value] = {}  # what each call expression (by identity) last gave
        self.patches: dict[str, Value] = {}  # dotted names that code has given another value
        self.recorded: set[Any] = set()
        self.handlers: dict[tuple[str, str], Api] = {}  # functions that a framework calls, and how
        self.replaced: list[Func] = []  # functions whose name the module has given to another one since
        self.defined: list[Func] = []  # functions defined inside functions, in order
        self.steps_left = ROOT_STEPS
        self.module_steps_left = MODULE_STEPS
        self.incomplete = False  # a module was read while its body was still running
        self.files: set[int] = set()  # heap numbers of the files that were written in any state
        self.suspended: list[dict[int, Obj]] | None = None  # the heap at each `yield`, if somebody wants to know
        # Per class, an object of it that was made elsewhere, with the heap that it stands on; None if nothing is known.
        self.instances: dict[str, tuple[Value, dict[int, Obj]] | None] = {}
        self.judging: Judging | None = None  # while a `find_class` is being judged: what it has looked up
        self.loops: list[Place] = []  # in progress, those of callers included
        self.born: dict[int, tuple[Place, ...]] = {}  # the loops in which heap objects were made
        self.saved: dict[str, tuple[Fit, ...]] = {}  # by the spelling of a path, the trainings of the model saved there
        self.sorted_scores = False  # whether scores have been put in order anywhere
        self.seeds: dict[Seed, frozenset[Literal]] = {}  # the constants that calls in loops were first given as seeds
        self.gives: dict[int, str] = {}  # what the answers of networks stand for; see `activations`
        self.clearing: dict[str, Place] = {}  # functions in which gradients were cleared, and where
        self.served = ""  # the framework's API that has called the function that was entered from outside
        self.elsewhere = False  # whether what is called now runs on a thread of its own
        self.permissive: dict[str, frozenset[Mark]] = {}  # per class, its fields that let NaN through
        self.version = 0  # counts stores to names of running module bodies
        self._numbers: dict[tuple[str, int, int, int], int] = {}

    # --- where we are -------------------------------------------------------------------------------------------------

    @property
    def frame(self) -> Frame:
        """The running frame."""
        return self.frames[-1]

    def place(self, node: ir.Node) -> Place:
        """The place of `node` in the running module."""
        return Place(self.frames[-1].module, node.start, node.end)

    def where(self) -> str:
        """ "module:qualname" of the running function."""
        frame = self.frames[-1]
        return f"{frame.module}:{frame.qualname}"

    def blocks(self) -> bool:
        """Whether an event loop waits for what is called now."""
        return bool(self.frames) and self.frames[-1].blocks and not self.elsewhere

    def step(self) -> None:
        """Spend one unit of the budget."""
        self.steps_left -= 1
        self.module_steps_left -= 1
        if self.steps_left <= 0 or self.module_steps_left <= 0:
            raise BudgetExhausted

    # --- numbers and the heap -----------------------------------------------------------------------------------------

    def site(self, place: Place) -> int:
        """A number that depends only on `place` and the calls in progress, the same in every process."""
        context = self.frames[-1].context if self.frames else 0
        key = (place.module, place.start, place.end, context)
        number = self._numbers.get(key)
        if number is None:
            text = f"{place.module}:{place.start}:{place.end}:{context}"
            number = int.from_bytes(blake2b(text.encode(), digest_size=7).digest(), "big")
            self._numbers[key] = number
        return number

    @contextmanager
    def repetition(self, number: int) -> Iterator[None]:
        """While this is open, objects are told apart from those that other repetitions of the same code make."""
        frame = self.frames[-1]
        outer = frame.context
        frame.context = (outer * 1_000_003 + number + 1) % 2**61
        try:
            yield
        finally:
            frame.context = outer

    def allocate(self, place: Place, obj: Obj, *, fresh: bool = False, **fields: Any) -> Value:
        """Put `obj` on the heap and return the value that refers to it; if `fresh`, apart from any that is there."""
        ref = self.site(place)
        while True:  # several objects of one expression (the parts of a split) get neighbouring numbers
            known = self.state.heap.get(ref)
            if known is None or (not fresh and known.type == obj.type and known.kind == obj.kind != "frame"):
                break
            if known == obj:
                break
            ref += 1
            if ref - self.site(place) > 64:
                break
        self.state.write(ref, obj)
        if self.loops:
            self.born[ref] = tuple(self.loops)
        return Value(refs=frozenset((ref,)), **fields)

    # --- classes ------------------------------------------------------------------------------------------------------

    def class_row(self, name: str) -> Class | None:
        """The tables' row of class `name`; for a project class, that of the nearest base in the tables."""
        row = class_row(name)
        if row is not None:
            return row
        for base in sorted(self.external_bases(name)):
            row = class_row(base)
            if row is not None:
                return row
        return None

    def external_bases(self, name: str) -> frozenset[str]:
        """The ancestors outside the project of a project class; empty for others."""
        definition = self.project.find(name)
        if definition is None or definition.kind != "class":
            return frozenset()
        return self.project.external_bases(f"{definition.module}.{definition.qualname}")

    def is_a(self, name: str, base: str) -> bool:
        """Whether class `name` is `base` or derives from it."""
        if name == base:
            return True
        row = lookup(name)
        if isinstance(row, Class):
            return any(self.is_a(parent, base) for parent in row.bases)
        return any(
            parent == base or (parent != name and self.is_a(parent, base)) for parent in self.external_bases(name)
        )

    def definition(self, name: str) -> Definition | None:
        """What the project defines under qualified `name`."""
        return self.project.find(name)

    # --- entering project code ----------------------------------------------------------------------------------------

    def evaluate(self, node: ir.Expr) -> Value:
        """The value of an expression in the current state."""
        return EXPRESSIONS[type(node)](self, node)

    def run(self, body: tuple[ir.Stmt, ...]) -> None:
        """Execute statements until the state is no longer live."""
        for statement in body:
            if not self.state.live:
                # Definitions after a jump can still be called by name, nothing else is reachable.
                if isinstance(statement, (ir.Function, ir.Class)):
                    STATEMENTS[type(statement)](self, statement)
                continue
            self.step()
            STATEMENTS[type(statement)](self, statement)

    def call(self, target: Value, args: tuple[Value, ...], keywords: Mapping[str, Value], place: Place) -> Value:
        """Call `target` with values; see `calls.invoke`."""
        return invoke(self, target, Arguments(args, dict(keywords)), place)

    def register(self, node: ir.Function | ir.Lambda, qualname: str) -> Func:
        """The callable that a `def` or `lambda` in the running frame makes."""
        frame = self.frames[-1]
        key = (frame.module, qualname)
        old = self.code.get(key)
        if not frame.qualname and old is not None and old.start != node.start:
            kept = (frame.module, f"{qualname}@{old.start}")
            self.code[kept] = old
            if key in self.handlers:  # a framework still holds the function that had this name before
                self.handlers[kept] = self.handlers.pop(key)
            else:  # another branch, an earlier cell
                self.replaced.append(Func(*kept))
        self.code[key] = node
        closure = 0
        if frame.qualname:
            closure = self.site(Place(frame.module, node.start, node.end))
            self.closures[closure] = frame
        return Func(frame.module, qualname, closure=closure)


# At the end, because these modules use the interpreter's own type.
from analyzer.interpret.arguments import Arguments  # noqa: E402
from analyzer.interpret.calls import invoke  # noqa: E402
from analyzer.interpret.expressions import EXPRESSIONS  # noqa: E402
from analyzer.interpret.statements import STATEMENTS  # noqa: E402
