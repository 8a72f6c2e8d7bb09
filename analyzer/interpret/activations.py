"""What do the answers of a network stand for: probabilities, their logarithms, or the sums of its last layer?

They carry it in their type, which operations that leave the numbers alone keep. What a network of the project gives is
found by running its `forward` once.
"""

from typing import TYPE_CHECKING, Final

from msgspec.structs import replace

from analyzer.interpret.facts import Mismatch
from analyzer.interpret.instances import unrecorded
from analyzer.interpret.values import Func, Obj, Place, Value
from analyzer.syntax import ir

if TYPE_CHECKING:
    from analyzer.interpret.arguments import Arguments
    from analyzer.interpret.machine import Interpreter

ASKED_FOR: Final = "loss"  # the role without which nobody asks
OUTPUTS: Final = {
    "softmax": "torch.SoftmaxOutput",
    "log-softmax": "torch.LogSoftmaxOutput",
    "sigmoid": "torch.SigmoidOutput",
    "log-sigmoid": "torch.LogSigmoidOutput",
    "logits": "torch.LinearOutput",
}
GIVEN: Final = {kind: how for how, kind in OUTPUTS.items()}
STEPS: Final = 250  # steps that finding out what one network gives may take
_SAME: Final = "the same"


def answer(m: "Interpreter", network: Value, class_name: str, args: "Arguments", result: Value, place: Place) -> Value:
    """`result` of asking `network`, with the type that tells what it stands for, if that is known."""
    if len(network.refs) != 1:
        return result
    how = gives(m, network, class_name, args, place)
    if how == _SAME and args.positional and (given := kind_of(m, args.positional[0])):
        how = given
    return replace(result, types=frozenset({OUTPUTS[how]})) if how in OUTPUTS else result


def kind_of(m: "Interpreter", value: Value) -> str:
    """What `value` surely stands for: a word of `OUTPUTS`, or ""."""
    if value.unknown or len(value.types) != 1:
        return ""
    (name,) = value.types
    kinds = {obj.type for obj in m.state.objects(value)}
    return GIVEN.get(name, "") if kinds <= {name} else ""


def gives(m: "Interpreter", network: Value, class_name: str, args: "Arguments", place: Place) -> str:
    """What the answers of a network stand for: a word of `OUTPUTS`, "the same" as what it is given, or ""."""
    (ref,) = network.refs
    obj = m.state.heap.get(ref)
    row = m.class_row(class_name)
    if obj is None or row is None:
        return ""
    if row.name == class_name:
        return row.option("gives") or _last(m, obj)
    known = m.gives.get(ref)
    if known is None:
        m.gives[ref] = ""  # while it is being found out
        known = m.gives[ref] = _forward(m, network, class_name, args, place)
    return known


def _last(m: "Interpreter", obj: Obj) -> str:
    """What the last layer of a `Sequential` gives."""
    if obj.type != "torch.nn.Sequential":
        return ""
    layers = [obj.items[key] for key in sorted(obj.items, key=lambda key: int(key) if str(key).isdigit() else -1)]
    for layer in reversed(layers):
        inner = m.state.obj(layer)
        row = m.class_row(inner.type) if inner is not None and len(layer.refs) == 1 else None
        if inner is None or row is None or row.name != inner.type:
            return ""
        found = row.option("gives") or _last(m, inner)
        if found != _SAME:
            return found
    return ""


def _forward(m: "Interpreter", network: Value, class_name: str, args: "Arguments", place: Place) -> str:
    """What `forward` of a class of the project returns."""
    from analyzer.interpret.arguments import Arguments
    from analyzer.interpret.machine import BudgetExhausted
    from analyzer.interpret.summaries import RESERVE, enter, is_running

    method = m.project.method(class_name, "forward")
    if method is None or not isinstance(method.node, ir.Function):
        return ""
    func, allowed = Func(method.module, method.qualname, network), RESERVE + STEPS
    if m.steps_left < 2 * allowed or is_running(m, func):
        return ""
    m.code.setdefault((method.module, method.qualname), method.node)
    before, depth, left, roles = m.state, len(m.frames), m.steps_left, m.roles
    m.state, m.steps_left = before.fork(), allowed
    try:
        with unrecorded(m):
            m.roles = frozenset({ASKED_FOR})
            given = Arguments((network, *args.positional), args.keywords, args.open, more=args.more)
            result, _, _ = enter(m, func, method.node, given, place)
            return kind_of(m, result)
    except BudgetExhausted:
        del m.frames[depth:]
        return ""
    finally:
        m.roles = roles
        m.steps_left = left - (allowed - max(m.steps_left, 0))
        m.state = m.frames[-1].state = before


