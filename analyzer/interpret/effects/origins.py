"""How does content come in: from a source, an opened path, a deserialiser, a table on disk?"""

from typing import Final

from analyzer.interpret.effects import keyed, options
from analyzer.interpret.effects.data import ARRAY, FRAME, first, make, members, numbered, replace
from analyzer.interpret.effects.files import PATH, content, put, source_kind
from analyzer.interpret.effects.marks import parsed
from analyzer.interpret.effects.repeats import is_noise
from analyzer.interpret.effects.rowsets import SOME, named_side, narrow, number, signature
from analyzer.interpret.effects.splits import told
from analyzer.interpret.facts import Split
from analyzer.interpret.invocation import Invocation
from analyzer.interpret.provenance import URL_SCHEMES
from analyzer.interpret.spelling import atom, beginning, spelling
from analyzer.interpret.values import EMPTY, NOTHING, OPERATOR, SIZED, Content, Obj, Origin, Part, Rows, Trace, Value

_NETWORKS: Final = frozenset({"transformers.PreTrainedModel", "torch.nn.Module", "keras.Model"})
_BUILDERS: Final = frozenset({"csv", "json", "parquet", "text", "pandas", "imagefolder", "audiofolder", "arrow"})
BUNCH: Final = "sklearn.utils.Bunch"


def types(call: Invocation) -> frozenset[str]:
    """The types that the table promises; those of the receiver for "self"."""
    returns = call.api.returns
    if returns == "self":
        return call.receiver.types if call.receiver is not None else EMPTY
    return frozenset({returns}) if returns and "," not in returns else EMPTY


def source(call: Invocation) -> Value:
    """Content from outside, whatever the arguments were; it is also put into the folder that option `into` names."""
    known = keyed.get(call) if call.api.how == "keyed" else None
    if known is not None:
        return known
    trace = Trace(call.place, f"`{call.api.name}` reads from outside")
    origin = Origin(kind=source_kind(call), detail=call.api.name, trace=trace)
    into = call.arg(call.api.option("into"))
    if into is not None:
        put(call, into, frozenset((origin,)))
    checks = frozenset(call.api.option("checks").split()) | _limits(call)
    named = origin.kind in (*OPERATOR, "own-file")  # a text that names something, or a new folder
    spelt = atom(f"{call.api.name}@{call.machine.site(call.place)}") if named else ""
    content = Value(types=types(call), origins=frozenset({origin}), checks=checks, spelling=spelt)
    return options.parsed(call, content) if call.api.how == "options" else content


def _limits(call: Invocation) -> frozenset[str]:
    """Whether there is a limit to how much is read: a number of bytes, or one that was asked of the whole before."""
    given = call.arg("size") or call.arg("n")
    told = given is not None and given.constant not in (None, -1)
    known = call.receiver is not None and SIZED in call.receiver.checks
    return frozenset((SIZED,)) if told or known else EMPTY


def open_(call: Invocation) -> Value:
    """A file object (or another handle): its content is as trustworthy as the path, or as the table says."""
    if call.api.origin:
        return source(call)
    path = content(call.state, first(call))
    found = call.state.origins(path) | _remote(call, path)
    if found:
        text = f"`{call.api.name}` opens it"
        origins = frozenset(
            replace(o, trace=(o.trace or Trace(call.place, text)).then(call.place, text, opens=True)) for o in found
        )
    else:
        known = path.text is not None
        # A path without origins that is fully understood was made of constants alone.
        kind = "unknown" if path.unknown else "constant-path"
        trace = Trace(call.place, f"`{call.api.name}` opens {repr(path.text) if known else 'a path'}")
        origins = frozenset({Origin(kind=kind, detail=beginning(path) or path.unknown or call.api.name, trace=trace)})
    if not call.api.returns:  # `path.read_bytes()`: the content itself
        return Value(origins=origins, checks=path.checks)
    obj = Obj(kind="instance", type=call.api.returns, items={PATH: first(call)}, origins=origins)
    return call.machine.allocate(call.place, obj, types=types(call), origins=origins, checks=path.checks)


def _remote(call: Invocation, path: Value) -> frozenset[Origin]:
    """The download that an address of another machine is."""
    start = beginning(path)
    if not start.lower().startswith(URL_SCHEMES):
        return EMPTY
    return frozenset((Origin("download", start, trace=Trace(call.place, f"`{call.api.name}` downloads it")),))


def load(call: Invocation) -> Value:
    """What deserialising the subject gives: its origins, the type of the table."""
    subject = content(call.state, first(call))
    plain = call.state.plain(subject)
    text = f"`{call.api.name}` loads it"
    origins = frozenset(replace(o, trace=o.trace.then(call.place, text) if o.trace else None) for o in plain.origins)
    if call.api.returns in _NETWORKS:  # something that can be trained further here, and remembers it
        fits = call.machine.saved.get(spelling(first(call)), ())
        network = Obj(kind="instance", type=call.api.returns, how="model", fits=fits)
        refs = call.machine.allocate(call.place, network).refs
    else:
        refs = EMPTY
    return Value(
        types=types(call),
        refs=refs,
        origins=origins,
        checks=plain.checks,
        rows=plain.rows,
        unknown="deserialised object",
    )


