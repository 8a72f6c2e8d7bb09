"""What do pipelines do to rows that they read anew in every pass: is a part of them the same part next time?"""

from typing import Final

from analyzer.interpret.effects.chance import shuffled
from analyzer.interpret.effects.data import first, members, replace, same
from analyzer.interpret.effects.reshaping import head
from analyzer.interpret.effects.rowsets import narrow
from analyzer.interpret.effects.splits import record
from analyzer.interpret.invocation import Invocation
from analyzer.interpret.values import Part, Rows, Value

LAZILY: Final = "shuffled anew"  # the side of rows whose order is drawn again in every pass


def shuffle(call: Invocation) -> Value:
    """Another order, which is a new one in every pass unless `reshuffle_each_iteration` is false."""
    subject, again = first(call), call.arg("reshuffle_each_iteration")
    rows = call.state.rows(subject)
    if again is None or again.truth is not False:
        rows = narrow(rows, Part(call.machine.site(call.place), LAZILY))
    return shuffled(call.state, same(call.machine, call.state, call.place, subject, rows=rows))


def settled(call: Invocation) -> Value:
    """`cache()`: the order of the first pass is kept."""
    subject = first(call)
    rows = frozenset(
        Rows(row.root, tuple(part for part in row.path if part.side != LAZILY)) for row in call.state.rows(subject)
    )
    return same(call.machine, call.state, call.place, subject, rows=rows)


def part(call: Invocation) -> Value:
    """`take(n)` and `skip(n)`: slices, and of rows that are shuffled anew a random part that is drawn for this call."""
    subject = first(call)
    rows = call.state.rows(subject)
    if not any(each.side == LAZILY for row in rows for each in row.path):
        return head(call)
    site = call.machine.site(call.place)
    record(call, site, rows, [subject])
    side = "skipped" if call.api.how == "skip" else "taken"
    return same(call.machine, call.state, call.place, subject, rows=narrow(rows, Part(site, side)))


def zipped(call: Invocation) -> Value:
    """Datasets side by side: the rows of the first, what has gone into any of them."""
    parts = members(call.state, first(call)) or list(call.inputs())
    rows = next((own for each in parts if (own := call.state.rows(each))), frozenset())
    added = [replace(call.state.plain(each), rows=frozenset()) for each in parts[1:]]
    subject = parts[0] if parts else first(call)
    kind = call.api.returns
    return same(call.machine, call.state, call.place, subject, rows=rows, add=added, kind=kind)
