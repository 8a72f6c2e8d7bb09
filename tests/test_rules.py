"""Does every rule find what its examples say, and nothing else?

One test per example. `RULE=fit-before-split pytest tests/test_rules.py` runs those of one rule.
"""

import os

import pytest

from analyzer.engine.docs import Example
from analyzer.engine.registry import LoadedRule, find, load_rules, usable
from analyzer.patterns.program import find as semgrep
from analyzer.testing import check_documentation, check_example, examples


def _rules() -> tuple[LoadedRule, ...]:
    rules = load_rules()
    return (find(os.environ["RULE"], rules),) if os.environ.get("RULE") else rules


def _examples() -> list[object]:
    return [
        pytest.param(rule, example, id=f"{rule.qualified}-{example.section}-{example.number}")
        for rule in usable(_rules())[0]
        for example in examples(rule)
    ]


@pytest.mark.parametrize(("rule", "example"), _examples())
def test_example(rule: LoadedRule, example: Example) -> None:
    if rule.rule.artefacts is not None and semgrep(os.environ) is None:
        pytest.skip("semgrep is not installed: pip install 'mlvet[semgrep]'")
    faults = check_example(rule, example)
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("rule", _rules(), ids=lambda rule: rule.qualified)
def test_documentation(rule: LoadedRule) -> None:
    faults = check_documentation(rule)
    assert not faults, "\n".join(faults)
