"""Does every remedy cure its finding? Each example of each rule is fixed and scanned again.

Two tests per example. `RULE=unsafe-yaml-load pytest tests/test_fixes.py` runs those of one rule.
"""

import os
from collections.abc import Mapping

import pytest

from analyzer.engine.docs import Example
from analyzer.engine.registry import LoadedRule, find, load_rules, usable
from analyzer.fix.offer import offered
from analyzer.fix.rounds import Repair, repair
from analyzer.model.result import Kind, Notification, Original, Result, Run
from analyzer.source.discover import Candidate
from analyzer.source.file import FileKind, SourceFile
from analyzer.source.read import read
from analyzer.testing import examples, findings_in


def _rules() -> tuple[LoadedRule, ...]:
    rules = load_rules()
    return (find(os.environ["RULE"], rules),) if os.environ.get("RULE") else rules


def _examples() -> list[object]:
    return [
        pytest.param(rule, example, id=f"{rule.qualified}-{example.section}-{example.number}")
        for rule in usable(_rules())[0]
        if rule.rule.artefacts is None
        for example in examples(rule)
    ]


@pytest.mark.parametrize(("rule", "example"), _examples())
def test_a_safe_fix_cures_its_finding(rule: LoadedRule, example: Example) -> None:
    repaired = _repaired(rule, example, unsafe=False)
    assert repaired.notifications == ()
    fixed = sum(sum(file.fixed.values()) for file in repaired.files.values())
    left = [str(result.finding.at) for result in repaired.run.results]
    assert len(left) == len(repaired.first.results) - fixed, f"{_texts(repaired)}\nstill found at {left}"


@pytest.mark.parametrize(("rule", "example"), _examples())
def test_no_fix_is_offered_again_for_what_it_made(rule: LoadedRule, example: Example) -> None:
    """A remedy that is not safe may only lessen the hazard, but must not add one or go on for ever."""
    repaired = _repaired(rule, example, unsafe=True)
    assert repaired.notifications == (), _texts(repaired)
    assert all(result.finding.fix is None for result in repaired.run.results), _texts(repaired)
    assert len(repaired.run.results) <= len(repaired.first.results)


def test_there_are_safe_fixes_among_the_examples() -> None:
    if os.environ.get("RULE"):
        pytest.skip("looks at all rules")
    rule = find("unsafe-yaml-load", _rules())
    assert sum(bool(_repaired(rule, example, unsafe=False).files) for example in examples(rule)) > 2


def _repaired(rule: LoadedRule, example: Example, *, unsafe: bool) -> Repair:
    files = {file.path: file.text for file in example.files}

    def scan(contents: Mapping[str, bytes]) -> Run:
        present = files | {path: content.decode() for path, content in contents.items()}
        found, _ = findings_in(present, [rule])
        results = [
            Result(finding=finding, kind=Kind.FAIL, level=rule.rule.level, shown_level=rule.rule.level)
            for finding in found
        ]
        sources = {path: _source(path, text) for path, text in present.items()}
        return Run(
            results=offered(results, sources.get),
            notifications=(),
            rules=(),
            lines={},
            files=0,
            total_lines=0,
            seconds=0,
            selected=(),
            originals={path: Original(absolute="", digest="", content=text.encode()) for path, text in present.items()},
        )

    return repair(scan, unsafe=unsafe)


def _source(path: str, text: str) -> SourceFile:
    kind = FileKind.NOTEBOOK if path.endswith(".ipynb") else FileKind.MODULE
    found = read(Candidate(path=path, absolute=path, kind=kind, content=text.encode()))
    assert not isinstance(found, Notification)
    return found


def _texts(repaired: Repair) -> str:
    return "\n".join(f"# {path}\n{file.after.decode()}" for path, file in repaired.files.items())
