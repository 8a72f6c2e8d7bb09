"""Which rows are in a union more than once, as they were or altered?

What alters a row (a flip, noise, a synonym) leaves a mark among the duplicates of the result, under a word that no rule
asks for; it only matters where that joins the rows that it was made of, or another version of them.
"""

import operator
from collections.abc import Iterable, Sequence
from typing import Final, TypeVar

from analyzer.interpret.effects.data import OF_FRAME, add_to_all, name_of, replace, statistic
from analyzer.interpret.effects.rowsets import FILE, SIDES, SOME, is_file, limited, narrow, number, signature
from analyzer.interpret.invocation import Machine
from analyzer.interpret.rows import contains, overlaps
from analyzer.interpret.state import State
from analyzer.interpret.values import EMPTY, NOTHING, Obj, Part, Place, Rows, Statistic, Value

Facts = TypeVar("Facts", Value, Obj)

ALTERED: Final = "altered"  # how: each row is a changed version of one that it was made of
ENDLESS: Final = "altered without end"  # how: whoever asks again gets another version
GROWN: Final = "grown"  # word of a list that rows were added to, in a loop perhaps
ONE_WINDOW: Final = "one window"  # check: one of several slices that share rows
WIDTH: Final = "windows of "  # check of all windows of a series, one row further on each: over how many rows one goes
_RANDOM: Final = ("numpy.random.", "torch.rand", "tensorflow.random.", "keras.random.")


def is_noise(rows: Iterable[Rows]) -> bool:
    """Whether all `rows` were drawn at random by the program."""
    found = tuple(rows)
    return bool(found) and all(row.root.startswith(_RANDOM) for row in found)


def altered(state: State, value: Value, place: Place, how: str = ALTERED) -> Value:
    """`value`, known to be an altered version, made at `place`, of the rows that it has."""
    extra = Value(duplicates=statistic(how, state.rows(value), place))
    if not extra.duplicates:
        return value
    add_to_all(state, value, extra)
    return replace(value, duplicates=value.duplicates | extra.duplicates)


def one_row(machine: Machine, value: Value, name: str, place: Place) -> Value:
    """`value`, known to be one row of the data that `name` reads at `place`, such as an image."""
    return value if value.rows or value.refs else replace(value, rows=frozenset({_read(machine, name, place)}))


def _read(machine: Machine, name: str, place: Place) -> Rows:
    return Rows(f"{name}@{machine.site(place)}", (FILE,))


def collected(state: State, value: Value, *key: object) -> Value:
    """`value` as a member of a list that `key` names: what is read file by file is one dataset there."""
    if value.elements is not None:
        elements = tuple(collected(state, each, *key) for each in value.elements)
        return value if all(map(operator.is_, elements, value.elements)) else replace(value, elements=elements)
    rows = state.rows(value) if value.rows or value.refs else EMPTY
    if not is_file(rows):
        return value
    part = Part(number("collected", *key), SOME.side)
    whole = frozenset(Rows(row.root, tuple(part if each == FILE else each for each in row.path)) for row in rows)
    return replace(state.plain(value), rows=whole)


def _versions(state: State, value: Value) -> frozenset[Statistic]:
    """How what is in `value` was altered."""
    return frozenset(each for each in state.duplicates(value) if each.how in (ALTERED, ENDLESS))


def _beside(state: State, left: Value, right: Value, rows: frozenset[Rows]) -> frozenset[Statistic]:
    """What alters `rows`, which are in `left` and `right`, of which one was altered in another way than the other."""
    return frozenset(
        each
        for version in _versions(state, left) ^ _versions(state, right)
        for each in statistic("augmentation", rows, version.place)
    )


def windowed(state: State, base: Value, value: Value, place: Place) -> Value:
    """`value`, known to be one of several windows over `base` that share rows, taken at `place`.

    Which of its rows a window has is no longer kept: with its neighbours it has them all.
    """
    rows = state.rows(base)
    extra = Value(duplicates=statistic("window", rows, place))
    rows = narrow(rows, Part(number("windows", signature(rows)), SOME.side))
    add_to_all(state, value, extra)
    state.update(value, lambda obj: replace(obj, rows=rows, checks=obj.checks | {ONE_WINDOW}))
    duplicates = value.duplicates | extra.duplicates
    return replace(value, checks=value.checks | {ONE_WINDOW}, duplicates=duplicates, rows=value.rows and rows)


