"""What do the estimators inside a composed one learn or do?"""

from typing import Final

from analyzer.interpret.state import State
from analyzer.interpret.values import Value

MAX_DEPTH: Final = 6  # pipelines in pipelines beyond this are not looked into


def steps_of(state: State, value: Value, depth: int = 0) -> set[str]:
    """The words (`Obj.how`) of all estimators in `value`, except of models and of composed ones themselves."""
    found: set[str] = set()
    if depth > MAX_DEPTH:
        return found
    for element in value.elements or ():
        found |= steps_of(state, element, depth + 1)
    for obj in state.objects(value):
        if obj.kind == "instance" and obj.how not in ("", "composite", "model"):
            found.add(obj.how)
        for item in (*obj.items.values(), *((obj.rest,) if obj.rest is not None else ())):
            found |= steps_of(state, item, depth + 1)
    return found
