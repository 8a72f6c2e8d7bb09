"""Does a range say what it must, and nothing where it spans?"""

import pytest

from analyzer.project.version_ranges import VersionSet, from_poetry


@pytest.mark.parametrize(
    ("specifier", "answer"),
    [
        ("==2.6.0", True),
        ("==2.6.0+cu118", True),
        ("==2.7", True),
        ("==2.5.1", False),
        ("==2.6.0rc1", False),
        ("==2.6.*", True),
        ("==2.5.*", False),
        ("==2.*", None),
        (">=2.6", True),
        (">=2.6,<3", True),
        (">=2.0", None),
        (">2.5", None),
        (">2.6", True),
        ("<2.6", False),
        ("<=2.6", None),
        ("<=2.5.1", False),
        (">=2.0,<2.6", False),
        ("~=2.6", True),
        ("~=2.5.1", False),
        ("~=2.5", None),
        ("!=2.6", None),
        ("", None),
        ("===2.6", True),
        ("===odd", None),
        ("not a specifier", None),
        ("==" + "9" * 5000, None),
        ("==" + "9" * 499, None),
        (">=2.6" + ",!=2.6.1" * 500, None),
    ],
)
def test_at_least(specifier: str, answer: bool | None) -> None:
    assert VersionSet(alternatives=(specifier,), source="f").at_least("2.6") is answer


@pytest.mark.parametrize(
    ("alternatives", "answer"),
    [((">=2.6", "==2.7"), True), (("<2", "==2.5"), False), (("==2.5", "==2.6"), None), (("==2.6", ""), None)],
)
def test_alternatives_must_agree(alternatives: tuple[str, ...], answer: bool | None) -> None:
    assert VersionSet(alternatives=alternatives, source="f").at_least("2.6") is answer


def test_a_question_that_is_no_version_has_no_answer() -> None:
    assert VersionSet(alternatives=("==1",), source="f").at_least("new") is None


@pytest.mark.parametrize(
    ("constraint", "alternatives"),
    [
        ("^1.2.3", (">=1.2.3,<2",)),
        ("^0.2.3", (">=0.2.3,<0.3",)),
        ("^0.0.3", (">=0.0.3,<0.0.4",)),
        ("^0", (">=0,<1",)),
        ("~1.2.3", (">=1.2.3,<1.3",)),
        ("~1", (">=1,<2",)),
        ("1.2.3", ("==1.2.3",)),
        ("1.*", ("==1.*",)),
        ("*", ("",)),
        (">=1.0, <2.0", (">=1.0,<2.0",)),
        (">=1 <2", (">=1,<2",)),
        ("^1 || ^3", (">=1,<2", ">=3,<4")),
        ("^odd", ("",)),
    ],
)
def test_poetry(constraint: str, alternatives: tuple[str, ...]) -> None:
    assert from_poetry(constraint) == alternatives


def test_a_range_in_words() -> None:
    assert str(VersionSet(alternatives=(">=1,<2", ""), source="f")) == ">=1,<2 or any version"
