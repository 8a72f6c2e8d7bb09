"""Which rows are left after an operation, and how are the parts numbered so that equal operations get equal parts?"""

from collections.abc import Iterable
from hashlib import blake2b
from typing import Final

from analyzer.interpret.rows import overlaps
from analyzer.interpret.values import Part, Rows

MAX_PATH: Final = 10  # refinements of one root; of more, those that keep nothing apart are dropped
MAX_ROWS: Final = 16  # roots × paths of one value; of more, only what all paths of a root share is kept

SOME: Final = Part(0, "some")  # which rows is not known
ONE: Final = Part(0, "row")  # one row, which one is not known
FILE: Final = Part(0, "file")  # the same of data of which each row is read from a file of its own

# Sides that are the same rows whenever they are named; a mask or a sample made in a loop is not.
SIDES: Final = frozenset({"train", "test", "fold-train", "fold-test"})

_OPPOSITE = {
    "true": "false",
    "false": "true",
    "missing": "present",
    "present": "missing",
    "sample": "rest",
    "rest": "sample",
    "train": "test",
    "test": "train",
}


def number(*things: object) -> int:
    """A number that depends only on the text of `things`; the same in every process."""
    return int.from_bytes(blake2b(repr(things).encode(), digest_size=7).digest(), "big")


def signature(rows: Iterable[Rows]) -> str:
    """One text for one set of rows."""
    return ";".join(sorted(f"{r.root}/{','.join(f'{p.site}.{p.side}' for p in r.path)}" for r in rows))


def narrow(rows: Iterable[Rows], *parts: Part) -> frozenset[Rows]:
    """`rows`, refined by `parts`; a part that is already there is not repeated."""
    found = set()
    for row in rows:
        extra = tuple(part for part in parts if part not in row.path)
        found.add(refined(row.root, (*row.path, *extra)))
    return limited(found)


def refined(root: str, path: tuple[Part, ...]) -> Rows:
    """The rows of `root` that `path` leaves; of a path that is too long, some rows of a wider set."""
    if len(path) > MAX_PATH:
        apart = [part for part in path if part.site and part.side != SOME.side]
        path = (SOME, *apart[: MAX_PATH - 1])
    return Rows(root, path)


def is_one(rows: Iterable[Rows]) -> bool:
    """Whether each of `rows` is one row of its root."""
    found = tuple(rows)
    return bool(found) and all(ONE in row.path or FILE in row.path for row in found)


def is_file(rows: Iterable[Rows]) -> bool:
    """Whether each of `rows` is the content of one file."""
    found = tuple(rows)
    return bool(found) and all(FILE in row.path for row in found)


def limited(rows: Iterable[Rows]) -> frozenset[Rows]:
    """`rows`, or if there are too many of them, some rows of what those of each root have in common."""
    found = frozenset(rows)
    if len(found) <= MAX_ROWS:
        return found
    shared: dict[str, tuple[Part, ...]] = {}
    for row in sorted(found, key=lambda row: signature([row])):
        kept = shared.get(row.root, row.path)
        shared[row.root] = tuple(part for part in kept if part in row.path and part.site)
    # A union of unknown parts is no more than "some rows": nothing is surely held by it.
    return frozenset(Rows(root, (SOME, *path)) for root, path in shared.items())


def named_side(rows: frozenset[Rows], text: str) -> frozenset[Rows]:
    """The side of a dataset that comes divided: "train", or a part of it as in "train[:80%]"."""
    name, bracket, bounds = text.partition("[")
    found = narrow(rows, Part(number("dataset", signature(rows)), name))
    if not bracket:
        return found
    low, _, high = bounds.rstrip("]").partition(":")
    site = number("slice", signature(found), "%" in bounds)
    return narrow(found, Part(site, f"{low.rstrip('%') or 0}:{high.rstrip('%')}"))


def opposite(part: Part) -> Part:
    """The other side of a two-sided part."""
    side = part.side
    if side not in _OPPOSITE and side.startswith("not "):
        return Part(part.site, side[4:])
    return Part(part.site, _OPPOSITE.get(side, f"not {side}"))


def selected(base: frozenset[Rows], index: frozenset[Rows]) -> frozenset[Rows]:
    """The rows of `base` at the positions or labels `index`, whose own refinements say which those are."""
    if not base:  # of data of unknown origin, at least the side of the split is known
        return frozenset(row for row in index if row.path and row.path[-1].side in SIDES)
    found = set()
    known = {row.root for row in base} & {row.root for row in index}
    for row in base if not known else [row for row in base if row.root in known]:
        same = [other for other in index if other.root == row.root]
        # Of a union of datasets or of sides, only those that the index is of.
        met = [other for other in same if overlaps([row], [other])] if len(base) > 1 else same
        if same and not met and overlaps(base, index):
            continue
        # An index with another root (`range(len(X))`, split) still tells the sides apart.
        for other in met or same or [Rows(other.root, other.path[-1:]) for other in index]:
            extra = tuple(part for part in other.path if part not in row.path)
            found.add(refined(row.root, (*row.path, *extra)))
    return limited(found)


def without(base: frozenset[Rows], index: frozenset[Rows]) -> frozenset[Rows]:
    """The rows of `base` that are not in `index`: the opposite of the last refinement that `base` does not share."""
    found = set()
    for row in base:
        matching = [other for other in index if other.root == row.root] or list(index)
        for other in matching:
            extra = [part for part in other.path if part not in row.path]
            found.add(refined(row.root, (*row.path, opposite(extra[-1]))) if extra else row)
    return limited(found)
