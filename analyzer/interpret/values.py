"""What does the interpreter know of one run-time value?

A `Value` is a point in a product of small lattices; `join` is its least upper bound. Mutable things (lists, dicts,
instances, frames, estimators) are `Obj`s in the heap of a state, named by integer references, so that aliases see each
other's writes. Values are immutable and hashable: they are keys of the summaries.
"""

from collections.abc import Iterable, Iterator
from typing import Any, Final

import msgspec

MAX_CONSTANTS: Final = 8  # a set of constants that grows past this is unknown: keeps joins finite
MAX_STEPS: Final = 24  # steps kept per trace: longer flows are cut in the middle by the report

# Where content can come from. The order is that of distrust: of several origins the first in this list decides.
UNTRUSTED: Final = ("request", "upload", "socket", "queue", "download", "hub", "archive", "model-output")
OPERATOR: Final = ("command-line", "environment", "configuration", "stdin")
UNDECIDED: Final = ("parameter", "unknown", "shared-path", "file", "pickled")
TRUSTED: Final = ("constant-path", "own-file", "package-resource", "verified", "literal")
ORIGINS: Final = UNTRUSTED + OPERATOR + UNDECIDED + TRUSTED


# Comparisons with a lower and with an upper bound that came out true: each refuses NaN and one of the infinities.
SIDES: Final = frozenset({"from-below", "from-above"})

# Marks of what a client has sent: who orders it, and which declared fields it is from (`client_order`, `permissive`).
SENT_MARKS: Final = frozenset({"client-order", "client-columns", "nan-field"})

COUNTED: Final = "counted"  # check: a number of a range, another one in each pass, wherever the bounds come from
SIZED: Final = "sized"  # check: there is a limit to how large it is
LIMITED: Final = "<limited>"  # a name that no code can have: the request that is answered is not larger than a limit

SENT: Final = "is request data"  # how the reason ends why content that came in whole is not known: it may be anything

LOOKED_UP: Final = "looked up"  # check: found by what was asked for, in a place that is not known (`table.get(key)`)
INERT: Final = "inert"  # check: as code, the text is one literal or one name
# What holds of a text itself and of nothing that is made of it.
TEXTUAL: Final = frozenset({INERT, *(f"{part} {q}" for part in ("opens", "closes", "inside without") for q in "'\"")})


class Place(msgspec.Struct, frozen=True, gc=False):
    """A byte range of the Python text of module `module` (its dotted name)."""

    module: str
    start: int
    end: int


class Trace:
    """The steps that brought a fact here, newest first, as a linked list.

    A trace explains a value and is not part of it: all traces are equal, so that values that differ only in how they
    came about are one value for joins and summaries.
    """

    __slots__ = ("depth", "opens", "parent", "place", "text")

    def __init__(self, place: Place, text: str, parent: "Trace | None" = None, *, opens: bool = False) -> None:
        self.place = place
        self.text = text
        self.parent = parent
        self.opens = opens  # whether this step goes from the name of a file to what is in it
        self.depth: int = parent.depth + 1 if parent is not None else 1

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Trace)

    def __hash__(self) -> int:
        return 0

    def then(self, place: Place, text: str, *, opens: bool = False) -> "Trace":
        """This trace with one more step; a trace that is full stays as it is."""
        if self.depth >= MAX_STEPS or self.place == place:
            return self
        return Trace(place, text, self, opens=opens)

    def steps(self) -> "list[Trace]":
        """Oldest step first."""
        found: list[Trace] = []
        at: Trace | None = self
        while at is not None:
            found.append(at)
            at = at.parent
        return found[::-1]


class Origin(msgspec.Struct, frozen=True):
    """One place the content of a value came from.

    Attributes:
        kind: a word of `ORIGINS`.
        detail: what exactly, for messages: the API (`flask.request.files`), the parameter's or the variable's name.
        function: for "parameter": "module:qualname" of the function whose parameter it is.
        trace: how it came here.
    """

    kind: str
    detail: str
    function: str = ""
    trace: Trace | None = None


OWN_TEXT: Final = Origin("literal", "a text of constants")
"""The origin of a text that is made of constants, of which it is not known what it is: one that grows in a loop."""

_TEXTS: Final = frozenset({"str", "bytes"})


class Part(msgspec.Struct, frozen=True, gc=False):
    """One refinement of a set of rows: side `side` of the split at `site`.

    Sides of one site are disjoint, except that "a:b" slices are compared as intervals. A site of 0 is "some rows".
    """

    site: int
    side: str


