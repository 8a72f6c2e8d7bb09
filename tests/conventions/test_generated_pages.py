"""Are the pages that `make docs` writes complete, stable, and noticed when they are out of date?"""

from pathlib import Path

import pytest

from analyzer.model.level import Level
from analyzer.model.result import RuleInfo
from analyzer.model.rule import Precision
from docs.generate import generated, index, page, readme, stale

RULE = RuleInfo(
    id="peek-at-target",
    family="leakage",
    title="A feature is made from a|b",
    level=Level.ERROR,
    precision=Precision.HIGH,
    tags=(),
    cwe=(502, 20),
    security_severity=8.1,
    since="0.1.0",
    question="",
    markdown="## What it finds\nA peek.\n",
)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "README.md").write_text("before\n<!-- rules -->\nold\n<!-- /rules -->\nafter\n")
    return tmp_path


def write(files: dict[Path, str], root: Path) -> None:
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")


def test_page_has_properties_and_documentation() -> None:
    text = page(RULE)
    assert "# leakage/peek-at-target\n" in text
    assert "| error | high | [CWE-502](https://cwe.mitre.org/data/definitions/502.html), [CWE-20]" in text
    assert text.endswith("## What it finds\nA peek.\n")
    assert "rules/leakage/peek_at_target.py" in text


def test_a_bar_in_a_title_does_not_break_the_table() -> None:
    row = index([RULE]).splitlines()[-1]
    assert row == "| [leakage/peek-at-target](leakage/peek-at-target.md) | error | A feature is made from a&#124;b |"


def test_readme_keeps_what_is_around_the_table(root: Path) -> None:
    text = readme((root / "README.md").read_text(), [RULE])
    assert text.startswith("before\n<!-- rules -->\n\n| rule |") and text.endswith("\n\n<!-- /rules -->\nafter\n")
    assert "docs/rules/leakage/peek-at-target.md" in text and "old" not in text
    assert readme(text, [RULE]) == text


def test_readme_without_markers_is_refused() -> None:
    with pytest.raises(ValueError, match="<!-- rules -->"):
        readme("nothing", [RULE])


def test_fresh_pages_are_not_stale(root: Path) -> None:
    files = generated((RULE,), root)
    assert sorted(stale(files, root)) == sorted(files)
    write(files, root)
    assert not list(stale(generated((RULE,), root), root))


def test_changed_and_orphaned_pages_are_stale(root: Path) -> None:
    files = generated((RULE,), root)
    changed = Path("docs/rules/leakage/peek-at-target.md")
    orphan = Path("docs/rules/leakage/gone.md")
    write({**files, changed: "edited by hand", orphan: "# gone"}, root)
    assert list(stale(files, root)) == [changed, orphan]
