"""What do estimators learn, from which rows, and where does what they learned go?"""

from typing import Final

from analyzer.interpret.choosing import note_input, note_training
from analyzer.interpret.effects.composed import chooses, classifier, steps_of
from analyzer.interpret.effects.contents import Change, lost, revealed, unchanged
from analyzer.interpret.effects.data import (
    ARRAY,
    first,
    make,
    name_of,
    replace,
    rooted,
    same,
    statistic,
    type_of,
)
from analyzer.interpret.effects.marks import foretold
from analyzer.interpret.effects.metrics import aware, evaluate_on, folds, own_method, pairs_of, prediction, record
from analyzer.interpret.effects.rowsets import narrow
from analyzer.interpret.effects.selectors import by_validation, checkpoints, decisive
from analyzer.interpret.effects.splits import record as record_split
from analyzer.interpret.facts import Stacked
from analyzer.interpret.invocation import Invocation
from analyzer.interpret.state import State
from analyzer.interpret.values import (
    EMPTY,
    NOTHING,
    Content,
    Fit,
    Obj,
    Part,
    Prediction,
    Rows,
    Scored,
    Statistic,
    Value,
)

SPARK: Final = "pyspark.ml."
MAX_FITS = 6  # trainings kept per estimator


# What the steps of a composed transformer learn, the heaviest first: it decides what the whole is said to learn.
WEIGHT = (
    "target-encoding",
    "selection",
    "imputation",
    "scaling",
    "binning",
    "projection",
    "text",
    "clustering",
    "encoding",
)


def _how(call: Invocation) -> str:
    """What the fit learns, in the method's, the class's or the object's own words."""
    how = call.api.how or (call.owner.how if call.owner is not None else "")
    obj = call.state.obj(call.receiver) if call.receiver is not None else None
    how = how or (obj.how if obj is not None else "")
    if how != "composite" or call.receiver is None:
        return how
    steps = steps_of(call.state, call.receiver)
    return next((word for word in WEIGHT if word in steps), "composite" if not steps else "nothing")


def _data(call: Invocation) -> Value:
    """The X of a fit: an argument, or what the constructor was given (`OLS(y, X).fit()`)."""
    held = call.api.option("held")
    if held and call.receiver is not None:
        obj = call.state.obj(call.receiver)
        return obj.items.get(held, NOTHING) if obj is not None else NOTHING
    return first(call)


def _rows(call: Invocation, data: Value) -> frozenset[Rows]:
    rows = call.state.rows(data)
    labels = call.arg("y")
    if not rows and labels is not None:
        rows = call.state.rows(labels)
    return rows or rooted(call.machine, call.state, data, call.place)


def _learn(call: Invocation, rows: frozenset[Rows], data: Value, estimator: Value) -> Fit:
    """Record a training and remember it in the estimator."""
    fit = Fit(
        place=call.place,
        estimator=type_of(call.state, estimator),
        rows=rows,
        statistics=_of_features(call, aware(call, data)) | _of_layers(call.state, estimator),
        duplicates=call.state.duplicates(data),
        how=_how(call),
        marks=call.state.marks(data),
        target=_target(call, data, estimator),
        foretold=foretold(call.state, data, _labels(call)),
        label=name_of(call.state, _labels(call) or NOTHING),
        column=_output(call.state, estimator),
    )
    if fit not in call.machine.facts.fits:
        call.machine.facts.fits.append(fit)
    remember(call.state, estimator, fit)
    _note(call, fit, data, estimator)
    return fit


def _output(state: State, transformer: Value) -> str:
    """The one column that a transformer of Spark makes, if it was told its name; "" for others."""
    for obj in state.objects(transformer):
        if obj.type.startswith(SPARK) and (name := obj.items.get("outputCol")) is not None:
            return name.text or ""
    return ""


def _of_features(call: Invocation, found: frozenset[Statistic]) -> frozenset[Statistic]:
    """`found` without the encoding of the column that a model of Spark takes as its label: that is no feature."""
    for obj in call.state.objects(call.receiver or NOTHING):
        if obj.type.startswith(SPARK):
            given = obj.items.get("labelCol")
            label = "label" if given is None else given.text
            return frozenset(each for each in found if each.how != "encoding" or not label or each.column != label)
    return found


