"""Does a rule find what its examples say, and nothing else? Public: rules that live elsewhere are tested the same way.

from analyzer.testing import check_rule, load_rule

assert check_rule(load_rule(Path("my_rules/leakage/my_hazard.py"))) == []
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from analyzer.engine.docs import Claim, Example, ExampleFile, Expectation, expectations
from analyzer.engine.merge import merge
from analyzer.engine.plan import Schedule
from analyzer.engine.registry import LoadedRule, RuleError, find, load_rules, usable
from analyzer.engine.schedule import analyse
from analyzer.model.finding import Finding
from analyzer.model.level import Level
from analyzer.model.result import Notification
from analyzer.project.versions import read_versions
from analyzer.source.discover import Candidate
from analyzer.source.file import FileKind

if TYPE_CHECKING:
    from analyzer.patterns.examples import Found

__all__ = [
    "annotated",
    "check_documentation",
    "check_example",
    "check_rule",
    "examples",
    "findings_in",
    "load_rule",
]

_KINDS = {".py": FileKind.MODULE, ".ipynb": FileKind.NOTEBOOK}


def load_rule(path: Path) -> LoadedRule:
    """The rule in the file `path`; its family is the folder's name. It is executed when it is first used."""
    return LoadedRule(path)


def examples(rule: LoadedRule) -> tuple[Example, ...]:
    """The examples in the documentation of `rule`.

    Raises:
        RuleError: the file cannot be executed or holds no valid rule.
    """
    return rule.docs.examples


def check_rule(rule: LoadedRule) -> list[str]:
    """Everything that is wrong with a rule, its documentation and its examples, as sentences; empty if nothing is."""
    faults = check_documentation(rule)
    try:
        return faults + [fault for example in examples(rule) for fault in check_example(rule, example)]
    except RuleError:
        return faults  # which say so


def check_documentation(rule: LoadedRule) -> list[str]:
    """What is wrong with the form of a rule: its file, its sections, what it reads; empty if nothing is."""
    try:
        return [*rule.docs.faults(), *_unknown_reads(rule)]
    except RuleError as error:
        return [str(error)]


def check_example(rule: LoadedRule, example: Example) -> list[str]:
    """Where the findings of `rule` in one of its examples differ from the annotations.

    `ruleid` guards against misses, `ok` and lines without annotation against false alarms. `todoruleid` and `todook`
    must not hold yet: when they do, they want to become `ruleid` and `ok`.
    """
    where = f"{example.section} example {example.number}"
    claims = [claim for file in example.files for claim in file.expectations]
    if not any(_names(claim, rule) for claim in claims):
        return [f"{where} holds no annotation of this rule, such as `# ruleid: {rule.id}`"]
    faults = [f"{where} speaks of `{claim.rule_id}`, another rule" for claim in claims if not _names(claim, rule)]
    found, notifications = _found_in(rule, example)
    faults += [f"{where}: {note.message}" for note in notifications if note.level is not Level.NOTE]
    for file in example.files:
        lines = {finding.at.line for finding in found if finding.at.path == file.path}
        faults += [f"{where}, {fault}" for fault in _differences(rule, file, lines)]
    return faults


def annotated(path: Path, rules: Sequence[LoadedRule] | None = None) -> list[str]:
    """Where findings differ from the annotations of a file, or of the files of a folder taken as one project.

    Only rules that an annotation names are run.

    Args:
        path: a Python file, or a folder.
        rules: the rules that annotations may name; those that ship with the tool if None.

    Raises:
        UnknownRuleError: an annotation names no rule.
    """
    texts = {file.relative_to(path.parent).as_posix(): file.read_text(encoding="utf-8") for file in _files(path)}
    known = load_rules() if rules is None else rules
    named = {claim.rule_id for text in texts.values() for claim in expectations(text)}
    active = {rule.qualified: rule for name in sorted(named) for rule in [find(name, known)]}
    found, notifications = findings_in(texts, list(active.values()))
    faults = [note.message for note in notifications if note.level is Level.ERROR]
    for file in (ExampleFile(path=name, text=text, line=1) for name, text in texts.items()):
        for rule in active.values():
            at = {each.at.line for each in found if each.at.path == file.path and each.rule_id == rule.qualified}
            faults += _differences(rule, file, at)
    return faults


