"""What does a call show of the order of rows in time, of values from other rows and of keys that rows share?"""

import re
from typing import Final

from analyzer.interpret.effects.data import GROUPED_COLUMN, OF_FRAME, ROW_MARKS, axis_of, first, name_of, names, replace
from analyzer.interpret.invocation import Invocation
from analyzer.interpret.state import State
from analyzer.interpret.values import EMPTY, NOTHING, Mark, Obj, Place, Rows, Value

Marks = frozenset[Mark]

# A column with such a name holds points in time. It is data of the program, and only decides what sorting by it means.
_TIME: Final = re.compile(r"(?:^|[^a-z])(?:date|datetime|timestamp|time)s?(?:$|[^a-z])", re.IGNORECASE)
# Columns with such names tell whose a row is: rows that share a value are of one person, recording or machine.
_WHOSE: Final = re.compile(
    r"(?:^|_)(?:(?:patient|user|customer|client|person|participant|respondent|speaker|volunteer)s?(?:_?name)?|msno|"
    r"(?:patient|user|customer|client|person|participant|respondent|speaker|volunteer|subject|session|driver|student|"
    r"animal|household|family|case|video|recording|engine|machine|unit|device|sensor|player|author|donor|member|account|"
    r"borrower|slide|employee|visitor)_?(?:id|ids|no|num|number|nr|code|key|uid|uuid))$",
    re.IGNORECASE,
)
_STEPS: Final = frozenset({"shift", "diff", "pct_change"})
_WINDOWS: Final = frozenset({"rolling", "ewm", "expanding"})
_BACKWARDS: Final = frozenset({"bfill", "backfill"})
# Splitters of scikit-learn that never look at `groups`.
_DEAF: Final = frozenset(
    {
        "KFold",
        "StratifiedKFold",
        "RepeatedKFold",
        "RepeatedStratifiedKFold",
        "ShuffleSplit",
        "StratifiedShuffleSplit",
    }
)


# --- time -------------------------------------------------------------------------------------------------------------


def shown(call: Invocation) -> Marks:
    """What a method of data shows of the order of its rows."""
    name = call.api.name.rpartition(".")[2]
    if name in _STEPS:
        return _step(call, name)
    if name in _WINDOWS:
        return _window(call, name)
    if name in _BACKWARDS or name == "fillna":
        return _filled(call, name)
    if name in ("resample", "asfreq"):
        return frozenset({Mark("ordered", call.place, f"{name}()")})
    if name in ("sort_values", "set_index"):
        return _sorted(call, call.arg("by") or call.arg("keys") or call.arg("0") or NOTHING)
    if name == "to_numeric":
        return _coerced(call)
    if name == "explode":  # a row becomes several, which say the same of everything else
        return frozenset({Mark("key", call.place)})
    if name == "map" and (told := call.arg("arg")) is not None:
        return frozenset({Mark("mapped", call.place)}) if _is_table(call.state, told) else EMPTY
    return frozenset({Mark("date", call.place)}) if name == "to_datetime" else EMPTY


def _coerced(call: Invocation) -> Marks:
    """`to_numeric(errors="coerce")`: what is no number becomes a gap."""
    told = call.arg("errors")
    if told is None or told.text != "coerce":
        return EMPTY
    return frozenset({Mark("coerced", call.place, column=name_of(call.state, first(call)))})


def _is_table(state: State, value: Value) -> bool:
    """Whether values are looked up in a dict of constants of the program."""
    objects = state.objects(value)
    return len(objects) == 1 and objects[0].kind == "dict" and objects[0].complete and bool(objects[0].items)


def _step(call: Invocation, name: str) -> Marks:
    """`shift(-1)` takes the value of the next row, `shift(1)` that of the one before."""
    given = call.arg("periods")
    count = given.constant if given is not None else 1
    if call.arg("freq") is not None or axis_of(call) != 0 or count == 0:
        return EMPTY
    ahead = isinstance(count, int) and count < 0
    how, detail = ("ahead", f"{name}({count})") if ahead else ("lag", f"{name}()")
    return frozenset({Mark(how, call.place, detail, _whose(call))}) | _own(call, name)


def with_own_row(call: Invocation) -> bool:
    """Whether a method computes a value from earlier rows and from the row that the value is for."""
    name = call.api.name.rpartition(".")[2]
    if name in ("diff", "pct_change"):
        return True
    return name in _WINDOWS and call.arg("closed") is None


