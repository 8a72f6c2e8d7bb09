"""What do pattern rules find in the examples of their documentation? One process of semgrep answers for many rules."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from analyzer.engine.docs import Example
from analyzer.engine.registry import LoadedRule
from analyzer.model.finding import Finding
from analyzer.model.result import Notification
from analyzer.patterns.search import Place, Rules, Search
from analyzer.source.discover import Candidate, Discovery
from analyzer.source.file import FileKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """Findings with paths as the example has them, by qualified rule, section and number; and what went wrong."""

    findings: Mapping[tuple[str, str, int], Sequence[Finding]]
    notifications: tuple[Notification, ...]


def found_in_files(files: Mapping[str, str], rules: Sequence[LoadedRule]) -> Found:
    """What `rules` find in files that exist in memory only, under the key ("", "", 0).

    Args:
        files: relative POSIX path to content.
        rules: rules about artefacts.
    """
    findings, notifications = _search(files, rules)
    return Found(findings={("", "", 0): findings}, notifications=notifications)


def found_in_examples(rules: Sequence[LoadedRule]) -> Found:
    """What each of `rules`, all about artefacts, finds in its own examples.

    Raises:
        RuleError: a rule cannot be used.
    """
    files: dict[str, str] = {}
    keys: dict[str, tuple[str, str, int]] = {}
    for rule in rules:
        for example in rule.docs.examples:
            folder = _folder(rule, example)
            keys[folder] = (rule.qualified, example.section, example.number)
            files |= {f"{folder}/{file.path}": file.text for file in example.files}
    findings, notifications = _search(files, rules)
    sorted_out: dict[tuple[str, str, int], list[Finding]] = {key: [] for key in keys.values()}
    for finding in findings:
        folder, _, path = finding.at.path.partition("/")
        key = keys[folder]
        if finding.rule_id == key[0]:
            sorted_out[key].append(replace(finding, at=replace(finding.at, path=path)))
    return Found(findings=sorted_out, notifications=notifications)


def _search(
    files: Mapping[str, str], rules: Sequence[LoadedRule]
) -> tuple[Sequence[Finding], tuple[Notification, ...]]:
    wanted = Rules(ours=rules).wanted()
    candidates = tuple(
        Candidate(path=path, absolute=path, kind=FileKind.ARTEFACT, content=text.encode())
        for path, text in sorted(files.items())
        if wanted(path.rpartition("/")[2])
    )
    found = Discovery(files=(), artefacts=candidates, notifications=())
    with Search(Rules(ours=rules), found, Place(root=Path.cwd(), insisted=True)) as search:
        remembered = search.finish()
    return remembered.findings, remembered.notifications


def _folder(rule: LoadedRule, example: Example) -> str:
    return f"{rule.id}-{example.section.lower()}-{example.number}"
