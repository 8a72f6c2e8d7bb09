"""Which Python remains of a notebook cell when IPython's own syntax is blanked in place?

Every line keeps its number of code points, so that positions stay true.
"""

import re
from collections.abc import Iterator, Sequence

# Cell magics whose body runs as Python; the body of every other one is another language, a file, or not run at all.
_PYTHON_CELLS = {
    "capture",
    "ipytest",
    "memit",
    "prun",
    "python",
    "python3",
    "run_pytest",
    "scalene",
    "snakeviz",
    "time",
    "timeit",
    "wandb",
}
_CELL_MAGIC = re.compile(r"\s*%%(!|\w*)")
# Databricks marks a cell of another language by its first line; `%sql …` on a line of its own is also a line magic.
_FOREIGN_CELL = re.compile(r"\s*%(?:(?:fs|md|md-sandbox|r|scala|sh)\b|sql\s*$)")
# Their argument is Python: `%time model.fit(X)`.
_TIMED = re.compile(r"%{1,2}(?:time|timeit|prun|memit)(?:\s+(?:-[nrp]\s*\d+|-[lsTD]\s*\S+|-[a-zA-Z]+))*(?=\s+\S)")
# IPython takes some magics without their `%`; what follows the word here, no Python has.
_BARE = r"(?:pip|conda)[ \t]+install\b|(?:cd|run)[ \t]+(?!(?:and|if|in|is|not|or)\b)[\w./~]"
_ESCAPED = re.compile(rf"[%!?]|{_BARE}")
_HELP = re.compile(r"(?!\d)[\w*]+(?:\.[\w*]+|\[-?\d+\])*\?{1,2}\s*;?\s*(?:#.*)?")
_ASSIGNED = re.compile(r"(?P<target>[\w.,\s\[\]*]+?=\s*)(?P<value>[%!]\S.*)")
# Most cells hold no syntax of IPython's: one look at the whole cell says so.
_MAYBE = re.compile(
    rf"^[ \t]*(?:[%!?]|{_BARE})|=[ \t]*[%!]|\?[ \t]*;?[ \t]*(?:#.*)?$",
    re.MULTILINE,
)

_TOKEN = re.compile(
    r"""
      \#.*
    | (?P<triple>\"{3}|'{3})
    | "(?:[^"\\]|\\.)*(?P<open_double>\\?$|")
    | '(?:[^'\\]|\\.)*(?P<open_single>\\?$|')
    | (?P<open>[(\[{])
    | (?P<close>[)\]}])
    | (?P<continued>\\$)
    """,
    re.VERBOSE,
)


def blanked(lines: Sequence[str]) -> list[str]:
    """The lines of a code cell as Python: magics, shell lines and help requests replaced, the rest untouched.

    A statement becomes `pass`, an assigned magic `...`, the argument of a timing magic stays. A cell of another
    language becomes blank.
    """
    if not _MAYBE.search("\n".join(lines)):
        return list(lines)
    first = next((index for index, line in enumerate(lines) if line.strip()), 0)
    result = list(lines)
    while first < len(lines) and (magic := _CELL_MAGIC.match(lines[first])):
        if magic[1] not in _PYTHON_CELLS:
            return [" " * len(line) for line in lines]
        result[first] = _without_timing(lines[first]) or " " * len(lines[first])
        first += 1
    if first < len(lines) and _FOREIGN_CELL.match(lines[first]):
        return [" " * len(line) for line in lines]
    result[first:] = _python(lines[first:])
    return result


def _python(lines: Sequence[str]) -> Iterator[str]:
    state = _State()
    in_magic = False
    for line in lines:
        if in_magic:
            in_magic = line.endswith("\\")
            yield " " * len(line)
            continue
        replaced = _replaced(line) if state.at_statement else None
        if replaced is None:
            timed = _without_timing(line) if state.at_statement else None
            state.advance(timed or line)
            yield timed or line
        else:
            in_magic = line.endswith("\\")
            yield replaced


def _replaced(line: str) -> str | None:
    """The line without its magic, or None if it has none that goes as a whole."""
    code = line.lstrip()
    if (_ESCAPED.match(code) and not _TIMED.match(code)) or _HELP.fullmatch(code):
        return line[: len(line) - len(code)] + _filler(len(code), "pass", "...", "0")
    if assigned := _ASSIGNED.fullmatch(line):
        target, value = assigned["target"], assigned["value"]
        if timed := _TIMED.match(value):
            return target + " " * timed.end() + value[timed.end() :]
        # An ellipsis says to the analysis what a magic's result is: a value of which nothing is known.
        return target + _filler(len(value), "...", "_")
    return None


def _without_timing(line: str) -> str | None:
    """`%time f(x)` as `pass; f(x)`: a statement in front keeps the line's indentation and length."""
    code = line.lstrip()
    timed = _TIMED.match(code)
    if timed is None:
        return None
    return line[: len(line) - len(code)] + "pass;".ljust(timed.end()) + code[timed.end() :]


def _filler(length: int, *choices: str) -> str:
    """The first choice that fits, padded to `length`."""
    return next(choice for choice in choices if len(choice) <= length).ljust(length)


class _State:
    """Whether the next line begins a statement, or stands inside a string, brackets or a continued line."""

    def __init__(self) -> None:
        self._quote = ""
        self._depth = 0
        self._continued = False

    @property
    def at_statement(self) -> bool:
        return not (self._quote or self._depth or self._continued)

    def advance(self, line: str) -> None:
        self._continued = False
        at = self._behind_string(line, 0) if self._quote else 0
        while at >= 0 and (token := _TOKEN.search(line, at)):
            at = token.end()
            if quote := token["triple"]:
                self._quote = quote
                at = self._behind_string(line, at)
            elif "\\" in (token["open_double"], token["open_single"]):
                self._quote = line[token.start()]
            elif token["open"]:
                self._depth += 1
            elif token["close"]:
                self._depth = max(0, self._depth - 1)
            elif token["continued"]:
                self._continued = True

    def _behind_string(self, line: str, at: int) -> int:
        """The offset behind the open string if it ends in this line, else -1."""
        closing = re.compile(rf"(?:[^\\]|\\.)*?{self._quote}").match(line, at)
        if closing is None:
            # A single quote stays open only over an escaped line end.
            if len(self._quote) == 1 and not line.endswith("\\"):
                self._quote = ""
            return -1
        self._quote = ""
        return closing.end()
