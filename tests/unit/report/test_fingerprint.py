"""Are our line hashes the ones GitHub computes?"""

import random
from collections import Counter

import pytest

from analyzer.report.fingerprint import hashes_of, line_hashes, split_lines

GREETINGS = [
    "e9496ae3ebfced30:1",
    "fb7c023a8b9ccb3f:1",
    "ce8ba1a563dcdaca:1",
    "e20e36e16fcb0cc8:1",
    "b3edc88f2938467e:1",
    "c8e28b0b4002a3a0:1",
    "c129715d7a2bc9a3:1",
]

# Input and hashes as GitHub's own tests have them (github/codeql-action, src/fingerprints.test.ts).
VECTORS = {
    "": ["c129715d7a2bc9a3:1"],
    " a\nb\n  \t\tc\n d": ["271789c17abda88f:1", "54703d4cd895b18:1", "180aee12dab6264:1", "a23a3dc5e078b07b:1"],
    " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End": [
        "8b7cf3e952e7aeb2:1",
        "b1ae1287ec4718d9:1",
        "bff680108adb0fcc:1",
        "c6805c5e1288b612:1",
        "b86d3392aea1be30:1",
        "e6ceba753e1a442:1",
    ],
    " hello; \t\nworld!!!\n\n\n  \t\tGreetings\n End\n": GREETINGS,
    " hello; \t\nworld!!!\r\r\r  \t\tGreetings\r End\r": GREETINGS,
    " hello; \t\r\nworld!!!\r\n\r\n\r\n  \t\tGreetings\r\n End\r\n": GREETINGS,
    " hello; \t\nworld!!!\r\n\n\r  \t\tGreetings\r End\r\n": GREETINGS,
    "Lorem ipsum dolor sit amet.\n" * 10: [
        *(f"a7f2ff13bc495cf2:{occurrence}" for occurrence in range(1, 7)),
        "a7f2ff1481e87703:1",
        "a9cf91f7bbf1862b:1",
        "55ec222b86bcae53:1",
        "cc97dc7b1d7d8f7b:1",
        "c129715d7a2bc9a3:1",
    ],
}


def rolled(text: str) -> list[str]:
    """The hashes of all lines by the book: a rolling hash over a window of 100 units, one unit at a time."""
    raw = text.replace("\r\n", "\n").replace("\r", "\n").replace(" ", "").replace("\t", "").encode("utf-16-le")
    units = [int.from_bytes(raw[index : index + 2], "little") for index in range(0, len(raw), 2)]
    padded = [*units, 65535, *[0] * 100]
    starts = [0, *(index + 1 for index, unit in enumerate(units) if unit == 10)]
    hashes: dict[int, int] = {}
    current = 0
    for index, unit in enumerate(padded):
        leaving = padded[index - 100] if index >= 100 else 0
        current = (current * 37 + unit - leaving * 37**100) % 2**64
        hashes[index - 99] = current
    seen: Counter[int] = Counter()
    found = []
    for start in starts:
        seen[hashes[start]] += 1
        found.append(f"{hashes[start]:x}:{seen[hashes[start]]}")
    return found


@pytest.mark.parametrize("text", VECTORS, ids=range(len(VECTORS)))
def test_vectors(text: str) -> None:
    assert line_hashes(split_lines(text)) == VECTORS[text]


@pytest.mark.parametrize("seed", range(20))
def test_same_as_by_the_book(seed: int) -> None:
    dice = random.Random(seed)
    text = "".join(dice.choices("ab \t\n\r", k=400)) + "ü模😀\uffff\0" + "".join(dice.choices("xy\n", k=300))
    assert line_hashes(split_lines(text)) == rolled(text)


def test_only_wanted_lines_are_hashed_with_their_occurrence() -> None:
    lines = ["same"] * 200 + ["end"]
    every = line_hashes(lines)
    assert hashes_of(lines, [150, 3, 150, 0, 999]) == {3: every[2], 150: every[149]}
    assert every[149].endswith(":150")


def test_no_lines() -> None:
    assert line_hashes([]) == []
    assert hashes_of(["a"], []) == {}


def test_a_carriage_return_left_at_the_end_of_a_line_is_its_end() -> None:
    assert line_hashes(["a\r", "b\r", ""]) == line_hashes(["a", "b", ""])
