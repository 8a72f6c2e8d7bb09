"""Is the Python of a notebook complete, and does every character of it point at itself in the JSON?"""

import json
import time
from typing import Any

import pytest

from analyzer.model.level import Level
from analyzer.model.location import Cell
from analyzer.model.result import Notification, NotificationKind
from analyzer.source.file import FileKind, SourceFile
from analyzer.source.notebook import parse


def code(source: object, **more: object) -> dict[str, object]:
    return {"cell_type": "code", "metadata": {}, "outputs": [], "source": source, **more}


def notebook(*cells: object, **more: object) -> dict[str, Any]:
    return {"cells": list(cells), "metadata": {}, "nbformat": 4, "nbformat_minor": 5, **more}


def parsed(document: object, **options: Any) -> SourceFile:
    source = parse("n.ipynb", json.dumps(document, **options).encode("utf-8", "surrogatepass"))
    assert isinstance(source, SourceFile), source
    return source


def refused(raw: bytes) -> tuple[Level, str]:
    notification = parse("n.ipynb", raw)
    assert isinstance(notification, Notification)
    assert (notification.kind, notification.path) == (NotificationKind.BAD_NOTEBOOK, "n.ipynb")
    return notification.level, notification.message


def raw_character(source: SourceFile, line: int, index: int) -> str:
    """What the JSON holds where the character at `index` (from 0) of `line` (from 1) is said to stand."""
    place = source.cell_lines[line - 1]
    raw = source.raw_lines[place.line - 1]
    piece = raw[place.columns[index] - 1 : place.columns[index + 1] - 1]
    decoded = json.loads(f'"{piece}"')
    assert isinstance(decoded, str)
    return decoded


CELLS = [
    {"cell_type": "markdown", "metadata": {}, "source": ["# Title\n"]},
    code(["import os\n", "s = \"a\\n\tb\" + 'é😀'\n", "\n", "x = 1"], id="abc"),
    code("y = 2\nz = '\\\\'\n"),
    code([]),
]


@pytest.mark.parametrize("indent", [None, 1, 4])
@pytest.mark.parametrize("ascii_only", [True, False])
def test_every_character_points_at_itself(indent: int | None, ascii_only: bool) -> None:
    source = parsed(notebook(*CELLS), indent=indent, ensure_ascii=ascii_only)
    lines = source.text.decode().split("\n")
    assert lines == ["import os", "s = \"a\\n\tb\" + 'é😀'", "", "x = 1", "y = 2", "z = '\\\\'", ""]
    assert len(source.cell_lines) == source.line_count == 6
    for number, line in enumerate(lines[:-1], 1):
        assert len(source.cell_lines[number - 1].columns) == len(line) + 1
        assert "".join(raw_character(source, number, index) for index in range(len(line))) == line
    assert [place.cell for place in source.cell_lines] == [
        Cell(index=2, id="abc", line=1),
        Cell(index=2, id="abc", line=2),
        Cell(index=2, id="abc", line=3),
        Cell(index=2, id="abc", line=4),
        Cell(index=3, id="", line=1),
        Cell(index=3, id="", line=2),
    ]


def test_a_location_is_that_of_the_raw_file() -> None:
    raw = b'{"cells": [\n {"cell_type": "code", "source": [\n  "a = \\"\\u00e9\\" + bad()\\n"]}],\n "nbformat": 4}'
    source = parse("n.ipynb", raw)
    assert isinstance(source, SourceFile)
    start = source.text.index(b"bad()")
    at = source.location(start, start + 5)
    assert (at.line, at.column, at.end_line, at.end_column) == (3, 21, 3, 26)
    assert source.raw_lines[2][20:25] == "bad()"
    assert at.cell == Cell(index=1, id="", line=1)


def test_a_line_made_of_several_strings_is_one_line() -> None:
    source = parsed(notebook(code(["x = ", "1", "\ny = 2\r\n", "z = 3"])))
    assert source.text == b"x = 1\ny = 2\nz = 3\n"
    assert raw_character(source, 2, 0) == "y"
    spread = parsed(notebook(code(["x = ", "1\n", "y = 2"])), indent=1)
    assert spread.text == b"x = 1\ny = 2\n"
    first, second = spread.cell_lines
    assert second.line == first.line + 2
    assert list(first.columns) == sorted(first.columns)
    assert raw_character(spread, 1, 0) == "x"


