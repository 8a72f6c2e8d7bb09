"""What do the objects learn and judge that run a training loop for somebody: trainers of transformers and Lightning?

A trainer is given its model and its rows when it is made ("held") or when it trains ("loaders"; these may come from a
data module, whose methods are then asked for them). The training is remembered in the model and in the trainer, which
judges the model later without being given it again.
"""

from collections.abc import Iterator
from typing import Final

from msgspec.structs import replace

from analyzer.interpret.choosing import note_training
from analyzer.interpret.effects.data import members, rooted, type_of
from analyzer.interpret.effects.estimators import remember
from analyzer.interpret.effects.metrics import evaluate_on, last_fits
from analyzer.interpret.effects.networks import hand_out
from analyzer.interpret.effects.selectors import by_validation
from analyzer.interpret.invocation import Invocation
from analyzer.interpret.values import NOTHING, Fit, Func, Scored, Value, unknown

MODEL, MODULE = "model", "datamodule"
_SIDES: Final = {"fit": "train_dataloader", "validate": "val_dataloader", "test": "test_dataloader"}
_READY: Final = "set up"  # the word of a data module that has prepared its rows
_KEPT: Final = frozenset({"load_best_model_at_end"})


def train(call: Invocation) -> Value:
    """The trainer trains its model, and judges it on validation rows meanwhile."""
    model = _given(call, MODEL)
    by_loaders = call.api.how == "loaders"
    data = _rows_of(call, "train_dataloaders", "train_dataloader") if by_loaders else _given(call, "train_dataset")
    validation = _rows_of(call, "val_dataloaders", "val_dataloader") if by_loaders else _given(call, "eval_dataset")
    rows = rooted(call.machine, call.state, data, call.place)
    fit = Fit(
        place=call.place,
        estimator=type_of(call.state, model),
        rows=rows,
        statistics=call.state.statistics(data),
        duplicates=call.state.duplicates(data),
        marks=call.state.marks(data),
        how="model",
    )
    if fit not in call.machine.facts.fits:
        call.machine.facts.fits.append(fit)
    for each in (model, call.receiver or NOTHING):
        note_training(call.machine, each, fit, goes_on=True)
        remember(call.state, each, fit)
    hand_out(call.machine, call.state, (model, call.receiver or NOTHING))
    _keep(call, model)
    scores: frozenset[Scored] = frozenset()
    chooser = by_validation(call, call.receiver or NOTHING) or _kept_best(call)
    for index, judged in enumerate(_sets(call, validation)):
        scores |= evaluate_on(call, [fit], judged, f" validation {index}", chooser)
    return Value(scores=scores)


def judge(call: Invocation) -> Value:
    """The trainer judges its model, on the rows that it is given or on those of the data module."""
    side = _SIDES.get(call.api.name.rpartition(".")[2], "test_dataloader")
    model = call.arg(MODEL) or NOTHING
    fits = last_fits(call, model) or last_fits(call, call.receiver or NOTHING)
    data = _rows_of(call, "dataloaders", side)
    hand_out(call.machine, call.state, (model,))
    return Value(scores=evaluate_on(call, fits, data))


def _given(call: Invocation, name: str) -> Value:
    """An argument, or what the trainer was given under that name when it was made."""
    if (value := call.arg(name)) is not None and not _is_none(value):
        return value
    held = [obj.items[name] for obj in call.state.objects(call.receiver or NOTHING) if name in obj.items]
    return held[0] if held else NOTHING


def _is_none(value: Value) -> bool:
    return bool(value.constants) and value.constant is None


def _rows_of(call: Invocation, name: str, method: str) -> Value:
    """Loaders that are given, or what `method` of the data module (or of the model itself) gives."""
    given = call.arg(name)
    module = _given(call, MODULE)
    if given is not None and not _is_none(given):
        if call.state.rows(given):
            return given
        module = given  # a data module can be given in place of loaders
    for owner in (module, _given(call, MODEL)):
        if any(obj.kind == "instance" for obj in call.state.objects(owner)):
            _set_up(call, owner)
            found = _ask(call, owner, method, ())
            if call.state.rows(found):
                return found
    return given if given is not None else NOTHING


def _set_up(call: Invocation, owner: Value) -> None:
    """A data module prepares its rows, once for all stages: what it splits anew for each is not told apart."""
    if any(_READY in obj.words for obj in call.state.objects(owner)):
        return
    _ask(call, owner, "setup", (unknown("which stage it is"),))
    call.state.update(owner, lambda obj: replace(obj, words=obj.words | {_READY}))


def _ask(call: Invocation, owner: Value, method: str, args: tuple[Value, ...]) -> Value:
    target = Value(funcs=frozenset({Func("", method, receiver=owner)}))
    return call.machine.call(target, args, {}, call.place)


def _keep(call: Invocation, model: Value) -> None:
    """The trainer knows from now on which model and which data module it works with."""
    kept = {MODEL: model, MODULE: _given(call, MODULE)}
    found = {name: value for name, value in kept.items() if value != NOTHING}
    if call.receiver is not None and found:
        call.state.update(call.receiver, lambda obj: replace(obj, items={**obj.items, **found}))


def _kept_best(call: Invocation) -> str:
    """The setting by which the best state of the model is loaded in the end."""
    for obj in call.state.objects(_given(call, "args")):
        for name in _KEPT & {key for key in obj.items if isinstance(key, str)}:
            if obj.items[name].truth is True:
                return f"`{name}`"
    return ""


def _sets(call: Invocation, validation: Value) -> Iterator[Value]:
    """The validation sets: one, or several by name."""
    if validation == NOTHING or _is_none(validation):
        return
    held = call.state.obj(validation)
    several = held is not None and held.kind in ("list", "dict")
    yield from members(call.state, validation) if several else (validation,)