def _of_layers(state: State, estimator: Value, depth: int = 4) -> frozenset[Statistic]:
    """What the layers of a network have learned before it is trained (`Normalization.adapt`)."""
    found: frozenset[Statistic] = EMPTY
    for obj in state.objects(estimator) if depth else ():
        if obj.kind == "instance" and not obj.type.startswith("keras."):
            continue
        if obj.fits and obj.how not in ("model", ""):
            found |= statistic(obj.fits[-1].how or obj.how, obj.fits[-1].rows, obj.fits[-1].place)
        for item in (*obj.items.values(), *((obj.rest,) if obj.rest is not None else ())):
            found |= item.statistics
            found |= _of_layers(state, item, depth - 1) if item.refs else EMPTY
    return found


def _note(call: Invocation, fit: Fit, data: Value, estimator: Value) -> None:
    """Keep what a training has to do with loops, labels and what other models said."""
    # What scikit-learn calls `fit` begins anew; networks and `partial_fit` go on.
    goes_on = not call.api.name.endswith((".Estimator.fit", ".Search.fit"))
    note_training(call.machine, estimator, fit, goes_on=goes_on)
    for obj in call.state.objects(estimator):
        given = call.state.derive(each for each in obj.items.values() if isinstance(each, Value))
        call.machine.facts.informed.update((each.place, fit.place) for each in given.statistics)
    labels = call.arg("y")
    if labels is None or _learns_itself(call, data, labels):
        return
    call.machine.facts.supervised.add(fit.place)
    if told := call.state.marks(labels):
        call.machine.facts.target_marks[fit.place] = told | call.machine.facts.target_marks.get(fit.place, EMPTY)
    for said in (*call.state.predictions(data), *_calibrated(call, fit, estimator)):
        fact = Stacked(said, fit)
        if fact not in call.machine.facts.stacked:
            call.machine.facts.stacked.append(fact)


def _learns_itself(call: Invocation, data: Value, labels: Value) -> bool:
    """Whether a network learns to give back what it is given, as an autoencoder does: that is no target."""
    if labels == data:
        return True
    return call.api.name.startswith("keras.") and call.state.plain(labels) == call.state.plain(data)


def _calibrated(call: Invocation, fit: Fit, estimator: Value) -> list[Prediction]:
    """What a model that is trained already says of the rows, if `estimator` learns from that (`cv="prefit"`)."""
    found = []
    for obj in call.state.objects(estimator):
        cv = obj.items.get("cv")
        for name in ("estimator", "base_estimator"):
            inner = obj.items.get(name, NOTHING)
            frozen = [each for each in call.state.objects(inner) if each.type == "sklearn.frozen.FrozenEstimator"]
            held = [each.items.get("estimator", NOTHING) for each in frozen]
            if cv is not None and cv.text == "prefit":
                held.append(inner)
            bases = [base for value in held for base in call.state.objects(value) if base.fits]
            found += [Prediction(fit=base.fits[-1], place=call.place, rows=fit.rows) for base in bases]
    return found


def _target(call: Invocation, data: Value, estimator: Value) -> frozenset[Content]:
    """The columns of y that a model gets among its features; one that chooses its features may leave them out."""
    if call.api.effect not in ("fit", "search"):
        return EMPTY
    found = revealed(call.state, data, _labels(call))
    return EMPTY if found and chooses(call.machine, call.state, estimator) else found


def _labels(call: Invocation) -> Value | None:
    """The y of a fit: an argument, or what the constructor was given (`OLS(y, X).fit()`)."""
    obj = call.state.obj(call.receiver) if call.api.option("held") and call.receiver is not None else None
    return obj.items.get("endog") if obj is not None else call.arg("y")


