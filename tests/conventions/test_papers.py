"""Do the papers around the code agree with it: changelog, dependencies, layers, decisions?"""

import ast
import re
import sys
import tomllib

from analyzer import __version__
from tests.conventions.project import PACKAGE, ROOT, python_files, tree

PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_changelog_has_room_for_the_next_change() -> None:
    headings = re.findall(r"^## (.+)$", read("CHANGELOG.md"), re.MULTILINE)
    assert headings[0] == "Unreleased"
    for heading in headings[1:]:
        assert re.fullmatch(r"\d+\.\d+\.\d+ – \d{4}-\d\d-\d\d", heading)


def test_every_dependency_has_its_reason() -> None:
    reasons = read("CONTRIBUTING.md").partition("## Dependencies")[2]
    project = PYPROJECT["project"]
    wanted = [
        *project["dependencies"],
        *project["optional-dependencies"]["semgrep"],
        *PYPROJECT["dependency-groups"]["dev"],
    ]
    names = {re.split(r"[<>=!~\[ ]", requirement)[0] for requirement in wanted}
    missing = {name for name in names if name.removeprefix("types-") not in reasons}
    assert not missing


def test_every_library_that_is_imported_is_a_dependency() -> None:
    imported: set[str] = set()
    for node in (node for path in python_files("analyzer") for node in ast.walk(tree(path))):
        if isinstance(node, ast.Import):
            imported.update(alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and not node.level:
            imported.add((node.module or "").partition(".")[0])
    declared = {re.split(r"[<>=!~]", each)[0].replace("-", "_") for each in PYPROJECT["project"]["dependencies"]}
    assert {"click", "tree_sitter"} <= imported
    assert not imported - declared - sys.stdlib_module_names - {"analyzer"}


def test_layers_that_exist_are_not_optional() -> None:
    contract = next(one for one in PYPROJECT["tool"]["importlinter"]["contracts"] if one["id"] == "layers")
    optional = set(re.findall(r"\((\w+)\)", " ".join(contract["layers"])))
    there = {path.relative_to(PACKAGE).parts[0].removesuffix(".py") for path in python_files("analyzer")}
    assert not optional & there, "take the parentheses away in [tool.importlinter]"


def test_decisions_are_numbered_and_listed() -> None:
    folder = ROOT / "docs" / "decisions"
    pages = sorted(path.name for path in folder.glob("[0-9]*.md"))
    assert [page[:4] for page in pages] == [f"{number:04}" for number in range(1, len(pages) + 1)]
    assert re.findall(r"\]\((\d{4}-[a-z0-9-]+\.md)\)", (folder / "README.md").read_text(encoding="utf-8")) == pages


def _prose(markdown: str) -> str:
    """A page without its examples: `table[name](argument)` is a link there only by its looks."""
    return re.sub(r"^```.*?^```", "", markdown, flags=re.DOTALL | re.MULTILINE)


def test_links_between_our_pages_lead_somewhere() -> None:
    pages = [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md"), *(ROOT / "examples").glob("*.md")]
    broken = [
        f"{page.relative_to(ROOT)}: {target}"
        for page in pages
        for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", _prose(page.read_text(encoding="utf-8")))
        if not (page.parent / target).exists()
    ]
    assert not broken


def test_version_is_a_release_number() -> None:
    assert re.fullmatch(r"\d+\.\d+\.\d+", __version__)
