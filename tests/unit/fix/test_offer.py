"""Which edits does a remedy come to, in every kind of file, and when is none offered?"""

import json
import re
from dataclasses import replace

import pytest

from analyzer.fix.content import Content
from analyzer.fix.offer import offered
from analyzer.model.finding import Action, Change, Finding, Remedy
from analyzer.model.level import Level
from analyzer.model.result import BaselineState, Kind, Result, Suppression, SuppressionKind
from analyzer.source.file import SourceFile
from tests.unit.fix.sources import source


def _result(file: SourceFile, code: str, *changes: Change) -> Result:
    """A result at the first place in the Python text that reads `code`, with a remedy of these changes there."""
    start = file.text.index(code.encode())
    at = file.location(start, start + len(code.encode()))
    remedy = Remedy(title="Do it", changes=tuple(replace(change, at=at) for change in changes), safe=True)
    finding = Finding(rule_id="f/r", message="m", at=at, remedy=remedy)
    return Result(finding=finding, kind=Kind.FAIL, level=Level.ERROR, shown_level=Level.ERROR)


def _fixed(content: str | bytes, code: str, *changes: Change, path: str = "a.py") -> str:
    """The file after the fix; an empty text if none is offered."""
    raw = content if isinstance(content, bytes) else content.encode()
    file = source(raw, path)
    (result,) = offered([_result(file, code, *changes)], {path: file}.get)
    if result.finding.fix is None:
        return ""
    after, taken = Content(path, raw).with_fixes([result.finding.fix])
    assert taken == [result.finding.fix]
    return after.decode("latin-1" if b"latin-1" in raw else "utf-8")


ANYWHERE = source("x").location(0, 1)
SET = Change(action=Action.SET_ARGUMENT, at=ANYWHERE, name="w", code="True", api="lib.load")
DROP = Change(action=Action.DROP_ARGUMENT, at=ANYWHERE, name="Loader", position=1, api="yaml.load")
CALL = Change(action=Action.CALL, at=ANYWHERE, name="yaml.safe_load", api="yaml.load")
USE = replace(DROP, action=Action.USE, code="yaml.CSafeLoader")
EVAL = Change(action=Action.CALL, at=ANYWHERE, name="ast.literal_eval", api="builtins.eval")
DELETE = Change(action=Action.DELETE, at=ANYWHERE)


