"""In which order does a scan happen? The whole order on one screen; every step is a function of another module."""

import os
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from analyzer.config import Config, ConfigError
from analyzer.engine.cache import key, signature
from analyzer.engine.merge import merge
from analyzer.engine.plan import Interpret, Progress, Schedule
from analyzer.engine.registry import LoadedRule, RuleError, load_rules, select, usable
from analyzer.engine.reuse import analysed
from analyzer.engine.texts import Texts
from analyzer.model.finding import Finding
from analyzer.model.level import Level
from analyzer.model.result import Notification, Original, Result, RuleInfo, Run, Suppression
from analyzer.patterns.search import Place, Search
from analyzer.patterns.search import Rules as Patterns
from analyzer.patterns.user_rules import FAMILY as PATTERNS
from analyzer.patterns.user_rules import load as user_rules
from analyzer.source.discover import Candidate, Discovery, discover
from analyzer.source.git import GitError
from analyzer.triage import baseline
from analyzer.triage.directives import Directive, directives
from analyzer.triage.settle import settle
from analyzer.triage.suppress import suppress
from analyzer.triage.text_directives import semgrep_suppression, text_directives

if TYPE_CHECKING:
    from analyzer.source.changes import Changes


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
        doubted_fixes: whether results that wait for a review get edits, too, that may change the program.
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
    doubted_fixes: bool = False
    progress: Progress = lambda _stage, _done, _count: None
    interpret: Interpret | None = None
    start_method: str = ""


