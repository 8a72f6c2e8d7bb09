"""What decides, by the scores on validation rows, when a training ends or which state of the model is kept?

Classes of the tables say it with option `chooses`, the constructor argument that names what is watched and its default
("monitor=val_loss"; "*" if it always watches validation rows), and `only_if`, an argument without which nothing is
chosen. Estimators and functions that train with validation rows have arguments that switch it on.
"""

from typing import Final

from analyzer.interpret.effects.data import members
from analyzer.interpret.invocation import Invocation
from analyzer.interpret.spelling import spelling
from analyzer.interpret.values import NOTHING, Obj, Value
from analyzer.knowledge import lookup as tables
from analyzer.knowledge.table import Api, Class

_ROUNDS: Final = ("early_stopping_rounds", "early_stopping_round", "n_iter_no_change", "od_wait")
_CALLBACKS: Final = ("callbacks", "callback")


def by_validation(call: Invocation, estimator: Value) -> str:
    """What chooses in a training by its validation rows, in words for a message; "" if nothing that is known does."""
    found = [name for each in _CALLBACKS for name in _callbacks(call, call.arg(each))]
    kind = min(estimator.types, default="")
    settings = [dict(call.args), *(obj.items for obj in call.state.objects(estimator))]
    given = call.state.obj(call.arg("params") or NOTHING)
    if given is not None:
        settings.append({getattr(key, "value", key): value for key, value in given.items.items()})
    for held in settings:
        found += [f"`{name}`" for name in _ROUNDS if _is_on(held.get(name))]
        found += [name for each in _CALLBACKS for name in _callbacks(call, held.get(each))]
    if kind.startswith("catboost.") and not any(_is_off(held.get("use_best_model")) for held in settings):
        found.append("`use_best_model`, which is on if there are validation rows,")
    if kind.startswith("pytorch_tabnet.") and not _is_off(call.arg("patience")):
        found.append("`patience`")
    return " and ".join(dict.fromkeys(found))


def checkpoints(call: Invocation) -> list[str]:
    """The spellings of the paths to which callbacks of a training write the model."""
    given = call.arg("callbacks")
    parts = (members(call.state, given) or [given]) if given is not None else []
    held = [obj.items.get("filepath", NOTHING) for part in parts for obj in call.state.objects(part)]
    return [spelt for path in held if (spelt := spelling(path))]


def decisive(call: Invocation, estimator: Value, count: int) -> range:
    """Which of `count` validation sets decide: XGBoost looks at the last one only (`xgboost/callback.py`)."""
    kind = min(estimator.types, default=call.api.name)
    return range(count - 1, count) if kind.startswith("xgboost.") else range(count)


def _is_on(value: Value | None) -> bool:
    return value is not None and value.truth is not False


def _is_off(value: Value | None) -> bool:
    return value is not None and value.truth is False


def _callbacks(call: Invocation, given: Value | None) -> list[str]:
    """The names of those of the callbacks `given` that choose by validation rows."""
    if given is None:
        return []
    parts = members(call.state, given) or [given]
    return [name for part in parts for obj in call.state.objects(part) if (name := _chooser(obj))]


def _chooser(obj: Obj) -> str:
    row = tables.lookup(obj.type)
    watched = row.option("chooses") if isinstance(row, Api | Class) else ""
    if not watched or row is None:
        return ""
    needed = row.option("only_if")
    if needed and not (needed in obj.items and obj.items[needed].truth is True):
        return ""
    argument, _, default = watched.partition("=")
    value = obj.items.get(argument)
    name = (value.text if value is not None else default) or ""
    if watched != "*" and (not name or "train" in name or (default.startswith("val_") and not name.startswith("val_"))):
        return ""
    return f"`{obj.type.rpartition('.')[2]}`"