@pytest.mark.parametrize(
    ("before", "code", "after"),
    [
        ("import lib\nlib.load(p)\n", "lib.load(p)", "import lib\nlib.load(p, w=True)\n"),
        ("x.load(p)", "x.load(p)", "x.load(p, w=True)"),
        ("from lib import load as l\nl(p)\n", "l(p)", "from lib import load as l\nl(p, w=True)\n"),
        ("f(lambda p: x.load(p))", "x.load(p)", "f(lambda p: x.load(p, w=True))"),
        ("@x.load(p)\ndef f(): pass\n", "x.load(p)", "@x.load(p, w=True)\ndef f(): pass\n"),
        ("load = lib.load\nload(p)\n", "load(p)", ""),
        ("map(lib.load, p)\n", "map(lib.load, p)", ""),
        ("partial(lib.load, p)()\n", "partial(lib.load, p)()", ""),
        ("getattr(lib, 'load')(p)\n", "getattr(lib, 'load')(p)", ""),
        ("x.load(**k)", "x.load(**k)", ""),
        ('f"{x.load(p)}"', "x.load(p)", ""),
        ("x.load(p)", "x.load", ""),
        ("x.load(p, w=True)", "x.load(p, w=True)", ""),
        (f"x.load({'-' * 6_000}1)", f"x.load({'-' * 6_000}1)", ""),
    ],
)
def test_an_argument_is_set_where_the_api_is_called_by_its_name(before: str, code: str, after: str) -> None:
    assert _fixed(before, code, SET) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("import yaml\nyaml.load(s, L)\n", "import yaml\nyaml.safe_load(s)\n"),
        ("import yaml as y\ny.load(s, Loader=L)\n", "import yaml as y\ny.safe_load(s)\n"),
        ("from yaml import load, L\nload(s, L)\n", "from yaml import load, L, safe_load\nsafe_load(s)\n"),
        ("from yaml import safe_load, load\nload(s, L)\n", "from yaml import safe_load, load\nsafe_load(s)\n"),
        ("import yaml\nfrom yaml import load\nload(s, L)\n", "import yaml\nfrom yaml import load\nyaml.safe_load(s)\n"),
        (
            "def f():\n    from yaml import load\n    load(s, L)\n",
            "def f():\n    from yaml import load, safe_load\n    safe_load(s)\n",
        ),
        (
            "from yaml import load\nsafe_load = 1\nload(s, L)\n",
            "from yaml import load\nimport yaml\nsafe_load = 1\nyaml.safe_load(s)\n",
        ),
        ("from yaml import load\nsafe_load = yaml = 1\nload(s, L)\n", ""),
        ("import yaml\nyaml = wrap(yaml)\nyaml.load(s, L)\n", ""),
        ("import yaml\nself.yaml.load(s, L)\n", ""),
        ("import yaml\nyaml.load(*s, L)\n", ""),
        ("import yaml\nyaml.load(s, **k)\n", ""),
    ],
)
def test_another_api_is_called_by_the_name_that_reaches_it(before: str, after: str) -> None:
    code = re.findall(r"(?:self\.)?(?:y\.|yaml\.)?\bload\(.*\)", before)[-1]
    assert _fixed(before, code, DROP, CALL) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            '"""Doc."""\nfrom __future__ import annotations\n\nx = eval(s)\n',
            '"""Doc."""\nfrom __future__ import annotations\nimport ast\n\nx = ast.literal_eval(s)\n',
        ),
        ("import os\nx = eval(s)\n", "import os\nimport ast\nx = ast.literal_eval(s)\n"),
        ("# licence\nx = eval(s)\n", "# licence\nimport ast\nx = ast.literal_eval(s)\n"),
        ("import ast\nx = eval(s)\n", "import ast\nx = ast.literal_eval(s)\n"),
        ("from ast import literal_eval\neval(s)\n", "from ast import literal_eval\nliteral_eval(s)\n"),
        ("ast = 1\nx = eval(s)\n", ""),
        ("def eval(s): pass\nx = eval(s)\n", ""),
    ],
)
def test_an_import_is_added_where_it_is_in_force(before: str, after: str) -> None:
    assert _fixed(before, "eval(s)", EVAL) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (
            "import yaml\nyaml.load(s, Loader=yaml.CLoader)\n",
            "import yaml\nyaml.load(s, Loader=yaml.CSafeLoader)\n",
        ),
        ("import yaml\nyaml.load(s, yaml.CLoader)\n", "import yaml\nyaml.load(s, yaml.CSafeLoader)\n"),
        (
            "import yaml as y\nfrom yaml import CLoader\ny.load(s, CLoader)\n",
            "import yaml as y\nfrom yaml import CLoader\ny.load(s, y.CSafeLoader)\n",
        ),
        (
            "from yaml import load, CLoader\nload(s, CLoader)\n",
            "from yaml import load, CLoader, CSafeLoader\nload(s, CSafeLoader)\n",
        ),
    ],
)
def test_an_argument_becomes_another_api(before: str, after: str) -> None:
    assert _fixed(before, before.splitlines()[-1], USE) == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("a\nbad()\nb\n", "a\nb\n"),
        ("if x:\n    bad()  # why\n    b\n", "if x:\n    b\n"),
        ("if x:\n    bad()\n", "if x:\n    pass\n"),
        ("if x: bad()\n", "if x: pass\n"),
        ("a; bad(); b\n", "a; pass; b\n"),
        ("a\nbad()", "a\n"),
        ("try:\n    bad()\nfinally:\n    a\n", "try:\n    pass\nfinally:\n    a\n"),
        ("x = bad()\n", ""),
    ],
)
def test_a_statement_is_deleted(before: str, after: str) -> None:
    assert _fixed(before, "bad()", DELETE) == after


