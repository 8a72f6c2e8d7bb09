"""How does `mlvet rules` list the rules, and check them?"""

import json
from collections.abc import Sequence
from pathlib import Path

import click

from analyzer.cli.exits import CLEAN, FOUND, Refused
from analyzer.engine.registry import LoadedRule, RuleError, load_rules, usable
from analyzer.model.result import RuleInfo


@click.command("rules")
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.option("--check", is_flag=True, help="Check documentation and examples of every rule instead.")
@click.option("--rules", "rule_dirs", multiple=True, metavar="DIR", help="Further rules: DIR/family/rule.py.")
@click.option("--patterns", multiple=True, metavar="PATH", help="Own semgrep rules: a file or a folder.")
def command(form: str, check: bool, rule_dirs: tuple[str, ...], patterns: tuple[str, ...]) -> int:
    """List the rules with their levels and titles."""
    rules = loaded_rules(rule_dirs)
    if check:
        return _check(rules)
    good, notifications = usable(rules)
    for notification in notifications:
        click.echo(f"mlvet: {notification.message}", err=True)
    infos = [*(loaded.info for loaded in good), *pattern_rules(patterns, rules)]
    infos.sort(key=lambda info: info.qualified)
    click.echo(_json(infos) if form == "json" else _text(infos))
    return FOUND if notifications else CLEAN


def loaded_rules(rule_dirs: Sequence[str]) -> tuple[LoadedRule, ...]:
    """All rules, those of `rule_dirs` included.

    Raises:
        Refused: a folder cannot be used.
    """
    try:
        return load_rules(Path(each) for each in rule_dirs)
    except RuleError as error:
        raise Refused(f"--rules: {error}") from None


def pattern_rules(paths: Sequence[str], rules: Sequence[LoadedRule]) -> list[RuleInfo]:
    """The user's own semgrep rules; `rules` are the others, whose ids they must not have.

    Raises:
        Refused: a file cannot be used.
    """
    if not paths:
        return []
    from analyzer.config import ConfigError
    from analyzer.patterns.user_rules import load

    try:
        found = load([Path(each) for each in paths], {loaded.qualified for loaded in rules})
    except ConfigError as error:
        raise Refused(str(error)) from None
    return [rule.info for rule in found]


def _check(rules: Sequence[LoadedRule]) -> int:
    from analyzer.testing import check_rule

    failed = 0
    for loaded in rules:
        faults = check_rule(loaded)
        failed += bool(faults)
        for fault in faults:
            click.echo(f"{loaded.qualified}: {fault}", err=True)
    click.echo(f"{len(rules)} rules checked, {failed} with faults")
    return FOUND if failed else CLEAN


def _text(infos: Sequence[RuleInfo]) -> str:
    width = max((len(info.qualified) for info in infos), default=0)
    return "\n".join(f"{info.qualified:<{width}}  {info.level.value:<7}  {info.title}" for info in infos)


def _json(infos: Sequence[RuleInfo]) -> str:
    rows = [
        {
            "id": info.qualified,
            "title": info.title,
            "level": info.level.value,
            "precision": info.precision.value,
            "tags": list(info.tags),
            "cwe": list(info.cwe),
            "security_severity": info.security_severity,
            "since": info.since,
            "question": info.question,
        }
        for info in infos
    ]
    return json.dumps(rows, indent=2, ensure_ascii=False)
