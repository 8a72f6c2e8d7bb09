"""Does a further import get to where it is in force and looks like its neighbours?"""

import pytest

from analyzer.fix.imports import extended, place_for_import
from analyzer.syntax import ir
from analyzer.syntax.lower import parse
from tests.unit.fix.sources import source


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("from yaml import load", "from yaml import load, safe_load"),
        ("from yaml import load as l, Loader", "from yaml import load as l, Loader, safe_load"),
        ("from yaml import (load, Loader)", "from yaml import (load, Loader, safe_load)"),
        ("from yaml import (load, Loader,)", "from yaml import (load, Loader, safe_load,)"),
        ("from yaml import load, \\\n  Loader", "from yaml import load, \\\n  Loader, safe_load"),
        ("from yaml import (\n    load,\n)", "from yaml import (\n    load,\n    safe_load,\n)"),
        (
            "from yaml import (\n    load,  # l\n    Loader  # L\n)",
            "from yaml import (\n    load,  # l\n    Loader,  # L\n    safe_load\n)",
        ),
        (
            "from yaml import (\n    load,\n    Loader,  # L\n)",
            "from yaml import (\n    load,\n    Loader,  # L\n    safe_load,\n)",
        ),
        (
            "from yaml import (load,\n                  Loader)",
            "from yaml import (load,\n                  Loader,\n                  safe_load)",
        ),
        ("from yaml import *", None),
        ("import yaml", None),
        ("from yaml import (", None),
    ],
)
def test_an_import_takes_one_more_name(before: str, after: str | None) -> None:
    assert extended(before, "safe_load") == after


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("", "x = 1\n"),
        ("import os\n", "x = 1\n"),
        ("import os\nfrom a import (\n  b,\n)  # c\n", "x = 1\n"),
        ('"""Doc."""\n', "x = 1\n"),
        ('"""Doc."""\n\nimport os\n', "x = 1\nimport sys\n"),
        ('"""Doc."""\nfrom __future__ import annotations\n', "x = 1\n"),
        ('"""Doc."""\nfrom __future__ import annotations\nimport os\n', ""),
        ("#!/usr/bin/env python\n# licence\n\n", "x = 1\nimport os\n"),
        ("", "@decorated\ndef f(): pass\n"),
        ("", "import os; x = [\n1]\n"),
        ("import os\n", "import sys; x = 1\n"),
    ],
)
def test_a_further_import_stands_behind_the_first_ones(before: str, after: str) -> None:
    text = before + after
    assert place_for_import(text.encode(), _module(text).body) == len(before)


@pytest.mark.parametrize("text", ['"""Doc."""; x = 1\n', '"""Doc."""', "", "# nothing\n"])
def test_there_may_be_no_place(text: str) -> None:
    assert place_for_import(text.encode(), _module(text).body) is None


def _module(text: str) -> ir.Module:
    return parse(source(text), "module", False)