def test_line_ends_and_encodings_are_kept() -> None:
    assert _fixed("from lib import (\r\n    load,\r\n)\r\nload(\r\n    p,\r\n)\r\n", "load(\n    p,\n)", SET) == (
        "from lib import (\r\n    load,\r\n)\r\nload(\r\n    p,\r\n    w=True,\r\n)\r\n"
    )
    assert _fixed("x = 'ü'\rx.load(p,\r  q)\r", "x.load(p,\n  q)", SET) == "x = 'ü'\rx.load(p,\r  q,\r  w=True)\r"
    assert _fixed(b"\xef\xbb\xbfx.load(p)", "x.load(p)", SET) == "\ufeffx.load(p, w=True)"
    latin = "# coding: latin-1\nx = 'ü'; x.load(p)\n".encode("latin-1")
    assert _fixed(latin, "x.load(p)", SET) == "# coding: latin-1\nx = 'ü'; x.load(p, w=True)\n"


def _notebook(*cells: list[str] | str, indent: int | None = 1) -> str:
    document = {
        "cells": [{"cell_type": "code", "id": f"c{n}", "outputs": [], "source": cell} for n, cell in enumerate(cells)],
        "metadata": {},
        "nbformat": 4,
        "nbformat_minor": 5,
    }
    return json.dumps(document, indent=indent, ensure_ascii=False)


@pytest.mark.parametrize("indent", [None, 1])
def test_a_notebook_is_edited_inside_of_its_json(indent: int | None) -> None:
    first = ["%matplotlib inline\n", "x = 'ü\"'\n", "y = lib.load(\n", '    p,  # "p"\n', ")\n", "z"]
    before = _notebook(first, "lib.load(p)\nb", indent=indent)
    after = _fixed(before, 'lib.load(\n    p,  # "p"\n)', SET, path="a.ipynb")
    cells = json.loads(after)["cells"]
    assert "".join(cells[0]["source"]) == "".join((*first[:4], "    w=True,\n", *first[4:]))
    assert cells[1] == json.loads(before)["cells"][1]


def test_an_import_gets_into_the_first_cell_of_imports() -> None:
    after = _fixed(_notebook(["%%time\n", "import os\n", "x = 1"], "eval(s)"), "eval(s)", EVAL, path="a.ipynb")
    cells = json.loads(after)["cells"]
    assert "".join(cells[0]["source"]) == "%%time\nimport os\nimport ast\nx = 1"
    assert cells[1]["source"] == "ast.literal_eval(s)"


def test_a_notebook_whose_places_are_not_exact_gets_no_fix() -> None:
    # One line of Python over two strings: its second half has no place of its own.
    before = _notebook(["x = lib.lo", "ad(p)\n", "y"])
    assert _fixed(before, "lib.load(p)", SET, path="a.ipynb") == ""


def test_nested_calls_are_fixed_together() -> None:
    text = "import yaml\nyaml.load(yaml.load(s, L), L)\n"
    file = source(text)
    outer = _result(file, "yaml.load(yaml.load(s, L), L)", DROP, CALL)
    inner = _result(file, "yaml.load(s, L)", DROP, CALL)
    fixes = [result.finding.fix for result in offered([outer, inner], {"a.py": file}.get)]
    after, taken = Content("a.py", text.encode()).with_fixes([fix for fix in fixes if fix is not None])
    assert len(taken) == 2
    assert after == b"import yaml\nyaml.safe_load(yaml.safe_load(s))\n"


def test_results_that_do_not_stand_get_no_fix() -> None:
    file = source("x.load(p)")
    result = _result(file, "x.load(p)", SET)
    suppression = Suppression(kind=SuppressionKind.IN_SOURCE, justification="j")
    others = [
        replace(result, suppressions=(suppression,)),
        replace(result, baseline_state=BaselineState.UNCHANGED),
        replace(result, baseline_state=BaselineState.NEW),
    ]
    found = offered([result, *others], {"a.py": file}.get)
    assert [each.finding.fix is not None for each in found] == [True, False, False, True]


def test_a_file_that_is_gone_or_another_gets_no_fix() -> None:
    file = source("x.load(p)")
    result = _result(file, "x.load(p)", SET)
    assert offered([result], lambda _: None)[0].finding.fix is None
    assert offered([result], {"a.py": source("something else entirely")}.get)[0].finding.fix is None
    assert offered([result], {"a.py": source("x.load(p)", "b.py")}.get)[0].finding.fix is None