class Rows(msgspec.Struct, frozen=True):
    """Some rows of one dataset: those of `root`, narrowed by each part of `path` in turn."""

    root: str
    path: tuple[Part, ...] = ()


# What statistics are called in messages, by how they were computed.
_LEARNED: Final = {
    "binning": "bin edges",
    "clustering": "clusters",
    "composite": "transformers",
    "encoding": "an encoding",
    "frequency": "value counts",
    "group-aggregate": "group statistics",
    "imputation": "a fill value",
    "row-aggregate": "group statistics",
    "projection": "a projection",
    "scaling": "scaling parameters",
    "selection": "a selection of features",
    "target-encoding": "a target encoding",
    "text": "a vocabulary",
}


class Statistic(msgspec.Struct, frozen=True):
    """A number or mapping computed over `rows` has gone into a value.

    Attributes:
        how: "scaling", "imputation", "encoding", "aggregate", "oversampling", …
        rows: the rows it was computed over.
        place: the call that computed it.
        target: whether the target went in.
        column: the one column that it was computed over, if that is known.
    """

    how: str
    rows: frozenset[Rows]
    place: Place
    target: bool = False
    column: str = ""

    @property
    def words(self) -> str:
        """What it is called in a message: "a fill value", "scaling parameters"."""
        return _LEARNED.get(self.how, "a statistic")


class Content(msgspec.Struct, frozen=True):
    """Columns of a table that a value is made of, row by row: each row of the value from the same row of the table.

    Attributes:
        kind: "column" (the one called `name`), "rest" (all but those in `minus`), "positions" (those from `low` up to
            `high`, counted after `minus` were taken away), "window" (rows of the one called `name` up to and with its
            own), "names" (of a list of names: `name` itself), or "other": something that is not known, or that comes
            from other rows.
        table: the columns of which table; "" for "names" and "other".
    """

    kind: str
    table: str = ""
    name: str = ""
    minus: frozenset[str] = frozenset()
    low: int = 0
    high: int | None = None


OTHER: Final = Content("other")


class Mark(msgspec.Struct, frozen=True):
    """Something about rows or columns that does not show in what they hold.

    Attributes:
        how: of a column, "ahead" (made from later rows), "lag" (made from earlier rows), "own" (made from earlier rows
            and its own) or "date" (points in time; of a frame, `detail` is the column); of data that holds its labels,
            "target" (it is also made of them); of rows, "ordered" (in time), "key" (several of them share a value of
            column `detail`, or were one row if that is empty), "by" (chosen by the value of `column`), "balanced"
            (chosen by their labels, or drawn from rows that share a value of `column`), "merged" (joined by a key that
            may repeat), "dropped" (those with gaps are gone) or "unique" (one for each value); of a column, "mapped"
            (looked up in a dict) or "coerced" (what is no number has become a gap).
        place: the call that shows it.
        detail: what of it: the method's name, the column's.
        column: the column whose values (of other rows) were taken, if that is known.
        rows: the rows that were chosen from, for "balanced".
    """

    how: str
    place: Place
    detail: str = ""
    column: str = ""
    rows: frozenset[Rows] = frozenset()


class Fit(msgspec.Struct, frozen=True):
    """One training of one estimator.

    Attributes:
        place: the call that trained it.
        estimator: qualified class, or "" if unknown.
        rows: rows it was trained on (of X, then of y if X has none).
        statistics, duplicates, marks: what had gone into X.
        how: the class's `how`.
        target: the columns that y is made of, if X is made of all of them too.
        foretold: those of the marks that look ahead at what y itself is made of.
        label: the name of the column that is y, if that is known.
        column: the one column that X is, if that is known.
    """

    place: Place
    estimator: str
    rows: frozenset[Rows]
    statistics: frozenset[Statistic] = frozenset()
    duplicates: frozenset[Statistic] = frozenset()
    how: str = ""
    marks: frozenset[Mark] = frozenset()
    target: frozenset[Content] = frozenset()
    foretold: frozenset[Mark] = frozenset()
    label: str = ""
    column: str = ""


class Prediction(msgspec.Struct, frozen=True):
    """A value holds what a model trained by `fit` said about `rows`; `asked` names what it was given, if it has a name.

    Held against that itself (a reconstruction), the answer says nothing of labels.
    """

    fit: Fit
    place: Place
    rows: frozenset[Rows]
    statistics: frozenset[Statistic] = frozenset()
    duplicates: frozenset[Statistic] = frozenset()
    marks: frozenset[Mark] = frozenset()
    asked: str = ""


