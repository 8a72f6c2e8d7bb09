"""What did the interpreter see that a rule may ask about?"""

from collections.abc import Mapping

import msgspec

from analyzer.interpret.values import (
    EMPTY,
    Applied,
    Fit,
    Mark,
    Place,
    Prediction,
    Rows,
    Scored,
    Statistic,
    Trace,
    Value,
)
from analyzer.knowledge.table import Api


class Restriction(msgspec.Struct, frozen=True):
    """What a `find_class` of the project lets an unpickler build.

    Attributes:
        name: "Restricted.find_class".
        verdict: "listed" (nothing but what a fixed list names), "bypassable" or "undecided".
        why: the hole in words, behind the name: "lets every name of the listed modules through"; "" if there is none.
        place: the statement that decides.
    """

    name: str
    verdict: str
    why: str
    place: Place


class CallFact(msgspec.Struct, frozen=True):
    """One call of a known API, as seen in one abstract context.

    Attributes:
        api: the row of the tables.
        name: the qualified name that was called.
        place: the call expression; `target` the callee expression's own name (`load` in `torch.load(…)`).
        args: arguments by parameter name; extra ones as "0", "1", … or by keyword; defaults are not filled in.
        arg_places: where each argument's expression stands.
        receiver: the object a method was called on.
        open: why the arguments may be incomplete: "*args" or "**kwargs" that could not be expanded; "" if complete.
        result: what the call evaluates to.
        function: "module:qualname" of the function the call stands in ("module:" at module level).
        words: states of the receiver when it is called (`Obj.words`): "names-read", …
        handed_to: of an API with option `handed`: what its result is an argument of; see `uses.handed_to`.
        restriction: of a load: what the receiver's own `find_class` lets through; None if it has none.
        served: the framework's API by which the code that makes the call was entered with what came in from outside
            ("fastapi.FastAPI.post"); "" for code that no framework calls.
        blocks: whether an event loop waits for the call: a coroutine makes it, by itself or through plain functions.
        around: of an API with option `around`: what stands around the call in its function; see `around.around`.
    """

    api: Api
    name: str
    place: Place
    target: Place
    args: Mapping[str, Value]
    arg_places: Mapping[str, Place]
    receiver: Value | None
    open: str
    result: Value
    function: str
    words: frozenset[str] = EMPTY
    restriction: Restriction | None = None
    handed_to: frozenset[str] = EMPTY
    served: str = ""
    blocks: bool = False
    around: frozenset[str] = EMPTY

    @property
    def subject(self) -> Value | None:
        """The value that the row's effect and roles speak of; None if it was not given or not seen."""
        name = self.api.subject
        if name == "self" or (not name and self.receiver is not None):
            return self.receiver
        return self.args.get(name or (self.api.positional[0] if self.api.positional else "0"))


class Assignment(msgspec.Struct, frozen=True):
    """A name of a library, an entry of a library's object or a variable of the environment is given a value.

    Attributes:
        owner: what has the name: a module or class ("torch", "celery.app.utils.Settings"), "os.environ", or "" for a
            variable of a module of the project that a library reads.
        name: the name in it: "load", "accept_content", "TORCH_FORCE_NO_WEIGHTS_ONLY_LOAD".
        value: what it is from then on; the members of a list that is known are its `elements`.
        place: the target of the assignment, or the call that makes it.
        function: as in `CallFact`.
        calls: which known APIs the value calls when it is itself called with one argument.
    """

    owner: str
    name: str
    value: Value
    place: Place
    function: str
    calls: tuple[CallFact, ...] = ()

    @property
    def qualified(self) -> str:
        """Owner and name: "torch.load"."""
        return f"{self.owner}.{self.name}" if self.owner else self.name


class Comparison(msgspec.Struct, frozen=True):
    """A comparison (or membership test) with a NaN constant; `op` as in the IR, `spelling` names the NaN."""

    place: Place
    op: str
    spelling: str
    function: str


