"""What does the interpreter see in a small program, and is it what the program's comments expect?

A program says what it expects next to the calls: `pickle.loads(x)  #= 1 | 2` holds if `x` was seen to be 1 or 2 at this
line, in one abstract call of the function; several ones are separated by `;`. `#= never` says that the line is not
reached. A `?` stands for any reason why a value is not known, `?reason` for this one.
"""

import re
import textwrap
from collections.abc import Mapping
from dataclasses import dataclass

from analyzer.interpret.entry import interpret
from analyzer.interpret.facts import CallFact, Facts
from analyzer.interpret.values import Value
from analyzer.knowledge.vocabulary import Ask, Vocabulary
from analyzer.project.names import module_names
from analyzer.project.project import ModuleEntry, Project
from analyzer.project.versions import Versions
from analyzer.source.discover import Candidate
from analyzer.source.file import FileKind, SourceFile
from analyzer.source.read import read
from analyzer.syntax.lower import parse

ROLES = frozenset({"load.pickle", "load.torch", "model-input", "nan-comparison"})
NEVER = "never"
_EXPECTED = re.compile(r"#= (.+)$")


def describe(value: Value) -> str:
    """A value in one line: what it may be, then where it came from, what it passed and why it is not known."""
    may_be = sorted(repr(each.value) for each in value.constants)
    may_be += sorted(value.symbols)
    may_be += sorted(f"<{each}>" for each in value.types)
    may_be += sorted(f"def {each.qualname}" for each in value.funcs)
    if value.elements is not None:
        may_be.append(f"({', '.join(map(describe, value.elements))})")
    parts = [" | ".join(may_be)] if may_be else []
    parts += sorted(f"@{each.kind}:{each.detail}" for each in value.origins)
    parts += sorted(f"+{each}" for each in value.checks)
    parts += [f"?{value.unknown}"] if value.unknown else []
    return " ".join(parts) or "nothing"


@dataclass(frozen=True, slots=True)
class Program:
    """A program of some files that has been interpreted from one of its modules."""

    texts: Mapping[str, str]  # by module
    facts: Facts

    @property
    def expected(self) -> dict[tuple[str, int], list[str]]:
        """What the comments expect, by module and line."""
        found: dict[tuple[str, int], list[str]] = {}
        for module, text in self.texts.items():
            for line, content in enumerate(text.splitlines(), 1):
                comment = _EXPECTED.search(content)
                if comment is not None:
                    found[module, line] = sorted(each.strip() for each in comment[1].split(" ; "))
        return found

    @property
    def seen(self) -> dict[tuple[str, int], list[str]]:
        """What was seen as the first argument of `pickle.loads`, by module and line."""
        found: dict[tuple[str, int], set[str]] = {}
        for fact in self.loads:
            found.setdefault(self.line_of(fact), set()).add(self.described(fact))
        return {line: sorted(each) for line, each in found.items()}

    @property
    def loads(self) -> list[CallFact]:
        """The calls of `pickle.loads` and the like."""
        return [fact for fact in self.facts.calls if fact.api.roles and "load.pickle" in fact.api.roles]

    @property
    def only(self) -> CallFact:
        """The only call that was seen."""
        (fact,) = self.facts.calls
        return fact

    def line_of(self, fact: CallFact) -> tuple[str, int]:
        """Where a call stands."""
        before = self.texts[fact.place.module].encode()[: fact.place.start]
        return fact.place.module, before.count(b"\n") + 1

    def described(self, fact: CallFact) -> str:
        """What was loaded."""
        subject = describe(fact.subject) if fact.subject is not None else "nothing was given"
        return f"{subject} open:{fact.open}" if fact.open else subject

    def steps(self, fact: CallFact) -> list[tuple[int, str]]:
        """The trace of the only origin of what was loaded: lines and texts."""
        assert fact.subject is not None
        (origin,) = fact.subject.origins
        assert origin.trace is not None
        return [
            (self.texts[step.place.module].encode()[: step.place.start].count(b"\n") + 1, step.text)
            for step in origin.trace.steps()
        ]


def project_of(files: Mapping[str, str]) -> tuple[Project, dict[str, str]]:
    """A project with these files, and the text of each by its module's name."""
    names = module_names(sorted(files))
    entries: dict[str, ModuleEntry] = {}
    for path, text in files.items():
        candidate = Candidate(path=path, absolute=path, kind=FileKind.MODULE, content=text.encode())
        source = read(candidate)
        assert isinstance(source, SourceFile), source
        entries[names[path]] = ModuleEntry(path, parse(source, names[path], path.endswith("__init__.py")))
    return Project(entries, Versions()), {names[path]: text for path, text in files.items()}


def vocabulary() -> Vocabulary:
    """What rules about loading ask for."""
    return Vocabulary([Ask(ROLES)])


def run(code: str, *, module: str = "main", **others: str) -> Program:
    """Interpret `code` as the module "main" of a project, beside other files.

    Args:
        code: the text of `main.py`; `pickle` is imported in its first line.
        module: the module to begin with, if it is another.
        others: texts of other files; `pkg__mod` is the file `pkg/mod.py`, `pkg____init__` the file `pkg/__init__.py`.
    """
    files = {"main.py": "import pickle\n" + textwrap.dedent(code)}
    for name, text in others.items():
        folder, _, file = name.partition("__")
        files[f"{folder}/{file}.py" if file else f"{folder}.py"] = textwrap.dedent(text)
    project, texts = project_of(files)
    return Program(texts, interpret(project, module, vocabulary()))


def check(code: str, *, module: str = "main", **others: str) -> Program:
    """Interpret a program and compare what was seen with what its comments expect; every load needs a comment.

    Raises:
        AssertionError: naming each line that differs.
    """
    program = run(code, module=module, **others)
    assert program.expected, "a program without expectations can't fail"
    wrong: list[str] = []
    for line in sorted(program.expected.keys() | program.seen.keys()):
        expected, seen = program.expected.get(line, [NEVER]), program.seen.get(line, [NEVER])
        if sorted(expected) != sorted(_like(each, expected) for each in seen):
            wrong.append(f"{line[0]}:{line[1]}: expected {' ; '.join(expected)}\n{'':12}seen     {' ; '.join(seen)}")
    assert not wrong, "\n" + "\n".join(wrong)
    return program


def _like(seen: str, expected: list[str]) -> str:
    """What was seen, without its reason if that is not asked for."""
    known = re.sub(r"\?[^?()]*?(?= open:|$)", "?", seen)
    return known if known in expected else seen