class Scored(msgspec.Struct, frozen=True):
    """A value tells how well a model did on some rows, or was made from such a score.

    Attributes:
        place: where the judgement is made; the call that scores.
        asked: where the model met the rows.
        fit: the training that is judged.
        rows: the rows it is judged on.
        loops: the loops in progress, outermost first: the code makes several such scores.
    """

    place: Place
    asked: Place
    fit: Fit
    rows: frozenset[Rows]
    loops: tuple[Place, ...] = ()


class Applied(msgspec.Struct, frozen=True):
    """One step of data on its way to a model; see `lineage` and, for the meaning of each part, `model.preprocessing`.

    Attributes:
        kind: a word of `StepKind`, or "path" (a path that ends in `name`) or "load" (of a file).
        name: the qualified class or function, or the bare name of a method or operator.
        args: (parameter, canonical text) of what it was given.
        columns: the columns that it chooses or changes; None if it is all or not known.
        place: where it stands.
        artefact: the file it was loaded from.
        learns: whether it learns from the data that it changes.
        fitted: where the transformer was last fitted.
        where: where the arguments stand.
    """

    kind: str
    name: str
    args: tuple[tuple[str, str], ...] = ()
    columns: tuple[str, ...] | None = None
    place: Place = Place("", 0, 0)
    artefact: str = ""
    learns: bool = False
    fitted: Place | None = None
    where: tuple[tuple[str, Place], ...] = ()


class Literal(msgspec.Struct, frozen=True, gc=False):
    """A constant with its type, because `True == 1 == 1.0` in Python."""

    type: str
    value: str | bytes | int | float | bool | None


class Func(msgspec.Struct, frozen=True):
    """Something callable that is not just a name.

    A project function (`module` and `qualname`, `closure` names the environment it closes over), a method of a value
    (`receiver` set; `module` empty if the method is not project code, then `qualname` is the bare method name), or
    either with arguments already given (`functools.partial`).
    """

    module: str
    qualname: str
    receiver: "Value | None" = None
    closure: int = 0
    args: tuple["Value", ...] = ()
    keywords: tuple[tuple[str, "Value"], ...] = ()


class Value(msgspec.Struct, frozen=True):
    """What is known of one value; every field is a set of possibilities or of facts.

    Attributes:
        constants: the constants it may be; empty if not known to be constant.
        symbols: qualified names of modules, functions and classes it may be.
        types: qualified classes it may be an instance of.
        funcs: callables it may be.
        refs: heap objects it may be.
        elements: its items if it is a tuple.
        origins: where its content came from.
        checks: validators that have passed on every path: "parsed", "typed", "shaped", "bounded", "finite", …
        rows: the data rows it holds.
        statistics, duplicates, marks: what went into it.
        contents: the columns that it is surely made of, row by row; see `effects.contents`.
        predictions: the model outputs it holds.
        scores: the judgements of models that it tells of; of the answer of a comparison, those that were compared.
        unknown: why it is not fully known; "" if it is.
        spelling: how a text or path that is not constant is put together; see `spelling`.
        steps: what was done to it, where that is traced; see `lineage`.
    """

    constants: frozenset[Literal] = frozenset()
    symbols: frozenset[str] = frozenset()
    types: frozenset[str] = frozenset()
    funcs: frozenset[Func] = frozenset()
    refs: frozenset[int] = frozenset()
    elements: "tuple[Value, ...] | None" = None
    origins: frozenset[Origin] = frozenset()
    checks: frozenset[str] = frozenset()
    rows: frozenset[Rows] = frozenset()
    statistics: frozenset[Statistic] = frozenset()
    duplicates: frozenset[Statistic] = frozenset()
    predictions: frozenset[Prediction] = frozenset()
    marks: frozenset[Mark] = frozenset()
    contents: frozenset[Content] = frozenset()
    scores: frozenset[Scored] = frozenset()
    unknown: str = ""
    spelling: str = ""
    steps: tuple[Applied, ...] = ()

    @property
    def constant(self) -> Any:
        """The one constant it is, else `NOT_CONSTANT`."""
        if len(self.constants) == 1 and not self.unknown:
            (literal,) = self.constants
            return literal.value
        return NOT_CONSTANT

    @property
    def text(self) -> str | None:
        """The one string it is, else None."""
        found = self.constant
        return found if isinstance(found, str) else None

    @property
    def truth(self) -> bool | None:
        """Whether it is true in a boolean context; None if that depends or is not known."""
        if self.constants and not self.unknown:
            truths = {bool(literal.value) for literal in self.constants}
            return truths.pop() if len(truths) == 1 else None
        if self.elements is not None and not self.unknown:
            return bool(self.elements)
        if self.funcs and not (self.symbols or self.unknown or self.constants or self.origins):
            return True
        return None  # a symbol may be any variable of a library, such as a switch

    def may_be(self, *names: str) -> bool:
        """Whether it may be one of the modules, functions or classes called `names`."""
        return not self.symbols.isdisjoint(names)

    def worst(self, *kinds: str) -> tuple[Origin, ...]:
        """Its origins of the given kinds, most distrusted first, in an order that does not depend on hashing."""
        found = [origin for origin in self.origins if not kinds or origin.kind in kinds]
        return tuple(sorted(found, key=lambda o: (ORIGINS.index(o.kind), o.detail, o.function)))


