"""Do the carets stand under the code that is meant, whatever the line is made of?"""

import pytest

from analyzer.report.code import Code
from analyzer.report.colour import Paint
from analyzer.report.display import shown
from analyzer.report.excerpt import excerpt, summary

PLAIN = Paint(colour=False, links=False)


def columns(text: str) -> int:
    """Terminal columns of a printed text."""
    return shown(text).offsets[-1]


def marked(lines: list[str]) -> str:
    """The printed text above the carets."""
    index = next(index for index, line in enumerate(lines) if "^" in line)
    left, right = lines[index].index("^"), lines[index].rindex("^") + 1
    offsets = shown(lines[index - 1]).offsets
    return lines[index - 1][offsets.index(left) : offsets.index(right)]


def one(line: str, part: str, width: int = 100) -> list[str]:
    start = line.index(part) + 1
    return excerpt(
        Code(number=9, lines=(line,), start=start, end=start + len(part)), width=width, style="error", paint=PLAIN
    )


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("x = load(f)", "load(f)"),
        ("\tx = load(f)", "load(f)"),
        ("名前 = load('模型')  # 型", "load('模型')"),
        ("e\u0301 = load(f)", "load(f)"),
        ("😀 = load(f)", "load(f)"),
        ("load(f)", "load(f)"),
    ],
)
def test_carets_stand_under_the_part(line: str, part: str) -> None:
    assert marked(one(line, part)) == part


@pytest.mark.parametrize("before", [0, 3, 60, 500, 100_000])
@pytest.mark.parametrize("after", [0, 3, 60, 100_000])
@pytest.mark.parametrize("filler", ["a", "模"])
def test_a_long_line_is_windowed_round_the_part(before: int, after: int, filler: str) -> None:
    lines = one(filler * before + "load(f)" + filler * after, "load(f)", width=60)
    assert marked(lines) == "load(f)"
    assert max(map(columns, lines)) <= 60
    code = next(line for line in lines if "load" in line)
    assert code.startswith(" 9 | …") == (before * (2 if filler == "模" else 1) > 60) or before == 60
    assert (after < 60) or code.endswith("…")


def test_a_part_longer_than_the_window_fills_it() -> None:
    lines = one("x = " + "y" * 500, "y" * 500, width=60)
    assert max(map(columns, lines)) <= 60
    assert sum(line.count("^") for line in lines) > 40


def test_an_empty_region_and_one_behind_the_line_get_one_caret() -> None:
    for start, end in ((3, 3), (6, 6), (99, 120)):
        lines = excerpt(Code(number=1, lines=("x = 1",), start=start, end=end), width=80, style="error", paint=PLAIN)
        assert sum(line.count("^") for line in lines) == 1


def test_neighbours_are_shown_unless_blank() -> None:
    code = Code(number=10, lines=("b",), start=1, end=2, before="a", after="  ")
    assert excerpt(code, width=80, style="error", paint=PLAIN) == ["   |", " 9 | a", "10 | b", "   | ^", "   |"]


def test_a_region_of_many_lines_is_shortened() -> None:
    code = Code(number=8, lines=tuple("abcdefg"), start=1, end=2)
    assert excerpt(code, width=80, style="error", paint=PLAIN) == [
        "   |",
        " 8 | / a",
        " 9 | | b",
        ".. | |",
        "14 | | g",
        "   | |_^",
        "   |",
    ]


def test_a_region_of_few_lines_is_shown_whole() -> None:
    code = Code(number=1, lines=("f(", "  a,", ")"), start=1, end=2)
    assert [line[4:] for line in excerpt(code, width=80, style="error", paint=PLAIN)[1:4]] == ["/ f(", "|   a,", "| )"]


def test_summary_is_the_first_line_without_indentation() -> None:
    assert summary(Code(number=1, lines=("    f(", ")"), start=5, end=2), width=80) == "f( …"
    assert columns(summary(Code(number=1, lines=("模" * 500,), start=1, end=2), width=40)) <= 40