def _own(call: Invocation, name: str) -> Marks:
    """The fact that a feature holds something of the present value of a column."""
    contents = call.state.contents(first(call))
    if len(contents) != 1 or not with_own_row(call):
        return EMPTY
    return frozenset(Mark("own", call.place, f"{name}()", each.name) for each in contents if each.kind == "column")


def _whose(call: Invocation) -> str:
    """The one column that a method is called on; "" if it is not known."""
    groups = [check.removeprefix(GROUPED_COLUMN) for check in first(call).checks if check.startswith(GROUPED_COLUMN)]
    return groups[0] if len(groups) == 1 else name_of(call.state, first(call))


def _filled(call: Invocation, name: str) -> Marks:
    """Gaps are filled with the next value; those that looking back has left are at the beginning only."""
    method = call.arg("method")
    text = method.text if method is not None else None
    looked_back = any(mark.how == "lag" for mark in call.state.marks(first(call)))
    if looked_back or (name == "fillna" and text not in _BACKWARDS):
        return EMPTY
    detail = f'fillna(method="{text}")' if name == "fillna" else f"{name}()"
    return frozenset({Mark("ahead", call.place, detail, _whose(call))})


def _window(call: Invocation, name: str) -> Marks:
    """A window ends at its row; one with the row in its middle reaches ahead of it."""
    centred, window = call.arg("center"), call.arg("window")
    found = {Mark("lag", call.place, f"{name}()"), *_own(call, name)}
    if centred is not None and centred.truth is True:
        found.add(Mark("ahead", call.place, f"{name}(center=True)", _whose(call)))
    if window is not None and window.text is not None:  # "7D": of an index of points in time
        found.add(Mark("ordered", call.place, f"{name}()"))
    return frozenset(found)


def _sorted(call: Invocation, by: Value) -> Marks:
    """Rows are put in order by a column of points in time."""
    wanted = names(call.state, by)
    if not wanted:
        return in_time(call.state, by, call.place)
    times = [name for name in wanted if _TIME.search(name) or _holds_time(call.state, first(call), name)]
    found = {Mark("ordered", call.place, name) for name in times}
    if times:  # whose rows are put in order has several
        found |= {Mark("key", call.place, name) for name in wanted if name not in times and _WHOSE.search(name)}
    return frozenset(found)


def in_time(state: State, index: Value, place: Place) -> Marks:
    """The order of rows whose index is `index`."""
    dated = any(mark.how == "date" for mark in state.marks(index))
    return frozenset({Mark("ordered", place, name_of(state, index))}) if dated else EMPTY


def _holds_time(state: State, frame: Value, name: str) -> bool:
    for obj in state.objects(frame):
        item = obj.items.get(name)
        own = item.marks if item is not None else EMPTY
        if any(mark.how == "date" for mark in own):
            return True
        if any(mark.how == "date" and mark.detail == name for mark in obj.marks):
            return True
    return False


def parsed(call: Invocation) -> Marks:
    """What the arguments of a reader say: which columns are parsed as points in time, whether one is the index."""
    dates, index = call.arg("parse_dates"), call.arg("index_col")
    if dates is None or dates.truth is False:
        return EMPTY
    listed = names(call.state, dates) or []
    found = {Mark("date", call.place, name) for name in listed}
    key = index.constant if index is not None else None
    if index is not None and (dates.truth is True or key in listed or (dates.refs and not listed)):
        found.add(Mark("ordered", call.place, str(key)))
    return frozenset(found)


def foretold(state: State, data: Value, labels: Value | None) -> Marks:
    """The marks of features that look ahead at what the labels are made of: at their column, or just as they do.

    So does a window that ends with its own row, if the labels are the values that it runs over.
    """
    ahead = frozenset(mark for mark in state.marks(data) if mark.how in ("ahead", "own"))
    if not ahead or labels is None:
        return EMPTY
    told, given = state.contents(labels), state.contents(data)
    windows = {each.name for each in told if each.kind == "column" and replace(each, kind="window") in given}
    present = windows if len(told) == 1 and state.rows(data) == state.rows(labels) else set()
    now = frozenset(mark for mark in ahead if mark.how == "own" and mark.column in present)
    return now | _later(state, frozenset(mark for mark in ahead if mark.how == "ahead"), labels)


