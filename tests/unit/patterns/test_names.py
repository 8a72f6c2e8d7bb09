"""Do languages and globs mean the files that they should?"""

import pytest

from analyzer.patterns.names import globs_of, matcher


@pytest.mark.parametrize(
    ("languages", "name", "is_meant"),
    [
        (["dockerfile"], "Dockerfile.gpu", True),
        (["dockerfile"], "api.dockerfile", True),
        (["dockerfile"], "Makefile", False),
        (["yaml", "bash"], "run.SH", True),
        (["py"], "train.py", True),
        (["python"], "train.ipynb", False),
        (["generic"], "anything.at.all", True),
        (["a language of next year"], "main.new", True),
        (["go"], "main.go.txt", False),
    ],
)
def test_languages_mean_files(languages: list[str], name: str, is_meant: bool) -> None:
    assert matcher(globs_of(languages))(name) is is_meant


def test_no_glob_means_no_file() -> None:
    assert not matcher(())("Dockerfile")
