"""In which order and in how many processes is a project analysed?

First every file is read and surveyed, then the modules that may reach a hit are parsed, then each module that matters
is interpreted and shown to the rules. What comes out does not depend on the number of processes or on who was faster.
"""

import gc
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass

from analyzer.engine.across import across
from analyzer.engine.examine import Examination, Examined, decode_examined
from analyzer.engine.plan import Schedule
from analyzer.engine.pool import Answer, Loss, Take, Work, perform, perform_here
from analyzer.engine.prefilter import vocabulary_of
from analyzer.engine.registry import LoadedRule
from analyzer.engine.survey import Survey, Surveyed, decode_surveyed
from analyzer.model.finding import Finding
from analyzer.model.level import Level
from analyzer.model.result import Notification, NotificationKind
from analyzer.project.names import module_names
from analyzer.project.project import Project
from analyzer.project.versions import Versions
from analyzer.source.discover import Candidate

# What a job may take before its worker is given up: far above what the interpreter's own budget lets it take.
SURVEY_SECONDS = 30.0
EXAMINE_SECONDS = 120.0

# A worker keeps every tree it has looked into, about 0.5 KB a line, until it has grown by this many bytes.
_GROWTH = 350 * 2**20

_HEAVY = 200_000  # bytes of a tree: such modules go first, so that no process is left with one at the end

# Below these sizes the time to start processes is longer than what they save.
_FEW_FILES = 24
_SMALL_TREES = 400_000


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
    units = _reaching(examination.project, surveyed)
    notifications += _parse(units, examination, surveyed, schedule)
    units |= {name for name, found in surveyed.items() if found.facts}
    for name, found in surveyed.items():
        if found.summary is not None:
            examination.trees[name], examination.summaries[name] = found.tree, found.summary
    # Neighbours import the same modules, so they are examined one after the other.
    examination.units = sorted(units, key=lambda name: (len(surveyed[name].tree) < _HEAVY, name))
    examined, lost = _examine(examination, schedule)
    notifications += [note for found in surveyed.values() for note in found.notifications]
    notifications += [note for found in examined for note in found.notifications]
    compared, failed = across(rules, [each for found in examined for each in found.preprocessings])
    notifications += failed
    return Analysis(
        findings=(*(finding for found in examined for finding in found.findings), *compared),
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
    found: dict[str, Surveyed] = {}
    lost = []

    def take(job: int, answer: Answer) -> None:
        if isinstance(answer, Loss):
            lost.append(_loss(answer, modules[names[job]].path, "read"))
        else:
            found[names[job]] = decode_surveyed(answer)

    _run(work, batches, take, workers, schedule, _Stage("parsing" if forced else "reading", SURVEY_SECONDS))
    return {name: found[name] for name in names if name in found}, lost


def _reaching(project: Project, surveyed: Mapping[str, Surveyed]) -> set[str]:
    """The modules that mention what the rules ask for, and those that import one, directly or through others.

    Judging importers by the names they mention as well left out one in twenty on large packages, and took longer than
    what it saved: the interpreter passes over functions that lead nowhere.
    """
    importers = _importers(project, surveyed)
    waiting = [name for name, found in surveyed.items() if found.words]
    reached = set(waiting)
    while waiting:
        for importer in importers.get(waiting.pop(), ()):
            if importer not in reached:
                reached.add(importer)
                waiting.append(importer)
    return reached


def _parse(
    names: Iterable[str], examination: Examination, surveyed: dict[str, Surveyed], schedule: Schedule
) -> list[Notification]:
    """Parse the modules among `names` that the first survey left alone."""
    unparsed = {name: examination.files[name] for name in sorted(names) if not surveyed[name].tree}
    if not unparsed:
        return []
    parsed, lost = _survey(unparsed, examination.rules, schedule, forced=True)
    surveyed |= parsed
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


def _examine(examination: Examination, schedule: Schedule) -> tuple[list[Examined], list[Notification]]:
    """What came of each unit, in the order of module names, and notifications for those whose process was lost."""
    units = examination.units
    if not units:
        return [], []
    small = len(units) < 2 or sum(len(examination.trees[name]) for name in units) < _SMALL_TREES
    workers = _workers(schedule, small=small)
    found: dict[str, Examined] = {}
    lost = []

    def take(job: int, answer: Answer) -> None:
        if isinstance(answer, Loss):
            lost.append(_loss(answer, examination.files[units[job]].path, "analysed"))
        else:
            found[units[job]] = decode_examined(answer)

    batches = [(job,) for job in range(len(units))]
    _run(examination, batches, take, workers, schedule, _Stage("analysing", EXAMINE_SECONDS, _GROWTH))
    return [found[name] for name in sorted(found)], lost


@dataclass(frozen=True, slots=True)
class _Stage:
    """A stage's name for people, what a job of it may take, and by how much a worker may grow."""

    name: str
    seconds: float
    growth: int = 0


def _run(
    work: Work, batches: Sequence[tuple[int, ...]], take: Take, workers: int, schedule: Schedule, stage: _Stage
) -> None:
    """Do all jobs, here or in processes, and hand each answer to `take`."""
    count = sum(map(len, batches))
    done = 0

    def counted(job: int, answer: Answer) -> None:
        nonlocal done
        take(job, answer)
        done += 1
        schedule.progress(stage.name, done, count)

    with _collector_off():
        if workers < 2:
            perform_here(work, count, counted)
            return
        # What every worker needs is made once, before they are forked.
        work.begin()
        perform(
            work,
            batches,
            counted,
            workers=workers,
            seconds=stage.seconds,
            method=schedule.method,
            growth=stage.growth,
        )


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
