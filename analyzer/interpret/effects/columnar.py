"""What do expressions over columns compute (polars), and which columns do `select` and `with_columns` leave a frame?

An expression belongs to no frame: a statistic in it has no rows until it is given to one, and a condition selects rows
of whatever frame is filtered by it (its root is "expression").
"""

from typing import Final

from analyzer.interpret.effects.contents import SOMETHING, lost, unchanged
from analyzer.interpret.effects.data import (
    NAMED,
    OF_COLUMN,
    add_to_all,
    first,
    is_frame,
    members,
    name_of,
    replace,
    same,
    set_column,
)
from analyzer.interpret.effects.frames import select as select_names
from analyzer.interpret.effects.reshaping import taken
from analyzer.interpret.effects.rowsets import limited, number, signature
from analyzer.interpret.invocation import Invocation, Machine
from analyzer.interpret.state import State
from analyzer.interpret.values import EMPTY, NOTHING, Obj, Part, Place, Rows, Statistic, Value, literal

EXPRESSION: Final = "polars.Expr"
ORDERED: Final = "pyspark.sql.OrderedWindow"


def expression(call: Invocation) -> Value:
    """A new expression made from others: renamed, computed element by element, over a column or per group."""
    facts = call.state.derive(call.inputs())
    receiver = call.receiver if call.receiver is not None else first(call)
    name, how = name_of(call.state, receiver) or (receiver.text or ""), call.api.how
    statistics = facts.statistics
    if how == "alias":
        name = first_text(call)
    elif how == "aggregate":
        statistics |= {Statistic("aggregate", EMPTY, call.place, column=name)}
    elif how == "group" and not _over_whole_groups(call):  # a running mean, say: rows up to each one
        statistics = frozenset(each for each in statistics if each.rows)
    elif how == "group":
        statistics = frozenset(
            each if each.rows else replace(each, how="group-aggregate", place=call.place) for each in statistics
        )
    elif how == "mask":
        return _mask(call, facts, name)
    return made(call.machine, call.state, call.place, replace(facts, statistics=statistics), name)


def _over_whole_groups(call: Invocation) -> bool:
    """Whether `over(…)` surely takes all rows of a group: not in an order, not in a window that is unknown."""
    given = [each for value in call.args.values() for each in (members(call.state, value) or [value])]
    return all(not each.unknown and ORDERED not in each.types for each in given)


def first_text(call: Invocation) -> str:
    """The first argument, if it is a text; else ""."""
    value = call.args.get(call.api.positional[0] if call.api.positional else "0", NOTHING)
    return value.text or ""


def made(machine: Machine, state: State, place: Place, facts: Value, name: str) -> Value:
    """An expression that carries `facts`; its result is a column called `name` ("" if that is not known)."""
    obj = Obj(
        kind="instance",
        type=EXPRESSION,
        items={NAMED: literal(name)} if name else {},
        rows=facts.rows,
        statistics=facts.statistics,
        duplicates=facts.duplicates,
    )
    return machine.allocate(place, obj, types=frozenset({EXPRESSION}), rows=facts.rows)


def _mask(call: Invocation, facts: Value, name: str) -> Value:
    """`pl.col("id").is_in(ids)`: a condition; the same one if the same column is asked the same."""
    asked = [
        sorted(repr(each.constants) for each in members(call.state, value) or [value] if each.constants)
        or signature(call.state.rows(value))
        for value in call.args.values()
    ]
    known = bool(name) and all(asked)
    site = number(call.api.name, name, asked)
    part = Part(site if known else call.machine.site(call.place), "true")
    return Value(types=frozenset({EXPRESSION}), rows=frozenset({Rows("expression", (part,))}))


def with_columns(call: Invocation) -> Value:
    """The frame with columns computed by expressions, under their own names or those of the keywords."""
    state, subject = call.state, first(call)
    result = same(call.machine, state, call.place, subject)
    if not is_frame(state, result):
        return result
    own = limited(state.rows(subject))
    called = call.arg("colName")
    for key, given in call.args.items():
        if given is called:
            continue
        for each in members(state, given) or [given]:
            facts = replace(_of_frame(state, each, own), rows=EMPTY, types=EMPTY, contents=SOMETHING)
            name = key if not key.isdigit() and key not in call.api.params else name_of(state, each)
            name = (called.text or "") if called is not None else name
            if name:
                set_column(state, result, name, facts)
            elif facts.statistics:
                add_to_all(state, result, facts)
    return result


def _of_frame(state: State, value: Value, rows: frozenset[Rows]) -> Value:
    """The facts of an expression that is given to a frame with these rows."""
    plain = state.plain(value)
    return replace(plain, statistics=frozenset(replace(each, rows=each.rows or rows) for each in plain.statistics))


def select(call: Invocation) -> Value:
    """The columns that are named; with other expressions among them, which columns are left is not known."""
    state, subject = call.state, first(call)
    given = [each for value in call.args.values() for each in (members(state, value) or [value])]
    wanted = [_plain_name(state, each) for each in given]
    if wanted and all(wanted) and is_frame(state, subject):
        return select_names(call.machine, state, subject, [each for each in wanted if each], call.place)
    result = same(call.machine, state, call.place, subject, change=lost)
    own = limited(state.rows(subject))
    for each in given:
        facts = _of_frame(state, each, own)
        if facts.statistics and is_frame(state, result):
            add_to_all(state, result, replace(facts, rows=EMPTY))
    return result


def _plain_name(state: State, value: Value) -> str:
    """The column that is taken as it is: by its name, or by `pl.col(name)`."""
    if value.text is not None:
        return value.text
    objects = state.objects(value)
    plain = len(objects) == 1 and OF_COLUMN in objects[0].items and not objects[0].statistics
    return (objects[0].items[OF_COLUMN].text or "") if plain else ""


def drop(call: Invocation) -> Value:
    """The frame without the columns that are named."""
    state, subject = call.state, first(call)
    given = [each for value in call.args.values() for each in (members(state, value) or [value])]
    gone = [_plain_name(state, each) for each in given]
    result = same(call.machine, state, call.place, subject, change=unchanged if all(gone) else lost)
    if is_frame(state, result):
        state.update(result, lambda obj: taken(obj, gone))
    return result
