"""Do edits of real code leave it parsable, and touch nothing but the lines of the call and of an import?

The code is the standard library of the running Python. Its calls get remedies at random, the same ones in every run.
"""

import ast
import random
import sysconfig
from collections.abc import Iterator
from pathlib import Path

import pytest

from analyzer.fix.content import Content
from analyzer.fix.diff import unified
from analyzer.fix.offer import offered
from analyzer.fix.patch import patched
from analyzer.model.finding import Action, Change, Finding, Fix, Remedy
from analyzer.model.level import Level
from analyzer.model.location import Location
from analyzer.model.result import Kind, Result
from analyzer.source.file import SourceFile
from analyzer.syntax import ir
from analyzer.syntax.lower import parse
from analyzer.syntax.walk import walk
from tests.unit.fix.sources import source

LIBRARY = Path(sysconfig.get_paths()["stdlib"])
FOLDERS = ("", "asyncio", "concurrent/futures", "email", "http", "importlib", "json", "logging", "multiprocessing")
MODULES = sorted(path for folder in FOLDERS for path in (LIBRARY / folder).glob("*.py") if path.stat().st_size < 30_000)
CALLS_PER_MODULE = 2  # with 12 of them and larger modules, it holds as well, for ten minutes


def test_there_is_a_corpus() -> None:
    assert len(MODULES) > 150


@pytest.mark.parametrize("part", range(4))
def test_fixed_code_parses_and_only_its_lines_change(part: int) -> None:
    fixes = sum(_check(path) for path in MODULES[part::4])
    assert fixes > 20


def _check(path: Path) -> int:
    """Fix a module call by call and all at once; how many fixes there were."""
    raw = path.read_bytes()
    if not raw.isascii():
        return 0  # encodings have tests of their own
    file = source(raw)
    chance = random.Random(path.name)
    results = [_result(at, change) for at, change in _changes(file, chance)]
    fixes = []
    for result in offered(results, {"a.py": file}.get):
        if (fix := result.finding.fix) is not None:
            fixes.append(fix)
            after = patched(raw.decode(), fix.edits).encode()
            ast.parse(after)
            assert _changed(raw, after) <= _covered(file, fix, result.finding.at), f"{path}: {fix}"
    after, taken = Content("a.py", raw).with_fixes(fixes)
    ast.parse(after)
    assert bool(taken) is bool(fixes), path
    return len(fixes)


def _changes(file: SourceFile, chance: random.Random) -> Iterator[tuple[Location, Change]]:
    module = parse(file, "module", False)
    nodes = list(walk(module))
    calls = [node for node in nodes if isinstance(node, ir.Call)]
    for call in chance.sample(calls, min(CALLS_PER_MODULE, len(calls))):
        at = file.location(call.start, call.end)
        names = [keyword.name for keyword in call.keywords if keyword.name]
        yield at, Change(action=Action.SET_ARGUMENT, at=at, name=chance.choice([*names, "added"]), code='f(1, "x")')
        yield at, Change(action=Action.SET_ARGUMENT, at=at, name="added", code="None", position=chance.randrange(3))
        if names or call.args:
            name = chance.choice(names) if names else "x"
            yield at, Change(action=Action.DROP_ARGUMENT, at=at, name=name, position=len(call.args) - 1)
            yield at, Change(action=Action.USE, at=at, name=name, code="shelve.open", position=0)
        yield at, Change(action=Action.CALL, at=at, name=chance.choice(["shelve.open", "os.path.join", "ast.parse"]))
    statements = [node for node in nodes if isinstance(node, ir.ExprStmt | ir.Assign | ir.If)]
    for statement in chance.sample(statements, min(CALLS_PER_MODULE, len(statements))):
        at = file.location(statement.start, statement.end)
        yield at, Change(action=Action.DELETE, at=at)


def _result(at: Location, change: Change) -> Result:
    remedy = Remedy(title="t", changes=(change,), safe=True)
    finding = Finding(rule_id="f/r", message="m", at=at, remedy=remedy)
    return Result(finding=finding, kind=Kind.FAIL, level=Level.ERROR, shown_level=Level.ERROR)


def _changed(before: bytes, after: bytes) -> set[int]:
    """The lines of `before` that a diff takes away or adds something behind."""
    lines: set[int] = set()
    number = 0
    for line in unified("a.py", before, after).split(b"\n")[2:]:
        if line.startswith(b"@@"):
            number = int(line.split()[1].split(b",")[0].lstrip(b"-")) - 1
        elif line.startswith(b"+"):
            lines.add(number)
        elif not line.startswith(b"\\"):
            number += 1
            if line.startswith(b"-"):
                lines.add(number)
    return lines


def _covered(file: SourceFile, fix: Fix, at: Location) -> set[int]:
    """The lines of the call, and those of an import that a fix extends or stands behind."""
    lines = set(range(at.line, at.end_line + 1))
    for edit in fix.edits:
        if edit.at.column == 1:
            lines.add(edit.at.line - 1)  # what is put before a line is shown behind the one above
        if not at.line <= edit.at.line <= at.end_line:
            lines.update(range(edit.at.line, edit.at.end_line + 1))
            assert "import" in edit.text or edit.text.strip(" ,\n(").isidentifier(), edit
    return lines
