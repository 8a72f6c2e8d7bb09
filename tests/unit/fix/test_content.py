"""Which fixes of a file go together, and is a file that would no longer be Python left as it is?"""

import pytest

from analyzer.fix.content import Content, NotFixed
from analyzer.model.finding import Edit, Fix
from analyzer.model.location import Location


def _fix(*edits: tuple[int, int, int, str]) -> Fix:
    """A fix with edits (line, column, end column, text)."""
    found = tuple(
        Edit(at=Location(path="a.py", line=line, column=start, end_line=line, end_column=end), text=text)
        for line, start, end, text in edits
    )
    return Fix(title="t", edits=found, safe=True)


def test_all_fixes_that_are_apart_are_made() -> None:
    fixes = [_fix((1, 1, 2, "x")), _fix((2, 1, 2, "y"), (1, 5, 6, "2"))]
    assert Content("a.py", b"a = 1\nb = 1\n").with_fixes(fixes) == (b"x = 2\ny = 1\n", fixes)


@pytest.mark.parametrize(
    "second",
    [
        _fix((1, 1, 3, "zz")),  # overlaps
        _fix((1, 3, 4, "z")),  # touches
        _fix((1, 2, 2, "z")),  # inserts where the other one ends
        _fix((2, 1, 2, "z"), (1, 2, 3, "z")),  # overlaps with one of its edits: no half fixes
    ],
)
def test_of_two_that_overlap_the_first_is_made(second: Fix) -> None:
    first = _fix((1, 1, 3, "xx"))
    assert Content("a.py", b"aaaaa\nbbbbb\n").with_fixes([first, second]) == (b"xxaaa\nbbbbb\n", [first])


def test_an_edit_that_two_fixes_share_is_one() -> None:
    shared = [_fix((1, 1, 1, "import x\n"), (2, 1, 2, "x")), _fix((1, 1, 1, "import x\n"), (3, 1, 2, "y"))]
    assert Content("a.py", b"\na\nb\n").with_fixes(shared) == (b"import x\n\nx\ny\n", shared)


def test_a_fix_that_breaks_the_file_is_left_out_and_the_others_are_made() -> None:
    good, bad = _fix((1, 5, 6, "2")), _fix((2, 5, 6, "("))
    assert Content("a.py", b"a = 1\nb = 1\n").with_fixes([bad, good]) == (b"a = 2\nb = 1\n", [good])
    assert Content("a.py", b"a = 1\nb = 1\n").with_fixes([bad]) == (b"a = 1\nb = 1\n", [])


def test_what_only_cpython_sees_counts() -> None:
    assert Content("a.py", b"a = 1\n").with_fixes([_fix((1, 1, 2, "f()"))])[1] == []


def test_a_file_that_was_broken_before_may_be_fixed_elsewhere() -> None:
    fix = _fix((2, 5, 6, "2"))
    assert Content("a.py", b"print 'x'\na = 1\n").with_fixes([fix]) == (b"print 'x'\na = 2\n", [fix])


def test_a_text_that_the_encoding_lacks_is_left_out() -> None:
    raw = "# coding: latin-1\nx = 'ü'\n".encode("latin-1")
    assert Content("a.py", raw).with_fixes([_fix((2, 6, 7, "€"))]) == (raw, [])
    assert Content("a.py", raw).with_fixes([_fix((2, 6, 7, "ä"))])[0] == raw.replace(b"\xfc", b"\xe4")


@pytest.mark.parametrize("fix", [_fix((9, 1, 2, "x")), _fix((2, 1, 99, "x")), _fix()])
def test_a_place_that_is_not_there_is_left_out(fix: Fix) -> None:
    assert Content("a.py", b"a\nb\n").with_fixes([fix]) == (b"a\nb\n", [])


@pytest.mark.parametrize("raw", [b"\xff", b"\0", b"# coding: utf-7\nx = '+AOQ-'\n"])
def test_bytes_that_do_not_come_back_are_refused(raw: bytes) -> None:
    with pytest.raises(NotFixed):
        Content("a.py", raw)


def test_a_text_keeps_its_mark_and_line_ends() -> None:
    fix = _fix((2, 1, 1, "c\nd\n"))
    assert Content("a.py", b"\xef\xbb\xbfa\r\nb\r\n").with_fixes([fix])[0] == b"\xef\xbb\xbfa\r\nc\r\nd\r\nb\r\n"
    assert Content("a.py", b"a\rb\r").with_fixes([fix])[0] == b"a\rc\rd\rb\r"
    assert Content("a.py", b"a\nb").with_fixes([fix])[0] == b"a\nc\nd\nb"
