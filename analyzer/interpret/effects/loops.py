"""How is a model trained and judged in a loop that is written by hand?

A network says something of a batch (`forward`), that is held against labels (`loss`, `agree`), and a step that goes
back from there (`backward`) is a training of every network whose answers went in. Before the step nobody knows that the
answer is one of a training, so each answer names the network that may be trained by it: a `Prediction` by a "fit" whose
`how` begins with `ASKED`, which nothing takes for a training. An answer counts as a judgement if it is given without
gradients or by a network that is switched to evaluation, or for other rows than those of the training.
"""

from collections.abc import Iterable
from typing import Final

from msgspec.structs import replace

from analyzer.interpret.choosing import note_training
from analyzer.interpret.effects.chance import shuffled
from analyzer.interpret.effects.data import AGREEMENT, first, make, numbered, rooted, same, type_of
from analyzer.interpret.effects.datasets import identity
from analyzer.interpret.effects.estimators import MAX_FITS
from analyzer.interpret.effects.metrics import ASKED, judge, prediction, record
from analyzer.interpret.effects.networks import BY_MODE, JUDGING, LOOKED_INTO, asked, parts
from analyzer.interpret.effects.rowsets import SOME, narrow, number
from analyzer.interpret.effects.statistics import reduce
from analyzer.interpret.invocation import Invocation, Machine
from analyzer.interpret.rows import overlaps
from analyzer.interpret.state import State
from analyzer.interpret.values import EMPTY, NOTHING, Fit, Obj, Part, Place, Prediction, Rows, Value, literal

TENSOR: Final = "torch.Tensor"
MAX_ANSWERS: Final = 12  # answers of networks that one value is known to hold


def forward(call: Invocation) -> Value:
    """What a network says of a batch."""
    given = [*call.args.values(), call.more]
    plain = call.state.derive(given)
    # Of a batch that comes from nowhere it is not even known whether it is the same one next time.
    rows = plain.rows or narrow(rooted(call.machine, call.state, first(call), call.place), SOME)
    answer = Prediction(
        fit=Fit(place=call.place, estimator="", rows=EMPTY, how=ASKED),
        place=call.place,
        rows=rows,
        statistics=plain.statistics,
        duplicates=plain.duplicates,
        marks=plain.marks,
        asked=identity(call.state, first(call)),
    )
    found = set(plain.predictions)
    for ref in sorted(call.receiver.refs) if call.receiver is not None else ():
        obj = call.state.heap.get(ref)
        if obj is None or len(found) >= MAX_ANSWERS:
            continue
        if call.machine.roles >= LOOKED_INTO:
            asked(call, obj)
        found.add(replace(answer, fit=replace(answer.fit, estimator=obj.type, how=f"{ASKED}{ref}")))
        if obj.fits and _counts(call, obj, rows):
            said = replace(answer, fit=obj.fits[-1])
            record(call.machine, prediction(call, said))
            found.add(said)
    kind = call.api.returns or TENSOR
    return Value(
        rows=rows, types=frozenset({kind}), predictions=frozenset(found), origins=plain.origins, checks=plain.checks
    )


def _counts(call: Invocation, obj: Obj, rows: frozenset[Rows]) -> bool:
    """Whether the answer can be a judgement: not if it may be one of the training itself."""
    training = call.arg("training")  # of Keras, which knows no other mode
    if training is not None and training.truth is not None:
        return not training.truth
    return bool(call.machine.frozen) or JUDGING in obj.words or not overlaps(obj.fits[-1].rows, rows)


def loss(call: Invocation) -> Value:
    """Answers are held against labels by a function that one can go back from."""
    values = [value for name, value in call.args.items() if name != "self"]
    facts = call.state.derive(values)
    told = against(call.state, facts.predictions, values) if len(values) > 1 else []
    scores = judge(call, told, call.place)
    return Value(types=frozenset({TENSOR}), predictions=facts.predictions, scores=scores)


def against(state: State, answers: Iterable[Prediction], values: Iterable[Value]) -> list[Prediction]:
    """Those of `answers` that are held against labels in `values`.

    What another network says is no label, nor is what the network was given itself.
    """
    others = [value for value in values if not state.predictions(value)]
    known = {identity(state, value) for value in others}
    return [said for said in answers if others and (not said.asked or said.asked not in known)]


def agree(call: Invocation) -> Value:
    """Answers are held against labels one by one: `torch.eq(a, b)`."""
    facts = call.state.derive(call.inputs())
    if not against(call.state, facts.predictions, call.inputs()):
        return replace(facts, types=frozenset({"pandas.Mask"}) if facts.rows else frozenset({"bool"}))
    return replace(facts, types=frozenset({AGREEMENT}))