def test_keys_may_come_in_any_order_and_the_last_of_equal_ones_counts() -> None:
    raw = b'{"nbformat": 4, "cells": [{"source": ["a"], "source": ["b"], "cell_type": "code", "metadata": {"x": [1]}}]}'
    source = parse("n.ipynb", raw)
    assert isinstance(source, SourceFile)
    assert source.text == b"b\n"


def test_old_notebooks_keep_their_cells_in_worksheets() -> None:
    old = {
        "nbformat": 3,
        "metadata": {"name": ""},
        "worksheets": [
            {"cells": [{"cell_type": "heading", "source": "t"}, {"cell_type": "code", "input": ["a = 1\n", "b"]}]},
            {"cells": [{"cell_type": "code", "language": "python", "input": "c = 3"}]},
            {"cells": [{"cell_type": "code", "language": "ruby", "input": "puts 3"}]},
        ],
    }
    source = parsed(old)
    assert source.text == b"a = 1\nb\nc = 3\n"
    assert [place.cell.index for place in source.cell_lines] == [2, 2, 3]


def test_byte_order_mark_and_line_ends_do_not_shift_lines() -> None:
    raw = b"\xef\xbb\xbf" + json.dumps(notebook(code(["a = 1"])), indent=1).replace("\n", "\r\n").encode()
    source = parse("n.ipynb", raw)
    assert isinstance(source, SourceFile)
    assert raw_character(source, 1, 4) == "1"
    assert source.raw_lines[0] == "{"


def test_lone_surrogates_and_nul_characters_do_not_stop_the_reading() -> None:
    source = parsed(notebook(code("x = '\ud800'\ny = '\0'\n")))
    assert source.text.decode() == "x = '\ufffd'\ny = '\ufffd'\n"
    assert source.kind is FileKind.NOTEBOOK


def test_a_notebook_without_code_is_fine() -> None:
    assert parsed(notebook()).text == b""


@pytest.mark.parametrize(
    "metadata",
    [
        {"kernelspec": {"language": "R"}},
        {"language_info": {"name": "R"}, "kernelspec": {"language": "python"}},
    ],
)
def test_another_language_is_skipped_with_a_note(metadata: object) -> None:
    raw = json.dumps(notebook(code("x <- 1"), metadata=metadata)).encode()
    assert refused(raw) == (Level.NOTE, "`n.ipynb` is a notebook in `R`, not in Python, and was skipped")


@pytest.mark.parametrize(
    "metadata", [{}, {"language_info": {"name": "python"}}, {"kernelspec": {"language": "Python"}}]
)
def test_python_by_any_name_is_read(metadata: object) -> None:
    assert parsed(notebook(code("x = 1"), metadata=metadata)).text == b"x = 1\n"


def test_cells_of_another_language_are_left_out() -> None:
    foreign = code("SELECT 1", metadata={"vscode": {"languageId": "sql"}})
    assert parsed(notebook(foreign, code("x = 1"))).text == b"x = 1\n"


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"", "is no notebook: it is empty"),
        (b"[1]", "is no notebook: line 1: expecting `{`"),
        (b"{}", "is no notebook: it has no cells"),
        (b'{"cells": 1}', "is no notebook: line 1: expecting `[`"),
        (b'{"cells": [\n{"source": 7}]}', 'is no notebook: line 2: expecting `"`'),
        (b'{"cells": []\n<<<<<<< HEAD\n', "is no notebook: line 2: expecting `,`"),
        (b'{"cells": []} x', "is no notebook: line 1: extra data"),
        (b'{"cells": [', "is no notebook: line 1: expecting `{`"),
        (b'{"cells": ["\xff"]}', "is not UTF-8: byte 0xff does not fit"),
        (b'{"x": ' + b"[" * 100_000, "is no notebook: its JSON is nested too deeply"),
        (b'{"x": ' + b"1" * 10_000 + b"}", None),
    ],
)
def test_what_is_no_notebook_is_an_error_with_the_place(raw: bytes, reason: str | None) -> None:
    level, message = refused(raw)
    assert level is Level.ERROR
    assert reason is None or message == f"`n.ipynb` {reason}"


def test_large_outputs_cost_little() -> None:
    picture = {"output_type": "display_data", "data": {"image/png": "iVBORw0KGgo=" * 400_000}}
    raw = json.dumps(notebook(code(["x = 1\n"] * 200, outputs=[picture])), indent=1).encode()
    assert len(raw) > 4_800_000
    start = time.process_time()
    source = parse("n.ipynb", raw)
    assert time.process_time() - start < 0.3
    assert isinstance(source, SourceFile)
    assert source.line_count == 200
