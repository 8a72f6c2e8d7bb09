"""How do bytes become lines of text?"""

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_LE

from analyzer.model.result import NotificationKind

# PEP 263: in the first line, or in the second after a comment or a blank line.
_COOKIE = re.compile(rb"(?:[ \t\f]*(?:#[^\r\n]*)?(?:\r\n?|\n))??[ \t\f]*#[^\r\n]*?coding[:=][ \t]*([-\w.]+)")
_UTF8_NAMES = {"utf-8", "utf8", "utf-8-sig", "u8", "utf", "cp65001"}


class NotTextError(Exception):
    """A file holds no text that can be analysed; the text of the exception is the reason, to follow the file's name."""

    def __init__(self, kind: NotificationKind, reason: str) -> None:
        super().__init__(reason)
        self.kind = kind


def lines_of(text: str) -> tuple[str, ...]:
    """The lines of a text with `\\n` line ends; unlike `splitlines`, form feeds and the like end no line."""
    lines = text.split("\n")
    if not lines[-1]:
        lines.pop()
    return tuple(lines)


def decode(raw: bytes) -> str:
    """Python source as Python decodes it: byte order mark, PEP 263 cookie, else UTF-8; line ends are kept.

    Raises:
        NotTextError: binary or not in the encoding it claims.
    """
    if raw.startswith((BOM_UTF16_LE, BOM_UTF16_BE, BOM_UTF32_LE)):
        raise NotTextError(NotificationKind.UNDECODABLE, "is UTF-16 or UTF-32, which Python does not run")
    if b"\0" in raw:
        raise NotTextError(NotificationKind.BINARY, "is binary: it holds NUL bytes")
    marked = raw.startswith(BOM_UTF8)
    encoding = encoding_of(raw)
    if marked and encoding != "utf-8":
        raise NotTextError(NotificationKind.UNDECODABLE, f"has a UTF-8 byte order mark but says it is `{encoding}`")
    try:
        decoded = raw[len(BOM_UTF8) * marked :].decode(encoding)
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        reason = f"is not `{encoding}`: byte 0x{error.object[error.start]:02x} in line {line} does not fit"
        raise NotTextError(NotificationKind.UNDECODABLE, reason) from None
    except (LookupError, ValueError):
        reason = f"says it is `{encoding}`, which is no text encoding"
        raise NotTextError(NotificationKind.UNDECODABLE, reason) from None
    if "\0" in decoded:  # E.g. an escape under `unicode_escape`.
        raise NotTextError(NotificationKind.BINARY, "is binary: it holds NUL bytes")
    return decoded


def encoding_of(raw: bytes) -> str:
    """The encoding that Python source says it is in, which need not exist; a byte order mark is no part of it."""
    cookie = _COOKIE.match(raw.removeprefix(BOM_UTF8))
    encoding = cookie[1].decode("ascii", "replace").lower().replace("_", "-") if cookie else "utf-8"
    return "utf-8" if encoding in _UTF8_NAMES or encoding.startswith("utf-8-") else encoding


def decode_artefact(raw: bytes) -> str:
    """The text of a file that is not Python: UTF-8, whatever it says of itself; other bytes stand as U+FFFD.

    Raises:
        NotTextError: binary.
    """
    if b"\0" in raw:
        raise NotTextError(NotificationKind.BINARY, "is binary: it holds NUL bytes")
    return raw.decode("utf-8-sig", "replace")
