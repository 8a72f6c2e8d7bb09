"""What holds at one point of the program: which name is which value, and what do the heap's objects look like?"""

from collections.abc import Callable, Iterable
from typing import Any

from msgspec.structs import replace

from analyzer.interpret.values import (
    EMPTY,
    TEXTUAL,
    Content,
    Mark,
    Obj,
    Origin,
    Prediction,
    Rows,
    Scored,
    Statistic,
    Value,
    join,
    joint_contents,
    joint_steps,
)

CHANNEL, UNBOUND = "channel", "unbound"  # words of objects over which bytes come in; see `effects.channels`
ADDRESS = "the address that the socket is bound or connected to"  # what is not known of such an object
MAX_DEPTH = 6  # containers in containers beyond this are not looked into when facts are gathered


class State:
    """Names and heap at one program point; copied at branches, joined where they meet."""

    __slots__ = ("heap", "journal", "live", "names")

    def __init__(
        self,
        names: dict[str, Value],
        heap: dict[int, Obj],
        *,
        live: bool = True,
        journal: set[int] | None = None,
    ) -> None:
        self.names = names
        self.heap = heap
        self.live = live  # False after return, raise, break, continue: what follows is not executed
        # References written since the running function was entered, shared by all states of that activation: where
        # states meet, only these can differ, and the heap is large.
        self.journal: set[int] = journal if journal is not None else set()

    def fork(self) -> "State":
        """An independent copy."""
        return State(dict(self.names), dict(self.heap), live=self.live, journal=self.journal)

    def write(self, ref: int, obj: Obj) -> None:
        """Let the heap object `ref` be `obj`."""
        self.heap[ref] = obj
        self.journal.add(ref)

    def meet(self, other: "State") -> None:
        """Become the join of this state and `other`: what holds if either path was taken."""
        if not other.live:
            return
        if not self.live:
            self.names, self.heap, self.live = other.names, other.heap, True
            return
        names, heap = self.names, self.heap
        for name, value in other.names.items():
            mine = names.get(name)
            if mine is None:
                names[name] = value
            elif mine is not value:
                names[name] = join(mine, value)
        theirs = other.heap
        for ref in self.journal:
            obj = theirs.get(ref)
            own = heap.get(ref)
            if own is None:
                if obj is not None:
                    heap[ref] = obj if obj.kind != "file" else _at_most(obj)
            elif obj is None:
                if own.kind == "file":
                    heap[ref] = _at_most(own)
            elif own is not obj:
                heap[ref] = join_objects(own, obj)

    # --- heap -------------------------------------------------------------------------------------------------------

    def objects(self, value: Value) -> list[Obj]:
        """The heap objects that `value` may be, in a fixed order."""
        if not value.refs:
            return []
        return [self.heap[ref] for ref in sorted(value.refs) if ref in self.heap]

    def obj(self, value: Value) -> Obj | None:
        """The heap object that `value` is; the join if there are several, None if there is none."""
        found = self.objects(value)
        if not found:
            return None
        result = found[0]
        for other in found[1:]:
            result = join_objects(result, other)
        return result

    def update(self, value: Value, change: Callable[[Obj], Obj]) -> None:
        """Replace every object that `value` may be by what `change` makes of it; of several, the old ones stay."""
        strong = len(value.refs) == 1
        for ref in value.refs:
            old = self.heap.get(ref)
            if old is not None:
                new = change(old)
                self.write(ref, new if strong else join_objects(old, new))

    # --- facts, including those of heap objects and their members -----------------------------------------------------

    def rows(self, value: Value) -> frozenset[Rows]:
        """All rows that `value` holds."""
        return self._gather(value, "rows")

    def statistics(self, value: Value) -> frozenset[Statistic]:
        """All statistics that have gone into `value`, its columns and members."""
        return self._gather(value, "statistics")

    def duplicates(self, value: Value) -> frozenset[Statistic]:
        """All duplications that have gone into `value`."""
        return self._gather(value, "duplicates")

    def predictions(self, value: Value) -> frozenset[Prediction]:
        """All model outputs in `value`."""
        return self._gather(value, "predictions")

    def marks(self, value: Value) -> frozenset[Mark]:
        """All marks of `value`, its columns and members."""
        return self._gather(value, "marks")

    def contents(self, value: Value) -> frozenset[Content]:
        """All that `value`, its columns and members are made of; of several objects that it may be, what all are."""
        return value.contents if not value.refs and value.elements is None else self._contents(value, set())

    def _contents(self, value: Value, seen: set[int]) -> frozenset[Content]:
        found = value.contents
        for element in value.elements or ():
            found |= self._contents(element, seen)
        sides: Value | None = None
        for ref in sorted(value.refs - seen):
            obj = self.heap.get(ref)
            if obj is None:
                continue
            seen.add(ref)
            members = (
                () if obj.kind == "instance" else (*obj.items.values(), *((obj.rest,) if obj.rest is not None else ()))
            )
            own = obj.contents.union(*(self._contents(member, seen) for member in members))
            side = Value(contents=own, rows=obj.rows)
            sides = side if sides is None else replace(side, contents=joint_contents(sides, side))
        return found | sides.contents if sides is not None else found

    def scores(self, value: Value) -> frozenset[Scored]:
        """All judgements of models that `value` tells of."""
        return self._gather(value, "scores")

    def origins(self, value: Value) -> frozenset[Origin]:
        """All places that the content of `value` came from."""
        return self._gather(value, "origins")

    def checks(self, value: Value) -> frozenset[str]:
        """The checks that everything from outside in `value` has passed, by itself or as part of a whole."""
        return self._checks(value, 0, {})

    def _checks(self, value: Value, depth: int, known: "_Known") -> frozenset[str]:
        parts: list[frozenset[str]] = [EMPTY] if value.origins else []
        if depth <= MAX_DEPTH:
            for element in value.elements or ():
                if self.origins(element):
                    parts.append(self._checks(element, depth + 1, known))
            for ref in value.refs:
                # Objects that hold each other in many ways would be gone through once per way.
                if (ref, depth) not in known:
                    known[ref, depth] = self._object_checks(self.heap.get(ref), depth, known)
                if (found := known[ref, depth]) is not None:
                    parts.append(found)
        return value.checks | frozenset.intersection(*parts) if parts else value.checks

    def _object_checks(self, obj: Obj | None, depth: int, known: "_Known") -> frozenset[str] | None:
        """The checks that each content of one object has passed; None if nothing in it is from outside."""
        if obj is None:
            return None
        parts = [obj.checks] if obj.origins else []
        if obj.kind != "instance":
            for member in (*obj.items.values(), *((obj.rest,) if obj.rest is not None else ())):
                if self.origins(member):
                    parts.append(obj.checks | self._checks(member, depth + 1, known))
        return frozenset.intersection(*parts) if parts else None

    def _gather(self, value: Value, field: str) -> frozenset[Any]:
        found: frozenset[Any] = getattr(value, field)
        if not value.refs and value.elements is None:
            return found
        return found.union(*(getattr(part, field) for part in self._parts(value)))

    def plain(self, value: Value) -> Value:
        """`value` with all facts of its heap objects written into itself, and without references."""
        parts = [value] if not value.refs and value.elements is None else self._parts(value)
        parts.sort(key=_checked)  # of one origin that several have, the trace of the one with the fewest checks is kept
        if len(parts) == 1:
            (only,) = parts
            origins, rows, predictions = only.origins, only.rows, only.predictions
            statistics, duplicates = only.statistics, only.duplicates
            marks, contents, scores = only.marks, only.contents, only.scores
        else:
            origins = rows = predictions = statistics = duplicates = marks = contents = scores = EMPTY
            for part in parts:  # most are empty, and this is where most of the time goes
                origins = part.origins if not origins else origins | part.origins if part.origins else origins
                rows = part.rows if not rows else rows | part.rows if part.rows else rows
                if part.statistics:
                    statistics |= part.statistics
                if part.contents:
                    contents |= part.contents
                if part.marks:
                    marks |= part.marks
                if part.duplicates:
                    duplicates |= part.duplicates
                if part.predictions:
                    predictions |= part.predictions
                if part.scores:
                    scores |= part.scores
            if contents and not (len(value.refs) == 1 and value.elements is None and self._is_frame(value)):
                contents = self._contents(value, set())
        return Value(
            types=value.types,
            origins=origins,
            checks=self.checks(value) if origins and len(parts) > 1 else value.checks,
            rows=rows,
            statistics=statistics,
            duplicates=duplicates,
            predictions=predictions,
            marks=marks,
            contents=contents,
            scores=scores,
            unknown=value.unknown,
            steps=value.steps,
        )

    def _is_frame(self, value: Value) -> bool:
        """Whether all objects that `value` may be are frames, whose columns are no objects themselves."""
        return all(ref in self.heap and self.heap[ref].kind == "frame" for ref in value.refs)

    def _parts(self, value: Value) -> list[Value | Obj]:
        """The value, its elements, the heap objects it may be and what they contain."""
        found: list[Value | Obj] = []
        seen: set[int] = set()
        stack: list[tuple[Value, int]] = [(value, 0)]
        while stack:
            current, depth = stack.pop()
            found.append(current)
            if depth > MAX_DEPTH:
                continue
            stack.extend((element, depth + 1) for element in current.elements or ())
            for ref in current.refs:
                obj = self.heap.get(ref)
                if ref in seen or obj is None:
                    continue
                seen.add(ref)
                found.append(obj)
                if obj.kind == "instance":
                    continue  # attributes of an object are not its content
                stack.extend((item, depth + 1) for item in obj.items.values())
                if obj.rest is not None:
                    stack.append((obj.rest, depth + 1))
        return found

    def derive(self, values: Iterable[Value], **fields: Any) -> Value:
        """A new value computed from `values`: it carries all their facts, but none of their identity.

        What it is made of row by row depends on how it is computed: that is for the caller to say.
        """
        carried: dict[str, Any] = {}
        checks: frozenset[str] | None = None
        for value in sorted(values, key=_checked):
            if value.refs or value.elements is not None:
                value = self.plain(value)
            if value.origins:
                carried["origins"] = carried.get("origins", EMPTY) | value.origins
                checks = value.checks if checks is None else checks & value.checks
            if value.rows:
                carried["rows"] = carried.get("rows", EMPTY) | value.rows
            if value.statistics:
                carried["statistics"] = carried.get("statistics", EMPTY) | value.statistics
            if value.duplicates:
                carried["duplicates"] = carried.get("duplicates", EMPTY) | value.duplicates
            if value.predictions:
                carried["predictions"] = carried.get("predictions", EMPTY) | value.predictions
            if value.marks:
                carried["marks"] = carried.get("marks", EMPTY) | value.marks
            if value.scores:
                carried["scores"] = carried.get("scores", EMPTY) | value.scores
            if value.steps:
                known = carried.get("steps", ())
                carried["steps"] = (*known, *(step for step in value.steps if step not in known))
        if checks:
            carried["checks"] = checks - TEXTUAL
        carried.update(fields)
        return Value(**carried)


