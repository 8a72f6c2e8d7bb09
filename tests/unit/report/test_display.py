"""Is text from a hostile file harmless on a terminal, and are its widths right?"""

import pytest

from analyzer.report.display import escaped, one_line, shown


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain", "plain"),
        ("\x1b[31m", r"\x1b[31m"),
        ("a\nb\rc\td", r"a\nb\rc\td"),
        ("\x7f\x9b", r"\x7f\x9b"),
        ("if x:\u202e", r"if x:\u202e"),
        ("zero\u200bwidth\ufeff", r"zero\u200bwidth\ufeff"),
        ("line\u2028end", r"line\u2028end"),
        ("bytes\udc80", r"bytes\udc80"),
        ("größe 模型 😀", "größe 模型 😀"),
    ],
)
def test_escaped(text: str, expected: str) -> None:
    assert escaped(text) == expected


def test_no_character_of_unicode_survives_that_drives_a_terminal() -> None:
    everything = escaped("".join(map(chr, range(0x110000))))
    assert everything.encode("utf-8")
    assert not any(ord(character) < 32 or 127 <= ord(character) < 160 for character in everything)
    assert not set("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f") & set(everything)


def test_one_line() -> None:
    assert one_line(" two\n lines\x1b ") == r"two lines\x1b"


@pytest.mark.parametrize(
    ("text", "printed", "offsets"),
    [
        ("ab", "ab", (0, 1, 2)),
        ("\tx", "    x", (0, 4, 5)),
        ("ab\tx", "ab  x", (0, 1, 2, 4, 5)),
        ("模x", "模x", (0, 2, 3)),
        ("模\tx", "模  x", (0, 2, 4, 5)),
        ("e\u0301x", "e\u0301x", (0, 1, 1, 2)),
        ("\x1bx", r"\x1bx", (0, 4, 5)),
        ("", "", (0,)),
    ],
)
def test_shown(text: str, printed: str, offsets: tuple[int, ...]) -> None:
    line = shown(text)
    assert (line.text, line.offsets) == (printed, offsets)
