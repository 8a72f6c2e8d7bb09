"""Do hunks turn one text into the other, and touch no more than differs?"""

import random
from itertools import pairwise

import pytest

from analyzer.fix.hunks import hunks


def _applied(before: str, after: str) -> str:
    for start, end, text in reversed(list(hunks(before, after))):
        before = before[:start] + text + before[end:]
    return before


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("f(a)", "f(a)", []),
        ("f(a)", "f(a, w=True)", [(3, 3, ", w=True")]),
        ("y.load(x, L)", "y.safe_load(x)", [(2, 6, "safe_load"), (8, 11, "")]),
        ("f(x, x)", "f(x)", [(3, 6, "")]),
        ("", "a", [(0, 0, "a")]),
        ("a", "", [(0, 1, "")]),
    ],
)
def test_few_characters_change(before: str, after: str, expected: list[tuple[int, int, str]]) -> None:
    assert list(hunks(before, after)) == expected


def test_any_text_becomes_any_other() -> None:
    chance = random.Random(7)
    for _ in range(500):
        before, after = ("".join(chance.choices("ab, \n(=ü", k=chance.randrange(12))) for _ in range(2))
        assert _applied(before, after) == after
        found = list(hunks(before, after))
        assert all(left[1] < right[0] for left, right in pairwise(found))