def _columns(call: Invocation, data: Value) -> Change:
    """What a transformer makes of the columns: those that choose may leave some out."""
    composed = _how(call) in ("selection", "composite", "clustering")
    return lost if composed or chooses(call.machine, call.state, call.receiver or NOTHING) else unchanged


def remember(state: State, estimator: Value, fit: Fit) -> None:
    """`fit` is now the training in force of `estimator`."""

    def change(obj: Obj) -> Obj:
        return replace(obj, fits=(*(old for old in obj.fits if old != fit), fit)[-MAX_FITS:])

    state.update(estimator, change)


def fit(call: Invocation) -> Value:
    """A model learns from X and y, and may be judged on validation data meanwhile."""
    data = _data(call)
    made = call.api.returns not in ("", "self") and call.api.returns != "keras.callbacks.History"
    estimator = _result(call) if made else (call.receiver or NOTHING)
    rows = _rows(call, data)
    fraction = call.arg("validation_split")
    held_out: frozenset[Rows] = EMPTY
    if fraction is not None and fraction.truth is not False:
        site = call.machine.site(call.place)
        record_split(call, site, rows, [data])
        rows, held_out = narrow(rows, Part(site, "train")), narrow(rows, Part(site, "test"))
    trained = _learn(call, rows, data, estimator)
    if held_out:
        evaluate_on(call, [trained], replace(call.state.plain(data), rows=held_out))
    scores = _judge_meanwhile(call, trained, estimator)
    if made or call.api.returns == "self":
        return estimator
    return Value(types=frozenset({call.api.returns}) if call.api.returns else EMPTY, scores=scores)


def _judge_meanwhile(call: Invocation, trained: Fit, estimator: Value) -> frozenset[Scored]:
    """Judge a training on the validation rows that it was given, which may decide what comes of it."""
    scores: frozenset[Scored] = EMPTY
    for path in checkpoints(call):
        call.machine.saved[path] = (trained,)
    for name in ("validation_data", "eval_set", "evals", "valid_sets", "valid_data"):
        sets = pairs_of(call, call.arg(name))
        chooser = by_validation(call, estimator) if sets else ""
        decide = decisive(call, estimator, len(sets))
        for index, judged in enumerate(sets):
            role = f" {name} {index}"
            scores |= evaluate_on(call, [trained], judged, role, chooser if index in decide else "")
    return scores


def _result(call: Invocation) -> Value:
    """The new model that `xgboost.train` and the like return."""
    kind = call.api.returns
    return call.machine.allocate(call.place, Obj(kind="instance", type=kind, how="model"), types=frozenset({kind}))


def fit_statistic(call: Invocation) -> Value:
    """A transformer learns a statistic of X."""
    data = _data(call)
    if call.receiver is not None and data != NOTHING:
        _learn(call, _rows(call, data), data, call.receiver)
    return call.receiver if call.receiver is not None and call.api.returns == "self" else Value()


def learned(call: Invocation, estimator: Value) -> Value:
    """The statistics that the trainings in force of `estimator` carry."""
    found = EMPTY
    wrapped = call.owner.option("wraps") if call.owner is not None else ""
    objects = list(call.state.objects(estimator))
    if wrapped:
        objects += [inner for obj in objects for inner in call.state.objects(obj.items.get(wrapped, NOTHING))]
    for obj in objects:
        if obj.fits:
            last = obj.fits[-1]
            own = statistic(last.how, last.rows, last.place, target=_uses_target(call), column=last.column)
            found |= own | last.statistics
    return Value(statistics=found)


def _uses_target(call: Invocation) -> bool:
    return call.owner is not None and dict(call.owner.options).get("target") == "yes"


# What holds of the output of a transformer whatever it is given, by what it learns: numbers it has made itself.
_PROMISED: Final = {
    "text": frozenset({"parsed", "typed", "shaped", "finite"}),
    "encoding": frozenset({"parsed", "typed", "shaped", "bounded", "finite"}),
    "binning": frozenset({"parsed", "typed", "bounded", "finite"}),
    "imputation": frozenset({"finite"}),
}


