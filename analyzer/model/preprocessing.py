"""What does code do to data before a model sees it, and how do two such ways differ?

A `Preprocessing` is the way of data from where it is read to a model, in the order of execution: source, frame
operations with their constant arguments, transformers with their classes and parameters, split, model. It is plain
data: it compares equal if the meaning is equal (places, names of variables and arguments that only spell a default out
do not count), and has one stable form as text (`encoded`, `decoded`). What could not be resolved is `UNKNOWN`, never a
guess, and a difference that rests on it is not `certain`.

A public type: rules compare training with serving by it, a gate compares two commits.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from difflib import SequenceMatcher
from enum import StrEnum
from typing import Any, Final

from analyzer.model.location import Location

UNKNOWN: Final = "?"
"""Stands in a text for what could not be resolved."""

FORMAT: Final = 1
"""The version of the encoded form."""


class StepKind(StrEnum):
    """What a step does to data."""

    SOURCE = "source"  # data is read: `name` is the API, arguments `path` and those that decide how it is parsed
    COLUMNS = "columns"  # columns are chosen, in this order
    ROWS = "rows"  # rows are dropped, chosen or repeated
    OPERATION = "operation"  # values are computed from constants alone: fill, clip, map, cast, logarithm, arithmetic
    TRANSFORMER = "transformer"  # an object with parameters, and perhaps with something it has learned, is applied
    SPLIT = "split"  # rows are divided
    MODEL = "model"  # a model learns from the data, or is asked about it
    DECISION = "decision"  # the answer of the model is compared with a constant
    UNKNOWN = "unknown"  # code that was not seen may have changed the data


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of data on its way to a model.

    Attributes:
        kind: what it does.
        name: the qualified class or function ("sklearn.preprocessing.StandardScaler", "pandas.read_csv"), or the bare
            name of a method or operator ("fillna", "/").
        arguments: (parameter, canonical text of its constant value), sorted; defaults are left out; `UNKNOWN` where a
            value is not constant.
        columns: those that are chosen or changed, in order; None for all of them, and if they are not known.
        learns: whether a transformer is fitted in this step, to the data that it changes.
        artefact: the file that the transformer or model was loaded from, or is saved to; "" if there is none.
        variables: (parameter, name of the module's constant that gives the value).
        at: where the step stands; not part of what is compared.
    """

    kind: StepKind
    name: str
    arguments: tuple[tuple[str, str], ...] = ()
    columns: tuple[str, ...] | None = None
    learns: bool = field(default=False, compare=False)
    artefact: str = field(default="", compare=False)
    variables: tuple[tuple[str, str], ...] = field(default=(), compare=False)
    at: Location | None = field(default=None, compare=False)

    @property
    def is_known(self) -> bool:
        """Whether nothing in the step is unresolved."""
        texts = (self.name, *(text for _, text in self.arguments), *(self.columns or ()))
        return self.kind is not StepKind.UNKNOWN and not any(UNKNOWN in text for text in texts)

    def __str__(self) -> str:
        given = ", ".join(f"{name}={text}" for name, text in self.arguments)
        return (
            f"{self.name.rpartition('.')[2] or self.name}({given})" if self.kind is not StepKind.COLUMNS else self.name
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Preprocessing:
    """The way of data to one model.

    Attributes:
        entry: "module:function" in which the model is trained or asked ("module:" at module level).
        purpose: "train" or "serve".
        steps: in the order of execution; the last ones are the model and what is decided by its answer.
        artefact: the file that the model is saved to ("train") or was loaded from ("serve"); "" if there is none.
        saved: file name to canonical text of every fitted object that the module saves.
        handler: the framework's API that calls the entry, if one does; "" for scripts.
        variables: the numeric constants of the module by name, with their canonical text and place.
        declared: whether `steps` are those that the module declares (transforms of images, tokenizers), of which it is
            not known in which order they are applied, or whether all are.
        at: where the model is trained or asked.
    """

    entry: str
    purpose: str
    steps: tuple[Step, ...]
    artefact: str = ""
    saved: tuple[tuple[str, str], ...] = ()
    handler: str = field(default="", compare=False)
    variables: tuple[tuple[str, str, Location], ...] = field(default=(), compare=False)
    declared: bool = False
    at: Location | None = field(default=None, compare=False)

    @property
    def is_known(self) -> bool:
        """Whether no step is one of unseen code; single arguments may be unresolved all the same."""
        return all(step.kind is not StepKind.UNKNOWN for step in self.steps)

    def steps_of(self, *kinds: StepKind) -> tuple[Step, ...]:
        """The steps of these kinds, in order."""
        return tuple(step for step in self.steps if step.kind in kinds)


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """One way in which two preprocessings differ.

    Attributes:
        what: "changed" (arguments), "replaced" (by a step of another name), "missing", "added" or "moved".
        old, new: the steps; None where there is none.
        certain: whether it rests on nothing that could not be resolved.
        arguments: for "changed": the parameters that differ.
    """

    what: str
    old: Step | None
    new: Step | None
    certain: bool
    arguments: tuple[str, ...] = ()

    def __str__(self) -> str:
        match self.what:
            case "changed" | "replaced":
                return f"`{self.old}` has become `{self.new}`"
            case "missing":
                return f"`{self.old}` is missing"
            case "added":
                return f"`{self.new}` is new"
        return f"`{self.new}` stands elsewhere"


def differences(old: Preprocessing, new: Preprocessing) -> tuple[Difference, ...]:
    """Every difference in meaning, in the order of the steps of `new`; empty if both mean the same.

    What is missing in, added to or moved within a preprocessing with an unknown step may be in that step: such
    differences are not certain, nor are those of arguments that are not resolved on both sides.
    """
    if old.declared or new.declared:
        return tuple(_redeclared(old.steps, new.steps))
    return tuple(_compared(old.steps, new.steps, whole=old.is_known and new.is_known))


def _redeclared(old: Sequence[Step], new: Sequence[Step]) -> Iterator[Difference]:
    """The steps that both declare once only, with other arguments."""
    for name in dict.fromkeys(step.name for step in new):
        before, after = ([step for step in steps if step.name == name] for steps in (old, new))
        if before and len(set(before)) == len(set(after)) == 1:
            yield from _changed(before[0], after[0])


def _compared(old: Sequence[Step], new: Sequence[Step], *, whole: bool) -> Iterator[Difference]:
    left, right = [_key(step) for step in old], [_key(step) for step in new]
    for tag, a, b, c, d in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if tag == "equal":
            for before, after in zip(old[a:b], new[c:d], strict=True):
                yield from _changed(before, after)
            continue
        gone, come = list(old[a:b]), list(new[c:d])
        for before in list(gone):  # of the same kind, for the same columns: one has taken the place of the other
            taker = next((each for each in come if each.kind is before.kind and _same_place(before, each)), None)
            if taker is not None and StepKind.UNKNOWN not in (before.kind, taker.kind):
                gone.remove(before)
                come.remove(taker)
                certain = before.is_known and taker.is_known and whole
                yield Difference(what="replaced", old=before, new=taker, certain=certain)
        for before in gone:
            if before.kind is not StepKind.UNKNOWN:
                moved = next((step for step in new if step == before), None)
                what = "missing" if moved is None else "moved"
                yield Difference(what=what, old=before, new=moved, certain=whole and before.is_known)
        for after in come:
            if after.kind is not StepKind.UNKNOWN and after not in old:
                yield Difference(what="added", old=None, new=after, certain=whole and after.is_known)


def _key(step: Step) -> tuple[str, str, tuple[str, ...] | None]:
    return step.kind.value, step.name, None if step.kind is StepKind.COLUMNS else step.columns


def _same_place(before: Step, after: Step) -> bool:
    return before.columns == after.columns or before.kind is not StepKind.OPERATION


def _changed(before: Step, after: Step) -> Iterator[Difference]:
    """The difference between two steps of one name: in their arguments, or in the columns that they choose."""
    old, new = dict(before.arguments), dict(after.arguments)
    names = tuple(sorted(name for name in old.keys() | new.keys() if old.get(name) != new.get(name)))
    if before.kind is StepKind.COLUMNS and before.columns != after.columns:
        known = before.columns is not None and after.columns is not None and before.is_known and after.is_known
        yield Difference(what="changed", old=before, new=after, certain=known, arguments=("columns",))
    elif names:
        texts = [text for name in names for text in (old.get(name, ""), new.get(name, ""))]
        certain = not any(UNKNOWN in text for text in texts)
        yield Difference(what="changed", old=before, new=after, certain=certain, arguments=names)


def comparable(train: Preprocessing, serve: Preprocessing) -> tuple[Preprocessing, Preprocessing]:
    """Both sides of one model as far as serving must repeat training, so that `differences` says where it does not.

    Sources, splits, dropped rows and the model itself are left out, a transformer that was loaded is what training has
    saved under this name, and columns count where both sides name them.
    """
    kept = (StepKind.COLUMNS, StepKind.OPERATION, StepKind.TRANSFORMER, StepKind.UNKNOWN)
    old, new = list(train.steps_of(*kept)), [_restored(step, train) for step in serve.steps_of(*kept)]
    chosen = [_last_choice(steps) for steps in (old, new)]
    both = all(step is not None for step in chosen)
    if both and "keys" in (
        step.name for step in chosen if step is not None
    ):  # what clients call it may be another name
        both = len({frozenset(step.columns or ()) for step in chosen if step is not None}) == 1
    old, new = (
        [
            *(step for step in steps if step.kind is not StepKind.COLUMNS),
            *((last,) if both and last is not None else ()),
        ]
        for steps, last in zip((old, new), chosen, strict=True)
    )
    wanted = next((set(step.columns or ()) for step in chosen if step is not None), set[str]())
    old, new = ([step for step in steps if _reaches(step, wanted)] for steps in (old, new))
    anywhere = {step.name for step in (*old, *new) if step.columns is None and step.kind is not StepKind.COLUMNS}
    old, new = ([_everywhere(step, anywhere) for step in steps] for steps in (old, new))
    return replace(train, steps=tuple(old)), replace(serve, steps=tuple(new))


def _restored(step: Step, train: Preprocessing) -> Step:
    """A loaded transformer as the one that training saved; one that it did not save stays unknown."""
    if step.kind is not StepKind.TRANSFORMER or not step.name.startswith("@"):
        return step
    file = step.name.rpartition("/")[2].lstrip("@")
    texts = [text for name, text in train.saved if name == file]
    for own in train.steps_of(StepKind.TRANSFORMER):
        if described(own) in texts:
            return replace(own, columns=step.columns, learns=step.learns, artefact=step.artefact, at=step.at)
    return Step(kind=StepKind.UNKNOWN, name=f"what `{file}` holds", at=step.at)


def described(step: Step) -> str:
    """A transformer with its parameters, as `Preprocessing.saved` writes it."""
    return f"{step.name}({', '.join(f'{name}={text}' for name, text in step.arguments)})"


_RESHAPING: Final = frozenset({"drop", "pop", "assign", "insert", "merge", "join", "concat", "get_dummies", "rename"})


def _reaches(step: Step, wanted: set[str]) -> bool:
    """Whether a step may change one of the columns that the model gets, if it is known which those are."""
    return step.kind is StepKind.COLUMNS or not wanted or not step.columns or not wanted.isdisjoint(step.columns)


def _last_choice(steps: Sequence[Step]) -> Step | None:
    """The columns that are left at the end, if they were once chosen by name and nothing has made others since."""
    found: Step | None = None
    for step in steps:
        if step.kind is StepKind.COLUMNS and step.name == "drop" and found is not None:
            gone = set(step.columns or ())
            found = replace(found, columns=tuple(each for each in found.columns or () if each not in gone))
        elif step.kind is StepKind.COLUMNS and step.name != "drop" and step.columns:
            found = step
        elif step.name in _RESHAPING:
            found = None
    return found


def _everywhere(step: Step, names: set[str]) -> Step:
    if step.kind is StepKind.COLUMNS:
        return replace(step, name="select")
    return replace(step, columns=None) if step.name in names else step


def encoded(preprocessing: Preprocessing) -> str:
    """The preprocessing as JSON: sorted keys, one form for one meaning, without places."""
    steps = [
        {
            "kind": step.kind.value,
            "name": step.name,
            "arguments": dict(step.arguments),
            "columns": list(step.columns) if step.columns is not None else None,
            "learns": step.learns,
            "artefact": step.artefact,
        }
        for step in preprocessing.steps
    ]
    whole = {
        "format": FORMAT,
        "entry": preprocessing.entry,
        "purpose": preprocessing.purpose,
        "artefact": preprocessing.artefact,
        "declared": preprocessing.declared,
        "saved": dict(preprocessing.saved),
        "steps": steps,
    }
    return json.dumps(whole, sort_keys=True, ensure_ascii=False)


def decoded(text: str) -> Preprocessing:
    """What `encoded` wrote.

    Raises:
        ValueError: `text` is no JSON, or not of this format.
    """
    whole: Mapping[str, Any] = json.loads(text)
    if not isinstance(whole, dict) or whole.get("format") != FORMAT:
        raise ValueError("not a preprocessing of a known format")
    try:
        return Preprocessing(
            entry=whole["entry"],
            purpose=whole["purpose"],
            artefact=whole["artefact"],
            declared=whole["declared"],
            saved=tuple(sorted(whole["saved"].items())),
            steps=tuple(map(_step, whole["steps"])),
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ValueError(f"not a preprocessing: {error}") from None


def _step(given: Mapping[str, Any]) -> Step:
    columns = given["columns"]
    return Step(
        kind=StepKind(given["kind"]),
        name=given["name"],
        arguments=tuple(sorted(given["arguments"].items())),
        columns=None if columns is None else tuple(columns),
        learns=given["learns"],
        artefact=given["artefact"],
    )
