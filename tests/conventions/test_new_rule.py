"""Does `make rule` write a rule that only lacks its substance, and refuse names that cannot be one?"""

import shutil
from pathlib import Path

import pytest

from analyzer import __version__
from docs.new_rule import PLACEHOLDER, BadNameError, main, start
from tests.conventions.project import RULES


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    shutil.copy(RULES / "_template.py", tmp_path)
    (tmp_path / "leakage").mkdir()
    (tmp_path / "leakage" / "fit_before_split.py").write_text("")
    (tmp_path / "__pycache__").mkdir()
    return tmp_path


def test_the_skeleton_bears_the_new_name(rules: Path) -> None:
    path = start("leakage/peek-at-target", rules)
    text = path.read_text(encoding="utf-8")
    assert path == rules / "leakage" / "peek_at_target.py"
    assert 'id="peek-at-target"' in text and "# ruleid: peek-at-target" in text and "# ok: peek-at-target" in text
    assert f'since="{__version__}"' in text
    assert PLACEHOLDER not in text
    compile(text, str(path), "exec")


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("fit-before-split", "is not family/id"),
        ("leakage/FitBeforeSplit", "is not family/id"),
        ("leakage/../../escape", "is not family/id"),
        ("leakage/trailing-", "is not family/id"),
        ("leakge/peek", "no family 'leakge'; there are leakage"),
        ("leakage/fit-before-split", "exists already"),
    ],
)
def test_names_that_will_not_do(rules: Path, name: str, reason: str) -> None:
    before = sorted(rules.rglob("*"))
    with pytest.raises(BadNameError, match=reason):
        start(name, rules)
    assert sorted(rules.rglob("*")) == before


def test_no_name_is_wrong_usage(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([""]) == 2
    assert "NAME=family/id" in capsys.readouterr().err
