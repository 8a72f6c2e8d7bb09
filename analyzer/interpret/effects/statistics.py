"""Which calls compute something over rows, so that the result knows all of them?"""

from typing import Final

from analyzer.interpret.choosing import average, choose
from analyzer.interpret.effects.contents import lost, table
from analyzer.interpret.effects.data import (
    AGREEMENT,
    ARRAY,
    DUMMIES,
    FRAME,
    GROUPED,
    GROUPED_COLUMN,
    OF_ONE_ROW,
    SERIES,
    axis_of,
    column,
    first,
    make,
    name_of,
    names,
    numbered,
    replace,
    rooted,
    same,
    set_column,
    statistic,
    with_facts,
)
from analyzer.interpret.effects.marks import counted, grouped_by, per_group
from analyzer.interpret.effects.metrics import judge
from analyzer.interpret.effects.repeats import is_window
from analyzer.interpret.effects.reshaping import kind_of
from analyzer.interpret.effects.rowsets import is_file, is_one, limited
from analyzer.interpret.invocation import Invocation
from analyzer.interpret.values import EMPTY, NOTHING, Mark, Rows, Scored, Statistic, Value


def reduce(call: Invocation) -> Value:
    """A number, or one per column, computed over the rows."""
    subject = first(call)
    facts = call.state.derive(call.inputs())
    if AGREEMENT in subject.types and axis_of(call) in (1, -1):
        return facts if facts.types else replace(facts, types=subject.types)  # how far off each row is
    if AGREEMENT in subject.types and call.api.name.rpartition(".")[2] not in _LEVELS:
        scores = facts.scores | judge(call, facts.predictions, call.place)
        return replace(facts, rows=EMPTY, types=EMPTY, scores=scores)
    if facts.scores:
        _of_scores(call, facts.scores)
    if "polars.Expr" in subject.types:
        return replace(
            facts, types=subject.types, statistics=facts.statistics | {Statistic("aggregate", EMPTY, call.place)}
        )
    rows = call.state.rows(subject)
    if axis_of(call) in (1, -1):
        return make(call.machine, call.place, ARRAY, replace(facts, rows=rows))
    if is_window(call.state, subject) or is_file(rows):
        return make(call.machine, call.place, ARRAY, replace(facts, rows=rows, types=EMPTY))
    how = call.api.how or "aggregate"
    if how == "frequency":
        counted(call)
    target = call.api.option("target") == "yes"
    whose = name_of(call.state, subject) if rows else ""
    made = facts.statistics | statistic(how, limited(rows), call.place, target=target, column=whose)
    kind = frozenset({SERIES}) if rows else EMPTY
    return replace(facts, rows=EMPTY, statistics=made, types=kind, predictions=EMPTY, duplicates=EMPTY)


_EXTREMES: Final = frozenset({"max", "min", "amax", "amin", "nanmax", "nanmin", "argmax", "argmin", "idxmax", "idxmin"})
# What is exceeded by a part of the values says where an alarm begins, not how good a model is.
_LEVELS: Final = frozenset({"percentile", "quantile", "nanpercentile", "nanquantile"})
_AVERAGES: Final = frozenset(
    {"mean", "median", "std", "nanmean", "average", "var", "percentile", "quantile", "nanpercentile", "nanquantile"}
)


def _of_scores(call: Invocation, scores: frozenset[Scored]) -> None:
    """The best of several scores is chosen, or they are averaged."""
    name = call.api.name.rpartition(".")[2]
    if name in _EXTREMES:
        choose(call.machine, scores, call.place, "extreme", picks=name.startswith(("arg", "idx")))
    elif name in _AVERAGES:
        average(call.machine, scores)


def group(call: Invocation) -> Value:
    """A groupby object: it has the facts of its frame, and knows whether each group is what was made of one row."""
    by = call.arg("by")
    if by is not None:
        grouped_by(call, by)
    plain = call.state.plain(first(call))
    obj = call.state.obj(first(call))
    key = obj.items.get(by.text) if obj is not None and by is not None else None
    if key is not None and OF_ONE_ROW in key.checks and is_one(plain.rows):
        plain = replace(plain, checks=plain.checks | {OF_ONE_ROW})
    if by is not None and by.text is not None:
        plain = replace(plain, marks=plain.marks | {Mark("by", call.place, column=by.text)})
    return replace(plain, types=frozenset({GROUPED}), contents=lost(plain.contents))


