"""What is in a file that this program has written, and who writes to it?

The content of a constant path is kept on the heap, under a number made from the path, so that it follows the program
through calls and branches like everything else that can change.
"""

from collections.abc import Iterator
from hashlib import blake2b

from msgspec.structs import replace

from analyzer.interpret.commands import fetched
from analyzer.interpret.effects import channels
from analyzer.interpret.effects.data import NONE, first
from analyzer.interpret.hubs import is_full_commit
from analyzer.interpret.invocation import Invocation
from analyzer.interpret.provenance import is_digest
from analyzer.interpret.spelling import folder, spelling
from analyzer.interpret.state import State
from analyzer.interpret.values import EMPTY, Obj, Origin, Trace, Value, literal

PATH = "name"  # the member of an open file that holds the path it was opened by, as in Python


def _number(path: str) -> int:
    return int.from_bytes(blake2b(f"file {path}".encode(), digest_size=7).digest(), "big")


def _with_folders(path: str) -> Iterator[str]:
    """The path itself, then the folders it is in."""
    while path and path not in (".", "/"):
        yield path
        path = path.rpartition("/")[0]


def content(state: State, path: Value) -> Value:
    """`path` with the origins of what this program has put there (in a folder above, or into it), if it has."""
    spelt = spelling(path)
    if spelt:
        for name in (*_with_folders(spelt), f"{spelt}/"):
            known = state.heap.get(_number(name))
            if known is not None:
                whole = known.complete and name == spelt  # it was written on every path that leads here
                if whole:
                    return replace(path, refs=EMPTY, origins=known.origins, checks=path.checks | known.checks)
                return replace(path, origins=path.origins | known.origins, checks=path.checks | known.checks)
    return path


def write(call: Invocation) -> Value:
    """The content goes into the file, path or buffer that option `path` names.

    The content is that of the subject, or comes from the table's `origin`. With option `gives` the path comes back
    ("path"), or the path and something more ("path,"), or an object that writes ("itself").
    """
    name = call.api.option("path")
    target = call.receiver if name == "self" else call.arg(name)
    origins = _origins(call)
    if target is not None:
        put(call, target, origins)
        fits = [obj.fits for obj in call.state.objects(call.subject) if obj.fits]
        if fits and (spelt := spelling(target)):
            call.machine.saved[spelt] = fits[0]
    gives = call.api.option("gives")
    if not gives:
        return NONE
    if gives == "itself":  # an object that writes, later
        made = Obj(kind="instance", type=call.api.name, items=dict(call.args))
        return call.machine.allocate(call.place, made, types=frozenset((call.api.name,)))
    path = Value(origins=origins) if target is None else replace(call.state.plain(target), origins=origins)
    if target is not None:
        path = replace(path, constants=target.constants)
    return Value(elements=(path, Value())) if gives.endswith(",") else path


def command(call: Invocation) -> Value:
    """A command that fetches files: what this program then finds there is a download."""
    for one in fetched(_words(call.state, call.subject)):
        if one.target and "{" not in one.target and not one.is_checked:
            trace = Trace(call.place, f"`{one.tool}` downloads it")
            put(call, literal(one.target), frozenset({Origin("download", one.tool, trace=trace)}))
    return call.state.derive(call.inputs(), unknown=f"what `{call.name}` gives is not known")


def _words(state: State, value: Value) -> Value:
    """A list of words as a tuple; a text as it is."""
    obj = state.obj(value)
    if obj is None or obj.kind != "list" or not obj.complete:
        return value
    return Value(elements=tuple(obj.items[key] for key in sorted(obj.items, key=lambda key: key.value)))


def source_kind(call: Invocation) -> str:
    """Where content comes from.

    What a server on this machine answers, at a constant address, is nobody's download, and whose it is is not known.
    It is verified if an argument that option `verified_by` lists says how it must look (a digest, or True for the one
    in the name), or if the one that option `pinned_by` names is a full commit: a digest of all it holds.
    """
    given = [call.arg(name) for name in call.api.option("verified_by").split()]
    if any(value is not None and is_digest(value) for value in given):
        return "verified"
    if is_full_commit(call.arg(call.api.option("pinned_by"))):
        return "verified"
    if call.api.origin == "download" and channels.where(first(call)) == {"loopback"}:
        return "unknown"
    return call.api.origin or "unknown"


def _origins(call: Invocation) -> frozenset[Origin]:
    if call.api.origin:
        trace = Trace(call.place, f"`{call.api.name}` writes it")
        return frozenset({Origin(source_kind(call), call.api.name, trace=trace)})
    return call.state.origins(content(call.state, first(call)))


def put(call: Invocation, target: Value, origins: frozenset[Origin]) -> None:
    """Let what `target` stands for (an open file, a buffer, a path) hold content of these origins."""
    state = call.state
    paths = [path for obj in state.objects(target) if (path := obj.items.get(PATH)) is not None]
    grow = call.api.name.startswith("io.")  # one of several writes
    state.update(target, lambda obj: replace(obj, origins=obj.origins | origins if grow else origins))
    for path in (target, *paths):
        spelt = spelling(path)
        if spelt:
            _keep(call, spelt, origins, grow=grow)
        if around := folder(path):
            _keep(call, f"{around}/", origins, grow=True)
        if path.text is None and origins:
            for name, value in state.names.items():
                if value is path:
                    state.names[name] = replace(value, origins=origins)


def _keep(call: Invocation, path: str, origins: frozenset[Origin], *, grow: bool) -> None:
    """Let the file (or, with a slash at its end, the folder) at `path` hold content of these origins."""
    number = _number(path)
    known = call.state.heap.get(number) if grow else None
    before = known.origins if known is not None else EMPTY
    whole = not grow or (known is not None and known.complete)  # nothing else is in it
    call.state.write(number, Obj(kind="file", origins=before | origins, complete=whole))
    call.machine.files.add(number)
