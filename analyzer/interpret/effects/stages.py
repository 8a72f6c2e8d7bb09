"""What does a pipeline of Spark learn: a model, or only transformers that something else will use?"""

from msgspec.structs import replace

from analyzer.interpret.effects import estimators
from analyzer.interpret.effects.composed import steps_of
from analyzer.interpret.invocation import Invocation
from analyzer.interpret.state import State
from analyzer.interpret.values import NOTHING, Value

MAX_DEPTH = 6  # pipelines in pipelines beyond this are not looked into


def holds_model(state: State, value: Value, depth: int = 0) -> bool:
    """Whether one of the stages is a model; of stages that are not known, one may be."""
    if depth > MAX_DEPTH:
        return True
    for obj in state.objects(value):
        inside = (*obj.items.values(), *((obj.rest,) if obj.rest is not None else ()))
        if obj.kind == "instance" and depth and (obj.how == "model" and "stages" not in obj.items):
            return True
        if any(holds_model(state, item, depth + 1) for item in inside if item.refs or item.elements is not None):
            return True
        if obj.kind == "list" and (obj.rest is not None or any(item.unknown for item in obj.items.values())):
            return True
    return any(holds_model(state, item, depth + 1) for item in value.elements or ())


def fit(call: Invocation) -> Value:
    """All stages learn, one after the other."""
    if not _only_transforms(call):
        return estimators.fit(call)
    return estimators.fit_statistic(call)


def transform(call: Invocation) -> Value:
    """The stages are applied; what a model among them says is a prediction."""
    return estimators.transform(call) if _only_transforms(call) else estimators.predict(call)


def _only_transforms(call: Invocation) -> bool:
    """Whether the receiver holds nothing but transformers, whose heaviest word it then learns by."""
    receiver = call.receiver or NOTHING
    steps = steps_of(call.state, receiver)
    if not steps or holds_model(call.state, receiver):
        return False
    word = next((each for each in estimators.WEIGHT if each in steps), "composite")
    call.api = replace(call.api, how=word)
    return True
