"""Which words of the text report stand out, and how?"""

from dataclasses import dataclass

# SGR codes (ECMA-48, 8.3.117) of the 16 colours that every terminal theme defines.
_CODES = {
    "error": "1;31",
    "warning": "1;33",
    "note": "1;36",
    "none": "2",
    "review": "1;35",
    "strong": "1",
    "faint": "2",
    "gutter": "34",
}


@dataclass(frozen=True, slots=True)
class Paint:
    """Colours and links, or neither: what is asked of it comes back unchanged when they are off."""

    colour: bool
    links: bool

    def __call__(self, style: str, text: str) -> str:
        """`text` in `style`, a key of the table above; `text` must be escaped already."""
        if not self.colour or not text:
            return text
        return f"\x1b[{_CODES[style]}m{text}\x1b[0m"

    def link(self, uri: str, text: str) -> str:
        """`text` as a hyperlink (OSC 8) to `uri`, which must be percent-encoded."""
        if not self.links or not uri:
            return text
        return f"\x1b]8;;{uri}\x1b\\{text}\x1b]8;;\x1b\\"
