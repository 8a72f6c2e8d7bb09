"""In which order does a scan happen? The whole order on one screen; every step is a function of another module."""

import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from analyzer.config import Config, ConfigError
from analyzer.engine.examine import Interpret
from analyzer.engine.registry import LoadedRule, RuleError, load_rules, select, usable
from analyzer.engine.reuse import analysed
from analyzer.engine.schedule import Progress, Schedule
from analyzer.engine.texts import Texts
from analyzer.model.level import Level
from analyzer.model.result import Notification, Result, Run
from analyzer.source.changes import Changes, changed_lines
from analyzer.source.discover import discover
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
    levels = {loaded.qualified: config.level_of(loaded.info) or Level.NONE for loaded in rules}
    schedule = Schedule(
        jobs=config.jobs or None,
        max_bytes=config.max_file_size,
        progress=request.progress,
        interpret=request.interpret,
        method=request.start_method,
    )
    said = analysed(
        found.files,
        rules,
        levels,
        schedule,
        root=request.root,
        folder=request.cache if config.cache else None,
        asked=request.paths,
    )
    texts = Texts(found.files, config.max_file_size)
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


def _order(notification: Notification) -> tuple[str, str, str]:
    return notification.path, notification.kind, notification.message