class _NotConstant:
    """The answer when a value is not one constant."""

    def __repr__(self) -> str:
        return "NOT_CONSTANT"

    def __bool__(self) -> bool:
        return False


NOT_CONSTANT: Final = _NotConstant()
NOTHING: Final = Value()
EMPTY: Final[frozenset[Any]] = frozenset()


class Obj(msgspec.Struct, frozen=True):
    """The state of one heap object.

    Attributes:
        kind: "dict", "list", "set", "frame", "instance".
        type: qualified class.
        items: members by constant key: dict keys and list indices as `Literal`, attributes and columns as str.
            Replaced, never changed.
        rest: the join of all members under keys that are not known, or None if there are none.
        complete: whether `items` lists all keys (then a missing key is known to be missing).
        rows, statistics, duplicates, origins, checks, predictions, marks, contents, scores: facts about the whole; of a
            frame, `contents` are those of the columns that are not among `items`.
        fits: trainings it has gone through (estimators); the last is the one in force.
        how: what its class's fit learns.
        words: other states ("train", "eval", "opened-for-reading", …).
        steps: as in `Value`.
    """

    kind: str
    type: str = ""
    items: dict[Any, Value] = {}
    rest: Value | None = None
    complete: bool = False
    rows: frozenset[Rows] = frozenset()
    statistics: frozenset[Statistic] = frozenset()
    duplicates: frozenset[Statistic] = frozenset()
    origins: frozenset[Origin] = frozenset()
    checks: frozenset[str] = frozenset()
    predictions: frozenset[Prediction] = frozenset()
    marks: frozenset[Mark] = frozenset()
    contents: frozenset[Content] = frozenset()
    scores: frozenset[Scored] = frozenset()
    fits: tuple[Fit, ...] = ()
    how: str = ""
    words: frozenset[str] = frozenset()
    steps: tuple[Applied, ...] = ()


def literal(value: str | bytes | int | float | bool | None) -> Value:
    """A value that is this constant."""
    return Value(constants=frozenset((Literal(type(value).__name__, value),)))


def unknown(why: str) -> Value:
    """A value of which nothing is known, because of `why`."""
    return Value(unknown=why)


def join(left: Value, right: Value) -> Value:
    """The value that is `left` or `right`: possibilities and facts add up, checks must hold on both sides."""
    if left is right or left == right:
        return left
    if left is NOTHING:
        return right
    if right is NOTHING:
        return left
    constants, why = left.constants | right.constants, left.unknown or right.unknown
    open_ended = len(constants) > MAX_CONSTANTS or bool(left.constants) != bool(right.constants)
    if not why and open_ended and _is_own_text(left) and _is_own_text(right):
        return Value(types=_TEXTS & (left.types | right.types), origins=frozenset((OWN_TEXT,)))
    if not why and (bool(left.constants) != bool(right.constants)) and not (left.symbols or right.symbols):
        why = "depends on a branch"
    if not why and _is_something(left) != _is_something(right):
        why = "depends on a branch"  # one side is a value of which only the origins are known, such as some number
    if len(constants) > MAX_CONSTANTS:
        constants, why = EMPTY, why or "too many constants"
    elements = None
    if left.elements is not None and right.elements is not None and len(left.elements) == len(right.elements):
        elements = tuple(map(join, left.elements, right.elements))
    return Value(
        constants=constants,
        symbols=left.symbols | right.symbols,
        types=left.types | right.types,
        funcs=left.funcs | right.funcs,
        refs=left.refs | right.refs,
        elements=elements,
        origins=_origins(left, right),
        checks=_checks(left, right),
        rows=left.rows | right.rows,
        statistics=left.statistics | right.statistics,
        duplicates=left.duplicates | right.duplicates,
        predictions=left.predictions | right.predictions,
        marks=left.marks | right.marks,
        contents=left.contents if left.contents == right.contents else joint_contents(left, right),
        scores=left.scores | right.scores,
        unknown=why,
        spelling=left.spelling if left.spelling == right.spelling else "",
        steps=left.steps if left.steps == right.steps else joint_steps(left.steps, right.steps),
    )


