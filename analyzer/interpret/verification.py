"""What is trusted once the digest or the signature of some content has been found right?

A digest carries the origins of what it was computed of, and their traces. What the content was made of, and what has
been made of the content, is trusted with it; another download by the same function is not. A path is no content: the
file is read again when it is loaded, and may have changed since.
"""

from typing import Final, TypeVar

from msgspec.structs import replace

from analyzer.interpret.state import State
from analyzer.interpret.values import UNTRUSTED, Obj, Origin, Trace, Value

DIGEST: Final = "abstract.Digest"  # type of a hash of content, set by the tables
KEYED: Final = "abstract.Signature"  # type of a hash that only those who have a key can compute
RIGHT: Final = "abstract.Right"  # type of the answer whether a digest is as expected, and
WRONG: Final = "abstract.Wrong"  # of the answer whether it is not
REREAD: Final = "digest-of-file"  # check: the digest of what was in the file of this name was as expected
_Held = TypeVar("_Held", Value, Obj)
_TRUSTED: Final = Origin("verified", "its digest or signature was compared")


def decides(one: Value, other: Value) -> list[Value]:
    """The digests among two values of which their equality verifies the content.

    A plain hash has to be compared with something that does not come from the same place, nor from strangers; a
    signature needs a key.
    """
    found = []
    for digest, expected in ((one, other), (other, one)):
        if KEYED in digest.types:
            found.append(digest)
        elif DIGEST in digest.types and not expected.worst(*UNTRUSTED):
            sources = {(origin.kind, origin.detail, origin.function) for origin in digest.origins}
            if not any((each.kind, each.detail, each.function) in sources for each in expected.origins):
                found.append(digest)
    return found


def verify(state: State, digest: Value) -> None:
    """Let what a right digest was computed of be trusted, under all names and in all objects."""
    sources = frozenset(origin for origin in digest.origins if origin.kind != "verified")
    if not sources:
        return
    steps = _steps(sources)
    held: list[Value | Obj] = [*state.names.values(), *state.heap.values()]
    traces = {id(origin.trace) for each in held if each.origins <= sources for origin in each.origins}
    for name, value in list(state.names.items()):
        state.names[name] = _after(value, sources, steps, traces)
    for ref, obj in list(state.heap.items()):
        after = _after(obj, sources, steps, traces, is_file=obj.kind == "file")
        items = {key: _after(item, sources, steps, traces) for key, item in obj.items.items()}
        if after is not obj or any(items[key] is not obj.items[key] for key in items):
            state.write(ref, replace(after, items=items))


def _steps(sources: frozenset[Origin]) -> dict[int, bool]:
    """The steps that brought content into a digest, by identity, and whether a file was opened after each."""
    found: dict[int, bool] = {}
    for origin in sources:
        step, opened = origin.trace, False
        while step is not None:
            found[id(step)] = found.get(id(step), False) or opened
            opened = opened or step.opens
            step = step.parent
    return found


def _after(
    held: _Held, sources: frozenset[Origin], steps: dict[int, bool], traces: set[int], *, is_file: bool = False
) -> _Held:
    """A value or object once the digest of these sources was right."""
    if not held.origins or not held.origins <= sources:
        return held
    found = [_reread(origin.trace, steps, traces) for origin in held.origins]
    if None in found:
        return held
    if is_file or True in found:
        return replace(held, checks=held.checks | {REREAD})
    return replace(held, origins=frozenset((_TRUSTED,)))


def _reread(trace: Trace | None, steps: dict[int, bool], traces: set[int]) -> bool | None:
    """Whether what has this trace names a file that the content was read from; None if it is something else.

    It is something else unless the content was made of it, or it was made of the content.
    """
    if trace is None:
        return False
    if id(trace) in steps:
        return steps[id(trace)]
    step = trace.parent
    while step is not None:
        if id(step) in steps and id(step) in traces:
            return steps[id(step)]
        step = step.parent
    return None