class Evaluation(msgspec.Struct, frozen=True):
    """One judgement of a model on some rows.

    Attributes:
        place: where the model met the rows: the `predict`, `score`, `evaluate` or `cross_val_score` call.
        metric: where the judgement is made; equal to `place` for `score` and the like.
        kind: "score", "metric", "cross-validation" or "search"; "prediction" if the model was only asked, and whether
            the answer is judged is not seen at this place (it may be, by a "metric" of the same place).
        fit: the training judged.
        rows, statistics, duplicates, marks: of the evaluated X.
        split: for "cross-validation" and "search": the folds come from the rows themselves.
        function: as in `CallFact`.
        chooses: of rows that a model is judged on while it is trained: by what their scores decide which state of it is
            kept, or when training ends ("`EarlyStopping`"); "" if they decide nothing.
        random: for "cross-validation" and "search": whether it is surely chance that decides who is in which fold.
    """

    place: Place
    metric: Place
    kind: str
    fit: Fit
    rows: frozenset[Rows]
    statistics: frozenset[Statistic] = EMPTY
    duplicates: frozenset[Statistic] = EMPTY
    function: str = ""
    marks: frozenset[Mark] = EMPTY
    chooses: str = ""
    random: bool = False

    @property
    def in_folds(self) -> bool:
        """Whether the rows are divided into folds, on each of which a model of its own is judged."""
        return self.kind in ("cross-validation", "search")


class Choice(msgspec.Struct, frozen=True):
    """The code decides by scores: which model, parameter or state is kept, which score is told.

    Attributes:
        place: the test of an `if`, or the call or subscript that gives the best.
        kind: "comparison" (`if score > best:`), "extreme" (`max`, `argmax`, the first when sorted), "threshold" (an
            output is cut or weighted by what scores say) or "search" (`best_score_`).
        scores: the scores it decides by.
        function: as in `CallFact`.
        loops: the loops in progress, outermost first.
        after: how many of `Facts.evaluations` were made before.
        picks: for "extreme": whether it gives which one is the best, not how good the best is.
    """

    place: Place
    kind: str
    scores: frozenset[Scored]
    function: str
    loops: tuple[Place, ...] = ()
    after: int = 0
    picks: bool = False


class Training(msgspec.Struct, frozen=True):
    """When a model learned.

    Attributes:
        loops: the loops in progress, outermost first.
        born: those in which the model was made.
        goes_on: whether a training of this kind starts from what the model has learned before.
    """

    loops: tuple[Place, ...]
    born: tuple[Place, ...]
    goes_on: bool


class Told(msgspec.Struct, frozen=True):
    """A score is shown: printed, logged, put into a text; `loops` are the loops in progress."""

    place: Place
    score: Scored
    loops: tuple[Place, ...] = ()


class Seed(msgspec.Struct, frozen=True):
    """A call in the loop `loop` is given another random seed each time."""

    place: Place
    loop: Place


class Stacked(msgspec.Struct, frozen=True):
    """A model learns from what another said: the prediction is in the features that `fit` got."""

    prediction: Prediction
    fit: Fit


class Split(msgspec.Struct, frozen=True):
    """One division of rows into disjoint sides.

    Attributes:
        site: the number in `Part.site`.
        place, name: the call that divides, and its qualified name.
        rows, statistics, duplicates, marks: of what is divided.
        random: whether it is surely chance that decides which row goes to which side.
        whole: whether rows that share a key may be kept together.
        unheard: whether groups are given to something that does not look at them.
    """

    site: int
    place: Place
    name: str
    rows: frozenset[Rows]
    statistics: frozenset[Statistic] = EMPTY
    duplicates: frozenset[Statistic] = EMPTY
    marks: frozenset[Mark] = EMPTY
    random: bool = False
    whole: bool = False
    unheard: bool = False


class ModelUse(msgspec.Struct, frozen=True):
    """A model is trained on data, or a loaded one is asked about data; see `lineage`.

    Attributes:
        purpose: "train" or "serve".
        place: the call.
        model, args: the class and parameters of the model, as in `Applied`.
        steps: what was done to the data before.
        artefact: the file that the model was loaded from.
        function, served: as in `CallFact`.
        unseen: whether the data comes in by a parameter, so that earlier steps may be missing.
    """

    purpose: str
    place: Place
    model: str
    args: tuple[tuple[str, str], ...]
    steps: tuple[Applied, ...]
    artefact: str
    function: str
    served: str
    unseen: bool


