"""By which scores does the code choose, where does it choose, and which scores does it tell?

A score is the answer of a metric, of `score`, of an evaluation (`values.Scored`). It stays one through arithmetic, in
containers and in frames. A comparison of two scores of one kind answers which is better: that answer is a truth value
that carries both, so that an `if` that asks for it can be told from others.
"""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from analyzer.interpret.facts import Choice, Evaluation, Seed, Told, Training
from analyzer.interpret.rows import overlaps
from analyzer.interpret.values import COUNTED, EMPTY, Fit, Place, Prediction, Scored, Value
from analyzer.syntax import ir

if TYPE_CHECKING:
    from analyzer.interpret.invocation import Machine
    from analyzer.interpret.state import State

ORDERED: Final = "in order"  # the word of a list or frame of scores that has been sorted
MAX_TOLD: Final = 400  # tellings kept per module
_SEEDS: Final = ("random_state", "seed", "random_seed", "seed_value")
_SETS_SEED: Final = frozenset(
    {
        "numpy.random.seed",
        "random.seed",
        "torch.manual_seed",
        "tensorflow.random.set_seed",
        "keras.utils.set_random_seed",
        "tensorflow.set_random_seed",
    }
)
_BOOLEAN: Final = frozenset({"bool"})
_TELLS: Final = frozenset({"print", "display", "info", "debug", "warning", "error", "write", "append", "log"})


# --- scores -----------------------------------------------------------------------------------------------------------


def of_all(state: "State", values: Iterable[Value]) -> frozenset[Scored]:
    """The scores that any of `values` tells of."""
    found: frozenset[Scored] = EMPTY
    for value in values:
        if value.scores or value.refs or value.elements is not None:
            found |= state.scores(value)
    return found


def note_training(machine: "Machine", estimator: Value, fit: Fit, *, goes_on: bool) -> None:
    """Remember in which loops `fit` was made, and in which its model was; see `Training`."""
    born = {machine.born.get(ref, ()) for ref in estimator.refs}
    # Of several models that it may be, the one made in the fewest loops: what all of them share.
    machine.facts.trainings[fit] = Training(tuple(machine.loops), min(born, key=len, default=()), goes_on)


def note_input(machine: "Machine", data: Value, place: Place) -> None:
    """Remember in which loops a model is asked at `place`, and in which of them the data is made that it is given."""
    machine.facts.asked_in.setdefault(place, set()).update(machine.loops)
    born = (loop for ref in data.refs for loop in machine.born.get(ref, ()))
    # Of data without an identity it is not known whether it is the same each time.
    fresh = {loop for loop in born if loop in machine.loops} if data.refs else set(machine.loops)
    if fresh:
        machine.facts.fed.setdefault(place, set()).update(fresh)


def scored(machine: "Machine", evaluations: Iterable[Evaluation]) -> frozenset[Scored]:
    """What a value tells that is the outcome of `evaluations`, made at this point of the program."""
    loops = tuple(machine.loops)
    found = frozenset(Scored(each.metric, each.place, each.fit, each.rows, loops) for each in evaluations)
    if loops:
        machine.facts.repeated |= found
    return found


def of_search(machine: "Machine", fits: Iterable[Fit], place: Place) -> frozenset[Scored]:
    """What `best_score_`, read at `place`, tells of the searches `fits`: a choice by the folds of their rows."""
    found = frozenset(Scored(fit.place, fit.place, fit, fit.rows) for fit in fits)
    choose(machine, found, place, "search")
    return found


# --- choices ----------------------------------------------------------------------------------------------------------


def weighed(state: "State", left: Value, right: Value) -> frozenset[Scored]:
    """The scores of both sides of a comparison, if one side can be better than the other at the same task."""
    ours = left.scores or (state.scores(left) if left.refs else EMPTY)
    theirs = right.scores or (state.scores(right) if right.refs else EMPTY) if ours else EMPTY
    alike = any(
        overlaps(a.rows, b.rows) and (a.fit != b.fit or (a.place == b.place and bool(a.loops)))
        for a in ours
        for b in theirs
    )
    return ours | theirs if alike else EMPTY