def transform(call: Invocation) -> Value:
    """What the receiver learned goes into X; its rows stay."""
    data = first(call)
    extra = learned(call, call.receiver or NOTHING)
    rows = call.state.rows(data) or _guessed(call)
    kind, change = _kind(call, data), _columns(call, data)
    made = same(call.machine, call.state, call.place, data, rows=rows, add=[extra], kind=kind, change=change)
    promised = _PROMISED.get(call.owner.how if call.owner is not None else "")
    return replace(made, checks=made.checks | promised) if promised else made


def _guessed(call: Invocation) -> frozenset[Rows]:
    """Rows for data of unknown origin in `fit(X).transform(X)`, one expression: those of the fit."""
    fits = [obj.fits[-1] for obj in call.state.objects(call.receiver or NOTHING) if obj.fits]
    chained = [fit for fit in fits if fit.place.module == call.place.module and fit.place.start == call.place.start]
    return frozenset(rows for each in chained for rows in each.rows if not rows.path)


def _kind(call: Invocation, data: Value) -> str:
    """Arrays come back from frames; the columns are no longer known by name, but what is in them is."""
    return call.api.returns or ARRAY


def fit_transform(call: Invocation) -> Value:
    """Learns from X and transforms it."""
    data = first(call)
    if call.api.how == "mixin" and call.receiver is not None:
        given = (data,) if call.arg("y") is None else (data, call.args["y"])
        own_method(call, "fit", given)
        return own_method(call, "transform", (data,))
    rows = _rows(call, data)
    if call.receiver is None:
        return same(call.machine, call.state, call.place, data, rows=rows)
    _learn(call, rows, data, call.receiver)
    column = name_of(call.state, data)
    extra = Value(statistics=statistic(_how(call), rows, call.place, target=_uses_target(call), column=column))
    if call.api.name.endswith(".Estimator.fit_predict"):
        extra = NOTHING
    kind, change = _kind(call, data), _columns(call, data)
    return same(call.machine, call.state, call.place, data, rows=rows, add=[extra], kind=kind, change=change)


def predict(call: Invocation) -> Value:
    """What the receiver says about X."""
    data, receiver = first(call), call.receiver or NOTHING
    plain = call.state.plain(data)
    rows = plain.rows or rooted(call.machine, call.state, data, call.place)
    found = frozenset(
        Prediction(
            fit=obj.fits[-1],
            place=call.place,
            rows=rows,
            statistics=_of_features(call, plain.statistics),
            duplicates=plain.duplicates,
            marks=plain.marks,
        )
        for obj in call.state.objects(receiver)
        if obj.fits
    )
    for said in found:
        record(call.machine, prediction(call, said))
    if call.api.name.endswith(".predict") and (kind := classifier(call.machine, call.state, receiver)):
        call.machine.facts.labels[call.place] = kind
    note_input(call.machine, data, call.place)
    facts = Value(rows=rows, predictions=found, origins=plain.origins, checks=plain.checks)
    return make(call.machine, call.place, call.api.returns or ARRAY, facts)


def search(call: Invocation) -> Value:
    """A hyperparameter search: cross-validation on the rows it gets, then a training on all of them."""
    data, receiver = first(call), call.receiver or NOTHING
    rows = _rows(call, data)
    trained = _learn(call, rows, data, receiver)
    record(call.machine, folds(call, trained, "search"))
    return receiver


def pipeline(call: Invocation) -> Value:
    """A composed estimator; or a fresh copy of one, for `clone`."""
    if call.api.how == "clone":
        original = call.state.obj(first(call))
        if original is None:
            return first(call)
        copy = replace(original, fits=())
        return call.machine.allocate(call.place, copy, types=first(call).types)
    kind = call.api.returns
    steps = [value for value in call.args.values() if value.refs or value.elements is not None]
    items = {f"step {index}": value for index, value in enumerate(steps)}
    how = "composite" if kind.endswith(("Union", "ColumnTransformer")) else "model"
    obj = Obj(kind="instance", type=kind, items=items, how=how)
    return call.machine.allocate(call.place, obj, types=frozenset({kind}))
