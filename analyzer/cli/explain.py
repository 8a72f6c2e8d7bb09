"""How does `mlvet explain` show the documentation of a rule?"""

import sys

import click

from analyzer.cli.exits import Refused
from analyzer.cli.rules import loaded_rules, pattern_rules
from analyzer.engine.registry import RuleError, UnknownRuleError, find
from analyzer.model.result import RuleInfo


@click.command("explain")
@click.argument("rule")
@click.option("--rules", "rule_dirs", multiple=True, metavar="DIR", help="Further rules: DIR/family/rule.py.")
@click.option("--patterns", multiple=True, metavar="PATH", help="Own semgrep rules: a file or a folder.")
def command(rule: str, rule_dirs: tuple[str, ...], patterns: tuple[str, ...]) -> None:
    """Show what RULE (an id or family/id) finds, with examples of what is reported and what is not."""
    rules = loaded_rules(rule_dirs)
    users = [info for info in pattern_rules(patterns, rules) if rule in (info.id, info.qualified)]
    try:
        info = users[0] if users else find(rule, rules).info
    except (UnknownRuleError, RuleError) as error:
        raise Refused(str(error)) from None
    page = _page(info)
    if sys.stdout.isatty():
        from rich.console import Console
        from rich.markdown import Markdown

        Console().print(Markdown(page))
    else:
        click.echo(page)


def _page(info: RuleInfo) -> str:
    facts = [f"level {info.level.value}", f"precision {info.precision.value}"]
    facts += [f"CWE-{number}" for number in info.cwe]
    if info.security_severity is not None:
        facts.append(f"security severity {info.security_severity}")
    facts.append(f"since {info.since}")
    return f"# {info.qualified}\n\n{info.title}.\n\n*{', '.join(facts)}*\n\n{info.markdown.strip()}"