def choose(machine: "Machine", scores: frozenset[Scored], place: Place, kind: str, *, picks: bool = False) -> None:
    """Record that the code decides by `scores` at `place`; see `Choice`."""
    if not scores:
        return
    facts = machine.facts
    for index, each in enumerate(facts.choices):
        if each.place == place and each.kind == kind:
            joined = each.scores | scores
            if joined != each.scores:
                facts.choices[index] = replace(each, scores=joined)
            return
    loops = tuple(machine.loops)
    facts.choices.append(Choice(place, kind, scores, machine.where(), loops, len(facts.evaluations), picks))


def cut_by(scores: frozenset[Scored], said: frozenset[Prediction]) -> frozenset[Scored]:
    """Those of `scores` that were made of the same rows as the answers `said`, which now carry them."""
    return frozenset(each for each in scores if any(overlaps(each.rows, answer.rows) for answer in said))


def put_in_order(machine: "Machine", state: "State", value: Value) -> None:
    """Remember that what `value` holds has been sorted, if it holds scores: its first or last member is the best."""
    if value.refs and state.scores(value):
        machine.sorted_scores = True
        state.update(value, lambda obj: replace(obj, words=obj.words | {ORDERED}))


def keep_order(state: "State", value: Value, result: Value) -> None:
    """Remember that `result`, the same rows with other labels, is in the order of `value`."""
    if any(ORDERED in obj.words for obj in state.objects(value)):
        state.update(result, lambda obj: replace(obj, words=obj.words | {ORDERED}))


def pick_first(machine: "Machine", state: "State", base: Value, index: Value, place: Place) -> None:
    """Record the choice that taking the first or the last of sorted scores is."""
    if not any(ORDERED in obj.words for obj in state.objects(base)):
        return
    at = index.elements[0] if index.elements and "slice" not in index.types else index
    if at.constant in (0, -1):
        choose(machine, state.scores(base), place, "extreme")


def branched(machine: "Machine", test: Value, node: ir.If, place: Place) -> None:
    """Record what an `if` decides that asks which score is better; one that only says so decides nothing."""
    if test.scores and test.types <= _BOOLEAN and any(_keeps(statement) for statement in (*node.body, *node.orelse)):
        choose(machine, test.scores, place, "comparison")


def _keeps(statement: ir.Stmt) -> bool:
    """Whether a statement does more than to tell something."""
    match statement:
        case ir.ExprStmt(value=ir.Call(func=func)):
            name = func.name if isinstance(func, ir.Attribute) else func.id if isinstance(func, ir.Name) else ""
            return name not in _TELLS
        case ir.ExprStmt() | ir.Flow(kind="pass") | ir.Flow(kind="continue"):
            return False
        case ir.If():
            return any(_keeps(each) for each in (*statement.body, *statement.orelse))
    return True


# --- telling, averages, seeds -----------------------------------------------------------------------------------------


def tell(machine: "Machine", scores: frozenset[Scored], place: Place) -> None:
    """Record that `scores` are shown at `place`."""
    told = machine.facts.told
    if not scores or len(told) >= MAX_TOLD:
        return
    loops = tuple(machine.loops)
    for score in scores:
        fact = Told(place, score, loops)
        if fact not in told:
            told.append(fact)


def average(machine: "Machine", scores: frozenset[Scored]) -> None:
    """Record that the code takes the mean or the spread of the scores that loops have made."""
    done = ((score.place, loop) for score in scores for loop in score.loops if loop not in machine.loops)
    machine.facts.averaged.update(done)


def seeded(machine: "Machine", name: str, args: dict[str, Value], place: Place) -> None:
    """Record a call that gets another seed in each pass of the innermost loop: one that is not constant in it."""
    if not machine.loops:
        return
    seed = next((args[each] for each in _SEEDS if each in args), None)
    if seed is None and name in _SETS_SEED and args:
        seed = next(iter(args.values()))
    if seed is None or (seed.origins and COUNTED not in seed.checks) or seed.refs or seed.symbols:
        return
    fact = Seed(place, machine.loops[-1])
    if len(seed.constants) == 1 and machine.seeds.setdefault(fact, seed.constants) == seed.constants:
        return
    if fact not in machine.facts.seeds and (seed.constants or seed.types):
        machine.facts.seeds.append(fact)