def _later(state: State, ahead: Marks, labels: Value) -> Marks:
    told = frozenset(mark for mark in state.marks(labels) if mark.how == "ahead")
    own = {each.name for each in state.contents(labels) if each.kind == "column"} | {mark.column for mark in told}
    return frozenset(mark for mark in ahead if mark in told or mark.column in own - {""})


def of_columns(facts: Value) -> Value:
    """What goes from data into data of other rows: no rows, and no marks of them."""
    marks = frozenset(mark for mark in facts.marks if mark.how not in ROW_MARKS) if facts.marks else facts.marks
    return replace(facts, rows=EMPTY, marks=marks)


# --- keys -------------------------------------------------------------------------------------------------------------


def grouped_by(call: Invocation, by: Value) -> None:
    """The frame of a `groupby` from then on knows that rows share the values of a column that tells whose they are."""
    wanted = names(call.state, by) or [name_of(call.state, by)]
    marks = frozenset(Mark("key", call.place, name) for name in wanted if name and _WHOSE.search(name))
    if marks and len(wanted) == 1:
        call.state.update(first(call), lambda obj: _marked(obj, marks))


def counted(call: Invocation) -> None:
    """The frame of a column whose values are counted, since they repeat, knows that its rows share them."""
    subject = first(call)
    frames = [obj.items[OF_FRAME] for obj in call.state.objects(subject) if OF_FRAME in obj.items]
    name = name_of(call.state, subject)
    if frames and name and _WHOSE.search(name):
        marks = frozenset({Mark("key", call.place, name)})
        call.state.update(frames[0], lambda obj: _marked(obj, marks))


def _marked(obj: Obj, marks: Marks) -> Obj:
    known = {mark.detail for mark in obj.marks if mark.how == "key"}
    new = frozenset(mark for mark in marks if mark.detail not in known)
    return replace(obj, marks=obj.marks | new) if obj.kind == "frame" else obj


def without_keys(marks: Marks, names_: list[str]) -> Marks:
    """`marks` after each value of the columns `names_` is in one row only, the first or the last in some order."""
    return frozenset(
        mark
        for mark in marks
        if not (mark.how == "key" and mark.detail in names_) and not (mark.how in ("ordered", "lag") and names_)
    )


def per_group(marks: Marks) -> Marks:
    """`marks` of one row for each group: groups of one point in time follow one another, others do not."""
    by_time = any(mark.how == "by" and _TIME.search(mark.column) for mark in marks)
    gone = ("key", "by") if by_time else ("key", "by", "ordered", "lag", "ahead", "own", "date")
    found = frozenset(mark for mark in marks if mark.how not in gone)
    when = frozenset(Mark("ordered", mark.place, mark.column) for mark in marks if mark.how == "by")
    return found | when if by_time else found


def deaf(call: Invocation) -> bool:
    """Whether the splitter that `call` uses surely does not look at what rows share."""
    if call.api.effect == "fold":
        return _all_deaf(call.state, call.receiver or NOTHING)
    if call.api.effect == "cross-validate":
        given = call.arg("cv")
        if given is None or isinstance(given.constant, int) or given.constant is None:
            return not call.open
        return _all_deaf(call.state, given)
    return call.api.effect in ("split", "random-split", "sample") and call.api.how != "parts" and not call.open


def _all_deaf(state: State, splitter: Value) -> bool:
    objects = state.objects(splitter)
    return bool(objects) and all(obj.type.rpartition(".")[2] in _DEAF for obj in objects)


def unheard(call: Invocation) -> bool:
    """Whether `groups` are given to a splitter that does not look at them."""
    groups = call.arg("groups")
    given = groups is not None and not (groups.constants and groups.constant is None)
    return given and call.api.effect in ("fold", "cross-validate") and deaf(call)


# --- choice by label --------------------------------------------------------------------------------------------------


def balanced(place: Place, rows: frozenset[Rows]) -> Value:
    """The fact that rows were chosen from `rows` by their labels."""
    return Value(marks=frozenset({Mark("balanced", place, rows=rows)}))


def by_value(marks: Marks) -> Marks:
    """Those of the `marks` of a mask that tell by the values of which column it chooses."""
    return frozenset(mark for mark in marks if mark.how == "by") if marks else marks


def sampled(call: Invocation, value: Value) -> Value:
    """What drawing rows of one value of a column does to how frequent that value is."""
    rows = call.state.rows(value)
    found = by_value(call.state.marks(value))
    return Value(marks=frozenset(Mark("balanced", call.place, column=mark.column, rows=rows) for mark in found))
