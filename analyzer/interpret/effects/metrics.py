"""When is a model judged: by a metric on its predictions, by its own score, by cross-validation?"""

from collections.abc import Iterable
from typing import Final

from msgspec.structs import replace

from analyzer.interpret.choosing import choose, cut_by, note_training, scored
from analyzer.interpret.effects import chance
from analyzer.interpret.effects.composed import chooses
from analyzer.interpret.effects.contents import revealed
from analyzer.interpret.effects.data import first, members, name_of, rooted, type_of
from analyzer.interpret.effects.marks import foretold
from analyzer.interpret.effects.splits import record as record_split
from analyzer.interpret.facts import Evaluation
from analyzer.interpret.invocation import Invocation, Machine
from analyzer.interpret.rows import overlaps
from analyzer.interpret.values import EMPTY, NOTHING, Fit, Func, Place, Prediction, Scored, Statistic, Value

_PER_GROUP: Final = frozenset({"group-aggregate", "row-aggregate"})

ASKED: Final = "asked "  # so begins the `how` of the "fit" of an answer that may be given to train by it; see `loops`


def record(machine: Machine, evaluation: Evaluation) -> None:
    """Keep an evaluation; the same one seen again in a loop is one."""
    if evaluation not in machine.facts.evaluations:
        machine.facts.evaluations.append(evaluation)


def judge(call: Invocation, predictions: Iterable[Prediction], place: Place) -> frozenset[Scored]:
    """Record that `predictions` were held against labels at `place`; what the answer tells."""
    return judged(call.machine, predictions, place)


def judged(machine: Machine, predictions: Iterable[Prediction], place: Place) -> frozenset[Scored]:
    """The same, for what is no call: an operator, an attribute."""
    made: list[Evaluation] = []
    for prediction in sorted(predictions, key=lambda p: (p.place.start, p.fit.place.start)):
        if prediction.fit.how.startswith(ASKED):
            continue
        crossed = prediction.fit.how == "cross-validation"
        evaluation = Evaluation(
            place=prediction.place,
            metric=place,
            kind="cross-validation" if crossed else "metric",
            fit=prediction.fit,
            rows=prediction.rows,
            statistics=prediction.statistics,
            duplicates=prediction.duplicates,
            marks=prediction.marks,
            function=machine.where(),
        )
        record(machine, evaluation)
        made.append(evaluation)
    return scored(machine, made)


def prediction(call: Invocation, said: Prediction) -> Evaluation:
    """The fact that a model was asked about rows, whether or not the answer is ever judged."""
    return Evaluation(
        place=said.place,
        metric=said.place,
        kind="prediction",
        fit=said.fit,
        rows=said.rows,
        statistics=said.statistics,
        duplicates=said.duplicates,
        marks=said.marks,
        function=call.machine.where(),
    )


def metric(call: Invocation) -> Value:
    """Labels and predictions are compared, in either order."""
    predictions: frozenset[Prediction] = EMPTY
    for value in call.args.values():
        said = call.state.predictions(value)
        predictions |= said
        if said and (scores := call.state.scores(value)):
            choose(call.machine, cut_by(scores, said), call.place, "threshold")
    if predictions:
        call.machine.facts.measures.setdefault(call.place, set()).add(call.api.name)
    return Value(scores=judge(call, predictions, call.place))


def last_fits(call: Invocation, estimator: Value) -> list[Fit]:
    """The training in force of every object that `estimator` may be."""
    return [obj.fits[-1] for obj in call.state.objects(estimator) if obj.fits]


def score(call: Invocation) -> Value:
    """The receiver (or the estimator given as an argument) is evaluated on X and y."""
    name = call.api.option("model")
    estimator = (call.arg(name) if name else call.receiver) or NOTHING
    data = first(call)
    if call.api.how == "mixin":
        return Value(scores=judge(call, call.state.predictions(own_method(call, "predict", (data,))), call.place))
    held = call.api.option("held")
    if data == NOTHING and held:  # `Trainer.evaluate()` uses what the constructor was given
        obj = call.state.obj(estimator)
        data = obj.items.get(held, NOTHING) if obj is not None else NOTHING
    return Value(scores=evaluate_on(call, last_fits(call, estimator), data))


