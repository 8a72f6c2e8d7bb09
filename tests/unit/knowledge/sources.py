"""Which findings does the pickle rule make in a small program, and are they those that its comments expect?

A line that ends in `#! error` is expected to get a finding of that level; no other line may get one. An error comes
with a code flow and without a doubt, everything else with a doubt.
"""

import re
import textwrap
from collections.abc import Mapping
from functools import cache

from analyzer.engine.registry import LoadedRule, find, load_rules
from analyzer.model.level import Level
from analyzer.testing import findings_in

RULE = "pickle-load-of-untrusted-data"
_EXPECTED = re.compile(r"#! (\w+)$", re.MULTILINE)


@cache
def _rule() -> LoadedRule:
    return find(RULE, load_rules())


def cases(text: str) -> dict[str, str]:
    """The programs of a table: each starts with a line `=== its name`."""
    parts = re.split(r"^=== (.+)$", textwrap.dedent(text), flags=re.MULTILINE)
    assert not parts[0].strip(), "a table starts with the name of a program"
    named = dict(zip(parts[1::2], parts[2::2], strict=True))
    assert len(named) == len(parts) // 2, "two programs of one name"
    return named


def check(program: str, others: Mapping[str, str] | None = None) -> None:
    """Compare the findings in `main.py` with what its comments expect.

    Args:
        program: the text of `main.py`; `pickle` and `io` are imported in its first line.
        others: further files by their paths.

    Raises:
        AssertionError: naming each line that differs.
    """
    text = "import io, pickle\n" + program
    lines = enumerate(text.splitlines(), 1)
    expected = {line: comment[1] for line, each in lines if (comment := _EXPECTED.search(each))}
    found, notes = findings_in({"main.py": text, **(others or {})}, [_rule()])
    assert not [note for note in notes if note.level is Level.ERROR], notes
    seen: dict[int, str] = {}
    for each in found:
        level = each.level or Level.ERROR
        seen[each.at.line] = str(level)
        assert (level is Level.ERROR) == (each.doubt is None), each.message
        assert each.flow or level is not Level.ERROR, f"an error without a flow: {each.message}"
    assert seen == expected, f"expected {expected}, seen {seen} in\n{program}"
