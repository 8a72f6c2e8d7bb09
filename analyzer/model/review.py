"""What may a reviewer know, and what may it answer?"""

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """A reviewer's answer to the closed question of a doubt."""

    CONFIRMED = "confirmed"
    REFUTED = "refuted"
    INCONCLUSIVE = "inconclusive"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A line of the slice that a verdict cites: it counts only if the text stands there verbatim."""

    path: str
    line: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """An answer with its evidence; `rationale` is shown, never parsed."""

    outcome: Outcome
    rationale: str
    quotes: tuple[Quote, ...] = ()
    reviewer: str = ""
    prompt_digest: str = ""
    tokens: int = 0
