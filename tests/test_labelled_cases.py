"""Are hazards told from their look-alikes in programs whose labels were written by people who had not seen the rules?

Every file or folder under `corpus/<family>/<topic>` is a project of its own; see the READMEs there. What is known to be
decided wrongly stands in `corpus/<family>/limits.txt`, with the reason: a case that leaves the list, or joins it, fails
here. `python -m tests.test_labelled_cases leakage` prints a table of all topics of a family.
"""

import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from analyzer.engine.docs import Claim, expectations
from analyzer.engine.registry import LoadedRule, load_rules
from analyzer.model.finding import Finding
from analyzer.testing import findings_in

CORPUS = Path(__file__).parent / "corpus"
FAMILIES = ("leakage", "validation")
_SOURCE_LINE = re.compile(r'^\s*"(.*?)(\\n)?",?\s*$')  # a line of a cell in the JSON of a notebook
_EXPECT = re.compile(r"#\s*expect:\s*(claim|doubt)")


@dataclass(frozen=True, slots=True)
class Case:
    """A project and where it stands in the corpus."""

    family: str
    topic: str
    name: str
    paths: tuple[Path, ...]

    @property
    def key(self) -> str:
        """How the list of limits names it."""
        return f"{self.topic}/{self.name}"


@dataclass(slots=True)
class Outcome:
    """What was found in a case, against what was expected."""

    missed: list[str] = field(default_factory=list)
    false: list[str] = field(default_factory=list)
    overstated: list[str] = field(default_factory=list)  # a claim where only a doubt is justified
    extra: list[str] = field(default_factory=list)  # findings on lines without an annotation of that rule
    found: int = 0
    clean: int = 0

    @property
    def faults(self) -> list[str]:
        """What contradicts an annotation."""
        return [*self.missed, *self.false, *self.overstated]


def cases(family: str) -> tuple[Case, ...]:
    """Every case of a family of rules, in order of its name."""
    found = []
    for topic in sorted(each for each in (CORPUS / family).iterdir() if each.is_dir() and each.name[0] not in "._"):
        for path in sorted(each for each in topic.iterdir() if each.name[0] not in "._"):
            files = (path,) if path.is_file() else tuple(sorted(each for each in path.rglob("*.*") if each.is_file()))
            if files and path.suffix in (".py", ".ipynb", ""):
                found.append(Case(family, topic.name, path.name, files))
    return tuple(found)


def _code(path: Path) -> str:
    """The text with every line of a notebook's cells in the place of its JSON."""
    text = path.read_text(encoding="utf-8")
    if path.suffix != ".ipynb":
        return text
    return "\n".join(match[1] if (match := _SOURCE_LINE.match(line)) else "" for line in text.split("\n"))


def _doubtful(code: str) -> set[int]:
    """The lines (from 1) of which only a doubt is justified."""
    lines, found = code.split("\n"), set()
    for index, line in enumerate(lines):
        match = _EXPECT.search(line)
        if match and match[1] == "doubt":
            rest = range(index + 1, len(lines))
            found.add(next((at + 1 for at in rest if not lines[at].strip().startswith("#")), 0))
    return found


def examine(case: Case, rules: tuple[LoadedRule, ...]) -> Outcome:
    """Hold the findings in a case against its annotations."""
    root = CORPUS / case.family / case.topic
    texts = {path.relative_to(root).as_posix(): path for path in case.paths}
    findings, _ = findings_in({name: path.read_text(encoding="utf-8") for name, path in texts.items()}, rules)
    outcome = Outcome()
    for name, path in texts.items():
        code = _code(path)
        here = {(each.at.line, each.rule_id.split("/")[-1]): each for each in findings if each.at.path == name}
        _compare(outcome, name, code, here)
    return outcome


def _compare(outcome: Outcome, name: str, code: str, here: dict[tuple[int, str], Finding]) -> None:
    doubtful = _doubtful(code)
    named = set()
    for claim in expectations(code):
        key = (claim.line, claim.rule_id)
        named.add(key)
        at = f"{name}:{claim.line}: {claim.rule_id}"
        if claim.claim is Claim.FOUND and key not in here:
            outcome.missed.append(f"{at} missed")
        elif claim.claim is Claim.FOUND:
            outcome.found += 1
            if claim.line in doubtful and here[key].doubt is None:
                outcome.overstated.append(f"{at} is claimed where only a doubt is justified")
        elif key in here:
            outcome.false.append(f"{at} found, but it is fine")
        else:
            outcome.clean += 1
    outcome.extra += [f"{name}:{line}: {rule} found, not annotated" for line, rule in here if (line, rule) not in named]


def _rules(family: str) -> tuple[LoadedRule, ...]:
    return tuple(rule for rule in load_rules() if rule.qualified.startswith(f"{family}/"))


def _limits(family: str) -> dict[str, str]:
    path = CORPUS / family / "limits.txt"
    lines = path.read_text(encoding="utf-8").splitlines() if path.exists() else []
    return dict(line.split(": ", 1) for line in lines if line and not line.startswith("#"))


@pytest.mark.parametrize(
    "case",
    [each for family in FAMILIES for each in cases(family)],
    ids=lambda case: f"{case.family}/{case.key}",
)
def test_case(case: Case) -> None:
    outcome = examine(case, _rules(case.family))
    if case.key in _limits(case.family):
        assert outcome.faults, "decided rightly now: take it out of limits.txt"
    else:
        assert not outcome.faults, "\n".join(outcome.faults)


@pytest.mark.parametrize("family", FAMILIES)
def test_limits_name_cases(family: str) -> None:
    assert set(_limits(family)) <= {case.key for case in cases(family)}


def _table(family: str) -> Iterator[str]:
    counts: dict[str, Counter[str]] = {}
    for case in cases(family):
        outcome = examine(case, _rules(family))
        row = counts.setdefault(case.topic, Counter())
        row.update(cases=1, right=not outcome.faults, found=outcome.found, missed=len(outcome.missed))
        row.update(
            clean=outcome.clean, false=len(outcome.false), over=len(outcome.overstated), extra=len(outcome.extra)
        )
        yield from (f"  {case.topic}/{fault}" for fault in (*outcome.faults, *outcome.extra))
    columns = ("cases", "right", "found", "missed", "clean", "false", "over", "extra")
    yield f"{'topic':16}" + "".join(f"{column:>8}" for column in columns)
    for topic, row in counts.items():
        yield f"{topic:16}" + "".join(f"{row[column]:>8}" for column in columns)
    total = sum(counts.values(), Counter())
    yield f"{'all':16}" + "".join(f"{total[column]:>8}" for column in columns)


if __name__ == "__main__":
    sys.stdout.writelines(f"{line}\n" for family in sys.argv[1:] or FAMILIES for line in _table(family))
