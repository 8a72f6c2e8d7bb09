"""What does the tool stand behind, and what could it not do?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from analyzer.model.finding import Finding
from analyzer.model.level import Level
from analyzer.model.location import Location
from analyzer.model.review import Verdict
from analyzer.model.rule import Precision


class Kind(StrEnum):
    """SARIF's kinds of a result that we use (SARIF 2.1.0, 3.27.9)."""

    FAIL = "fail"
    REVIEW = "review"


class BaselineState(StrEnum):
    """SARIF's states of a result against a baseline (SARIF 2.1.0, 3.27.24)."""

    NEW = "new"
    UNCHANGED = "unchanged"
    ABSENT = "absent"


class SuppressionKind(StrEnum):
    """Where a suppression stands (SARIF 2.1.0, 3.35.2)."""

    IN_SOURCE = "inSource"
    EXTERNAL = "external"


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppression:
    """Why a result is not counted, and who says so."""

    kind: SuppressionKind
    justification: str
    at: Location | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Result:
    """A finding as we report it: SARIF's word and fields.

    `level` is `none` when `kind` is `review` (SARIF 2.1.0, 3.27.9); `shown_level` is what a consumer without kinds
    should see. `fingerprints` are SARIF's partialFingerprints.
    """

    finding: Finding
    kind: Kind
    level: Level
    shown_level: Level
    verdict: Verdict | None = None
    suppressions: tuple[Suppression, ...] = ()
    baseline_state: BaselineState | None = None
    fingerprints: tuple[tuple[str, str], ...] = ()


class NotificationKind(StrEnum):
    """What went wrong, or is worth saying, outside of findings. The value is SARIF's notification descriptor id."""

    UNREADABLE = "unreadable"
    NOT_FOUND = "not-found"
    BINARY = "binary"
    UNDECODABLE = "undecodable"
    TOO_LARGE = "too-large"
    BROKEN_SYNTAX = "broken-syntax"
    TOO_DEEP = "too-deep"
    BAD_NOTEBOOK = "bad-notebook"
    SYMLINK_LOOP = "symlink-loop"
    RULE_FAILED = "rule-failed"
    ANALYSIS_FAILED = "analysis-failed"
    WORKER_DIED = "worker-died"
    BUDGET_EXHAUSTED = "budget-exhausted"
    BAD_SUPPRESSION = "bad-suppression"
    UNUSED_SUPPRESSION = "unused-suppression"
    GIT_FAILED = "git-failed"
    NOTHING_TO_SCAN = "nothing-to-scan"
    NOT_FIXED = "not-fixed"
    PATTERNS_NOT_SEARCHED = "patterns-not-searched"
    PATTERNS_FAILED = "patterns-failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notification:
    """Something the user must know about the run itself.

    Attributes:
        kind: what happened.
        level: `error` if something asked for was not analysed (exit code 3), `warning` if a part of it was not,
            `note` for information.
        message: one sentence naming the file and the reason.
        path: the file concerned, relative and POSIX, or an empty string.
        at: the region concerned.
        rule_id: the rule concerned.
    """

    kind: NotificationKind
    level: Level
    message: str
    path: str = ""
    at: Location | None = None
    rule_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleInfo:
    """What a report says of a rule: `Rule` without its check, with its documentation."""

    id: str
    family: str
    title: str
    level: Level
    precision: Precision
    tags: tuple[str, ...]
    cwe: tuple[int, ...]
    security_severity: float | None
    since: str
    question: str
    markdown: str

    @property
    def qualified(self) -> str:
        """`family/id`, the id that reports and suppressions use."""
        return f"{self.family}/{self.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """A file that edits are offered for.

    Attributes:
        absolute: where it lies on this machine.
        digest: SHA-256 of the bytes that the edits are for, in hex.
        content: the bytes, if they did not come from `absolute`.
    """

    absolute: str
    digest: str
    content: bytes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Everything a report is made of.

    Attributes:
        results: sorted by path, line, column and rule; suppressed and baselined ones included.
        notifications: sorted by path and kind.
        rules: the rules that ran, sorted by qualified id.
        lines: per path of a result, step or related place: the lines of the file as it is on disk (raw JSON for a
            notebook), without line ends.
        files: number of files analysed; `total_lines`: lines of code in them; `seconds`: wall time.
        selected: paths that were asked for, as the user gave them.
        automation_id: SARIF's `automationDetails.id`; what stands before its last slash is the category.
        unterminated: paths in `lines` whose last line has no line end (GitHub's hash of a line depends on it).
        originals: per path, the file that the edits of a result are for.
        fixed: per path and qualified rule id, how many results were fixed and are no longer among the results.
    """

    results: tuple[Result, ...]
    notifications: tuple[Notification, ...]
    rules: tuple[RuleInfo, ...]
    lines: Mapping[str, tuple[str, ...]]
    files: int
    total_lines: int
    seconds: float
    selected: tuple[str, ...]
    automation_id: str = ""
    unterminated: frozenset[str] = frozenset()
    originals: Mapping[str, Original] = field(default_factory=dict)
    fixed: Mapping[str, Mapping[str, int]] = field(default_factory=dict)
