"""Which findings do the comments of a file suppress, and which of these comments are wrong or idle?"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from analyzer.config import near
from analyzer.model.finding import Finding
from analyzer.model.level import Level
from analyzer.model.result import Notification, NotificationKind, Suppression, SuppressionKind
from analyzer.triage.directives import Directive


@dataclass(frozen=True, slots=True, kw_only=True)
class Suppressed:
    """Per finding, in the order given, the suppressions that hold; and what is to be said of the comments."""

    suppressions: tuple[tuple[Suppression, ...], ...]
    notifications: tuple[Notification, ...]


def suppress(
    findings: Sequence[Finding], directives: Iterable[Directive], *, known: Collection[str], ran: Collection[str]
) -> Suppressed:
    """Match findings with the comments of their files.

    A comment that names no known rule or gives no reason does not count and is notified, so is one that suppresses
    nothing although its rule ran.

    Arguments:
        findings: of any files.
        directives: of any files; each is matched within the file it stands in.
        known: qualified ids (`family/id`) of all rules there are.
        ran: qualified ids of the rules that ran.
    """
    ids = _Ids(known)
    by_path: dict[str, list[int]] = {}
    for index, finding in enumerate(findings):
        by_path.setdefault(finding.at.path, []).append(index)
    suppressions: list[list[Suppression]] = [[] for _ in findings]
    notifications: list[Notification] = []
    for directive in directives:
        if directive.problem:
            notifications.append(_bad(directive, directive.problem))
            continue
        for word in directive.rules:
            meant = ids.meant_by(word)
            if not meant:
                notifications.append(_bad(directive, f"names `{word}`, which is no rule{near(word, ids.words)}"))
                continue
            hits = [
                index
                for index in by_path.get(directive.at.path, ())
                if findings[index].rule_id in meant and directive.covers(findings[index].at)
            ]
            for index in hits:
                suppressions[index].append(_suppression(directive))
            if not hits and meant.intersection(ran):
                notifications.append(_unused(directive, word))
    return Suppressed(suppressions=tuple(map(_distinct, suppressions)), notifications=tuple(notifications))


class _Ids:
    """What a word in a comment can mean: a rule by `family/id` or by `id`."""

    def __init__(self, known: Iterable[str]) -> None:
        self._meanings: dict[str, set[str]] = {}
        for qualified in known:
            for word in (qualified, qualified.rpartition("/")[2]):
                self._meanings.setdefault(word, set()).add(qualified)

    @property
    def words(self) -> Iterator[str]:
        return iter(self._meanings)

    def meant_by(self, word: str) -> set[str]:
        return self._meanings.get(word, set())


def _distinct(suppressions: Iterable[Suppression]) -> tuple[Suppression, ...]:
    return tuple(dict.fromkeys(suppressions))


def _suppression(directive: Directive) -> Suppression:
    return Suppression(kind=SuppressionKind.IN_SOURCE, justification=directive.reason, at=directive.at)


def _bad(directive: Directive, problem: str) -> Notification:
    return Notification(
        kind=NotificationKind.BAD_SUPPRESSION,
        level=Level.WARNING,
        message=f"the suppression at `{directive.at}` {problem}",
        path=directive.at.path,
        at=directive.at,
    )


def _unused(directive: Directive, word: str) -> Notification:
    where = "in this file" if not directive.first else "there"
    return Notification(
        kind=NotificationKind.UNUSED_SUPPRESSION,
        level=Level.NOTE,
        message=f"the suppression of `{word}` at `{directive.at}` suppresses nothing: the rule finds nothing {where}",
        path=directive.at.path,
        at=directive.at,
        rule_id=word,
    )
