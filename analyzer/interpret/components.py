"""What do the components of a page promise about the values that they hand to a function?"""

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from analyzer.interpret import containers
from analyzer.interpret.values import Value
from analyzer.knowledge.lookup import class_row
from analyzer.knowledge.table import Api

if TYPE_CHECKING:
    from analyzer.interpret.machine import Interpreter

_CHOSEN: Final = "typed shaped bounded finite"
# Components by the names that stand for them (gradio documentation, "Interface": "number", "slider").
_NAMED: Final = {"number": "typed", "slider": _CHOSEN, "checkbox": _CHOSEN, "text": "typed", "textbox": "typed"}


def handler(m: "Interpreter", row: Api, inputs: Value | None) -> Api:
    """The handler with what its components promise of each parameter (option `each`), if it has any."""
    if inputs is None or "handler" not in row.roles:
        return row
    given = containers.listed(m, inputs) if not _is_one(m, inputs) else [inputs]
    if not given:
        return row
    return replace(row, options=(*row.options, ("each", "|".join(_promises(m, each) for each in given))))


def of_parameter(handler: Api, position: int) -> Api:
    """The handler as far as it speaks of the parameter at `position`."""
    each = handler.option("each").split("|") if handler.options else [""]
    if each == [""]:
        return handler
    return replace(handler, how=each[position] if position < len(each) else handler.how)


def _is_one(m: "Interpreter", value: Value) -> bool:
    return value.text is not None or any(obj.kind == "instance" for obj in m.state.objects(value))


def _promises(m: "Interpreter", component: Value) -> str:
    """The checks that a value of one component has passed (option `gives`; option `within` names its two bounds)."""
    if component.text is not None:
        return _NAMED.get(component.text.lower(), "")
    for obj in m.state.objects(component):
        row = class_row(obj.type)
        if row is None:
            continue
        bounds = row.option("within").split()
        if bounds and all(name in obj.items and obj.items[name].constant is not None for name in bounds):
            return _CHOSEN
        free = obj.items.get(row.option("unless"))
        return "typed" if free is not None and free.constant is not False else row.option("gives")
    return ""
