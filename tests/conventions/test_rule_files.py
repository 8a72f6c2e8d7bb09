"""Is every rule one whole file: named, documented, exemplified, and independent of all but the rule interface?"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from analyzer.engine.docs import Claim, Example, Expectation
from analyzer.engine.registry import LoadedRule, load_rules
from tests.conventions.project import RULES, rule_files, shown, tree

# A check is a pure function of its context: nothing here can read a file, a clock or the network.
PURE = {"collections", "dataclasses", "enum", "functools", "itertools", "math", "operator", "re", "string", "typing"}

LOADED = load_rules()


def imported(module: ast.Module) -> Iterator[str]:
    """Dotted names of the modules that a file imports."""
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield "." * node.level + (node.module or "")


def literal_messages(module: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and text of messages written in the call of `finding`; what is filled in stands as `…`."""
    for node in ast.walk(module):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "finding"):
            continue
        for argument in node.args[1:2] + [keyword.value for keyword in node.keywords if keyword.arg == "message"]:
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                yield node.lineno, argument.value
            elif isinstance(argument, ast.JoinedStr):
                parts = [part.value if isinstance(part, ast.Constant) else "…" for part in argument.values]
                yield node.lineno, "".join(str(part) for part in parts)


def claims_of(example: Example) -> list[Expectation]:
    """Every annotation in the files of an example."""
    return [claim for file in example.files for claim in file.expectations]


def qualified(loaded: LoadedRule) -> str:
    return loaded.qualified


def test_every_file_is_a_rule_named_after_it() -> None:
    named_by_file = [f"{path.parent.name}/{path.stem.replace('_', '-')}" for path in rule_files()]
    assert named_by_file
    assert sorted(named_by_file) == [loaded.qualified for loaded in LOADED]


@pytest.mark.parametrize("path", [*rule_files(), RULES / "_template.py"], ids=shown)
def test_rule_imports_only_the_interface(path: Path) -> None:
    others = {name for name in imported(tree(path)) if name != "analyzer.api" and name.partition(".")[0] not in PURE}
    assert not others, f"{shown(path)}: a rule may import analyzer.api, not {sorted(others)}"


@pytest.mark.parametrize("path", rule_files(), ids=shown)
def test_rule_messages(path: Path) -> None:
    for line, message in literal_messages(tree(path)):
        where = f"{shown(path)}:{line}: {message!r}"
        assert message.count("`") % 2 == 0, f"{where}: a backtick is left open"
        assert not message.endswith("."), f"{where}: no full stop"
        assert ". " not in message and "\n" not in message, f"{where}: one sentence"
        assert not re.search(r"\bplease\b", message, re.IGNORECASE), f"{where}: advice belongs in the docs"


@pytest.mark.parametrize("loaded", LOADED, ids=qualified)
def test_rule_documentation(loaded: LoadedRule) -> None:
    assert not loaded.docs.faults()
    claims = {(example.section, claim.claim) for example in loaded.docs.examples for claim in claims_of(example)}
    assert ("Bad", Claim.FOUND) in claims, "no line of Bad is marked `# ruleid`"
    assert ("Good", Claim.CLEAN) in claims, "no line of Good is marked `# ok`"
    named = {claim.rule_id for example in loaded.docs.examples for claim in claims_of(example)}
    assert named <= {loaded.id, loaded.qualified}, "an example names another rule"


@pytest.mark.parametrize("loaded", LOADED, ids=qualified)
def test_rule_properties(loaded: LoadedRule) -> None:
    info = loaded.info
    assert re.fullmatch(r"[a-z][a-z0-9]*(-[a-z0-9]+)*", info.id)
    assert not re.match(r"(no|avoid|disallow|dont|use|banned)-", info.id), "name the hazard, not the cure"
    assert re.fullmatch(r"\d+\.\d+\.\d+", info.since)
    assert not info.question or info.question.endswith("?"), "a question is closed by its mark"
    assert info.security_severity is None or (0 < info.security_severity <= 10 and info.cwe)


def test_literal_messages_are_seen() -> None:
    module = ast.parse('ctx.finding(place, f"`{name}` runs code")\nctx.finding(place, message="no.")')
    assert list(literal_messages(module)) == [(1, "`…` runs code"), (2, "no.")]
