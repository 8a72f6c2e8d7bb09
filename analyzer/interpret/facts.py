"""What did the interpreter see that a rule may ask about?"""

from collections.abc import Mapping

import msgspec

from analyzer.interpret.values import EMPTY, Fit, Place, Rows, Statistic, Value
from analyzer.knowledge.table import Api


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

    @property
    def subject(self) -> Value | None:
        """The value that the row's effect and roles speak of; None if it was not given or not seen."""
        name = self.api.subject
        if name == "self" or (not name and self.receiver is not None):
            return self.receiver
        return self.args.get(name or (self.api.positional[0] if self.api.positional else "0"))


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
        rows, statistics, duplicates: of the evaluated X.
        split: for "cross-validation" and "search": the folds come from the rows themselves.
        function: as in `CallFact`.
    """

    place: Place
    metric: Place
    kind: str
    fit: Fit
    rows: frozenset[Rows]
    statistics: frozenset[Statistic] = EMPTY
    duplicates: frozenset[Statistic] = EMPTY
    function: str = ""


class Split(msgspec.Struct, frozen=True):
    """One division of rows into disjoint sides; `site` is the number in `Part.site`."""

    site: int
    place: Place
    name: str
    rows: frozenset[Rows]
    statistics: frozenset[Statistic] = EMPTY
    duplicates: frozenset[Statistic] = EMPTY


class Facts(msgspec.Struct):
    """All that was recorded while one module was interpreted, in order of execution."""

    calls: list[CallFact] = []
    comparisons: list[Comparison] = []
    evaluations: list[Evaluation] = []
    fits: list[Fit] = []
    splits: list[Split] = []
    entered: set[str] = set()  # "module:qualname" of project functions that project code called
    exhausted: str = ""  # why the interpretation stopped early, "" if it did not