def group_reduce(call: Invocation) -> Value:
    """One value per group; joined back to the rows by `transform`."""
    subject = first(call)
    columns = [check for check in subject.checks if check.startswith(GROUPED_COLUMN)]
    facts = replace(call.state.plain(subject), types=EMPTY, checks=subject.checks.difference(columns, {OF_ONE_ROW}))
    rows = limited(facts.rows)
    whose = columns[0].removeprefix(GROUPED_COLUMN) if columns else ""
    how = "row-aggregate" if OF_ONE_ROW in subject.checks else "group-aggregate"
    sampled = _rows_of_groups(call, facts)
    if sampled is not None:
        return sampled
    statistics = facts.statistics | statistic(how, rows, call.place, column=whose)
    if "polars.Expr" in subject.types:
        return replace(
            facts, types=subject.types, statistics=facts.statistics | {Statistic("group-aggregate", EMPTY, call.place)}
        )
    kept = rows if call.api.how == "joined" else EMPTY
    contents = facts.contents if kept else table(call.machine, call.place)
    if not kept:
        facts = replace(facts, marks=per_group(facts.marks) | {Mark("unique", call.place)})
    facts = replace(facts, rows=kept, statistics=statistics, contents=contents)
    return make(call.machine, call.place, FRAME, facts)


def _rows_of_groups(call: Invocation, facts: Value) -> Value | None:
    """What a function that is applied to each group makes of it, if that is rows of the group and no statistic."""
    function = call.arg("0") or call.arg("func")
    known = call.api.name.endswith((".apply", ".transform"))
    if not known or function is None or not function.funcs or not facts.rows:
        return None
    kind = FRAME if call.api.name.endswith(".apply") else SERIES
    group = make(call.machine, numbered(call.place, 41), kind, facts)
    result = call.machine.call(function, (group,), {}, call.place)
    plain = call.state.plain(result)
    if not plain.rows or plain.unknown or plain.statistics > facts.statistics:
        return None
    return make(call.machine, call.place, kind, plain)


def functional(call: Invocation) -> Value:
    """`scale(X)`, `get_dummies(df)`, `qcut(x, 4)`: learns from the rows and transforms them at once."""
    subject = first(call)
    rows = rooted(call.machine, call.state, subject, call.place)
    learned = Value(statistics=statistic(call.api.how, rows, call.place))
    if call.api.option("unless") and _literal_bins(call, call.arg(call.api.option("unless"))):
        learned = NOTHING
    if axis_of(call) == 1 and call.api.how == "scaling":
        learned = NOTHING
    returns = call.api.returns.split(",")
    kind = kind_of(call, subject) if len(returns) == 1 else returns[0]
    result = same(call.machine, call.state, call.place, subject, rows=rows, add=[learned], kind=kind)
    obj = call.state.obj(result)
    wanted = names(call.state, call.arg("columns") or NOTHING)
    if call.api.how == "encoding" and obj is not None and wanted is not None:
        result = _only(call, subject, rows, wanted, learned)
    return result if len(returns) == 1 else Value(elements=(result, call.state.derive([result])))


def _only(call: Invocation, subject: Value, rows: frozenset[Rows], wanted: list[str], learned: Value) -> Value:
    """`get_dummies(df, columns=[…])`: the other columns stay as they are."""
    result = same(call.machine, call.state, call.place, subject, rows=rows, kind=FRAME)
    for name in wanted:
        old = column(call.machine, call.state, result, name, numbered(call.place, 50))
        facts = with_facts(call.state.plain(old), learned)
        if call.arg("drop_first") is None:  # of two dummies, each tells what the other is
            facts = replace(facts, checks=facts.checks | {DUMMIES})
        set_column(call.state, result, name, facts)
    return result


def _literal_bins(call: Invocation, bins: Value | None) -> bool:
    """Whether bin edges are given, not computed: a list of numbers without a statistic in it."""
    if bins is None or isinstance(bins.constant, int):
        return False
    return not call.state.statistics(bins)
