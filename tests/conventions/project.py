"""Which files are the project's own, and what do they say?"""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = ROOT / "analyzer"
RULES = ROOT / "rules"
OURS = ("analyzer", "benchmarks", "docs", "examples", "prompts", "rules", "tests", ".ci")


def python_files(*folders: str) -> list[Path]:
    """The Python files under folders of the project, sorted; code that is only there to be analysed is left out."""
    found = (path for folder in folders for path in (ROOT / folder).rglob("*.py"))
    return sorted(path for path in found if not {"corpus", "projects"} & set(path.relative_to(ROOT).parts))


def rule_files() -> list[Path]:
    """The files that each hold one rule, sorted."""
    return sorted(path for path in RULES.glob("[a-z]*/[a-z]*.py"))


def text_files() -> Iterator[Path]:
    """Every file of the project that is text: those at the top and those in its folders."""
    yield from sorted(path for path in ROOT.iterdir() if path.is_file() and path.name != ".git")
    for folder in OURS:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.is_file() and "__pycache__" not in path.parts and b"\0" not in path.read_bytes():
                yield path


@cache
def tree(path: Path) -> ast.Module:
    """The syntax tree of a Python file."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def shown(path: Path) -> str:
    """The path as a test's name and message show it."""
    return path.relative_to(ROOT).as_posix()
