"""What do the rules say of themselves? Writes docs/rules/ and the table in README.md from the rules' own files.

python docs/generate.py            write
python docs/generate.py --check    write nothing; exit code 1 if anything is out of date
"""

import sys
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from analyzer.engine.registry import load_rules
from analyzer.model.result import RuleInfo

ROOT = Path(__file__).resolve().parent.parent
PAGES = Path("docs/rules")
BEGIN, END = "<!-- rules -->", "<!-- /rules -->"
NOTE = "<!-- Written by `make docs` from {source}; edit that. -->\n"


def page(rule: RuleInfo) -> str:
    """The Markdown page of one rule: its documentation under a table of its properties."""
    properties = (rule.level, rule.precision, _weaknesses(rule), rule.security_severity or "–", rule.since)
    return "\n".join(
        [
            NOTE.format(source=f"rules/{_source(rule)}"),
            f"# {rule.qualified}",
            "",
            f"{rule.title}.",
            "",
            "| level | precision | weakness | security severity | since |",
            "|---|---|---|---|---|",
            f"| {' | '.join(str(value) for value in properties)} |",
            "",
            rule.markdown.strip(),
            "",
        ]
    )


def index(rules: Iterable[RuleInfo]) -> str:
    """The page that lists all rules, one table per family."""
    parts = [NOTE.format(source="rules/"), "# Rules", ""]
    for family, members in groupby(rules, key=lambda rule: rule.family):
        parts += [f"## {family}", "", *_table(members, link=""), ""]
    return "\n".join(parts)


def readme(text: str, rules: Iterable[RuleInfo]) -> str:
    """`text` with a fresh table between the markers.

    Raises:
        ValueError: a marker is missing.
    """
    head, begin, rest = text.partition(BEGIN)
    _, end, tail = rest.partition(END)
    if not begin or not end:
        raise ValueError(f"README.md holds no {BEGIN} … {END}")
    return "\n".join([head + begin, "", *_table(rules, link=f"{PAGES.as_posix()}/"), "", end + tail])


def generated(rules: tuple[RuleInfo, ...], root: Path) -> dict[Path, str]:
    """Every generated file, by path relative to `root`, and what it should hold."""
    files = {PAGES / rule.family / f"{rule.id}.md": page(rule) for rule in rules}
    files[PAGES / "README.md"] = index(rules)
    files[Path("README.md")] = readme((root / "README.md").read_text(encoding="utf-8"), rules)
    return files


def stale(files: dict[Path, str], root: Path) -> Iterator[Path]:
    """Paths whose content differs or is missing, and pages that no rule stands behind any more."""
    for path, text in files.items():
        if not (root / path).is_file() or (root / path).read_text(encoding="utf-8") != text:
            yield path
    for found in sorted((root / PAGES).rglob("*.md")):
        if found.relative_to(root) not in files:
            yield found.relative_to(root)


def main(arguments: list[str]) -> int:
    """Exit code 0, or 1 if `--check` finds something out of date."""
    rules = tuple(sorted((loaded.info for loaded in load_rules()), key=lambda rule: rule.qualified))
    files = generated(rules, ROOT)
    outdated = list(stale(files, ROOT))
    if "--check" in arguments:
        for path in outdated:
            print(f"{path}: out of date, run `make docs`", file=sys.stderr)
        return 1 if outdated else 0
    for path in outdated:
        if path in files:
            (ROOT / path).parent.mkdir(parents=True, exist_ok=True)
            (ROOT / path).write_text(files[path], encoding="utf-8")
        else:
            (ROOT / path).unlink()
        print(path)
    return 0


def _table(rules: Iterable[RuleInfo], link: str) -> list[str]:
    rows = [
        f"| [{rule.qualified}]({link}{rule.family}/{rule.id}.md) | {rule.level} | {rule.title.replace('|', '&#124;')} |"
        for rule in rules
    ]
    return ["| rule | level | what |", "|---|---|---|", *rows]


def _source(rule: RuleInfo) -> str:
    return f"{rule.family}/{rule.id.replace('-', '_')}.py"


def _weaknesses(rule: RuleInfo) -> str:
    links = [f"[CWE-{number}](https://cwe.mitre.org/data/definitions/{number}.html)" for number in rule.cwe]
    return ", ".join(links) or "–"


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
