"""Are imports seen without parsing, in every way of writing them?"""

import pytest

from analyzer.engine.imports import ImportText, imports_in


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("import pickle\n", [("pickle", 0, ())]),
        ("import a.b as c, d\n", [("a.b", 0, ()), ("d", 0, ())]),
        ("from a.b import c as d, e\n", [("a.b", 0, ("c", "e"))]),
        ("from . import x\n", [("", 1, ("x",))]),
        ("from ..a import *\n", [("a", 2, ("*",))]),
        ("from a import (\n    b,  # one, two\n    c as d,\n)\nimport e\n", [("a", 0, ("b", "c")), ("e", 0, ())]),
        ("from a import (b)  # why\n", [("a", 0, ("b",))]),
        ("try:\n    import torch\nexcept ImportError:\n    torch = None\n", [("torch", 0, ())]),
        ("if x: import y\n", [("y", 0, ())]),
        ("import a; from b import c\n", [("a", 0, ()), ("b", 0, ("c",))]),
        ("from a \\\n    import b, \\\n    c\n", [("a", 0, ("b", "c"))]),
        ("import a", [("a", 0, ())]),
        ("from a import (\n", [("a", 0, ())]),
        ("important = 3\nx.important()\n", []),
        ("", []),
    ],
)
def test_imports(text: str, expected: list[tuple[str, int, tuple[str, ...]]]) -> None:
    assert imports_in(text.encode()) == tuple(ImportText(*each) for each in expected)


def test_an_import_is_told_once() -> None:
    assert len(imports_in(b"import a\ndef f():\n    import a\n")) == 1
