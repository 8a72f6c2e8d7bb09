"""What is a rule, apart from its check?"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar

from analyzer.model.finding import Finding
from analyzer.model.level import Level

Context = TypeVar("Context")

FAR = 4
"""The reach of a rule that follows flows: functions further off than four calls are not entered for its sake."""


class Precision(StrEnum):
    """How often a rule's findings are true, in the words of GitHub code scanning's rule property `precision`."""

    VERY_HIGH = "very-high"
    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


@dataclass(frozen=True, slots=True, kw_only=True)
class Artefacts:
    """Which files that are not Python a rule is about; the file `<rule>.yml` beside it says what semgrep looks for.

    Attributes:
        files: globs of file names without their folders, letter case ignored: `("Dockerfile*", "*.sh")`.
        words: a file that holds none of them, letter case ignored, cannot hold a finding and is not handed on.
        also: further words of which such a file holds one; none if `words` say it all.
    """

    files: tuple[str, ...]
    words: tuple[str, ...]
    also: tuple[str, ...] = ()


def finds_nothing(_context: object) -> Iterable[Finding]:
    """The check of a rule that has nothing to say of Python code."""
    return ()


# Without slots: `Rule[RuleContext](...)` sets `__orig_class__`, which a frozen class with slots answers with the wrong
# kind of error (TypeError instead of AttributeError, in Python 3.11 to 3.13), and the call would fail.
@dataclass(frozen=True, kw_only=True)
class Rule(Generic[Context]):
    """A rule is a value: its identity, its weight, which facts it reads and the function that asks for them.

    Attributes:
        id: kebab-case hazard; reads after "allow"; equals the file's name with `-` for `_`.
        title: one line, at most 100 characters, no full stop.
        level: the level of a finding that does not state another.
        precision: how often a finding is true.
        tags: words to select by; the family (folder) is added by the engine.
        cwe: CWE numbers, e.g. `(502,)`.
        security_severity: CVSS-like 0.1–10.0 for security rules (GitHub: >= 9.0 critical, 7.0–8.9 high, 4.0–6.9
            medium), else None.
        reads: the knowledge roles whose calls the rule asks for (`"load.pickle"`, `"fit"`, …) and other fact kinds
            (`"nan-comparison"`); decides which files are read at all.
        given: kinds of origin (`"request"`) or roles of which every finding needs one; then they, not
            `reads`, decide which files and functions are entered.
        reach: how many calls away from a wanted API a function can be and still matter to the rule: values are always
            followed into the functions that are entered, and this says from how far off they are entered. 4 for rules
            whose proof is a flow, 0 or 1 for those that judge what stands at the call.
        question: the closed question of a doubt, when a finding does not state its own; empty if it never doubts.
        since: first release with the rule.
        check: from a context to findings; pure; never does I/O.
        across: from what all modules have shown (`analyzer.api.ProjectContext`) to findings, for what only a look at
            several of them shows; asked once, after all checks, and only if a model is saved or loaded somewhere.
        artefacts: for a rule about files that are not Python, which they are; it has neither `reads` nor `check`.
    """

    id: str
    title: str
    level: Level
    precision: Precision
    since: str
    reads: tuple[str, ...] = ()
    check: Callable[[Context], Iterable[Finding]] = finds_nothing
    across: Callable[[Any], Iterable[Finding]] = finds_nothing
    artefacts: Artefacts | None = None
    tags: tuple[str, ...] = ()
    cwe: tuple[int, ...] = ()
    security_severity: float | None = None
    given: tuple[str, ...] = ()
    reach: int = FAR
    question: str = ""