def read(call: Invocation) -> Value:
    """A dataset; the same constant path is the same dataset wherever it is read."""
    subject = content(call.state, first(call))
    if call.api.how in ("bunch", "sides"):  # ships with the library: the same rows for every caller
        root = call.api.name
    elif subject.text is not None and call.api.how not in ("made", "pair"):
        root = f"file {subject.text}"
    else:
        root = f"{call.api.name}@{call.machine.site(call.place)}"
    if call.api.how == "made" and call.machine.seeded is not None and is_noise({Rows(root)}):
        root = f"{call.api.name}@{_drawn(call)}"
    rows = frozenset({Rows(root + _named(call))})
    fraction = call.arg(call.api.option("divides"))
    if fraction is not None and fraction.truth is not False and (divided := _divided(call, rows)) is not None:
        return divided
    for name in ("subset", "split"):  # of an image folder, of a dataset from the Hub
        side = call.arg(name)
        texts = side.text.split("+") if side is not None and side.text is not None else []
        named = frozenset(each for text in texts for each in named_side(rows, text.strip()))
        if named:
            rows = _of_files(named) if subject.text in _BUILDERS else named
        elif name == "split" and side is not None and (part := _unclear(call, side)) is not None:
            rows = narrow(rows, part)
    several = members(call.state, call.arg("split") or NOTHING)
    if several and all(each.text is not None for each in several) and call.api.returns:
        sides = [named_side(rows, each.text or "") for each in several]
        return Value(
            elements=tuple(
                make(call.machine, numbered(call.place, index), call.api.returns, Value(rows=side))
                for index, side in enumerate(sides)
            )
        )
    given = call.state.derive(call.args.values())  # parameters of a random draw may be statistics
    facts = Value(rows=rows, origins=call.state.origins(subject), statistics=given.statistics)
    if call.api.how == "pair" or _wants_pair(call):
        return Value(elements=(make_part(call, facts, 0), make_part(call, facts, 1)))
    if call.api.how == "sides":
        train, test = (
            replace(facts, rows=frozenset({Rows(f"{root} train")})),
            replace(facts, rows=frozenset({Rows(f"{root} test")})),
        )
        return Value(
            elements=tuple(
                Value(elements=(make_part(call, side, 2 * i), make_part(call, side, 2 * i + 1)))
                for i, side in enumerate((train, test))
            )
        )
    if call.api.how == "bunch":
        return replace(facts, types=frozenset({BUNCH}))
    if call.api.how != "made":
        facts = replace(facts, contents=_columns(call, root), marks=parsed(call))
    return make(call.machine, call.place, call.api.returns or FRAME, facts)


def _unclear(call: Invocation, side: Value) -> Part | None:
    """The part of a dataset that a text names of which not all is known; None if it is no such text.

    Texts that are spelt alike name the same part. Of others nobody knows whether the rows meet.
    """
    if side.constants or not side.spelling:
        return None
    return Part(number("named", side.spelling) if spelling(side) else call.machine.site(call.place), SOME.side)


_BOTH: Final = ("training", "validation")  # what `subset="both"` gives, in this order


def _divided(call: Invocation, rows: frozenset[Rows]) -> Value | None:
    """One side of a folder that the call itself divides, or both; None if it is not said which."""
    subset, fraction = call.arg("subset") or NOTHING, call.arg("validation_split") or NOTHING
    wanted = _BOTH if subset.text == "both" else (subset.text,) if subset.text in _BOTH else ()
    if not wanted:
        return None
    shuffled = call.arg("shuffle")
    random = shuffled is None or shuffled.truth is True
    seed = call.arg("seed")
    drawn = (told(seed) if seed is not None else call.machine.site(call.place)) if random else "in order"
    site = number("divided", signature(rows), told(fraction), drawn)
    split = Split(site, call.place, call.name, rows, random=random)
    if all(known.site != site for known in call.machine.facts.splits):
        call.machine.facts.splits.append(split)
    sides = [
        make(call.machine, numbered(call.place, index), call.api.returns, Value(rows=narrow(rows, Part(site, side))))
        for index, side in enumerate(wanted)
    ]
    return sides[0] if len(sides) == 1 else Value(elements=tuple(sides))


def _drawn(call: Invocation) -> int:
    """The number of a draw of random numbers: the same whenever it follows the same global seed in one function."""
    seed, where = call.machine.seeded or (None, "")
    if where != call.machine.where() or call.receiver is not None:
        return call.machine.site(call.place)
    call.machine.seeded = ("then", seed, call.place.module, call.place.start), where
    return number("drawn", seed, call.place.module, call.place.start)


def _of_files(rows: frozenset[Rows]) -> frozenset[Rows]:
    """Rows of files of one's own, which are all called "train" if nothing else is said."""
    return frozenset(Rows(row.root, tuple(part for part in row.path if part.side != "train")) for row in rows)


def _named(call: Invocation) -> str:
    """What else than the subject tells one dataset from another (option `named`); of each one that is not known."""
    told = []
    for name in call.api.option("named").split():
        value = call.arg(name)
        if value is not None and (value.text is None or value.unknown) and not (value.constants and not value.unknown):
            return f"@{call.machine.site(call.place)}"
        if value is not None and value.text is not None:
            told.append(value.text)
    return "".join(f" {each}" for each in told)


def _columns(call: Invocation, root: str) -> frozenset[Content]:
    """The columns of a table that is read: those of one file are the same wherever it is read in the same way."""
    told = [name for name in ("names", "usecols", "header", "columns") if call.arg(name) is not None]
    where = f"{root}@{call.machine.site(call.place)}" if told or not root.startswith("file ") else root
    index = call.arg("index_col")
    gone = {index.text} if index is not None and index.text is not None else set()
    return frozenset({Content("rest", where, minus=frozenset(gone))})


def make_part(call: Invocation, facts: Value, index: int) -> Value:
    """One array of several that a call returns."""
    return make(call.machine, numbered(call.place, index), ARRAY, facts)


def _wants_pair(call: Invocation) -> bool:
    wanted = call.arg("return_X_y")
    return wanted is not None and wanted.truth is True
