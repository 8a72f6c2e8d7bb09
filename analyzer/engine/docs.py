"""What does the Markdown documentation of a rule say, and which of its lines are tests?

An example is a fenced block under `## Bad` or `## Good`, of Python or, if it holds annotations, of another language
whose comments begin with `#`. It may hold several files, each begun by a line `# file: name`. A comment line
`# ruleid: id` claims a finding of that rule on the next line of code, `# ok: id` claims that there is none;
`# todoruleid: id` and `# todook: id` record a miss and a false alarm that are known.
"""

import re
from dataclasses import dataclass
from enum import StrEnum

from analyzer.engine.sections import SECTIONS

DEFAULT_FILE = "example.py"
_DEFAULT_FILES = {
    "bash": "example.sh",
    "dockerfile": "Dockerfile",
    "makefile": "Makefile",
    "sh": "example.sh",
    "yaml": "example.yaml",
}

_FENCE = re.compile(r"^(`{3,}|~{3,})[ \t]*([\w+-]*)[^\n]*\n(.*?)^\1[ \t]*$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^## +(.+?)[ \t]*$", re.MULTILINE)
_FILE = re.compile(r"^# file: *(\S+)[ \t]*$")
_EXPECTATION = re.compile(r"^[ \t]*# *(ruleid|ok|todoruleid|todook): *([\w/, -]+?)[ \t]*$")


class Claim(StrEnum):
    """What an annotation says of the next line of code."""

    FOUND = "ruleid"
    CLEAN = "ok"
    MISSED = "todoruleid"
    FALSE_ALARM = "todook"


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """One annotation: `claim` about rule `rule_id` (`id` or `family/id`) and `line` (from 1) of its file."""

    claim: Claim
    rule_id: str
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ExampleFile:
    """One file of an example; `path` is relative, `line` (from 1) is where its text begins in the documentation."""

    path: str
    text: str
    line: int

    @property
    def expectations(self) -> tuple[Expectation, ...]:
        """The annotations in the file, in order."""
        return expectations(self.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A small project; `section` is "Bad" or "Good", `number` counts from 1 inside the section."""

    section: str
    number: int
    files: tuple[ExampleFile, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleDocs:
    """The parsed documentation: (heading, Markdown) in order, and the examples."""

    sections: tuple[tuple[str, str], ...]
    examples: tuple[Example, ...]

    def faults(self) -> list[str]:
        """What is missing or misplaced, as sentences without a full stop; empty if all is well."""
        headings = [heading for heading, _ in self.sections]
        found = [f"section `## {heading}` is missing" for heading in SECTIONS if heading not in headings]
        found += [f"section `## {heading}` is empty" for heading, body in self.sections if not body.strip()]
        found += [f"section `## {heading}` is not one of a rule's" for heading in headings if heading not in SECTIONS]
        known = [heading for heading in headings if heading in SECTIONS]
        if known != sorted(known, key=SECTIONS.index):
            found.append(f"sections are not in the order {', '.join(SECTIONS)}")
        for section in ("Bad", "Good"):
            if not any(example.section == section for example in self.examples):
                found.append(f"section `## {section}` holds no fenced example")
        return found


def parse_docs(markdown: str) -> RuleDocs:
    """Read the documentation of a rule; what is wrong with it is told by `RuleDocs.faults`."""
    blank = _FENCE.sub(lambda fence: re.sub(r"[^\n]", " ", fence[0]), markdown)  # a `##` in code is no heading
    headings = list(_HEADING.finditer(blank))
    ends = [heading.start() for heading in headings[1:]] + [len(markdown)]
    sections = []
    examples: list[Example] = []
    for heading, end in zip(headings, ends, strict=True):
        title = heading[1].strip()
        sections.append((title, markdown[heading.end() : end].strip("\n")))
        if title in ("Bad", "Good"):
            examples += _examples(title, markdown, heading.end(), end)
    return RuleDocs(sections=tuple(sections), examples=tuple(examples))


def expectations(text: str) -> tuple[Expectation, ...]:
    """The annotations in Python text; each is about the next line that is none itself."""
    found: list[Expectation] = []
    waiting: list[tuple[Claim, str]] = []
    for number, line in enumerate(text.split("\n"), start=1):
        match = _EXPECTATION.match(line)
        if match is not None:
            waiting += [(Claim(match[1]), name.strip()) for name in match[2].split(",") if name.strip()]
            continue
        found += [Expectation(claim=claim, rule_id=name, line=number) for claim, name in waiting]
        waiting = []
    return tuple(found)


def _examples(section: str, markdown: str, start: int, end: int) -> list[Example]:
    found: list[Example] = []
    for fence in _FENCE.finditer(markdown, start, end):
        language = fence[2].lower()
        if language not in ("python", "py") and not expectations(fence[3]):
            continue
        first_line = markdown.count("\n", 0, fence.start(3)) + 1
        files = _files(fence[3], first_line, _DEFAULT_FILES.get(language, DEFAULT_FILE))
        found.append(Example(section=section, number=len(found) + 1, files=files))
    return found


def _files(text: str, first_line: int, default: str) -> tuple[ExampleFile, ...]:
    files: list[ExampleFile] = []
    path, begin = default, 0
    lines = text.split("\n")
    for index, line in enumerate(lines):
        match = _FILE.match(line)
        if match is None:
            continue
        if any(before.strip() for before in lines[begin:index]):
            files.append(_file(path, lines[begin:index], first_line + begin))
        path, begin = match[1], index + 1
    files.append(_file(path, lines[begin:], first_line + begin))
    return tuple(files)


def _file(path: str, lines: list[str], line: int) -> ExampleFile:
    return ExampleFile(path=path, text="\n".join(lines).rstrip("\n") + "\n", line=line)
