"""What does a rule claim, about which place, with which proof and which doubt?"""

from dataclasses import dataclass
from enum import StrEnum

from analyzer.model.level import Level
from analyzer.model.location import Location


class DoubtReason(StrEnum):
    """Why a rule is not sure."""

    UNRESOLVED_VALUE = "unresolved-value"
    UNKNOWN_PROVENANCE = "unknown-provenance"
    OUTSIDE_PROJECT = "outside-project"
    DYNAMIC_CALL = "dynamic-call"
    VERSION_UNKNOWN = "version-unknown"
    INTENT = "intent"


@dataclass(frozen=True, slots=True, kw_only=True)
class Doubt:
    """What the rule could not see, and the closed question whose answer would settle it.

    Attributes:
        reason: the kind of gap.
        text: one sentence: what was not seen.
        question: answerable with yes or no from the code; "yes" confirms the finding.
        parameters_of: qualified names of functions whose parameters were assumed to be anything because the project
            was entered there. If the project itself calls all of them, those calls decide and this finding is
            dropped (`engine.merge`).
    """

    reason: DoubtReason
    text: str
    question: str
    parameters_of: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step of a code flow: what happens to the value at this place."""

    at: Location
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Another place a reader needs, and what is there."""

    at: Location
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """Replace the region `at` by `text`."""

    at: Location
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fix:
    """Edits that cure a finding; `safe` ones keep the program's meaning for well-formed input."""

    title: str
    edits: tuple[Edit, ...]
    safe: bool


class Action(StrEnum):
    """What a change does to the call or statement it names."""

    SET_ARGUMENT = "set-argument"  # the argument `name` becomes `code`; it is added if it is not there
    USE = "use"  # the argument `name` becomes the API `code` ("yaml.CSafeLoader"), as the module can reach it
    DROP_ARGUMENT = "drop-argument"  # the argument `name` goes
    CALL = "call"  # the API `name` ("yaml.safe_load") is called instead, under the name the module can reach it by
    NAME = "name"  # the expression, a plain name, becomes the API `name`, as the module can reach it
    SWAP = "swap"  # the arguments `name` and `code`, the first two by position, change places
    DELETE = "delete"  # the statement goes
    FIT_BELOW = "fit-below"  # the `fit_transform` goes below the split `below`, to be fitted on its training side


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change of the syntax at a place, not yet as text.

    Attributes:
        action: what happens to it.
        at: the whole call expression; the expression itself for `NAME`, the whole statement for `DELETE`.
        name: the argument's keyword, or the qualified name of the API to call.
        code: the argument's new expression, or the qualified name of the API it becomes; for `NAME`, a name of the
            module whose import may bring the new one too.
        position: which positional argument (from 0) the argument may also stand as; None if only its keyword will do.
        api: the qualified name of what is called at `at`: a call by another name than its own (`f = torch.load`) is
            left as it is. Empty if any call will do.
        below: for `FIT_BELOW`: the call that splits the rows.
    """

    action: Action
    at: Location
    name: str = ""
    code: str = ""
    position: int | None = None
    api: str = ""
    below: Location | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Remedy:
    """How a rule would cure a finding; `analyzer.fix` turns it into the edits of a `Fix`, if somebody wants them.

    Attributes:
        title: imperative, one line, no full stop: "Restrict the load to tensors with `weights_only=True`".
        changes: all of them together are the cure.
        safe: whether the program means the same afterwards for well-formed input; others are only offered.
    """

    title: str
    changes: tuple[Change, ...]
    safe: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A rule's claim: plain data, no syntax nodes, so that it can be cached and sent to another process.

    Attributes:
        rule_id: `family/id`.
        message: one sentence, code in backticks, the hazard first, no full stop.
        at: the primary place: one expression or statement, not a whole function.
        level: the level of this finding; None for the rule's own.
        flow: the steps that bring the hazard to `at`, in order of execution; empty if no data flows.
        related: other places (split, fit, evaluation, …).
        doubt: what was not seen; None for a proven finding.
        remedy: how to cure it, as the rule says it.
        fix: the edits that cure it; made from `remedy` by `analyzer.fix`.
        properties: further facts for machine readers, as (name, value), names unique.
    """

    rule_id: str
    message: str
    at: Location
    level: Level | None = None
    flow: tuple[Step, ...] = ()
    related: tuple[Related, ...] = ()
    doubt: Doubt | None = None
    remedy: Remedy | None = None
    fix: Fix | None = None
    properties: tuple[tuple[str, str], ...] = ()
