"""Do the files of semgrep rules say the same as the rules they belong to, in the form that messages have?"""

import re
from pathlib import Path
from typing import Any

import msgspec
import pytest

from analyzer.engine.registry import LoadedRule
from analyzer.model.finding import DoubtReason
from analyzer.patterns.severity import level_of
from tests.conventions.project import RULES, shown

FILES = sorted(path for path in RULES.glob("*/*.yml"))


def semgrep_rules(path: Path) -> list[dict[str, Any]]:
    found = msgspec.yaml.decode(path.read_bytes())["rules"]
    assert isinstance(found, list)
    return found


def test_there_are_some() -> None:
    assert FILES


@pytest.mark.parametrize("path", FILES, ids=shown)
def test_they_belong_to_a_rule(path: Path) -> None:
    loaded = LoadedRule(path.with_suffix(".py"))
    assert loaded.rule.artefacts is not None
    first, *variants = semgrep_rules(path)
    assert first["id"] == loaded.id
    assert level_of(first["severity"]) is loaded.rule.level
    assert all(re.fullmatch(rf"{loaded.id}\.[a-z-]+", each["id"]) for each in variants)


@pytest.mark.parametrize("path", FILES, ids=shown)
def test_messages(path: Path) -> None:
    for rule in semgrep_rules(path):
        message = rule["message"]
        assert message.count("`") % 2 == 0, f"{rule['id']}: a backtick is left open"
        assert not message.endswith("."), f"{rule['id']}: no full stop"
        assert ". " not in message and "\n" not in message, f"{rule['id']}: one sentence"


@pytest.mark.parametrize("path", FILES, ids=shown)
def test_doubts_are_whole(path: Path) -> None:
    asked = LoadedRule(path.with_suffix(".py")).rule.question
    said = [rule["metadata"]["mlvet"] for rule in semgrep_rules(path) if "metadata" in rule]
    for doubt in said:
        assert DoubtReason(doubt["reason"]) and doubt["doubt"] and doubt["question"].endswith("?")
    assert bool(asked) is bool(said), "a rule that doubts has a question, and no other has"