def findings_in(
    files: Mapping[str, str], rules: Sequence[LoadedRule]
) -> tuple[tuple[Finding, ...], tuple[Notification, ...]]:
    """The merged findings of `rules` in a project that exists in memory only, and what could not be analysed.

    Args:
        files: relative POSIX path to content: modules, notebooks, dependency files, artefacts.
        rules: the rules to run; those about artefacts need semgrep.
    """
    patterns = [rule for rule in rules if rule.rule.artefacts is not None]
    if patterns:
        from analyzer.patterns.examples import found_in_files

        others = findings_in(files, [rule for rule in rules if rule.rule.artefacts is None])
        searched = found_in_files(files, patterns)
        findings = (*others[0], *(each for found in searched.findings.values() for each in found))
        return findings, (*others[1], *searched.notifications)
    contents = {path: text.encode() for path, text in files.items()}
    candidates = [
        Candidate(path=path, absolute=path, kind=kind, content=content)
        for path, content in sorted(contents.items())
        if (kind := _KINDS.get(PurePosixPath(path).suffix)) is not None
    ]
    versions, notifications = read_versions(contents)
    analysis = analyse(candidates, rules, versions, Schedule(jobs=1))
    levels = {rule.qualified: rule.rule.level for rule in rules}
    found = merge(analysis.findings, entered=analysis.entered, levels=levels)
    return found, (*notifications, *analysis.notifications)


def _found_in(rule: LoadedRule, example: Example) -> tuple[Sequence[Finding], tuple[Notification, ...]]:
    """The findings of `rule` in one of its examples."""
    if rule.rule.artefacts is None:
        return findings_in({file.path: file.text for file in example.files}, [rule])
    folder = sorted(rule.path.parent.glob("[!._]*"))
    searched = _found_in_folder(tuple((path, path.stat().st_mtime_ns) for path in folder))
    return searched.findings[rule.qualified, example.section, example.number], searched.notifications


@lru_cache(maxsize=4)
def _found_in_folder(files: tuple[tuple[Path, int], ...]) -> "Found":
    """What all rules about artefacts in a folder find in their examples: semgrep takes seconds to start.

    Args:
        files: the files of the folder with their times, by which a change is noticed.
    """
    from analyzer.patterns.examples import found_in_examples

    rules = usable(load_rule(path) for path, _ in files if path.suffix == ".py")[0]
    return found_in_examples([rule for rule in rules if rule.rule.artefacts is not None])


def _files(path: Path) -> list[Path]:
    return [path] if path.is_file() else sorted(each for each in path.rglob("*.py") if each.is_file())


def _names(claim: Expectation, rule: LoadedRule) -> bool:
    return claim.rule_id in (rule.id, rule.qualified)


def _differences(rule: LoadedRule, file: ExampleFile, found: Iterable[int]) -> Iterator[str]:
    """Sentences about the lines of `file` where findings (lines, from 1) and annotations differ."""
    lines = set(found)
    code = file.text.split("\n")
    claims = [claim for claim in file.expectations if _names(claim, rule)]
    for claim in claims:
        if fault := _contradiction(claim, hit=claim.line in lines):
            yield f"{file.path}:{claim.line}: {fault}: `{code[claim.line - 1].strip()}`"
    for line in sorted(lines - {claim.line for claim in claims}):
        yield f"{file.path}:{line}: found, but not annotated: `{code[line - 1].strip()}`"


def _contradiction(claim: Expectation, *, hit: bool) -> str:
    match claim.claim, hit:
        case Claim.FOUND, False:
            return "not found"
        case Claim.CLEAN, True:
            return "found, but annotated as ok"
        case Claim.MISSED, True:
            return "found at last: make `todoruleid` a `ruleid`"
        case Claim.FALSE_ALARM, False:
            return "found no more: make `todook` an `ok`"
        case _:
            return ""


def _unknown_reads(rule: LoadedRule) -> Iterator[str]:
    from analyzer.engine.prefilter import known_reads

    known = known_reads()
    for read in rule.rule.reads:
        if read not in known:
            yield f"`reads` names `{read}`, which no table of libraries has as a role"
