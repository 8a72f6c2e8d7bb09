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

from analyzer.engine import cache
from analyzer.engine.registry import LoadedRule
from analyzer.model.finding import Finding
from analyzer.model.level import Level
from analyzer.model.result import Notification, NotificationKind
from analyzer.patterns import program
from analyzer.patterns.names import matcher
from analyzer.patterns.run import Run, counted
from analyzer.patterns.tree import Readings, read_all
from analyzer.patterns.user_rules import UserRule
from analyzer.source.discover import Candidate, Discovery
from analyzer.source.file import SourceFile

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
        self._readings = Readings(sources=(), notifications=(), digests={})
        self._digests: Mapping[str, str] = {}
        self._notifications: list[Notification] = []
        if self._memory.known is None and self._memory.targets:
            try:
                self._begin(rules, found, place)
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
        readings = self._readings
        remembered = cache.Remembered(
            states=(),
            findings=tuple(dict.fromkeys(findings)),
            marked={source.path: b"" for source in readings.sources if MARK in source.text},
            notifications=(*readings.notifications, *self._notifications),
            files=len(readings.sources),
            lines=readings.lines,
        )
        # What failed is tried again; what one file of many is not fit for stays so.
        if not any(note.kind in _FAILURES for note in self._notifications):
            self._memory.keep(remembered, self._digests)
        return remembered

    def _begin(self, rules: Rules, found: Discovery, place: Place) -> None:
        artefacts = read_all(found.artefacts, place.max_bytes)
        # What is wrong with a Python file, the analysis says.
        python = read_all((file for file in self._memory.targets if file not in found.artefacts), place.max_bytes)
        self._readings, self._digests = artefacts, artefacts.digests | python.digests
        hits = {rule: hit for rule in rules.ours if (hit := _hits(rule, artefacts.sources))}
        ours = list(dict.fromkeys(source for hit in hits.values() for source in hit))
        wanted = matcher(glob for rule in rules.users for glob in rule.globs)
        theirs = [source for source in (*artefacts.sources, *python.sources) if wanted(_name(source.path))]
        tool = program.find(os.environ)
        if tool is None:
            self._miss(list(dict.fromkeys((*ours, *theirs))), insisted=place.insisted or bool(theirs))
            return
        if hits:
            # A rule of ours is one or more of semgrep's: `id`, `id.dockerfile`, …
            ids = {rule.id: rule.qualified for rule in hits}
            files = [rule.patterns for rule in hits]
            self._runs.append(Run(tool, files, ours, lambda name: ids.get(name.partition(".")[0], "")))
        if theirs:
            names = {rule.semgrep_id: rule.info.qualified for rule in rules.users}
            files = list(dict.fromkeys(rule.path for rule in rules.users))
            self._runs.append(Run(tool, files, theirs, lambda name: names.get(name, "")))

    def _miss(self, sources: Sequence[SourceFile], *, insisted: bool) -> None:
        """There is no semgrep. What nobody asked for by name and no rule could find anything in is not missed."""
        if not sources:
            return
        message = (
            f"semgrep is not installed, so pattern rules were not run on {counted(sources)}; "
            "`pip install 'mlvet[semgrep]'` brings it"
        )
        level = Level.ERROR if insisted else Level.WARNING
        kind = NotificationKind.PATTERNS_NOT_SEARCHED
        self._notifications.append(Notification(kind=kind, level=level, message=message))
        self._readings = replace(
            self._readings, sources=tuple(each for each in self._readings.sources if each not in sources)
        )


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
        cache.remember(self._name, remembered, self._folder)


def _targets(rules: Rules, found: Discovery) -> list[Candidate]:
    """The files that may go into a search: artefacts and, for rules of the user, Python files."""
    wanted = matcher(glob for rule in rules.users for glob in rule.globs)
    return [*found.artefacts, *(file for file in found.files if wanted(_name(file.path)))]


def _files(rule: LoadedRule) -> tuple[str, ...]:
    artefacts = rule.rule.artefacts
    return artefacts.files if artefacts is not None else ()


def _hits(rule: LoadedRule, sources: Sequence[SourceFile]) -> list[SourceFile]:
    """The files that `rule` may find something in."""
    artefacts = rule.rule.artefacts
    if artefacts is None:
        return []
    wanted = matcher(artefacts.files)
    words, also = _encoded(artefacts.words), _encoded(artefacts.also)
    named = (source for source in sources if wanted(_name(source.path)))
    return [source for source in named if _holds(source.text.lower(), words, also)]


def _encoded(words: Sequence[str]) -> list[bytes]:
    return [word.lower().encode() for word in words]


def _holds(text: bytes, words: Sequence[bytes], also: Sequence[bytes]) -> bool:
    return any(word in text for word in words) and (not also or any(word in text for word in also))


def _name(path: str) -> str:
    """A file's name as rules about languages know it: a notebook is read as the Python in it."""
    name = path.rpartition("/")[2]
    return f"{name}.py" if name.lower().endswith((".ipynb", ".pyw")) else name


_FAILURES = (NotificationKind.PATTERNS_FAILED, NotificationKind.PATTERNS_NOT_SEARCHED)
