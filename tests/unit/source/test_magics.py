"""Is IPython's syntax gone, Python untouched, and every line as long as before?"""

import ast

import pytest

from analyzer.source.magics import blanked


def stripped(*lines: str) -> list[str]:
    result = blanked(lines)
    assert [len(line) for line in result] == [len(line) for line in lines]
    return [line.rstrip() for line in result]


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("%matplotlib inline", "pass"),
        ("!pip install x", "pass"),
        ("    !ls é", "    pass"),
        ("!ls", "..."),
        ("?x", "0"),
        ("%x", "0"),
        ("df.head?", "pass"),
        ("df.loc[0]??  # what", "pass"),
        ("%timeit?", "pass"),
        ("pip install torch", "pass"),
        ("cd ..", "pass"),
        ("run train.py", "pass"),
        ("x = !ls", "x = ..."),
        ("x = %pwd", "x = ..."),
        ("x = !a", "x = _"),
        ("a, b[0] = !ls -l", "a, b[0] = ..."),
        ("x = %time f(1)", "x =       f(1)"),
        ("%time y = f(x)", "pass; y = f(x)"),
        ("  %timeit -n 10 -r3 f(x)", "  pass;" + " " * 13 + "f(x)"),
        ("%prun -s cumulative f(x)", "pass;" + " " * 15 + "f(x)"),
        ("%time", "pass"),
    ],
)
def test_a_magic_becomes_a_statement(line: str, expected: str) -> None:
    assert stripped(line) == [expected]
    ast.parse("if 1:\n" + "\n".join("  " + part for part in blanked([line])))


@pytest.mark.parametrize(
    "lines",
    [
        ["x = (a", "     % b)"],
        ["x = a \\", "  % b"],
        ['"""', "!not a command", "%nor this", '"""'],
        ["s = 'a\\", "%b'"],
        ["y = f(  # (", "    %s % a)", "x = 1"],
        ["x = a != b", "y = 7 %2", "# why?", "print('x = !ls')", "z = 'what?'"],
        ["run = 1", "run if run else cd", "cd in run"],
        ["r'\\'  # '", "x['a'] = {", "'b': 2}"],
    ],
)
def test_python_stays_as_it_is(lines: list[str]) -> None:
    assert blanked([*lines]) == lines


def test_python_around_a_string_with_a_magic_in_it_is_still_seen() -> None:
    assert stripped('x = """', "%a", '"""', "!ls -l") == ['x = """', "%a", '"""', "pass"]
    assert stripped("f('''a''', '(')", "!ls -l") == ["f('''a''', '(')", "pass"]
    assert stripped("f('it\\'s', [1])", "!ls -l") == ["f('it\\'s', [1])", "pass"]


def test_a_continued_command_goes_with_its_continuation() -> None:
    assert stripped("!pip install \\", "  a \\", "  b", "x = 1") == ["pass", "", "", "x = 1"]


def test_an_indented_command_keeps_its_block() -> None:
    lines = ["try:", "    import x", "except ImportError:", "    !pip install x", "y = 1"]
    ast.parse("\n".join(blanked(lines)))


@pytest.mark.parametrize(
    "magic", ["%%bash", "%%html", "%%javascript", "%%writefile a.py", "%%sql", "%%!", "%sql", "%md a"]
)
def test_cells_of_another_language_are_blank(magic: str) -> None:
    assert stripped(magic, "x = 1") == ["", ""]
    assert stripped("", magic, "x = 1") == ["", "", ""]


@pytest.mark.parametrize("magic", ["%%time", "%%timeit", "%%capture out", "%%prun", "%%python3"])
def test_cells_that_run_as_python_keep_their_body(magic: str) -> None:
    assert stripped(magic, "x = 1", "!ls -l") == ["", "x = 1", "pass"]


def test_a_timed_statement_on_the_first_line_is_kept() -> None:
    assert stripped("%%time model.fit(X)") == ["pass;  model.fit(X)"]
    assert stripped("%%time", "%%capture", "x = 1") == ["", "", "x = 1"]