def joint_steps(left: tuple[Applied, ...], right: tuple[Applied, ...]) -> tuple[Applied, ...]:
    """The steps of something that has taken one way or the other: those they share, then one that is not known."""
    shared = 0
    while shared < min(len(left), len(right)) and left[shared] == right[shared]:
        shared += 1
    rest = left[shared:] or right[shared:]
    if rest[0].kind in ("load", "path") and not shared:
        return left or right
    return (*left[:shared], Applied("unknown", "depends on a branch", place=rest[0].place))


def joint_contents(left: Value | Obj, right: Value | Obj) -> frozenset[Content]:
    """What both are surely made of; a side that is no data takes nothing away."""
    for one, other in ((left, right), (right, left)):
        if not one.contents:
            nothing = not (one.rows or (isinstance(one, Value) and one.unknown))
            return other.contents if nothing else frozenset({OTHER})
    both = left.contents | right.contents
    kept = {each for each in both if is_made_of(left.contents, each) and is_made_of(right.contents, each)}
    rests = [each for each in both - kept if each.kind == "rest"]
    for table in {each.table for each in rests}:
        ours, theirs = ([e for e in side.contents if e.kind == "rest" and e.table == table] for side in (left, right))
        kept |= {Content("rest", table, minus=a.minus | b.minus) for a in ours for b in theirs}
    return frozenset(kept) if both - kept <= set(rests) and kept else frozenset({*kept, OTHER})


def is_made_of(contents: frozenset[Content], part: Content) -> bool:
    """Whether something made of `contents` is surely made of `part`, among others."""
    if part in contents:
        return part != OTHER
    whole = [each for each in contents if each.kind in ("rest", "positions") and each.table == part.table]
    if part.kind == "column":
        return any(each.kind == "rest" and part.name not in each.minus for each in whole)
    if part.kind == "rest":
        return any(each.kind == "rest" and each.minus <= part.minus for each in whole)
    if part.kind == "positions":
        whole = [each for each in whole if each.minus == part.minus]
        return any(each.kind == "rest" or _holds(each, part) for each in whole)
    return False


def _holds(outer: Content, inner: Content) -> bool:
    """Whether the positions of `inner` are surely among those of `outer`: of unlike signs only the last one is."""
    if inner.low == -1 and inner.high is None:
        return outer.high is None
    if min(outer.low, inner.low, outer.high or 0, inner.high or 0) < 0:
        return False
    end = outer.high is None or (inner.high is not None and inner.high <= outer.high)
    return outer.low <= inner.low and end


def _origins(left: Value, right: Value) -> frozenset[Origin]:
    """The origins of both; of one that both have, the trace of the side that has passed fewer checks."""
    if len(right.checks) < len(left.checks):
        return right.origins | left.origins
    return left.origins | right.origins


def _is_own_text(value: Value) -> bool:
    """Whether it is a text that is made of constants of the program alone."""
    if value.constants:
        return not value.origins and not value.types and all(item.type in _TEXTS for item in value.constants)
    return OWN_TEXT in value.origins and len(value.origins) == 1 and not value.unknown


def _is_something(value: Value) -> bool:
    """Whether anything is known of what the value is."""
    known = value.constants or value.symbols or value.funcs or value.refs or value.types
    return bool(known) or value.elements is not None


def settled(checks: frozenset[str]) -> frozenset[str]:
    """`checks` in which bounds on both sides have become "finite": neither NaN nor an infinity is between them."""
    return checks - SIDES | {"finite"} if checks >= SIDES else checks


def _checks(left: Value, right: Value) -> frozenset[str]:
    """What has been checked on both sides; a side that came from nowhere needs no check."""
    if bool(left.origins) != bool(right.origins):
        return left.checks if left.origins else right.checks
    return left.checks & right.checks


def join_all(values: Iterable[Value]) -> Value:
    """The join of all values; `NOTHING` if there are none."""
    result = NOTHING
    for value in values:
        result = join(result, value)
    return result


def iterate(value: Value) -> Iterator[Value]:
    """The value and the tuple elements inside it, depth first."""
    yield value
    for element in value.elements or ():
        yield from iterate(element)
