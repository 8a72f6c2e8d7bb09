"""What does the analysis of these files say: from memory if nothing has changed, else anew?"""

import hashlib
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from analyzer.engine import cache
from analyzer.engine.dependencies import dependency_files
from analyzer.engine.merge import merge
from analyzer.engine.plan import Schedule
from analyzer.engine.registry import LoadedRule
from analyzer.model.level import Level
from analyzer.source.discover import Candidate


def analysed(
    files: Sequence[Candidate],
    rules: Sequence[LoadedRule],
    levels: Mapping[str, Level],
    schedule: Schedule,
    *,
    root: Path,
    folder: Path | None,
    asked: Sequence[str],
) -> cache.Remembered:
    """The merged findings of all files.

    Args:
        files: what to analyse.
        rules: the active rules.
        levels: by qualified id, the level of findings that do not state one.
        schedule: how to analyse.
        root: the folder that paths are relative to.
        folder: where the cache lies; None to analyse anew and remember nothing.
        asked: the paths as they were given, which name the entry of the cache.
    """
    began = time.time_ns()
    dependencies = dependency_files(root, [file.path for file in files])
    if folder is None or any(file.content is not None for file in files):
        return _anew(files, dependencies, rules, levels, schedule)[0]
    absolute = {path: str(root / path) for path in dependencies} | {file.path: file.absolute for file in files}
    signature = cache.signature(loaded.path for loaded in rules)
    settings = [(loaded.qualified, levels[loaded.qualified]) for loaded in rules]
    name = cache.key(signature, str(root), tuple(asked), settings, schedule.max_bytes)
    if (remembered := cache.recall(name, absolute, folder)) is not None:
        return remembered
    stamps = {path: cache.stamp(place) for path, place in absolute.items()}
    remembered, digests = _anew(files, dependencies, rules, levels, schedule)
    remembered.states = tuple(
        cache.State(path, cache.settled(stamps[path], began), digests.get(path, "")) for path in sorted(absolute)
    )
    cache.store(name, remembered, folder)
    return remembered


def _anew(
    files: Sequence[Candidate],
    dependencies: Mapping[str, bytes],
    rules: Sequence[LoadedRule],
    levels: Mapping[str, Level],
    schedule: Schedule,
) -> tuple[cache.Remembered, dict[str, str]]:
    """The analysis, and the digests of all files that went into it."""
    # A run from memory loads nothing of the analysis.
    from analyzer.engine.schedule import analyse
    from analyzer.project.versions import read_versions

    versions, unreadable = read_versions(dependencies)
    analysis = analyse(files, rules, versions, schedule)
    remembered = cache.Remembered(
        states=(),
        findings=merge(analysis.findings, entered=analysis.entered, levels=levels),
        marked=dict(analysis.marked),
        notifications=(*unreadable, *analysis.notifications),
        files=analysis.files,
        lines=analysis.lines,
    )
    digests = {path: hashlib.sha256(content).hexdigest() for path, content in dependencies.items()}
    return remembered, digests | dict(analysis.digests)