def thinned(state: State, base: Value, value: Value, step: int) -> Value:
    """`value`, every `step`-th of the windows `base`: whether they still share rows may not be known."""
    widths = [check.removeprefix(WIDTH) for obj in state.objects(base) for check in obj.checks if WIDTH in check]
    if widths and all(int(width) > step for width in widths):
        return value
    state.update(value, lambda obj: of_the_row(replace(obj, items={k: of_the_row(v) for k, v in obj.items.items()})))
    return of_the_row(value)


def is_window(state: State, value: Value) -> bool:
    """Whether `value` is one such window or a column of one: what is computed over it belongs to one row."""
    if ONE_WINDOW in value.checks:
        return True
    objects = state.objects(value)
    whole = [each for obj in objects if OF_FRAME in obj.items for each in state.objects(obj.items[OF_FRAME])]
    return any(ONE_WINDOW in obj.checks for obj in (*objects, *whole))


def of_the_row(facts: Facts) -> Facts:
    """`facts` of a value that is written next to the rows of a window: it is no sample of its own."""
    kept = frozenset(each for each in facts.duplicates if each.how != "window")
    return replace(facts, duplicates=kept) if len(kept) < len(facts.duplicates) else facts


def joined(state: State, parts: Sequence[Value], place: Place, whole: Value = NOTHING) -> frozenset[Statistic]:
    """What a union of `parts`, the members of `whole`, repeats: rows surely in two of them, as they are or altered."""
    copied: set[Rows] = set()
    found: frozenset[Statistic] = EMPTY
    # Members of a list that has grown in a loop may be equal because one pass is known as little as the next.
    told_apart = not any(GROWN in obj.words for obj in state.objects(whole))
    for index, part in enumerate(parts):
        own = state.rows(part)
        for other in parts[:index] if own else ():
            theirs = state.rows(other)
            if not overlaps(own, theirs):
                continue
            changed = _beside(state, part, other, own)
            found |= changed
            unsure = part.unknown or other.unknown or is_noise(own)
            if changed or unsure or _is_repeated(state, part) or _is_repeated(state, other):
                continue
            if (part is other or own == theirs) and not told_apart:
                continue
            if part is other:
                copied |= own
            elif name_of(state, part) == name_of(state, other):  # else the values of two columns
                copied |= _in_both(own, theirs)
    return found | statistic("oversampling", frozenset(copied), place)


def _is_repeated(state: State, value: Value) -> bool:
    """Whether the rows of `value` have been repeated before, of which a finding speaks already."""
    rows = state.rows(value)
    return any(each.how == "oversampling" and overlaps(each.rows, rows) for each in state.duplicates(value))


def added(state: State, kept: Iterable[Value], value: Value) -> Value:
    """`value` as it is added to a list with the members `kept`: a repetition if another version is in there already."""
    own = state.rows(value) if value.rows or value.refs or value.elements else EMPTY
    if not own:
        return value
    found = frozenset(
        each
        for version in _versions(state, value)
        if version.how == ENDLESS
        for each in statistic("augmentation", own, version.place)
    )
    for other in kept:
        if overlaps(own, state.rows(other)):
            found |= _beside(state, value, other, own)
    return replace(value, duplicates=value.duplicates | found) if found else value


def each_of(value: Value) -> str:
    """The word of a list that has one member for each of `value`."""
    return f"each of {sorted(value.refs)}"


def extended(state: State, base: Value, more: Value, place: Place) -> bool:
    """Let the array `base`, made of a list, gain the members of `more`; False if it is no data."""
    if not state.rows(base):
        return False
    facts = state.plain(more)
    found = joined(state, [base, more], place)
    rows = limited(state.rows(base) | facts.rows)
    add_to_all(state, base, replace(facts, duplicates=facts.duplicates | found))
    state.update(base, lambda obj: replace(obj, rows=rows))
    return True


def _in_both(left: frozenset[Rows], right: frozenset[Rows]) -> frozenset[Rows]:
    """Rows that are surely in both: one and the same side of a split or a whole dataset, or a part and its whole."""
    if left == right:
        certain = len(left) == 1 and all(each.side in SIDES for row in left for each in row.path)
        return left if certain else EMPTY
    if contains(left, right):
        return right
    return left if contains(right, left) else EMPTY