class Saved(msgspec.Struct, frozen=True):
    """Something is written to a file.

    Attributes:
        path: how the path is spelt, at least the name of the file; "" if not even that is known.
        place: the call.
        fits: the trainings that are in what is written, by their place; `texts` describes the objects that have them.
        api: the function that writes.
        function: as in `CallFact`.
        whole: whether it is known what is written.
        gated: whether a comparison decides if it is written; see `around.gated`.
        loops: the loops in progress.
    """

    path: str
    place: Place
    fits: frozenset[Place]
    texts: tuple[tuple[Place, str], ...]
    api: str
    function: str
    whole: bool
    gated: bool = False
    loops: tuple[Place, ...] = ()


class Assertion(msgspec.Struct, frozen=True):
    """One assertion of a test; see `interpret.trials`.

    Attributes:
        place: the `assert`, or the call or block that asserts.
        depends: whether it depends on what a model gave.
        weak: whether it only asks that this is there, of a type or of a size.
        same: how it holds whatever the model does: "constant", "value" (a value is compared with itself), "call" (two
            answers to the same question are compared); "" if it may fail.
        exact: whether a computed number must equal a fraction to the last bit.
        mocked: whether it only asks what the test has told a mock to answer.
    """

    place: Place
    depends: bool = False
    weak: bool = False
    same: str = ""
    exact: bool = False
    mocked: bool = False


class Trial(msgspec.Struct, frozen=True):
    """A test that trains or asks a model.

    Attributes:
        place: its `def` line up to the name.
        function: as in `CallFact`.
        calls: the calls of models that it makes, directly or through the project's code.
        assertions: what it asserts, in order.
        handed: whether what a model gave goes to code that may assert something itself.
        through: whether the project's code asks a model in its place: what comes of it may be in a file.
        network: whether only networks are asked, which nothing may have trained.
        seeded: whether it sets a seed.
    """

    place: Place
    function: str
    calls: tuple[CallFact, ...]
    assertions: tuple[Assertion, ...]
    handed: bool = False
    through: bool = False
    network: bool = False
    seeded: bool = False


class Caught(msgspec.Struct, frozen=True):
    """A handler that catches everything stands around code that may ask a model.

    Attributes:
        place: "except Exception".
        body: what is tried; `asked` are calls of models that were made meanwhile, elsewhere ones included.
        how: what takes the place of the answer: "constant", "nothing", "skipped", "assigned" or "ignored"; "" if the
            exception is raised on, or the handler tells of it; see `catching`.
        doubtful: whether code further on may tell that there is no answer.
        logged: whether the handler writes a log.
        shown: the expressions that put the text of the exception into what a client gets.
        function, served: as in `CallFact`.
    """

    place: Place
    body: Place
    asked: frozenset[Place]
    how: str
    doubtful: bool
    logged: bool
    shown: tuple[Place, ...]
    function: str
    served: str


class Declared(msgspec.Struct, frozen=True):
    """A field of a validating class that lets NaN through (`Mark.how` "nan-field", `Mark.place` its declaration).

    Attributes:
        name: "Features.age".
        annotation: where its annotation stands; `plain` if that is a name alone.
        call: the call that it is declared with (`Field(...)`), if there is one.
    """

    name: str
    annotation: Place
    plain: bool = False
    call: Place | None = None


class Event(msgspec.Struct, frozen=True):
    """Something that code does at a place and that is no matter of one call of a table's function alone.

    Attributes:
        kind: "backward", "step", "clear" (gradients go back, are followed, are cleared), "ignored" (a result that is
            all that a call does is not used), "misspelt" (an attribute that nothing reads), "chained" (what is assigned
            to is a copy); see `interpret.happenings`.
        place: the expression or statement that does it.
        name: what it is called there: a qualified name, or an attribute.
        function: as in `CallFact`.
        loops: the loops in progress, outermost first, those of callers included.
        value: what it is done to; None if it has no value of its own.
        next: the start of the statement that follows in the same body; -1 if it is the last one.
    """

    kind: str
    place: Place
    name: str
    function: str
    loops: tuple[Place, ...] = ()
    value: Value | None = None
    next: int = -1


