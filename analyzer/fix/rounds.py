"""What is left of a run when everything in it is fixed that can be, again and again until nothing is?

All rounds happen in memory; `files` writes what comes out of them once.
"""

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace

from analyzer.fix.content import Content, NotFixed
from analyzer.fix.files import replace as replace_file
from analyzer.model.finding import Fix
from analyzer.model.level import Level
from analyzer.model.result import BaselineState, Notification, NotificationKind, Original, Result, Run

MOST_ROUNDS = 10

Scan = Callable[[Mapping[str, bytes]], Run]
"""Scans with other content for some paths than there is on disk; the results have fixes."""


@dataclass(slots=True, kw_only=True)
class Changed:
    """A file with fixes: where it lies, what it holds and what it is to hold, and how many results of which rule go."""

    absolute: str
    before: bytes
    after: bytes
    fixed: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True, kw_only=True)
class Repair:
    """What fixing comes to.

    Attributes:
        first: the first scan, of the content as it is.
        run: the last scan, of the content as it is to be.
        files: the changed files by path, sorted.
        notifications: what could not be done.
    """

    first: Run
    run: Run
    files: Mapping[str, Changed]
    notifications: tuple[Notification, ...]

    def outcome(self, run: Run | None = None, notifications: Iterable[Notification] = ()) -> Run:
        """The run to report: the last one, or a later one, with what was fixed and what could not be."""
        run = run or self.run
        said = (*run.notifications, *self.notifications, *notifications)
        fixed = {path: dict(sorted(file.fixed.items())) for path, file in self.files.items()}
        ordered = sorted(set(said), key=lambda each: (each.path, each.kind, each.message))
        return replace(run, notifications=tuple(ordered), fixed=fixed)


def repair(scan: Scan, *, unsafe: bool, rounds: int = MOST_ROUNDS) -> Repair:
    """Scan, fix in memory, and scan again until nothing is left to fix.

    Args:
        scan: see `Scan`.
        unsafe: whether fixes that may change what the program does are wanted, too.
        rounds: how often at most; what then still could be fixed is told.
    """
    work = _Work(unsafe)
    first = run = scan({})
    for _ in range(rounds):
        if not work.fix(run):
            break
        run = scan({path: file.after for path, file in work.files.items()})
    else:
        work.tell_rest(run, rounds)
    files = dict(sorted(work.files.items()))
    return Repair(first=first, run=run, files=files, notifications=tuple(work.notifications))


def write(repaired: Repair) -> tuple[Repair, tuple[Notification, ...]]:
    """Write all changed files; those that could not be written are no longer among them, and notified."""
    written = {}
    notifications = []
    for path, file in repaired.files.items():
        try:
            replace_file(file.absolute, file.before, file.after)
        except NotFixed as error:
            notifications.append(_told(path, str(error), Level.ERROR))
        else:
            written[path] = file
    return replace(repaired, files=written), tuple(notifications)


class _Work:
    """The files as they are after the rounds so far."""

    def __init__(self, unsafe: bool) -> None:
        self._unsafe = unsafe
        self._given_up: set[str] = set()
        self.files: dict[str, Changed] = {}
        self.notifications: list[Notification] = []

    def fix(self, run: Run) -> bool:
        """Fix what can be fixed of a run; whether anything was."""
        found = False
        for path, results in self._fixable(run).items():
            try:
                found |= self._fix_file(path, run.originals[path], results)
            except NotFixed as error:
                self._given_up.add(path)
                self.notifications.append(_told(path, str(error), Level.ERROR))
        return found

    def tell_rest(self, run: Run, rounds: int) -> None:
        """Say what could still be fixed after the last round."""
        for path, results in self._fixable(run).items():
            text = f"still has {len(results)} results with a fix after {rounds} rounds of fixes: run it again"
            self.notifications.append(_told(path, text, Level.WARNING))

    def _fixable(self, run: Run) -> dict[str, list[Result]]:
        wanted: dict[str, list[Result]] = {}
        for result in run.results:
            path = result.finding.at.path
            if path in run.originals and path not in self._given_up and self._is_wanted(result):
                wanted.setdefault(path, []).append(result)
        return wanted

    def _is_wanted(self, result: Result) -> bool:
        fix = result.finding.fix
        stands = not result.suppressions and result.baseline_state not in (
            BaselineState.UNCHANGED,
            BaselineState.ABSENT,
        )
        return fix is not None and stands and (fix.safe or self._unsafe)

    def _fix_file(self, path: str, original: Original, results: list[Result]) -> bool:
        before = _bytes(original)
        fixes: dict[int, Fix] = {id(each.finding.fix): each.finding.fix for each in results if each.finding.fix}
        after, taken = Content(path, before).with_fixes(list(fixes.values()))
        if not taken:
            raise NotFixed("was not fixed: it would no longer be Python")
        if after == before:
            return False
        file = self.files.setdefault(path, Changed(absolute=original.absolute, before=before, after=after))
        file.after = after
        chosen = {id(fix) for fix in taken}
        file.fixed.update(each.finding.rule_id for each in results if id(each.finding.fix) in chosen)
        return True


def _bytes(original: Original) -> bytes:
    """What a file holds.

    Raises:
        NotFixed: it cannot be read, or is not what was scanned.
    """
    if original.content is not None:
        return original.content
    try:
        with open(original.absolute, "rb") as stream:
            content = stream.read()
    except (OSError, ValueError) as error:
        from analyzer.source.discover import reason_of

        raise NotFixed(f"cannot be read any more: {reason_of(error)}") from None
    if hashlib.sha256(content).hexdigest() != original.digest:
        raise NotFixed("has changed since it was scanned and was left as it is")
    return content


def _told(path: str, reason: str, level: Level) -> Notification:
    return Notification(kind=NotificationKind.NOT_FIXED, level=level, message=f"`{path}` {reason}", path=path)
