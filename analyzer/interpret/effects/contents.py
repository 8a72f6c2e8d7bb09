"""Which columns of which table is a value made of, row by row?

A table that is read has contents of its own, all of its columns; what is taken out of it, computed from it and put
together from it is made of some of them. The answer is one that is sure: where it is not known which columns are left,
the contents are "other".
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from msgspec.structs import replace

from analyzer.interpret.invocation import Machine
from analyzer.interpret.state import State
from analyzer.interpret.values import EMPTY, OTHER, Content, Obj, Place, Value, is_made_of

Contents = frozenset[Content]
Change = Callable[[Contents], Contents]

SOMETHING: Final[Contents] = frozenset({OTHER})
MAX_CONTENTS: Final = 64  # columns that are told apart


def table(machine: Machine, place: Place) -> Contents:
    """All columns of a table that is made at `place`."""
    return frozenset({Content("rest", f"table@{machine.site(place)}")})


def lost(contents: Contents) -> Contents:
    """After something that leaves it open which columns, or which rows of them, the result is made of."""
    return SOMETHING if contents else contents


def unchanged(contents: Contents) -> Contents:
    """After something that goes row by row."""
    return contents


def windowed(contents: Contents) -> Contents:
    """After something that computes from earlier rows and from the row itself."""
    own = {Content("window", each.table, each.name) for each in contents if each.kind == "column"}
    return frozenset({*own, OTHER}) if contents else contents


def with_others(others: Contents) -> Change:
    """After something that also uses values made of `others`."""
    return lambda contents: limited(contents | others) if contents else contents


def limited(contents: Contents) -> Contents:
    """`contents`, if there are not too many."""
    return contents if len(contents) <= MAX_CONTENTS else SOMETHING


def contents_of(state: State, value: Value) -> Contents:
    """What `value` is made of: "other" if that is not known, nothing if it is a constant or a statistic."""
    found = state.contents(value)
    if found:
        return found
    return SOMETHING if value.unknown or state.rows(value) or value.origins else EMPTY


def joined(state: State, values: Iterable[Value]) -> Contents:
    """What something that is computed row by row from `values` is made of."""
    return limited(EMPTY.union(*(contents_of(state, value) for value in values)))


# --- columns by name --------------------------------------------------------------------------------------------------


def named(contents: Contents, name: str) -> Contents:
    """The column `name` of a frame whose columns are `contents`."""
    own = frozenset(each for each in contents if each.kind == "column" and each.name == name)
    if own:
        return own
    tables = [each for each in contents if each.kind == "rest" and name not in each.minus]
    return frozenset(Content("column", each.table, name) for each in tables) or lost(contents)


def without(contents: Contents, names: Iterable[str]) -> Contents:
    """The columns of a frame after those called `names` were taken away."""
    gone = frozenset(names)
    found = set()
    for each in contents:
        if each.kind == "rest":
            found.add(Content("rest", each.table, minus=each.minus | gone))
        elif each.name not in gone or each.kind not in ("column", "names"):
            found.add(each)
    return frozenset(found) or lost(contents)


def selected(obj: Obj, names: Iterable[str]) -> Contents:
    """Those of the columns `names` of the frame `obj` that are not among its items."""
    if not obj.contents:
        return EMPTY
    return limited(EMPTY.union(*(named(obj.contents, name) for name in names if name not in obj.items)))


def stored(contents: Contents, where: str, name: str) -> Contents:
    """What column `name` of a frame is made of after values made of `contents` were stored in it at `where`.

    What is not known of the values is from then on known as this column. Of a whole table, it is not known which of its
    columns the values were computed from.
    """
    if any(each.kind == "rest" for each in contents):
        contents = SOMETHING
    if contents and OTHER not in contents:
        return contents
    return contents - SOMETHING | {Content("column", where, name)}


# --- columns by position ----------------------------------------------------------------------------------------------


def positions(state: State, value: Value, low: int, high: int | None) -> Contents:
    """The columns from `low` up to `high` of a table whose columns stand in the order in which they were read."""
    contents = state.contents(value)
    if len(contents) != 1 or any(obj.items for obj in state.objects(value)):
        return lost(contents)
    (whole,) = contents
    if whole.kind == "column":
        return contents  # there is but one
    if whole.kind != "rest":
        return lost(contents)
    return frozenset({Content("positions", whole.table, minus=whole.minus, low=low, high=high)})


# --- lists of names ---------------------------------------------------------------------------------------------------


def names_of(state: State, frame: Value) -> Contents:
    """The names of the columns of `frame`, as a list of names is made of them."""
    objects = [obj for obj in state.objects(frame) if obj.kind == "frame"]
    if len(objects) != 1 or not objects[0].contents:
        return EMPTY
    (obj,) = objects
    listed = {key: obj.items[key] for key in obj.items if isinstance(key, str)}
    own = {Content("names", name=each.name) for each in obj.contents if each.kind == "column"}
    rest = {each for each in obj.contents if each.kind not in ("column", "names")}
    return frozenset({*(Content("names", name=name) for name in listed), *own, *rest})


def is_list_of_names(state: State, value: Value) -> bool:
    """Whether `value` is a list of the names of columns, of which it is known which those are."""
    own = value.contents if "pandas.Index" in value.types and not value.rows else EMPTY
    return bool(own) or any(obj.contents for obj in state.objects(value) if obj.kind in ("list", "set"))


def rearranged(contents: Contents, method: str, names: list[str] | None) -> Contents:
    """A list of names after `method` was called on it with `names`, of which None is known if they are not."""
    if method in ("remove", "discard") and names is not None:
        return without(contents, names)
    if method in ("append", "add", "insert") and names is not None:
        return contents | {Content("names", name=name) for name in names}
    return contents if method in ("sort", "reverse", "copy", "index", "count") else lost(contents)


def chosen(obj: Obj, names: Contents) -> tuple[Mapping[Any, Value], Contents]:
    """The items and the other contents of the columns of `obj` that are in a list of `names`."""
    if OTHER in names or any(each.kind == "positions" for each in names):
        # It may be any of them, with what has gone into it.
        return {key: replace(item, contents=lost(item.contents)) for key, item in obj.items.items()}, SOMETHING
    wanted = {each.name for each in names if each.kind == "names"}
    items = {key: item for key, item in obj.items.items() if key in wanted}
    found = set(selected(obj, wanted - items.keys()))
    for each in names:
        if each.kind == "rest":
            own = [other for other in obj.contents if other.kind == "rest" and other.table == each.table]
            found |= {Content("rest", each.table, minus=each.minus | other.minus) for other in own}
    return items, frozenset(found) or SOMETHING


# --- the target among the features ------------------------------------------------------------------------------------


def revealed(state: State, data: Value, labels: Value | None) -> Contents:
    """What the labels are made of, if the data of the same rows is made of all of it, and of more."""
    told = state.contents(labels) if labels is not None else EMPTY
    if not told or OTHER in told:
        return EMPTY
    given = state.contents(data)
    if given == told or not all(is_made_of(given, each) for each in told):
        return EMPTY
    return told if labels is not None and state.rows(data) == state.rows(labels) else EMPTY
