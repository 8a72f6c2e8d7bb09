"""Which rows do datasets, samplers and loaders of deep-learning libraries hold, and what does a loop over them give?

A dataset class of the project holds the rows of what its constructor keeps; one that reads its rows itself is a root of
its own, the same one for the same constant arguments. A loader gives batches: any of the rows, so that one pass stands
for all of them.
"""

from collections.abc import Iterable
from typing import Final

from analyzer.interpret.effects.data import ARRAY, RANGE, make, numbered, replace
from analyzer.interpret.effects.rowsets import SOME, named_side, narrow, number, selected, signature
from analyzer.interpret.invocation import Machine
from analyzer.interpret.state import State
from analyzer.interpret.values import NOT_CONSTANT, Part, Place, Rows, Value, literal
from analyzer.knowledge.lookup import class_row
from analyzer.knowledge.table import Class

BATCH: Final = "abstract.Batch"
OF_BATCH: Final = "<part>"  # of a part of a batch: its position
TENSOR: Final = "torch.Tensor"
_D: Final = "torch.utils.data"
_CHOOSES_ALL: Final = frozenset({f"{_D}.WeightedRandomSampler", f"{_D}.distributed.DistributedSampler"})


def keeps_rows(
    machine: Machine, state: State, made: Value, class_name: str, args: tuple[Value, ...], place: Place
) -> None:
    """An instance of a dataset class of the project was made: it holds the rows of what it keeps."""
    obj = state.obj(made)
    if obj is None or obj.rows:
        return
    kept = state.derive(obj.items.values())
    rows = kept.rows or narrow(state.derive(args).rows, SOME)
    rows = rows or frozenset({Rows(f"{class_name}{_spelt(args) or f'@{machine.site(place)}'}")})
    state.update(made, lambda each: replace(each, rows=rows, statistics=kept.statistics, duplicates=kept.duplicates))


def _spelt(args: Iterable[Value]) -> str:
    """The constants among the arguments of a constructor as a text; "" if there are none, or an argument is unknown."""
    given = tuple(args)
    constants = [value.constant for value in given if value.constant is not NOT_CONSTANT]
    if not constants or any(value.unknown or value.origins for value in given):
        return ""
    return f"({', '.join(map(repr, constants))})"


def counted(checks: frozenset[str], where: str) -> Part | None:
    """The slice of the rows `where` that a range is of; None if the checks are not those of a range."""
    bounds = next((check.removeprefix(RANGE) for check in checks if check.startswith(RANGE)), None)
    return None if bounds is None else Part(number("slice", where), bounds)


def positions(machine: Machine, value: Value, place: Place) -> Value | None:
    """`list(range(n))`: the positions of some rows; None if `value` is no range."""
    part = counted(value.checks, "positions")
    if part is None:
        return None
    rows = narrow({Rows(f"positions@{machine.site(place)}")}, part)
    return make(machine, place, ARRAY, Value(rows=rows))


def chosen(machine: Machine, state: State, args: dict[str, Value], facts: Value, place: Place) -> Value:
    """`facts` of a dataset, of which `indices` or a sampler may choose some rows."""
    choice = args.get("indices") or args.get("sampler") or args.get("batch_sampler")
    if choice is None or (choice.constants and choice.constant is None):
        return facts
    rows = state.rows(choice)
    if rows:
        return replace(facts, rows=selected(facts.rows, rows))
    part = counted(choice.checks, signature(facts.rows))
    if part is not None:
        return replace(facts, rows=narrow(facts.rows, part))
    if not _CHOOSES_ALL.isdisjoint(choice.types):
        return facts
    return replace(facts, rows=narrow(facts.rows, Part(machine.site(place), "some")))


def shipped(machine: Machine, row: Class, args: dict[str, Value], place: Place) -> Value:
    """A dataset that a library brings along: the same rows for everybody, told apart by the side that is asked for."""
    name, _, default = row.option("ships").partition("=")
    side = args.get(name)
    found = side.constant if side is not None else default
    if found is NOT_CONSTANT or not isinstance(found, (str, bool)):
        rows = frozenset({Rows(f"{row.name}@{machine.site(place)}")})
    else:
        word = {"True": "train", "False": "test"}.get(str(found), str(found))
        rows = named_side(frozenset({Rows(row.name)}), word)
    return make(machine, place, row.name, Value(rows=rows))


def batches(state: State, value: Value) -> Value | None:
    """What a loop over a loader, or over a batch of one, gives; None if it is neither."""
    if BATCH in value.types:
        return replace(state.plain(value), types=frozenset({TENSOR}), unknown="")
    rows = (class_row(name) for name in value.types)
    if not any(row is not None and row.option("batches") for row in rows):
        return None
    return replace(state.plain(value), types=frozenset({BATCH}), unknown="")


def unpacked(machine: Machine, state: State, value: Value, count: int, place: Place) -> list[Value] | None:
    """The parts of a batch, told apart by their positions: `x, y = batch`; None if `value` is no batch."""
    if BATCH not in value.types:
        return None
    facts = replace(state.plain(value), types=frozenset({TENSOR}), unknown="")
    return [
        make(machine, numbered(place, index), TENSOR, facts, items={OF_BATCH: literal(index)}) for index in range(count)
    ]


def identity(state: State, value: Value) -> str:
    """A text for what `value` surely is: one part of a batch, one array; "" if that is not known."""
    parts = {obj.items[OF_BATCH].constant for obj in state.objects(value) if OF_BATCH in obj.items}
    if len(parts) == 1:
        return f"part {parts.pop()}"
    return f"object {min(value.refs)}" if len(value.refs) == 1 else ""


def part_of_batch(state: State, base: Value) -> Value:
    """`batch[0]`, `batch["labels"]`, `batch.text`: something of the same rows."""
    return replace(state.plain(base), types=frozenset({TENSOR}), unknown="")
