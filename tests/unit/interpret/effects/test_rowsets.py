"""Are sets of rows narrowed, chosen and compared as their names say?"""

from collections.abc import Callable

import pytest

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
    assert len(row.path) <= MAX_PATH
    assert contains(ALL, long)


def test_a_path_that_was_cut_is_only_some_rows_and_still_tells_sides_apart() -> None:
    long = TRAIN
    for site in range(2, MAX_PATH + 2):
        long = narrow(long, Part(site, "some"))
    assert SOME in next(iter(long)).path
    assert not contains(long, long)
    assert not overlaps(long, TEST)
    sides = [narrow(long, Part(99, side)) for side in ("train", "test")]
    assert not overlaps(*sides)


@pytest.mark.parametrize("cut", [selected, without])
def test_choosing_from_a_full_path_leaves_some_rows(cut: Callable[..., frozenset[Rows]]) -> None:
    full = frozenset({Rows("a", tuple(Part(site, "0:9") for site in range(2, MAX_PATH + 2)))})
    chosen = cut(full, frozenset({Rows("a", (*next(iter(full)).path, Part(50, "train")))}))
    assert not contains(chosen, full)
    assert overlaps(chosen, full)


def test_many_rows_become_some_of_what_they_share() -> None:
    many = [Rows("a", (Part(1, "train"), Part(site, "true"))) for site in range(2, MAX_ROWS + 5)]
    assert limited(many) == {Rows("a", (SOME, Part(1, "train")))}
    assert not contains(limited(many), many)
    assert not overlaps(limited(many), TEST)
    assert limited(many[:MAX_ROWS]) == frozenset(many[:MAX_ROWS])


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
