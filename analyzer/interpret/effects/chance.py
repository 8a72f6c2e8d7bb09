"""Is it chance that decides which row goes to which side of a split?"""

from typing import Final

from analyzer.interpret.effects.data import replace
from analyzer.interpret.effects.repeats import is_noise
from analyzer.interpret.effects.rowsets import number, signature
from analyzer.interpret.facts import Split
from analyzer.interpret.invocation import Invocation, Machine
from analyzer.interpret.state import State
from analyzer.interpret.values import NOTHING, Place, Rows, Value

GENERATOR: Final = ".Generator."
SHUFFLED: Final = "shuffled"  # check: in random order
_ALWAYS: Final = frozenset(
    {
        "ShuffleSplit",
        "StratifiedShuffleSplit",
        "GroupShuffleSplit",
        "RepeatedKFold",
        "RepeatedStratifiedKFold",
        "RepeatedStratifiedGroupKFold",
    }
)
_IF_ASKED: Final = frozenset({"KFold", "StratifiedKFold", "StratifiedGroupKFold"})


def splits(call: Invocation) -> bool:
    """Whether the split that `call` makes is surely one by chance."""
    if call.api.effect == "fold":
        return of_splitter(call.state, call.receiver or NOTHING)
    if call.api.effect == "random-split":
        return call.api.how != "parts"
    if call.api.effect == "sample":
        return True
    if call.api.effect != "split":
        return False  # the last rows that a training is given, say
    shuffled = call.arg("shuffle")
    return not call.open and (shuffled is None or shuffled.truth is True)


def of_splitter(state: State, splitter: Value) -> bool:
    """Whether the folds of `splitter` are surely made by chance."""
    objects = state.objects(splitter)
    return bool(objects) and all(
        (name := obj.type.rpartition(".")[2]) in _ALWAYS
        or (name in _IF_ASKED and (obj.items.get("shuffle") or obj.items.get("1") or NOTHING).truth is True)
        for obj in objects
    )


def crosses(call: Invocation) -> bool:
    """Whether a cross-validation or a search is surely made on folds by chance."""
    given = call.arg("cv")
    for obj in call.state.objects(call.receiver or NOTHING):
        given = given or obj.items.get("cv")
    return given is not None and of_splitter(call.state, given)


def shuffled(state: State, value: Value) -> Value:
    """`value`, whose rows are in random order now."""
    state.update(value, lambda obj: replace(obj, checks=obj.checks | {SHUFFLED}))
    return replace(value, checks=value.checks | {SHUFFLED})


def in_order(state: State, value: Value) -> None:
    """The rows of `value` have been sorted."""
    state.update(value, lambda obj: replace(obj, checks=obj.checks - {SHUFFLED}))


def is_shuffled(state: State, value: Value) -> bool:
    """Whether the rows of `value` are in random order."""
    return SHUFFLED in value.checks or any(SHUFFLED in obj.checks for obj in state.objects(value))


def masked(machine: Machine, rows: frozenset[Rows], mask: frozenset[Rows], place: Place) -> None:
    """Keep it as a split that some of `rows` are taken by numbers drawn at random, `df[np.random.rand(n) < 0.8]`.

    Where a generator of its own stands now is not followed: the same numbers may be drawn from two of them.
    """
    if not rows or not is_noise(mask) or any(GENERATOR in row.root for row in mask):
        return
    for site in sorted({row.path[-1].site for row in mask if row.path} - {0}):
        if all(known.site != site for known in machine.facts.splits):
            machine.facts.splits.append(Split(site, place, "a random mask", rows, random=True))


def sliced(machine: Machine, state: State, base: Value, rows: frozenset[Rows], place: Place) -> None:
    """Keep it as a split that a slice of `base` is taken, if its rows are in random order."""
    if not rows or not is_shuffled(state, base):
        return
    split = Split(number("slice", signature(rows)), place, "a slice of shuffled rows", rows, random=True)
    if all(known.site != split.site for known in machine.facts.splits):
        machine.facts.splits.append(split)
