"""Are the shipped folders found in a checkout and in an installed wheel, and missed with a reason?"""

from pathlib import Path

import pytest

from analyzer import resources


def test_in_a_checkout_they_stand_beside_the_package() -> None:
    root = Path(__file__).resolve().parents[2]
    assert resources.rules_dir() == root / "rules"
    assert resources.prompts_dir() == root / "prompts"


def test_in_a_wheel_they_stand_in_the_package_and_win(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "analyzer"
    (package / "_rules").mkdir(parents=True)
    (tmp_path / "rules").mkdir()  # another distribution's, beside ours in site-packages
    monkeypatch.setattr(resources, "_PACKAGE", package)
    assert resources.rules_dir() == package / "_rules"


def test_an_incomplete_installation_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "_PACKAGE", tmp_path / "analyzer")
    with pytest.raises(FileNotFoundError, match=r"_prompts nor .*prompts is a folder"):
        resources.prompts_dir()
