"""How are rows divided so that the sides share none: by one call, into a list of parts, or fold by fold?"""

from collections.abc import Mapping
from typing import Any, Final

from analyzer.interpret.effects import chance
from analyzer.interpret.effects.composed import steps_of
from analyzer.interpret.effects.data import (
    ARRAY,
    axis_of,
    extra_positional,
    first,
    members,
    numbered,
    replace,
    rooted,
    same,
    statistic,
    type_of,
)
from analyzer.interpret.effects.marks import balanced, deaf, unheard
from analyzer.interpret.effects.rowsets import narrow, number, signature
from analyzer.interpret.facts import Split
from analyzer.interpret.invocation import Invocation
from analyzer.interpret.values import NOT_CONSTANT, NOTHING, Func, Literal, Obj, Part, Rows, Value

MAX_SECTIONS: Final = 32  # parts of one split that are told apart


def record(call: Invocation, site: int, rows: frozenset[Rows], arrays: list[Value]) -> None:
    """Keep a split with what had gone into the arrays before it."""
    joined = call.state.derive(arrays)
    split = Split(
        site=site,
        place=call.place,
        name=call.name,
        rows=rows,
        statistics=joined.statistics,
        duplicates=joined.duplicates,
        random=chance.splits(call),
        marks=joined.marks,
        whole=not deaf(call),
        unheard=unheard(call),
    )
    if split not in call.machine.facts.splits:
        call.machine.facts.splits.append(split)


def site_of(call: Invocation, rows: frozenset[Rows]) -> int:
    """The number of a split; two calls with one seed, the same sizes and the same rows split alike."""
    seed = _seed(call, call.arg("random_state") or call.arg("seed"))
    if seed is None:
        return call.machine.site(call.place)
    sizes = [
        (name, told(value)) for name in ("test_size", "train_size", "shuffle") if (value := call.arg(name)) is not None
    ]
    stratified = call.arg("stratify") is not None
    return number("split", seed, sizes, stratified, signature(rows))


def _seed(call: Invocation, given: Value | None) -> object:
    """What the random numbers of a split begin with, as far as it is seen; None if every call draws other ones.

    Without a seed of its own it is the global one, if that was set just before, in the same function.
    """
    if given is not None and given.constant is not None:
        return ("given", told(given))
    before, call.machine.seeded = call.machine.seeded, None
    return before[0] if before is not None and before[1] == call.machine.where() else None


def told(value: Value) -> object:
    """The constant that `value` is, else what is known of where it comes from: twice the same is the same value."""
    if value.constant is not NOT_CONSTANT:
        return value.constant
    return (value.spelling, value.unknown, sorted((each.kind, each.detail) for each in value.origins))


def seed(call: Invocation) -> Value:
    """The random numbers of a library begin anew: the next split begins with this seed."""
    given = first(call)
    if given.constant is not None:
        call.machine.seeded = (told(given), call.machine.where())
    return Value()


def split(call: Invocation) -> Value:
    """`train_test_split(X, y)`: for every array its train and its test side."""
    if call.api.how == "sides":
        return dataset_split(call)
    arrays = list(extra_positional(call)) or ([first(call)] if first(call) != NOTHING else [])
    if not arrays:
        return Value(unknown="split of unknown arrays")
    known = [call.state.rows(array) for array in arrays]
    common = next((rows for rows in known if rows), None) or rooted(call.machine, call.state, arrays[0], call.place)
    site = site_of(call, common)
    record(call, site, common, arrays)
    made = []
    for index, (array, rows) in enumerate(zip(arrays, known, strict=True)):
        for offset, side in enumerate(("train", "test")):
            part = narrow(rows or common, Part(site, side))
            place = numbered(call.place, 2 * index + offset)
            made.append(same(call.machine, call.state, place, array, rows=part))
    return Value(elements=tuple(made))


def random_split(call: Invocation) -> Value:
    """Disjoint parts of one dataset, as many as there are lengths; along another axis, the columns are divided."""
    subject = first(call)
    beside = call.api.how == "parts" and axis_of(call) != 0
    rows = rooted(call.machine, call.state, subject, call.place)
    lengths = call.arg("lengths") or call.arg("weights") or call.arg("indices_or_sections") or NOTHING
    site = _site_of_parts(call, lengths, rows)
    if not beside:
        record(call, site, rows, [subject])
    count = _sections(call, lengths)
    kind = call.api.returns or type_of(call.state, subject) or ARRAY
    return Value(
        elements=tuple(
            same(
                call.machine,
                call.state,
                numbered(call.place, index),
                subject,
                rows=rows if beside else narrow(rows, Part(site, f"part {index}")),
                kind=kind,
            )
            for index in range(count)
        )
    )


def _site_of_parts(call: Invocation, lengths: Value, rows: frozenset[Rows]) -> int:
    """The number of a split into parts: the same for one seed, the same lengths and the same rows."""
    given, generator = call.arg("seed"), call.arg("generator")
    for held in call.state.objects(generator or NOTHING):
        given = held.items.get("seed", given)
    if generator is not None:  # it goes on from there: another split that is given it draws other numbers
        call.state.update(generator, lambda obj: replace(obj, items=_unseeded(obj.items)))
    begun = _seed(call, given)
    if begun is None or (generator is not None and given is None):
        return call.machine.site(call.place)
    return number("parts", begun, [told(each) for each in members(call.state, lengths)], signature(rows))