def own_method(call: Invocation, name: str, args: tuple[Value, ...]) -> Value:
    """Call the method `name` that the receiver's own class defines."""
    method = Func("", name, receiver=call.receiver)
    return call.machine.call(Value(funcs=frozenset({method})), args, {}, call.place)


def evaluate_on(
    call: Invocation, fits: Iterable[Fit], data: Value, role: str = "", chooses: str = ""
) -> frozenset[Scored]:
    """Record a score of each of `fits` on `data`; `role` as in `rooted`, `chooses` as in `Evaluation`."""
    made: list[Evaluation] = []
    rows = rooted(call.machine, call.state, data, call.place, role)
    for fit in fits:
        evaluation = Evaluation(
            place=call.place,
            metric=call.place,
            kind="score",
            fit=fit,
            rows=rows,
            statistics=call.state.statistics(data),
            duplicates=call.state.duplicates(data),
            marks=call.state.marks(data),
            function=call.machine.where(),
            chooses=chooses,
        )
        record(call.machine, evaluation)
        made.append(evaluation)
    return scored(call.machine, made)


def aware(call: Invocation, data: Value) -> frozenset[Statistic]:
    """What had gone into the X of a fit; statistics of the column that is its y are such that know the target."""
    found, labels = call.state.statistics(data), call.arg("y")
    grouped = any(each.column and each.how in _PER_GROUP for each in found)
    name = name_of(call.state, labels) if labels is not None and grouped else ""
    if not name or labels is None:
        return found
    rows = call.state.rows(labels)
    return frozenset(
        replace(each, target=True)
        if each.column == name and each.how in _PER_GROUP and overlaps(each.rows, rows)
        else each
        for each in found
    )


def cross_validate(call: Invocation) -> Value:
    """The estimator is fitted and evaluated on folds of X."""
    data = first(call)
    if data == NOTHING:
        return Value()
    estimator = call.arg("estimator") or NOTHING
    rows = rooted(call.machine, call.state, data, call.place)
    fit = Fit(
        place=call.place,
        estimator=type_of(call.state, estimator),
        rows=rows,
        statistics=aware(call, data),
        duplicates=call.state.duplicates(data),
        how="cross-validation",
        marks=call.state.marks(data),
        foretold=foretold(call.state, data, call.arg("y")),
        target=EMPTY if chooses(call.machine, call.state, estimator) else revealed(call.state, data, call.arg("y")),
    )
    record_split(call, call.machine.site(call.place), rows, [data, call.arg("y") or NOTHING])
    if call.api.how == "predict":
        said = Prediction(fit=fit, place=call.place, rows=rows, statistics=fit.statistics, duplicates=fit.duplicates)
        return Value(rows=rows, predictions=frozenset({said}), types=frozenset({"numpy.ndarray"}))
    crossed = folds(call, fit, "cross-validation")
    record(call.machine, crossed)
    note_training(call.machine, NOTHING, fit, goes_on=False)
    return Value(scores=scored(call.machine, [crossed]))


def folds(call: Invocation, fit: Fit, kind: str) -> Evaluation:
    """The evaluation on folds of the rows that `fit` got."""
    return Evaluation(
        place=call.place,
        metric=call.place,
        kind=kind,
        fit=fit,
        rows=fit.rows,
        statistics=fit.statistics,
        duplicates=fit.duplicates,
        marks=fit.marks,
        function=call.machine.where(),
        random=chance.crosses(call),
    )


def pairs_of(call: Invocation, value: Value | None) -> list[Value]:
    """The X of every (X, y) in `eval_set=[(X, y), …]` or `validation_data=(X, y)`; datasets stand for themselves."""
    if value is None or value == NOTHING or (value.constants and value.constant is None):
        return []
    if value.elements is not None and value.elements and not members(call.state, value.elements[0]):
        return [value.elements[0]]
    inner = members(call.state, value)
    if not inner:
        return [value]
    return [item.elements[0] if item.elements else item for item in inner]
