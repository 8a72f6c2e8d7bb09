"""Is a path known by its suffix where the rest of it is not, and a folder by what was put into it?"""

import pytest

from analyzer.interpret.spelling import spellings, suffixes
from analyzer.interpret.values import Value, join, literal, unknown
from tests.unit.interpret.content import calls


@pytest.mark.parametrize(
    ("value", "found"),
    [
        (literal("models/a.PT"), {".pt"}),
        (join(literal("a.pt"), literal("b.onnx")), {".pt", ".onnx"}),
        (join(literal("a.pt"), literal("folder")), set()),
        (Value(spelling="{m:f.folder}/a.json"), {".json"}),
        (Value(spelling="{m:f.args.file}"), set()),
        (Value(spelling="https://example.com/…"), set()),
        (unknown("anything"), set()),
        (None, set()),
    ],
)
def test_suffixes(value: Value | None, found: set[str]) -> None:
    assert suffixes(value) == found


def test_a_constant_among_unknown_values_says_nothing() -> None:
    assert not spellings(join(literal("a.pt"), unknown("another")))


@pytest.mark.parametrize(
    ("folder", "kinds"),
    [
        ('"index"', {"upload"}),
        ("tempfile.mkdtemp()", {"own-file", "upload"}),
    ],
)
def test_a_folder_holds_what_was_put_into_it(folder: str, kinds: set[str]) -> None:
    code = f"""
    def load():
        folder = {folder}
        request.files["index"].save(os.path.join(folder, "index.pkl"))
        return joblib.load(folder)
    """
    (load,) = calls(code, "load.pickle")
    assert load.subject is not None
    assert {origin.kind for origin in load.subject.origins} == kinds


def test_another_folder_holds_nothing_of_it() -> None:
    code = """
    def load():
        request.files["index"].save(os.path.join("index", "index.pkl"))
        return joblib.load("other")
    """
    (load,) = calls(code, "load.pickle")
    assert load.subject is not None
    assert not load.subject.origins
