"""What do the pattern rules find: from memory if nothing has changed, else by semgrep, beside the analysis of Python?

A search is begun before the analysis and finished after it. Our rules and the user's are searched for in processes of
their own, so that a rule of the user that semgrep refuses costs nothing but itself.
"""

import os
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from analyzer.engine import cache
from analyzer.engine.registry import LoadedRule
from analyzer.model.finding import Finding
from analyzer.model.level import Level
from analyzer.model.result import Notification, NotificationKind
from analyzer.patterns import program
from analyzer.patterns.names import matcher
from analyzer.patterns.user_rules import UserRule
from analyzer.source.discover import Candidate, Discovery
from analyzer.source.file import FileKind, SourceFile
from analyzer.source.read import read

if TYPE_CHECKING:  # what reads and starts is imported when something is to be read or started
    from analyzer.patterns.run import Run

MARK = b"mlvet:"  # a comment that speaks to this tool


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """The pattern rules of a scan: `ours` are those about artefacts, `users` those of `--patterns`."""

    ours: Sequence[LoadedRule] = ()
    users: Sequence[UserRule] = ()

    def wanted(self) -> Callable[[str], bool]:
        """Whether a file that is not Python may matter, by its name."""
        globs = {glob for rule in self.ours for glob in _files(rule)}
        return matcher(globs | {glob for rule in self.users for glob in rule.globs})

    @property
    def paths(self) -> list[Path]:
        """Every file that says what is looked for."""
        ours = [path for rule in self.ours for path in (rule.path, rule.patterns)]
        return [*ours, *dict.fromkeys(rule.path for rule in self.users)]

    @property
    def names(self) -> list[str]:
        """Their qualified ids."""
        return [rule.qualified for rule in self.ours] + [rule.info.qualified for rule in self.users]


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a search happens.

    Attributes:
        root: the folder that paths are relative to.
        folder: where the cache lies; None to search anew and remember nothing.
        asked: the paths as they were given, which name the entry of the cache.
        max_bytes: see `source.read.read`.
        insisted: whether somebody asked for pattern rules or for such files by name, so that a missing semgrep means
            that something asked for was not done.
    """

    root: Path
    folder: Path | None = None
    asked: Sequence[str] = ()
    max_bytes: int | None = None
    insisted: bool = False


class Search:
    """A search that was begun; to leave it ends what it started, whatever happened."""

    def __init__(self, rules: Rules, found: Discovery, place: Place) -> None:
        self._memory = _Memory(rules, _targets(rules, found), place)
        self._runs: list[Run] = []
        self._digests: dict[str, str] = {}
        self._lines: dict[str, int] = {}  # of the artefacts that are searched
        self._marked: dict[str, bytes] = {}
        self._notifications: list[Notification] = []
        if self._memory.known is None and self._memory.targets:
            try:
                self._begin(rules, place)
            except BaseException:
                self.__exit__(None, None, None)
                raise

    def __enter__(self) -> "Search":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for run in self._runs:
            run.close()

    def finish(self) -> cache.Remembered:
        """What was found; `marked` names, without content, the artefacts with comments that speak to this tool."""
        if self._memory.known is not None:
            return self._memory.known
        findings: list[Finding] = []
        for run in self._runs:
            found, said = run.finish()
            findings += found
            self._notifications += said
        remembered = cache.Remembered(
            states=(),
            findings=tuple(dict.fromkeys(findings)),
            marked={path: b"" for path in self._marked if path in self._lines},
            notifications=tuple(self._notifications),
            files=len(self._lines),
            lines=sum(self._lines.values()),
        )
        # What failed is tried again; what one file of many is not fit for stays so.
        if not any(note.kind in _FAILURES for note in self._notifications):
            self._memory.keep(remembered, self._digests)
        return remembered

    def _begin(self, rules: Rules, place: Place) -> None:
        """Read all files, and start semgrep on those that a rule may find something in."""
        from analyzer.patterns.run import Run

        # A rule of ours is one or more of semgrep's: `id`, `id.dockerfile`, …
        names = {rule.id: rule.qualified for rule in rules.ours}
        users = {rule.semgrep_id: rule.info.qualified for rule in rules.users}
        ours = Run(lambda name: names.get(name.partition(".")[0], ""), place.max_bytes)
        theirs = Run(lambda name: users.get(name, ""), place.max_bytes)
        self._runs = [ours, theirs]
        tool = program.find(os.environ)
        filters = [(rule, _Filter(rule)) for rule in rules.ours]
        wanted = matcher(glob for rule in rules.users for glob in rule.globs)
        hit: dict[LoadedRule, None] = {}
        missed: dict[str, None] = {}
        for candidate in self._memory.targets:
            source = self._read(candidate, place.max_bytes)
            if source is None:
                continue
            artefact = candidate.kind is FileKind.ARTEFACT
            lowered = source.text.lower() if artefact else b""
            by = [rule for rule, meets in filters if artefact and meets(source.path, lowered)]
            hit |= dict.fromkeys(by)
            searching = [run for run, asked in ((ours, by), (theirs, wanted(_name(source.path)))) if asked]
            if searching and tool is None:
                missed[source.path] = None
            elif tool is not None:
                for run in searching:
                    run.add(source, candidate)
        if tool is not None:
            ours.start(tool, [rule.patterns for rule in hit])
            theirs.start(tool, list(dict.fromkeys(rule.path for rule in rules.users)))
        elif missed:
            self._miss(list(missed), insisted=place.insisted or bool(rules.users))

    def _read(self, candidate: Candidate, max_bytes: int | None) -> SourceFile | None:
        """Read a file. An artefact that cannot be read is a part that was not searched, not a failure of the scan."""
        source = read(candidate, max_bytes=max_bytes)
        python = candidate.kind is not FileKind.ARTEFACT  # which the analysis counts, and complains of
        if isinstance(source, Notification):
            if not python and source.kind is not NotificationKind.BINARY:
                self._notifications.append(replace(source, level=Level.WARNING))
            return None
        self._digests[source.path] = source.digest
        if not python:
            self._lines[source.path] = source.line_count
            if MARK in source.text:
                self._marked[source.path] = b""
        return source

    def _miss(self, paths: Sequence[str], *, insisted: bool) -> None:
        """There is no semgrep. What nobody asked for by name and no rule could find anything in is not missed."""
        from analyzer.patterns.run import counted

        message = (
            f"semgrep is not installed, so pattern rules were not run on {counted(paths)}; "
            "`pip install 'mlvet[semgrep]'` brings it"
        )
        level = Level.ERROR if insisted else Level.WARNING
        kind = NotificationKind.PATTERNS_NOT_SEARCHED
        self._notifications.append(Notification(kind=kind, level=level, message=message))
        for path in paths:
            self._lines.pop(path, None)


class _Memory:
    """What a former search of the same files with the same rules said."""

    def __init__(self, rules: Rules, targets: Sequence[Candidate], place: Place) -> None:
        self.targets = targets
        self.known: cache.Remembered | None = None
        self._folder = None if any(file.content is not None for file in targets) else place.folder
        if self._folder is None or not targets:
            return
        self._began = time.time_ns()
        absolute = {file.path: file.absolute for file in targets}
        tool = program.find(os.environ)
        stamped = "" if tool is None else (str(tool), cache.stamp(str(tool)))
        signature = cache.signature(rules.paths)
        settings = (rules.names, stamped, place.max_bytes, place.insisted)
        self._name = cache.key("patterns", signature, str(place.root), tuple(place.asked), settings)
        self.known = cache.recall(self._name, absolute, self._folder)
        if self.known is None:
            self._stamps = {path: cache.stamp(where) for path, where in absolute.items()}

    def keep(self, remembered: cache.Remembered, digests: Mapping[str, str]) -> None:
        """Remember what this search said."""
        if self._folder is None or not self.targets:
            return
        remembered.states = tuple(
            cache.State(path, cache.settled(stamp, self._began), digests.get(path, ""))
            for path, stamp in sorted(self._stamps.items())
        )
        cache.store(self._name, remembered, self._folder)


def _targets(rules: Rules, found: Discovery) -> list[Candidate]:
    """The files that may go into a search: artefacts and, for rules of the user, Python files."""
    wanted = matcher(glob for rule in rules.users for glob in rule.globs)
    return [*found.artefacts, *(file for file in found.files if wanted(_name(file.path)))]


def _files(rule: LoadedRule) -> tuple[str, ...]:
    artefacts = rule.rule.artefacts
    return artefacts.files if artefacts is not None else ()


class _Filter:
    """Whether a rule of ours may find something in a file, by its name and the words in it."""

    def __init__(self, rule: LoadedRule) -> None:
        artefacts = rule.rule.artefacts
        assert artefacts is not None
        self._wanted = matcher(artefacts.files)
        self._words, self._also = (
            [word.lower().encode() for word in words] for words in (artefacts.words, artefacts.also)
        )

    def __call__(self, path: str, lowered: bytes) -> bool:
        """Whether it may in the file at `path`, whose text in lower case this is."""
        if not self._wanted(_name(path)):
            return False
        also = self._also
        return any(word in lowered for word in self._words) and (not also or any(word in lowered for word in also))


def _name(path: str) -> str:
    """A file's name as rules about languages know it: a notebook is read as the Python in it."""
    name = path.rpartition("/")[2]
    return f"{name}.py" if name.lower().endswith((".ipynb", ".pyw")) else name


_FAILURES = (NotificationKind.PATTERNS_FAILED, NotificationKind.PATTERNS_NOT_SEARCHED)
