"""Is it chance that decides which row goes to which side of a split?"""

from typing import Final

from analyzer.interpret.invocation import Invocation
from analyzer.interpret.state import State
from analyzer.interpret.values import NOTHING, Value

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
    if call.api.effect == "sample":
        return True
    if call.api.effect == "random-split":
        return call.api.how != "parts"
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
