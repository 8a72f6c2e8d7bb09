"""Does every module say what it answers, and do names speak the project's language?"""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conventions.project import python_files, shown, text_files, tree

# Words that say nothing (the first four) or that SARIF has another word for.
DRAWERS = {"common", "helper", "helpers", "manager", "util", "utils"}
FOREIGN = {"alert", "alerts", "helper", "helpers", "issue", "issues", "violation", "violations"}

# Written in two parts, so that this file does not contain what it looks for.
MACHINE_PATHS = re.compile("|".join(["/wo" + r"rk/(main|shared|venv|data)\b", "/ro" + "ot/", "/opt/" + "pypi"]))


def words(identifier: str) -> set[str]:
    """The words of a name in snake_case or CamelCase, in lower case."""
    return {word.lower() for word in re.findall(r"[A-Z]+(?![a-z])|[A-Z]?[a-z0-9]+", identifier)}


def defined(module: ast.Module) -> Iterator[tuple[int, str]]:
    """Line and name of everything a module defines; names of other people's attributes are not ours to choose."""
    for node in ast.walk(module):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            yield node.lineno, node.name
        elif isinstance(node, ast.arg):
            yield node.lineno, node.arg
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            yield node.lineno, node.id


def test_words_of_a_name() -> None:
    assert words("HTTPAlert_manager2") == {"http", "alert", "manager2"}
    assert words("parsedIssue") == {"parsed", "issue"}


@pytest.mark.parametrize("path", python_files("analyzer", "docs", "tests"), ids=shown)
def test_module_docstring_is_one_sentence_or_a_question_first(path: Path) -> None:
    docstring = ast.get_docstring(tree(path))
    assert docstring, f"{shown(path)} has no docstring: which question does it answer?"
    first = docstring.split("\n\n")[0].strip()
    assert first.endswith((".", "?", ":")), f"{shown(path)}: the first paragraph of the docstring is no sentence"


@pytest.mark.parametrize("path", python_files("analyzer", "docs", "rules", "tests"), ids=shown)
def test_no_drawer_modules(path: Path) -> None:
    assert not words(path.stem) & DRAWERS, f"{shown(path)}: name it after the type or question it holds"


@pytest.mark.parametrize("path", python_files("analyzer", "rules"), ids=shown)
def test_identifiers_use_our_words(path: Path) -> None:
    wrong = [f"{line}: {name}" for line, name in defined(tree(path)) if words(name) & (FOREIGN | {"manager"})]
    assert not wrong, f"{shown(path)}: SARIF has other words for these: {wrong}"


def test_no_paths_of_one_machine() -> None:
    found = [
        f"{shown(path)}:{number}"
        for path in text_files()
        for number, line in enumerate(path.read_text(encoding="utf-8", errors="replace").splitlines(), start=1)
        if MACHINE_PATHS.search(line)
    ]
    assert not found
