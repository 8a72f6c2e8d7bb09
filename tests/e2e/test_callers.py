"""Whose calls say what a function of the project is given: the program's own, and not those of its tests?"""

from pathlib import Path

from tests.e2e.command import scan

LIBRARY = "import pickle\n\n\ndef load(path):\n    with open(path, 'rb') as file:\n        return pickle.load(file)\n"
CALL = "from library import load\n\n\ndef test_load():\n    load({!r})\n"


def _kinds(folder: Path) -> list[tuple[str, str]]:
    report = scan("--isolated", "--no-cache", folder=folder).report
    return [(each["at"]["path"], each["kind"]) for each in report["results"]]


def test_a_call_by_the_program_settles_a_doubt_and_one_by_a_test_does_not(tmp_path: Path) -> None:
    folder = tmp_path / "project"
    (folder / "tests").mkdir(parents=True)
    (folder / "library.py").write_text(LIBRARY)
    assert _kinds(folder) == [("library.py", "review")]
    for name in ("test_library.py", "tests/fixtures.py"):
        (folder / name).write_text(CALL.format("model.pkl"))
    assert _kinds(folder) == [("library.py", "review")]
    (folder / "main.py").write_text(CALL.format("model.pkl"))
    assert _kinds(folder) == []


def test_what_a_test_gives_is_no_proof_against_the_program(tmp_path: Path) -> None:
    folder = tmp_path / "project"
    folder.mkdir()
    (folder / "library.py").write_text("import pandas as pd\n\n\ndef load(path):\n    return pd.read_pickle(path)\n")
    (folder / "test_library.py").write_text(CALL.format("https://example.com/model.pkl"))
    assert _kinds(folder) == [("library.py", "review")]
    (folder / "main.py").write_text(CALL.format("https://example.com/model.pkl"))
    assert _kinds(folder) == [("library.py", "fail")]
