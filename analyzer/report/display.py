"""How is text from an analysed file shown on a terminal: harmless, and with known widths?"""

from dataclasses import dataclass
from unicodedata import category, east_asian_width

_TAB = 4
# Control, format (also the bidirectional overrides that reorder code on screen), surrogate, line and paragraph
# separator: each can drive a terminal or deceive a reader.
_UNSAFE = frozenset(("Cc", "Cf", "Cs", "Zl", "Zp"))


@dataclass(frozen=True, slots=True)
class Shown:
    """A line as it is shown.

    Attributes:
        pieces: what is printed for each code point of the source.
        offsets: the terminal column (from 0) at which each code point of the source begins, and that of the end.
    """

    pieces: tuple[str, ...]
    offsets: tuple[int, ...]

    @property
    def text(self) -> str:
        """What is printed for the whole line."""
        return "".join(self.pieces)


def escaped(text: str) -> str:
    """`text` without anything that a terminal obeys: control characters become visible escapes such as `\\x1b`."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(_visible(character) for character in text)


def shown(text: str) -> Shown:
    """`text`, one line of a file, with tabs expanded and everything else that has no honest width escaped."""
    pieces: list[str] = []
    offsets = [0]
    column = 0
    for character in text:
        if character == "\t":
            piece = " " * (_TAB - column % _TAB)
            width = len(piece)
        else:
            piece = _visible(character)
            width = _width(character) if piece is character else len(piece)
        pieces.append(piece)
        column += width
        offsets.append(column)
    return Shown(tuple(pieces), tuple(offsets))


def one_line(text: str) -> str:
    """Prose on one line, escaped: a rationale or a justification may hold line breaks."""
    return escaped(" ".join(text.split()))


def _visible(character: str) -> str:
    if character.isascii():
        return character if character.isprintable() else _escape(character)
    return _escape(character) if category(character) in _UNSAFE else character


def _escape(character: str) -> str:
    return character.encode("unicode_escape", "surrogatepass").decode("ascii")


def _width(character: str) -> int:
    if character.isascii():
        return 1
    if category(character) in ("Mn", "Me"):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1
