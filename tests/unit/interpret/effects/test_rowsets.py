"""Are sets of rows narrowed, chosen and compared as their names say?"""

from analyzer.interpret.effects.rowsets import (
    MAX_PATH,
    MAX_ROWS,
    SOME,
    limited,
    named_side,
    narrow,
    number,
    opposite,
    selected,
    without,
)
from analyzer.interpret.rows import contains, overlaps
from analyzer.interpret.values import Part, Rows

ALL = frozenset({Rows("a")})
TRAIN, TEST = (narrow(ALL, Part(1, side)) for side in ("train", "test"))


def test_a_part_is_not_repeated_and_paths_are_bounded() -> None:
    assert narrow(TRAIN, Part(1, "train")) == TRAIN
    long = ALL
    for site in range(2, 3 * MAX_PATH):
        long = narrow(long, Part(site, "some"))
    (row,) = long
    assert len(row.path) == MAX_PATH
    assert contains(ALL, long)


def test_many_rows_become_their_roots() -> None:
    many = [Rows("a", (Part(site, "some"),)) for site in range(2, MAX_ROWS + 5)]
    assert limited(many) == ALL


def test_opposite_sides() -> None:
    assert opposite(Part(1, "true")) == Part(1, "false")
    assert opposite(Part(1, "'x'")) == Part(1, "not 'x'")
    assert opposite(opposite(Part(1, "'x'"))) == Part(1, "'x'")


def test_an_index_selects_by_its_own_refinements() -> None:
    assert selected(ALL, TRAIN) == TRAIN
    positions = frozenset({Rows("positions", (Part(7, "fold-test"),))})
    assert selected(ALL, positions) == narrow(ALL, Part(7, "fold-test"))
    assert selected(frozenset(), positions) == positions
    assert selected(frozenset(), frozenset({Rows("a", (Part(7, "true"),))})) == frozenset()


def test_without_takes_the_opposite() -> None:
    rest = without(ALL, TRAIN)
    assert not overlaps(rest, TRAIN)
    assert contains(ALL, rest)


def test_named_sides_and_their_slices() -> None:
    train, test = named_side(ALL, "train"), named_side(ALL, "test")
    assert not overlaps(train, test)
    assert contains(train, named_side(ALL, "train[:80%]"))
    assert not overlaps(named_side(ALL, "train[:80%]"), named_side(ALL, "train[80%:]"))
    assert overlaps(named_side(ALL, "train[:80%]"), named_side(ALL, "train[70%:]"))


def test_some_rows_surely_hold_none() -> None:
    assert not contains(narrow(ALL, SOME), narrow(ALL, SOME))
    assert overlaps(narrow(ALL, SOME), ALL)


def test_numbers_are_the_same_in_every_process() -> None:
    assert number("split", 1) == 40011237562165060
