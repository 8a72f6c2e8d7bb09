"""In which order does a scan happen? The whole order on one screen; every step is a function of another module."""

import time
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import BinaryIO

from analyzer.config import Config, ConfigError
from analyzer.engine.examine import Interpret
from analyzer.engine.registry import LoadedRule, RuleError, load_rules, select, usable
from analyzer.engine.reuse import analysed
from analyzer.engine.schedule import Progress, Schedule
from analyzer.engine.texts import Texts
from analyzer.model.level import Level
from analyzer.model.result import Notification, Original, Result, Run
from analyzer.source.changes import Changes, changed_lines
from analyzer.source.discover import Candidate, discover
from analyzer.source.git import GitError
from analyzer.syntax.codec import decode
from analyzer.triage import baseline
from analyzer.triage.directives import Directive, directives
from analyzer.triage.settle import settle
from analyzer.triage.suppress import suppress


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """What a scan is about, besides the configuration.

    Attributes:
        paths: files, folders or `-`, as the user gave them.
        root: absolute folder that paths in reports are relative to.
        rule_dirs: further folders of rules.
        stdin, stdin_filename: what `-` reads from, and the name it goes by.
        cache: the cache folder; None for no cache.
        contents: by path in reports, what files hold instead of what is on disk.
        fixes: whether to work out the edits of fixes, which only some readers want.
        progress: told the name of a stage, how much of it is done and how much there is.
        interpret: the interpreter; None for ours.
        start_method: how processes start, see `engine.pool.perform`.
    """

    paths: Sequence[str]
    root: Path
    rule_dirs: Sequence[Path] = ()
    stdin: BinaryIO | None = None
    stdin_filename: str = ""
    cache: Path | None = None
    contents: Mapping[str, bytes] = field(default_factory=dict)
    fixes: bool = False
    progress: Progress = lambda _stage, _done, _count: None
    interpret: Interpret | None = None
    start_method: str = ""


def scan(config: Config, request: Request) -> Run:
    """Find files, analyse them with the chosen rules, and settle what is reported.

    Raises:
        ConfigError: a setting cannot be used: a rule that does not exist, a damaged baseline, an unknown revision.
    """
    began = time.monotonic()
    known, unusable = _rules(request.rule_dirs)
    rules = select(known, config)
    known_before = None if config.baseline is None else baseline.load(config.baseline)
    changes = _changes(config, request.root)
    found = discover(
        request.paths,
        root=request.root,
        exclude=config.exclude,
        max_bytes=config.max_file_size or 2**24,
        stdin=request.stdin,
        stdin_filename=request.stdin_filename,
    )
    files = [_with_content(file, request.contents) for file in found.files] if request.contents else found.files
    levels = {loaded.qualified: config.level_of(loaded.info) or Level.NONE for loaded in rules}
    schedule = Schedule(
        jobs=config.jobs or None,
        max_bytes=config.max_file_size,
        progress=request.progress,
        interpret=request.interpret,
        method=request.start_method,
    )
    said = analysed(
        files,
        rules,
        levels,
        schedule,
        root=request.root,
        folder=request.cache if config.cache else None,
        asked=request.paths,
    )
    texts = Texts(files, config.max_file_size)
    suppressed = suppress(
        said.findings,
        [each for path, tree in sorted(said.marked.items()) for each in _directives(path, tree, texts)],
        known=[loaded.qualified for loaded in known],
        ran=[loaded.qualified for loaded in rules],
    )
    infos = {loaded.qualified: loaded.info for loaded in rules}
    results: Iterable[Result] = [
        settle(finding, infos[finding.rule_id], None, config, suppressions)
        for finding, suppressions in zip(said.findings, suppressed.suppressions, strict=True)
    ]
    lines = texts.lines_of(said.findings)
    results = baseline.with_fingerprints(results, lines)
    if known_before is not None:
        results = baseline.compare(results, known_before).results
    if changes is not None:
        results = [result for result in results if changes.covers(result.finding.at)]
    if request.fixes:
        results = _with_fixes(results, texts)
    notifications = (*unusable, *found.notifications, *said.notifications, *suppressed.notifications)
    return Run(
        results=tuple(results),
        notifications=tuple(sorted(set(notifications), key=_order)),
        rules=tuple(infos[name] for name in sorted(infos)),
        lines=lines,
        files=said.files,
        total_lines=said.lines,
        seconds=time.monotonic() - began,
        selected=tuple(request.paths),
        automation_id=f"{config.sarif_category.rstrip('/')}/" if config.sarif_category else "",
        unterminated=frozenset(path for path in lines if not texts.ends_in_a_line_end(path)),
        originals=_originals(results, texts) if request.fixes else {},
    )


def _rules(rule_dirs: Sequence[Path]) -> tuple[tuple[LoadedRule, ...], tuple[Notification, ...]]:
    try:
        return usable(load_rules(rule_dirs))
    except RuleError as error:
        raise ConfigError(f"--rules: {error}") from None


def _changes(config: Config, root: Path) -> Changes | None:
    if not config.diff_base:
        return None
    try:
        return changed_lines(config.diff_base, root)
    except GitError as error:
        where = config.origins.get("diff_base", "--diff")
        raise ConfigError(f"{where}: the changes since `{config.diff_base}` are not known: {error}") from None


def _directives(path: str, tree: bytes, texts: Texts) -> tuple[Directive, ...]:
    source = texts.source(path)
    return () if source is None else directives(decode(tree), source)


def _with_content(file: Candidate, contents: Mapping[str, bytes]) -> Candidate:
    return replace(file, content=contents[file.path]) if file.path in contents else file


def _with_fixes(results: Iterable[Result], texts: Texts) -> tuple[Result, ...]:
    results = tuple(results)
    if all(result.finding.remedy is None for result in results):
        return results
    # A run from memory needs no parser until here, and most reports show no edits.
    from analyzer.fix.offer import offered

    return offered(results, texts.source)


def _originals(results: Iterable[Result], texts: Texts) -> dict[str, Original]:
    paths = dict.fromkeys(result.finding.at.path for result in results if result.finding.fix is not None)
    return {path: original for path in paths if (original := texts.original(path)) is not None}


def _order(notification: Notification) -> tuple[str, str, str]:
    return notification.path, notification.kind, notification.message