def scan(config: Config, request: Request) -> Run:
    """Find files, analyse them with the chosen rules, and settle what is reported.

    Raises:
        ConfigError: a setting cannot be used: a rule that does not exist, a damaged baseline, an unknown revision.
    """
    began = time.monotonic()
    chosen = _chosen(config, request.rule_dirs)
    known_before = None if config.baseline is None else baseline.load(config.baseline)
    changes = _changes(config, request.root)
    found = discover(
        request.paths,
        root=request.root,
        exclude=config.exclude,
        max_bytes=config.max_file_size or 2**24,
        stdin=request.stdin,
        stdin_filename=request.stdin_filename,
        wanted=chosen.patterns.wanted(),
    )
    if request.contents:
        found = _with_contents(found, request.contents)
    levels = {name: config.level_of(info) or Level.NONE for name, info in chosen.infos.items()}
    schedule = Schedule(
        jobs=config.jobs or None,
        max_bytes=config.max_file_size,
        progress=request.progress,
        interpret=request.interpret,
        method=request.start_method,
    )
    folder = request.cache if config.cache else None
    with _begun(chosen, found, config, request) as search:
        said = analysed(
            found.files, chosen.rules, levels, schedule, root=request.root, folder=folder, asked=request.paths
        )
        matched = search.finish()
    texts = Texts((*found.files, *found.artefacts), config.max_file_size)
    findings = merge((*said.findings, *matched.findings), entered=(), levels=levels)
    suppressed = suppress(
        findings, _comments(said.marked, matched.marked, texts), known=chosen.known, ran=list(chosen.infos)
    )
    results: Iterable[Result] = [
        settle(finding, chosen.infos[finding.rule_id], None, config, (*held, *_semgrep_suppressions(finding, texts)))
        for finding, held in zip(findings, suppressed.suppressions, strict=True)
    ]
    lines = texts.lines_of(findings)
    results = baseline.with_fingerprints(results, lines)
    if known_before is not None:
        results = baseline.compare(results, known_before).results
    if changes is not None:
        results = [result for result in results if changes.covers(result.finding.at)]
    if request.fixes:
        results = _with_fixes(results, texts, request, folder)
    of_analysis = (*said.notifications, *matched.notifications, *suppressed.notifications)
    notifications = (*chosen.notifications, *found.notifications, *of_analysis)
    return Run(
        results=tuple(results),
        notifications=tuple(sorted(set(notifications), key=_order)),
        rules=tuple(chosen.infos[name] for name in sorted(chosen.infos)),
        lines=lines,
        files=said.files + matched.files,
        total_lines=said.lines + matched.lines,
        seconds=time.monotonic() - began,
        selected=tuple(request.paths),
        automation_id=f"{config.sarif_category.rstrip('/')}/" if config.sarif_category else "",
        unterminated=frozenset(path for path in lines if not texts.ends_in_a_line_end(path)),
        originals=_originals(results, texts) if request.fixes else {},
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Chosen:
    """The rules of a scan.

    Attributes:
        rules: the active ones about Python code.
        patterns: the active ones that semgrep searches for.
        infos: of all active ones, by qualified id.
        known: qualified ids of all there are.
        notifications: for those that cannot be used.
    """

    rules: tuple[LoadedRule, ...]
    patterns: Patterns
    infos: Mapping[str, RuleInfo]
    known: Sequence[str]
    notifications: tuple[Notification, ...]


def _chosen(config: Config, rule_dirs: Sequence[Path]) -> _Chosen:
    try:
        known, unusable = usable(load_rules(rule_dirs))
    except RuleError as error:
        raise ConfigError(f"--rules: {error}") from None
    users = user_rules(config.patterns, {loaded.qualified for loaded in known})
    rules = select(known, config, [rule.info for rule in users])
    users = tuple(rule for rule in users if config.runs(rule.info))
    infos = {loaded.qualified: loaded.info for loaded in rules}
    return _Chosen(
        rules=tuple(loaded for loaded in rules if loaded.rule.artefacts is None),
        patterns=Patterns(ours=[loaded for loaded in rules if loaded.rule.artefacts is not None], users=users),
        infos=infos | {rule.info.qualified: rule.info for rule in users},
        known=[*(loaded.qualified for loaded in known), *(rule.info.qualified for rule in users)],
        notifications=unusable,
    )


def _begun(chosen: _Chosen, found: Discovery, config: Config, request: Request) -> Search:
    """The search for patterns, which goes on beside the analysis."""
    named = {os.path.abspath(request.root / path) for path in request.paths}
    place = Place(
        root=request.root,
        folder=request.cache if config.cache else None,
        asked=request.paths,
        max_bytes=config.max_file_size,
        # Only pattern rules are asked for, or a file that only they can say something of.
        insisted=not chosen.rules or any(file.absolute in named for file in found.artefacts),
    )
    return Search(chosen.patterns, found, place)


def _changes(config: Config, root: Path) -> "Changes | None":
    if not config.diff_base:
        return None
    from analyzer.source.changes import changed_lines

    try:
        return changed_lines(config.diff_base, root)
    except GitError as error:
        where = config.origins.get("diff_base", "--diff")
        raise ConfigError(f"{where}: the changes since `{config.diff_base}` are not known: {error}") from None


def _directives(path: str, tree: bytes, texts: Texts) -> tuple[Directive, ...]:
    from analyzer.syntax.codec import decode  # few projects have comments that speak to us

    source = texts.source(path)
    return () if source is None else directives(decode(tree), source)


def _comments(python: Mapping[str, bytes], artefacts: Iterable[str], texts: Texts) -> Iterator[Directive]:
    """The comments that speak to this tool, of Python files (path to encoded IR) and of other files."""
    for path, tree in sorted(python.items()):
        yield from _directives(path, tree, texts)
    for path in sorted(artefacts):
        if (source := texts.source(path)) is not None:
            yield from text_directives(source)


def _semgrep_suppressions(finding: Finding, texts: Texts) -> tuple[Suppression, ...]:
    """What a comment for semgrep asks for; it has no say on what semgrep did not find."""
    source = texts.source(finding.at.path) if finding.rule_id.startswith(f"{PATTERNS}/") else None
    held = None if source is None else semgrep_suppression(finding, source)
    return () if held is None else (held,)


def _with_contents(found: Discovery, contents: Mapping[str, bytes]) -> Discovery:
    """The same files, some of them with other content than on disk."""

    def holding(files: Iterable[Candidate]) -> tuple[Candidate, ...]:
        return tuple(replace(file, content=contents.get(file.path, file.content)) for file in files)

    return replace(found, files=holding(found.files), artefacts=holding(found.artefacts))


def _with_fixes(results: Iterable[Result], texts: Texts, request: Request, folder: Path | None) -> tuple[Result, ...]:
    results = tuple(results)
    if all(result.finding.remedy is None for result in results):
        return results
    # Most reports show no edits, and need nothing of this.
    from analyzer.fix.memory import Memory
    from analyzer.fix.offer import offered

    name = key("fixes", signature(()), str(request.root), tuple(request.paths))
    memory = Memory(name, None if request.contents else folder)
    found = offered(results, texts.source, doubted=request.doubted_fixes, memory=memory)
    memory.keep()
    return found


def _originals(results: Iterable[Result], texts: Texts) -> dict[str, Original]:
    paths = dict.fromkeys(result.finding.at.path for result in results if result.finding.fix is not None)
    return {path: original for path in paths if (original := texts.original(path)) is not None}


def _order(notification: Notification) -> tuple[str, str, str]:
    return notification.path, notification.kind, notification.message
