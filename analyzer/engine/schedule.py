"""In which order and in how many processes is a project analysed?

First every file is read and surveyed, then the modules that may reach a hit are parsed, then each module that matters
is interpreted and shown to the rules. What comes out does not depend on the number of processes or on who was faster.
"""

import gc
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from analyzer.engine.examine import Examination, Examined, Interpret, decode_examined
from analyzer.engine.pool import Answer, Loss, Work, perform, perform_here
from analyzer.engine.prefilter import vocabulary_of
from analyzer.engine.registry import LoadedRule
from analyzer.engine.survey import Survey, Surveyed, decode_surveyed
from analyzer.model.finding import Finding
from analyzer.model.level import Level
from analyzer.model.result import Notification, NotificationKind
from analyzer.project.callers import reach
from analyzer.project.names import module_names
from analyzer.project.project import Project
from analyzer.project.versions import Versions
from analyzer.source.discover import Candidate

# What a job may take before its worker is given up: far above what the interpreter's own budget lets it take.
SURVEY_SECONDS = 30.0
EXAMINE_SECONDS = 120.0

# Below these sizes the time to start processes is longer than what they save.
_FEW_FILES = 24
_SMALL_TREES = 400_000

Progress = Callable[[str, int, int], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """What the rules claim of a project, unmerged.

    Attributes:
        findings: of all modules and contexts, in the order of modules and rules.
        entered: "module:qualname" of project functions that project code called.
        notifications: what could not be done.
        digests: path to digest, of every file that was read.
        marked: encoded IR by path, of files with comments that speak to this tool.
        files: how many files were read; `lines`: of Python text in them; `units`: how many modules were interpreted.
    """

    findings: tuple[Finding, ...]
    entered: frozenset[str]
    notifications: tuple[Notification, ...]
    digests: Mapping[str, str]
    marked: Mapping[str, bytes]
    files: int
    lines: int
    units: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule:
    """How to analyse.

    Attributes:
        jobs: number of processes; None for what suits the machine and the project, one if it is small.
        max_bytes: see `source.read.read`.
        progress: told the name of a stage, how much of it is done, and how much there is.
        interpret: the interpreter; None for ours.
        method: how processes start, see `engine.pool.perform`.
    """

    jobs: int | None = None
    max_bytes: int | None = None
    progress: Progress = lambda _stage, _done, _count: None
    interpret: Interpret | None = None
    method: str = ""


def analyse(
    files: Sequence[Candidate], rules: Sequence[LoadedRule], versions: Versions, schedule: Schedule
) -> Analysis:
    """Analyse `files` with `rules`; every rule must have been loaded.

    A file, a rule or a process that fails costs one notification; interrupts go through.
    """
    named = module_names(candidate.path for candidate in files)
    modules = {named[candidate.path]: candidate for candidate in files}
    surveyed, notifications = _survey(modules, rules, schedule, forced=False)
    readable = {name: file for name, file in modules.items() if name in surveyed and surveyed[name].digest}
    examination = Examination(
        files=readable, rules=rules, versions=versions, max_bytes=schedule.max_bytes, interpret=schedule.interpret
    )
    notifications += _parse_importers(examination, surveyed, schedule)
    examination.trees = {name: found.tree for name, found in surveyed.items() if found.tree}
    examination.summaries.update((name, found.summary) for name, found in surveyed.items() if found.summary is not None)
    examination.units = _units(examination.project, surveyed)
    examined, lost = _examine(examination, schedule)
    notifications += [note for found in surveyed.values() for note in found.notifications]
    notifications += [note for found in examined for note in found.notifications]
    return Analysis(
        findings=tuple(finding for found in examined for finding in found.findings),
        entered=frozenset(name for found in examined for name in found.entered),
        notifications=tuple(dict.fromkeys((*notifications, *lost))),
        digests={modules[name].path: found.digest for name, found in surveyed.items() if found.digest},
        marked={modules[name].path: found.tree for name, found in surveyed.items() if found.marked},
        files=len(readable),
        lines=sum(found.lines for found in surveyed.values()),
        units=len(examination.units),
    )


def _survey(
    modules: Mapping[str, Candidate], rules: Sequence[LoadedRule], schedule: Schedule, *, forced: bool
) -> tuple[dict[str, Surveyed], list[Notification]]:
    """What is known of each module, in their order, and notifications for those whose process was lost."""
    names = list(modules)
    work = Survey(
        files=[(candidate, name) for name, candidate in modules.items()],
        vocabulary=vocabulary_of(rules),
        forced=forced,
        max_bytes=schedule.max_bytes,
    )
    workers = _workers(schedule, small=len(names) < _FEW_FILES)
    size = max(1, min(32, len(names) // (8 * workers)))
    batches = [tuple(range(start, min(start + size, len(names)))) for start in range(0, len(names), size)]
    found = {}
    lost = []
    stage = "parsing" if forced else "reading"
    for job, answer in _run(work, batches, workers, schedule, stage, SURVEY_SECONDS):
        if isinstance(answer, Loss):
            lost.append(_loss(answer, modules[names[job]].path, "read"))
        else:
            found[names[job]] = decode_surveyed(answer)
    return found, lost


def _parse_importers(examination: Examination, surveyed: dict[str, Surveyed], schedule: Schedule) -> list[Notification]:
    """Parse the modules that import a hit, directly or through others: their calls may lead there."""
    importers = _importers(examination.project, surveyed)
    waiting = [name for name, found in surveyed.items() if found.words]
    reached = set(waiting)
    while waiting:
        for importer in importers.get(waiting.pop(), ()):
            if importer not in reached:
                reached.add(importer)
                waiting.append(importer)
    unparsed = {name: file for name, file in examination.files.items() if name in reached and not surveyed[name].tree}
    if not unparsed:
        return []
    parsed, lost = _survey(unparsed, examination.rules, schedule, forced=True)
    for name, found in parsed.items():
        surveyed[name] = found
    return lost


def _importers(project: Project, surveyed: Mapping[str, Surveyed]) -> dict[str, list[str]]:
    """Per module, the modules that import it."""
    found: dict[str, list[str]] = {}
    for importer, survey in surveyed.items():
        for target in dict.fromkeys(_targets(project, importer, survey)):
            found.setdefault(target, []).append(importer)
    return found


def _targets(project: Project, importer: str, survey: Surveyed) -> Iterator[str]:
    """The project's modules that `importer` imports; packages count, for what they re-export."""
    for each in survey.imports:
        package = project.resolve_import(importer, each.module, each.level) if each.module or each.level else None
        if package is not None:
            yield package
        elif not each.level:
            continue  # outside the project
        prefix = f"{each.module}." if each.module else ""
        for name in each.names:
            if (module := project.resolve_import(importer, prefix + name, each.level)) is not None:
                yield module


def _units(project: Project, surveyed: Mapping[str, Surveyed]) -> list[str]:
    """The modules to interpret, heaviest first: the hits and the modules that can lead to one."""
    summaries = {name: found.summary for name, found in surveyed.items() if found.summary is not None}
    hits = [name for name, found in surveyed.items() if found.words]
    words = frozenset(word for found in surveyed.values() for word in found.words)
    matter = reach(summaries, hits, project.resolve_import, words, forward=False)
    matter |= {name for name, found in surveyed.items() if found.facts}
    return sorted(matter, key=lambda name: (-len(surveyed[name].tree), name))


def _examine(examination: Examination, schedule: Schedule) -> tuple[list[Examined], list[Notification]]:
    """What came of each unit, in the order of module names, and notifications for those whose process was lost."""
    units = examination.units
    if not units:
        return [], []
    small = len(units) < 2 or sum(len(examination.trees[name]) for name in units) < _SMALL_TREES
    workers = _workers(schedule, small=small)
    found: list[tuple[str, Examined]] = []
    lost = []
    batches = [(job,) for job in range(len(units))]
    for job, answer in _run(examination, batches, workers, schedule, "analysing", EXAMINE_SECONDS):
        if isinstance(answer, Loss):
            lost.append(_loss(answer, examination.files[units[job]].path, "analysed"))
        else:
            found.append((units[job], decode_examined(answer)))
    return [examined for _, examined in sorted(found, key=lambda item: item[0])], lost


def _run(
    work: Work, batches: Sequence[tuple[int, ...]], workers: int, schedule: Schedule, stage: str, seconds: float
) -> list[tuple[int, Answer]]:
    """All answers in the order of the jobs."""
    count = sum(map(len, batches))

    def progress(done: int) -> None:
        schedule.progress(stage, done, count)

    with _collector_off():
        if workers < 2:
            return list(enumerate(perform_here(work, count, progress)))
        # What every worker needs is made once, before they are forked.
        work.begin()
        answers = perform(work, batches, workers=workers, seconds=seconds, progress=progress, method=schedule.method)
    return sorted(answers.items())


@contextmanager
def _collector_off() -> Iterator[None]:
    """Trees and facts hold next to no cycles; looking for some takes a fifth of the time."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()


def _workers(schedule: Schedule, *, small: bool) -> int:
    """The number of processes; 1 means this one."""
    if schedule.jobs is not None:
        return schedule.jobs
    return 1 if small else available_processors()


def available_processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _loss(loss: Loss, path: str, doing: str) -> Notification:
    if loss is Loss.TIMEOUT:
        kind, reason = NotificationKind.BUDGET_EXHAUSTED, f"it took too long to be {doing}"
    else:
        kind, reason = NotificationKind.WORKER_DIED, f"the process that {doing} it died, twice"
    return Notification(kind=kind, level=Level.ERROR, message=f"`{path}` was not analysed: {reason}", path=path)
