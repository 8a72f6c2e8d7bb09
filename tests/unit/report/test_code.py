"""Is the code of a location found, also inside the JSON of a notebook?"""

import json

import pytest

from analyzer.model.location import Cell, Location
from analyzer.report.code import Code, code_at
from tests.unit.report.samples import NOTEBOOK, at

CELL = Cell(index=2, id="x", line=7)


def test_lines_and_neighbours_of_a_module() -> None:
    lines = ("a", "bb", "ccc", "d")
    code = code_at(at("m.py", 2, 1, 3, end_line=3), lines)
    assert code == Code(number=2, lines=("bb", "ccc"), start=1, end=3, before="a", after="d")


def test_ends_of_a_file_have_one_neighbour() -> None:
    assert code_at(at("m.py", 1, 1, 2), ("a", "b")) == Code(number=1, lines=("a",), start=1, end=2, after="b")
    assert code_at(at("m.py", 2, 1, 2), ("a", "b")) == Code(number=2, lines=("b",), start=1, end=2, before="a")


@pytest.mark.parametrize("place", [at("m.py", 0, 1, 1), at("m.py", 3, 1, 1), at("m.py", 2, 1, 1, end_line=1)])
def test_no_such_place(place: Location) -> None:
    assert code_at(place, ("a", "b")) is None


def test_a_notebook_line_is_what_its_json_string_holds() -> None:
    raw = NOTEBOOK[4]
    start, end = raw.index("open"), raw.index(")") + 1
    code = code_at(at("n.ipynb", 5, start + 1, end + 1, cell=CELL), NOTEBOOK)
    assert code is not None
    assert code == Code(number=7, lines=('f = open("mö.pkl", "rb")',), start=5, end=25)
    assert code.lines[0][code.start - 1 : code.end - 1] == 'open("mö.pkl", "rb")'


def test_a_notebook_region_over_several_json_lines() -> None:
    first, last = NOTEBOOK[3], NOTEBOOK[5]
    place = at("n.ipynb", 4, first.index("pickle") + 1, last.index("(f)") + 1, end_line=6, cell=CELL)
    assert code_at(place, NOTEBOOK) == Code(
        number=7,
        lines=("import pickle", 'f = open("mö.pkl", "rb")', "model = pickle.load(f)"),
        start=8,
        end=20,
    )


@pytest.mark.parametrize("source", [["a = 1\n", "b = load(\n", "  a)\n", "c"], "a = 1\nb = load(\n  a)\nc"])
def test_a_minified_notebook_is_one_line(source: object) -> None:
    raw = json.dumps({"cells": [{"cell_type": "code", "source": source, "outputs": ['"']}]})
    place = at("n.ipynb", 1, raw.index("load") + 1, raw.index("a)") + 3, cell=CELL)
    assert code_at(place, (raw,)) == Code(number=7, lines=("b = load(", "  a)"), start=5, end=5)


def test_a_stale_place_in_a_notebook_has_no_code() -> None:
    assert code_at(at("n.ipynb", 1, 1, 2, cell=CELL), NOTEBOOK) is None
    assert code_at(at("n.ipynb", 6, 14, 99, cell=CELL), NOTEBOOK) is None
