"""Is a path known by its suffix where the rest of it is not, and a folder by what was put into it?"""

import pytest

from analyzer.interpret.spelling import folder, member, put_together, spellings, suffixes
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


def test_an_attribute_is_no_suffix() -> None:
    assert not suffixes(Value(spelling=member(Value(spelling="{m:f.args}"), "pt")))
    assert suffixes(Value(spelling=put_together([Value(spelling="{m:f.stem}"), literal(".pt")]))) == {".pt"}


@pytest.mark.parametrize(
    ("parts", "found"),
    [
        ([literal("index"), unknown("a name")], "index"),
        ([literal("index"), literal("a"), unknown("a name")], "index/a"),
        ([Value(spelling="{m:f.folder}"), literal("a.pkl")], "{m:f.folder}"),
        ([unknown("a folder"), literal("a.pkl")], ""),
    ],
)
def test_a_folder_is_known_though_the_file_is_not(parts: list[Value], found: str) -> None:
    assert folder(Value(spelling=put_together(parts, folders=True))) == found


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


def test_a_folder_holds_files_of_unknown_names() -> None:
    code = """
    def load():
        file = request.files["index"]
        file.save(os.path.join("index", file.filename))
        return joblib.load("index")
    """
    (load,) = calls(code, "load.pickle")
    assert load.subject is not None
    assert {origin.kind for origin in load.subject.origins} == {"upload"}


def test_another_folder_holds_nothing_of_it() -> None:
    code = """
    def load():
        request.files["index"].save(os.path.join("index", "index.pkl"))
        return joblib.load("other")
    """
    (load,) = calls(code, "load.pickle")
    assert load.subject is not None
    assert not load.subject.origins
