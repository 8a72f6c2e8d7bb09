"""Do two sets of rows share any, and does one hold the other?

Rows form trees: a root dataset, refined by split after split. Two sets with one root are disjoint exactly if at the
first place where their paths part they take different sides of the same split (or slices that do not meet).
"""

from collections.abc import Iterable

from analyzer.interpret.values import Part, Rows


def _interval(side: str) -> tuple[float, float] | None:
    """The half-open interval of a side spelt "a:b", with negative and open ends; None if it is not a slice."""
    low, colon, high = side.partition(":")
    if not colon:
        return None
    try:
        return (float(low) if low else 0.0, float(high) if high else float("inf"))
    except ValueError:
        return None


def disjoint(left: Part, right: Part) -> bool:
    """Whether the parts are of one split and share no row."""
    if left.site != right.site or left.site == 0 or left.side == right.side:
        return False
    a, b = _interval(left.side), _interval(right.side)
    if a is not None and b is not None and min(*a, *b) >= 0:
        return a[1] <= b[0] or b[1] <= a[0]
    return True


def _meet(left: Rows, right: Rows) -> bool:
    if left.root != right.root:
        return False
    parts = {part.site: part for part in left.path}
    return not any(part.site in parts and disjoint(parts[part.site], part) for part in right.path)


def overlaps(left: Iterable[Rows], right: Iterable[Rows]) -> bool:
    """Whether some row may be in both: one pair has the same root and no split that separates them."""
    rights = tuple(right)
    return any(_meet(a, b) for a in left for b in rights)


def apart(left: Iterable[Rows], right: Iterable[Rows]) -> bool | None:
    """Whether no row is in both: True or False as far as that is seen, None if each has a part of its own.

    Of two parts that an unknown function made, or that two conditions chose, nobody can tell whether they meet.
    """
    meeting = [(a, b) for a in left for b in right if _meet(a, b)]
    if all(set(a.path) - set(b.path) and set(b.path) - set(a.path) for a, b in meeting):
        return None if meeting else True
    return False


def dividing(left: Iterable[Rows], right: Iterable[Rows]) -> frozenset[int]:
    """The sites of the splits that keep rows of one dataset apart that are on the left from those on the right."""
    rights = tuple(right)
    return frozenset(
        part.site
        for a in left
        for b in rights
        if a.root == b.root
        for part in b.path
        if any(other.site == part.site and disjoint(other, part) for other in a.path)
    )


def bridges(rows: Iterable[Rows], left: Iterable[Rows], right: Iterable[Rows]) -> bool:
    """Whether one of `rows` holds rows of both sides by itself, not only together with others that joined it."""
    lefts, rights = tuple(left), tuple(right)
    return any(overlaps([each], lefts) and overlaps([each], rights) for each in rows)


def contains(outer: Iterable[Rows], inner: Iterable[Rows]) -> bool:
    """Whether every row of `inner` is surely in `outer`: each inner path refines some outer one.

    A set that is only known to be "some rows" (site 0) surely holds none.
    """
    outers = [each for each in outer if not any(part.site == 0 for part in each.path)]
    return all(any(a.root == b.root and set(a.path) <= set(b.path) for a in outers) for b in inner)