# What each loss is not made for, and what it makes of it.
WRONG: Final = {
    "cross_entropy": ("softmax", "sigmoid"),
    "binary_cross_entropy_with_logits": ("softmax", "sigmoid"),
    "multilabel_soft_margin_loss": ("softmax", "sigmoid"),
    "binary_cross_entropy": ("logits", "log-softmax", "log-sigmoid"),
    "nll_loss": ("softmax", "sigmoid", "logits"),
    "kl_div": ("softmax", "sigmoid", "logits"),
}
_CLASSES: Final = {
    "torch.nn.CrossEntropyLoss": "cross_entropy",
    "torch.nn.BCEWithLogitsLoss": "binary_cross_entropy_with_logits",
    "torch.nn.MultiLabelSoftMarginLoss": "multilabel_soft_margin_loss",
    "torch.nn.BCELoss": "binary_cross_entropy",
    "torch.nn.NLLLoss": "nll_loss",
    "torch.nn.KLDivLoss": "kl_div",
}


def judged(m: "Interpreter", name: str, receiver: Value | None, given: Value | None, place: Place) -> None:
    """Keep that a loss gets what it is not made for."""
    if given is None:
        return
    how = kind_of(m, given)
    if not how:
        return
    owners = {obj.type for obj in m.state.objects(receiver)} | receiver.types if receiver is not None else frozenset()
    names = {_CLASSES.get(owner, "") for owner in owners} or {name.rpartition(".")[2]}
    if all(how in WRONG.get(each, ()) for each in names):
        shown = min(owners) if owners else name
        fact = Mismatch(place=place, loss=shown, given=how, function=m.where())
        if fact not in m.facts.mismatches:
            m.facts.mismatches.append(fact)


# --- Keras ------------------------------------------------------------------------------------------------------------

_DENSE: Final = ("keras.layers.Dense", "keras.layers.Activation", "keras.layers.Softmax")
_ENTROPIES: Final = {
    "binary_crossentropy": "BinaryCrossentropy",
    "categorical_crossentropy": "CategoricalCrossentropy",
    "sparse_categorical_crossentropy": "SparseCategoricalCrossentropy",
}


def compiled(m: "Interpreter", model: Value | None, loss: Value | None, place: Place) -> None:
    """`model.compile(loss=loss)`: keep that the last layer gives something else than the loss is made for."""
    if model is None or loss is None:
        return
    name, logits = _entropy(m, loss)
    given = _last_of_keras(m, model) if name else ""
    wrong = given == "softmax of one" or (given == "logits" and not logits) or (given in _PROBABLE and logits)
    if wrong:
        fact = Mismatch(place=place, loss=f"keras.losses.{name}", given=given, function=m.where())
        if fact not in m.facts.mismatches:
            m.facts.mismatches.append(fact)


_PROBABLE: Final = ("softmax", "sigmoid")


def _entropy(m: "Interpreter", loss: Value) -> tuple[str, bool]:
    """Which cross-entropy a loss is, and whether it takes sums instead of probabilities; "" if that is not known."""
    if loss.text is not None:
        return _ENTROPIES.get(loss.text, ""), False
    obj = m.state.obj(loss)
    name = obj.type.rpartition(".")[2] if obj is not None and len(loss.refs) == 1 else ""
    if obj is None or name not in _ENTROPIES.values() or not obj.type.startswith("keras.losses."):
        return "", False
    told = obj.items.get("from_logits") or obj.items.get("0")
    if told is None:
        return name, False
    return (name, told.truth) if told.truth is not None else ("", False)


def _last_of_keras(m: "Interpreter", model: Value) -> str:
    """What the last layer of a `Sequential` gives; "softmax of one" for a softmax over a single unit."""
    obj = m.state.obj(model)
    if obj is None or obj.type != "keras.Sequential" or len(model.refs) != 1:
        return ""
    added = [value for key, value in obj.items.items() if str(key).startswith("layer ")]
    listed = m.state.obj(obj.items["0"]) if "0" in obj.items else m.state.obj(obj.items.get("layers", Value()))
    layers = [] if listed is None else list(listed.items.values())
    if listed is not None and not listed.complete:
        return ""
    layer = m.state.obj((added or layers or [Value()])[-1])
    if layer is None or layer.type not in _DENSE:
        return ""
    told = layer.items.get("activation")
    if layer.type == "keras.layers.Softmax" or (told is not None and told.text == "softmax"):
        units = layer.items.get("units")
        return "softmax of one" if units is not None and units.constant == 1 else "softmax"
    if told is None or (told.constants and told.constant is None) or told.text == "linear":
        return "logits" if layer.type == "keras.layers.Dense" else ""
    return "sigmoid" if told.text == "sigmoid" else ""