def _unseeded(items: Mapping[Any, Value]) -> dict[Any, Value]:
    """What a generator of random numbers holds when it has been used: nobody knows where it is now."""
    return {key: value for key, value in items.items() if key != "seed"}


def _sections(call: Invocation, lengths: Value) -> int:
    """How many parts there are: one per length, one more than places to cut at, or the number itself."""
    if call.api.how != "parts":
        return max(len(members(call.state, lengths)), 2)
    count = lengths.constant
    if isinstance(count, int):
        return min(max(count, 1), MAX_SECTIONS)
    return max(len(members(call.state, lengths)) + 1, 2)


def fold(call: Invocation) -> Value:
    """An iterator over (positions to train on, positions to test on)."""
    subject = first(call)
    rows = rooted(call.machine, call.state, subject, call.place)
    site = call.machine.site(call.place)
    record(call, site, rows, [subject, call.arg("y") or NOTHING])
    return folds_over(call, rows, site)


def sides(site: int, rows: frozenset[Rows] = frozenset({Rows("positions")})) -> Value:
    """The positions to train on and to test on of one fold."""
    return Value(
        elements=tuple(
            Value(types=frozenset({ARRAY}), rows=narrow(rows, Part(site, side))) for side in ("fold-train", "fold-test")
        )
    )


def site_of_object(splitter: Value) -> int:
    """The number of the split that an object makes, whatever it is asked to split."""
    return number("folds", sorted(splitter.refs))


def folds_over(call: Invocation, rows: frozenset[Rows], site: int) -> Value:
    """The list of (train, test) positions over `rows`."""
    pair = sides(site, rows)
    # One fold stands for all, and there is at least one: a loop over folds always runs.
    items = {Literal("int", 0): pair}
    return call.machine.allocate(
        call.place, Obj(kind="list", type="list", items=items, complete=True), types=frozenset({"list"})
    )


def dataset_split(call: Invocation) -> Value:
    """Hugging Face's `Dataset.train_test_split`: a dict of two datasets."""
    subject = first(call)
    rows = rooted(call.machine, call.state, subject, call.place)
    site = site_of(call, rows)
    record(call, site, rows, [subject])
    items = {
        Literal("str", side): same(
            call.machine, call.state, numbered(call.place, i), subject, rows=narrow(rows, Part(site, side))
        )
        for i, side in enumerate(("train", "test"))
    }
    return sides_of(call, items)


SIDES_TYPE: Final = "datasets.DatasetDict"


def sides_of(call: Invocation, items: dict[Any, Value]) -> Value:
    """A dict of the sides of a dataset, whose methods work on all of them."""
    made = Obj(kind="dict", type=SIDES_TYPE, items=items, complete=True)
    return call.machine.allocate(call.place, made, types=frozenset({SIDES_TYPE}))


def each_side(call: Invocation) -> Value:
    """A method of a dict of datasets: what the method of the same name makes of each of them."""
    held = call.state.obj(call.receiver or NOTHING)
    method = call.api.name.rpartition(".")[2]
    positional = [call.args[name] for name in call.api.positional if name in call.args]
    keywords = {name: value for name, value in call.args.items() if name not in call.api.positional}
    items: dict[Any, Value] = {}
    for index, (key, side) in enumerate(held.items.items() if held is not None else ()):
        target = Value(funcs=frozenset({Func("", method, receiver=side)}))
        items[key] = call.machine.call(target, tuple(positional), keywords, numbered(call.place, index))
    if call.api.how == "in-place":
        return Value()
    return sides_of(call, items)


def resample(call: Invocation) -> Value:
    """`fit_resample(X, y)`: rows repeated or invented from neighbours, or only dropped."""
    how = _sampling(call)
    made = []
    subject = first(call)
    rows = rooted(call.machine, call.state, subject, call.place)
    for index, name in enumerate(("X", "y")):
        value = call.arg(name)
        if value is None:
            made.append(Value(rows=rows))
            continue
        own = call.state.rows(value) or rows
        if how == "undersampling":
            some = narrow(own, Part(call.machine.site(call.place), "some"))
            chosen = [balanced(call.place, own)]
            result = same(call.machine, call.state, numbered(call.place, index), value, rows=some, add=chosen)
        else:
            extra = replace(balanced(call.place, own), duplicates=statistic(how, own, call.place))
            result = same(call.machine, call.state, numbered(call.place, index), value, rows=own, add=[extra])
        made.append(result)
    return Value(elements=tuple(made))


def _sampling(call: Invocation) -> str:
    """What a sampler does to rows; a pipeline of samplers repeats rows if one of its steps does."""
    how = call.owner.how if call.owner is not None and call.owner.how else "oversampling"
    if call.api.how != "composite" or call.receiver is None:
        return how
    steps = steps_of(call.state, call.receiver) & {"oversampling", "undersampling"}
    return "undersampling" if steps == {"undersampling"} else "oversampling"
