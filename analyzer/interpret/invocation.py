"""What does one call of a library function look like to the code that knows its effect?"""

from collections.abc import Mapping
from typing import Any, Protocol

from analyzer.interpret.facts import Facts, Seed
from analyzer.interpret.state import State
from analyzer.interpret.values import NOTHING, Fit, Literal, Obj, Place, Value
from analyzer.knowledge.table import Api, Class


class Machine(Protocol):
    """What an effect may ask of the interpreter."""

    facts: Facts
    roles: frozenset[str]
    """What the rules ask for."""
    seeded: tuple[object, str] | None
    """What the random numbers of libraries begin with, and the function that has set it; None after a split."""

    frozen: int
    """Blocks and functions in progress in which nothing is learned (`torch.no_grad`)."""

    files: set[int]
    """Numbers of the heap objects that stand for files; the code that writes one adds it."""
    loops: list[Place]
    """The loops in progress, those of callers included, the innermost last."""
    born: dict[int, tuple[Place, ...]]
    """Per heap object that was made in a loop, the loops that were in progress."""
    saved: dict[str, tuple[Fit, ...]]
    """By the spelling of a path, the trainings of the model that this program saves there."""
    sorted_scores: bool
    """Whether scores have been put in order anywhere: only then is it worth a look which member is taken."""
    seeds: dict[Seed, frozenset[Literal]]
    """The constant seed that a call in a loop was first given."""

    def allocate(self, place: Place, obj: Obj, **fields: Any) -> Value:
        """Put `obj` on the heap of the current state, at an address that depends only on `place` and the calls in
        progress, and return the value that refers to it (with `fields`, e.g. `types`)."""

    def site(self, place: Place) -> int:
        """A number for a split at `place` in the calls in progress: of the same place in the same calls, the same."""

    def call(self, target: Value, args: tuple[Value, ...], keywords: Mapping[str, Value], place: Place) -> Value:
        """Call `target`, project code included (for `map`, `apply`, steps of pipelines, …)."""

    def class_row(self, name: str) -> Class | None:
        """The tables' row of class `name`, with `how` inherited from bases."""

    def is_a(self, name: str, base: str) -> bool:
        """Whether class `name` is `base` or derives from it, by the tables and the project's own classes."""

    def where(self) -> str:
        """ "module:qualname" of the function being interpreted."""


class Invocation:
    """One call: the row, the class it was found on, bound arguments, and the state to read and change.

    Attributes:
        api: the row of the tables.
        name: qualified name called; `place` the whole call expression.
        receiver: the object for methods, else None.
        args: arguments by parameter name; extra positional ones under "0", "1", … (their position), unknown keywords
            under their own name.
        owner: the class row of the receiver's type (the most derived one, with `how` inherited), else None.
        open: why arguments may be missing (unexpanded `*args` or `**kwargs`), else ""; `more` is what those are.
        state, machine: see there.
    """

    __slots__ = ("api", "args", "machine", "more", "name", "open", "owner", "place", "receiver", "state")

    def __init__(
        self,
        *,
        api: Api,
        name: str,
        place: Place,
        receiver: Value | None,
        args: dict[str, Value],
        owner: Class | None,
        open: str,
        state: State,
        machine: Machine,
        more: Value = NOTHING,
    ) -> None:
        self.api = api
        self.name = name
        self.place = place
        self.receiver = receiver
        self.args = args
        self.owner = owner
        self.open = open
        self.state = state
        self.machine = machine
        self.more = more

    def arg(self, name: str) -> Value | None:
        """The argument bound to parameter `name`, or None if it was not given."""
        return self.args.get(name)

    @property
    def subject(self) -> Value:
        """The value that the row's effect and roles speak of; `NOTHING` if it was not given."""
        name = self.subject_name
        if name == "self":
            return self.receiver if self.receiver is not None else NOTHING
        return self.args.get(name, NOTHING)

    @property
    def subject_name(self) -> str:
        """The name of the subject among the arguments; "self" for the receiver.

        If it is not given, the first of option `or_else` that is.
        """
        if self.api.subject or self.api.option("or_else"):
            name = self.api.subject or self.api.positional[0]
            others = self.api.option("or_else").split() if name not in self.args else []
            return next((other for other in others if other in self.args), name)
        if self.receiver is not None:
            return "self"
        return self.api.positional[0] if self.api.positional else "0"

    def inputs(self) -> tuple[Value, ...]:
        """Receiver and arguments."""
        values = tuple(self.args.values())
        return values if self.receiver is None else (self.receiver, *values)