_Known = dict[tuple[int, int], frozenset[str] | None]
"""What is known of the checks of an object, by its number in the heap, at a depth; None if nothing in it counts."""


def _at_most(obj: Obj) -> Obj:
    """A file that was written on one of two paths only: on the other one it may have had other content."""
    return replace(obj, complete=False) if obj.complete else obj


def _checked(part: Value | Obj) -> int:
    """How many checks a value has passed."""
    return len(part.checks)


def _join_channels(left: Obj, right: Obj) -> tuple[frozenset[Origin], frozenset[str]]:
    """Origins and words of a channel that was bound in two ways.

    Nothing comes over one that is not bound: it adds nothing. One address that is not known leaves open whether the
    others are in use at all.
    """
    if (UNBOUND in left.words) != (UNBOUND in right.words):
        bound = right if UNBOUND in left.words else left
        return bound.origins, bound.words
    origins = left.origins | right.origins
    if any(origin.detail == ADDRESS for origin in origins):
        origins = frozenset(origin for origin in origins if origin.kind in ("unknown", "own-file"))
    return origins, left.words | right.words


def join_objects(left: Obj, right: Obj) -> Obj:
    """The object that is in state `left` or in state `right`."""
    if left is right or left == right:
        return left
    origins, words = left.origins | right.origins, left.words | right.words
    if CHANNEL in left.words and CHANNEL in right.words:
        origins, words = _join_channels(left, right)
    items = dict(left.items)
    for key, value in right.items.items():
        mine = items.get(key)
        items[key] = value if mine is None else join(mine, value)
    contents = left.contents
    if contents != right.contents:
        contents = joint_contents(left, right)
        if left.kind == right.kind == "frame":
            for key in left.items.keys() ^ right.items.keys():
                items[key] = replace(items[key], contents=EMPTY)  # on the other side it is another column, or none
    rest = left.rest if right.rest is None else right.rest if left.rest is None else join(left.rest, right.rest)
    return Obj(
        kind=left.kind if left.kind == right.kind else "instance",
        type=left.type if left.type == right.type else "",
        items=items,
        rest=rest,
        complete=left.complete and right.complete and left.items.keys() == right.items.keys(),
        rows=left.rows | right.rows,
        statistics=left.statistics | right.statistics,
        duplicates=left.duplicates | right.duplicates,
        origins=origins,
        checks=left.checks & right.checks,
        predictions=left.predictions | right.predictions,
        marks=left.marks | right.marks,
        contents=contents,
        scores=left.scores | right.scores,
        fits=left.fits if left.fits == right.fits else (*left.fits, *(f for f in right.fits if f not in left.fits)),
        how=left.how or right.how,
        words=words,
        steps=left.steps if left.steps == right.steps else joint_steps(left.steps, right.steps),
    )