class Asked(msgspec.Struct, frozen=True):
    """A network of PyTorch is asked about something.

    Attributes:
        place: the call.
        network: its class.
        function, loops: as in `Event`.
        judging: whether it may have been switched to evaluation.
        frozen: whether no gradients are kept.
        differs: the class of a layer of it that is one thing in training and another in evaluation; "" if none is seen.
        loaded: whether it was given weights that were stored.
        trained: whether it has been trained before, in this program.
        handed: whether code that is not read has got hold of it.
        inside: whether a method of a network asks it.
    """

    place: Place
    network: str
    function: str
    loops: tuple[Place, ...]
    judging: bool
    frozen: bool
    differs: str
    loaded: bool
    trained: bool
    handed: bool
    inside: bool


class RoundTrip(msgspec.Struct, frozen=True):
    """A table is read from a file that the project writes, and is another one then.

    Attributes:
        place: the call that writes it.
        how: "index" (the index of the table has become a column) or "sep" (other separators are used).
    """

    place: Place
    how: str


class Mismatch(msgspec.Struct, frozen=True):
    """A loss is given something else than it is made for.

    Attributes:
        place: the call of the loss, or the one that gives it to the model (`compile`).
        loss: its qualified name.
        given: what it gets: "softmax", "log-softmax", "sigmoid", "log-sigmoid" or "logits" (no activation).
        function: as in `CallFact`.
    """

    place: Place
    loss: str
    given: str
    function: str


class Facts(msgspec.Struct):
    """All that was recorded while one module was interpreted, in order of execution."""

    calls: list[CallFact] = []
    assignments: list[Assignment] = []
    comparisons: list[Comparison] = []
    evaluations: list[Evaluation] = []
    fits: list[Fit] = []
    splits: list[Split] = []
    choices: list[Choice] = []
    told: list[Told] = []
    averaged: set[tuple[Place, Place]] = set()  # (score, loop) if a mean is taken over the passes of the loop
    trainings: dict[Fit, Training] = {}
    fed: dict[Place, set[Place]] = {}  # per call that asks a model, the loops in which the data is made anew
    asked_in: dict[Place, set[Place]] = {}  # per call that asks a model, the loops in which it does
    handed_on: set[tuple[str, Place]] = set()  # ("best_params_", search): what of which search is taken out
    repeated: set[Scored] = set()  # scores that are made in loops
    informed: set[tuple[Place, Place]] = set()  # (search, training): of a model that has parameters from the search
    measures: dict[Place, set[str]] = {}  # which metrics are computed at a place that is no more than one call
    seeds: list[Seed] = []
    stacked: list[Stacked] = []
    supervised: set[Place] = set()  # trainings, by their place, that were given labels
    called: dict[Place, list[Trace]] = {}  # how the calls that data passes were reached, if not from a module's body
    entered: set[str] = set()  # "module:qualname" of project functions that project code called
    trials: list[Trial] = []
    model_uses: list[ModelUse] = []
    saved: list[Saved] = []
    learned: dict[Place, tuple[Applied, tuple[Applied, ...]]] = {}  # transformers that are fitted, and the data's steps
    escaped: set[Place] = set()  # trainings of objects that code which is not seen has got hold of, by their place
    decisions: dict[Place, dict[Place, Applied]] = {}  # what answers are compared with, by training or question
    events: list[Event] = []
    looks: dict[str, set[str]] = {}  # per root of rows, what the code looks for in them; see `interpret.looks`
    target_marks: dict[Place, frozenset[Mark]] = {}  # per training, by its place, the marks of its labels
    unseeded: bool = False  # whether the module is a program, and neither it nor what it imports names a seed
    explores: bool = False  # whether the module shows values at its top level, as a notebook does
    written: set[int] = set()  # numbers of heap objects that were written to files, alone or inside of others
    round_trips: dict[Place, RoundTrip] = {}  # tables that are read from files which the project writes
    labels: dict[Place, str] = {}  # calls by which a classifier gives labels, not scores, and its class
    asked: list[Asked] = []
    answered: set[Place] = set()  # calls that ask a network, of which the answer has trained one
    mismatches: list[Mismatch] = []
    caught: list[Caught] = []
    declared: dict[Place, Declared] = {}  # fields that let NaN through, by the place of the declaration
    exhausted: str = ""  # why the interpretation stopped early, "" if it did not