def backward(call: Invocation) -> Value:
    """The step back from a loss trains the networks whose answers are in it."""
    train(call.machine, call.state, call.inputs(), call.place)
    return Value()


def train(machine: Machine, state: State, losses: Iterable[Value], place: Place) -> None:
    """Remember a training at `place` of every network whose answers are in `losses`."""
    learned: dict[int, list[Prediction]] = {}
    for said in state.derive(losses).predictions:
        if said.fit.how.startswith(ASKED):
            machine.facts.answered.add(said.place)
            learned.setdefault(int(said.fit.how.removeprefix(ASKED)), []).append(said)
    steps = {(said.place, said.rows) for answers in learned.values() for said in answers}
    machine.facts.evaluations[:] = (
        each for each in machine.facts.evaluations if (each.place, each.rows) not in steps
    )  # what is gone back from was no judgement, whatever mode the network was in
    for ref, answers in sorted(learned.items()):
        obj = state.heap.get(ref)
        if obj is None:
            continue
        fit = Fit(
            place=place,
            estimator=obj.type,
            rows=EMPTY.union(*(each.rows for each in answers)),
            statistics=EMPTY.union(*(each.statistics for each in answers)),
            duplicates=EMPTY.union(*(each.duplicates for each in answers)),
            marks=EMPTY.union(*(each.marks for each in answers)),
            how="model",
        )
        if fit not in machine.facts.fits:
            machine.facts.fits.append(fit)
        note_training(machine, Value(refs=frozenset({ref})), fit, goes_on=True)
        state.write(ref, replace(obj, fits=(*(old for old in obj.fits if old != fit), fit)[-MAX_FITS:]))


def mode(call: Invocation) -> Value:
    """`model.eval()` and `model.train()`: the network is switched to evaluation, or back."""
    receiver = call.receiver or NOTHING
    flag = call.arg("mode")
    judging = call.api.how == "eval" or (flag is not None and flag.truth is False)

    def switch(obj: Obj) -> Obj:
        words = obj.words | {JUDGING} if judging else obj.words - {JUDGING}
        return obj if words == obj.words else replace(obj, words=words)

    call.state.update(receiver, switch)
    if len(receiver.refs) == 1:
        for ref in parts(call.state, receiver)[1:]:
            part = call.state.heap[ref]
            if part.kind == "instance" and (new := switch(part)) is not part:
                call.state.write(ref, new)
    return receiver


def handed_back(call: Invocation) -> Value:
    """The arguments themselves, wrapped in what makes no difference here: one as it is, several in a tuple."""
    given = tuple(value for name, value in call.args.items() if name.isdigit() or name in call.api.positional)
    wanted = given[:1] if call.api.how == "first" else given
    return wanted[0] if len(wanted) == 1 else Value(elements=wanted)


def network(call: Invocation) -> Value:
    """A network that a library makes, of which nothing here has trained anything."""
    kind = call.api.returns or "torch.nn.Module"
    words = frozenset({BY_MODE}) if call.api.option("by_mode") else EMPTY
    made = Obj(kind="instance", type=kind, how="model", words=words)
    return call.machine.allocate(call.place, made, types=frozenset({kind}))


def extreme(call: Invocation) -> Value:
    """`torch.max(x, dim)`: along a dimension the values and where they are; over everything a statistic."""
    subject, dim = first(call), call.arg("dim")
    facts = call.state.derive(call.inputs())
    if dim is None and not facts.predictions:
        return reduce(call)
    if dim is None or not isinstance(dim.constant, int):
        return replace(facts, types=frozenset({TENSOR}))
    kind = type_of(call.state, subject) or TENSOR
    parts = tuple(same(call.machine, call.state, numbered(call.place, index), subject, kind=kind) for index in (0, 1))
    return Value(elements=parts)


def positions(call: Invocation) -> Value:
    """All numbers below a length, in order or shuffled: the positions of some rows, which a split can divide."""
    subject = first(call)
    if call.state.rows(subject):
        found = same(call.machine, call.state, call.place, subject)
    else:
        rows = frozenset({Rows(f"positions@{call.machine.site(call.place)}")})
        if call.api.how == "counted":
            rows = narrow(rows, _counted(call))
        found = make(call.machine, call.place, "numpy.ndarray", Value(rows=rows))
    return shuffled(call.state, found) if call.api.how == "shuffled" else found


def _counted(call: Invocation) -> Part:
    """The slice of the positions from the first number given up to the second; from 0 if there is but one."""
    given = [call.args[name] for name in ("start", "end", "stop") if name in call.args]
    low, high = given[:2] if len(given) > 1 else (literal(0), given[0] if given else NOTHING)
    bounds = (str(each.constant) if isinstance(each.constant, int) else "?" for each in (low, high))
    return Part(number("slice", "positions"), ":".join(bounds))
