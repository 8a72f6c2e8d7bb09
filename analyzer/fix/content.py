"""How do the bytes of a file become text to edit, and bytes again?"""

from codecs import BOM_UTF8
from collections.abc import Sequence
from pathlib import PurePosixPath

from analyzer.fix.check import is_sound
from analyzer.fix.patch import Span, Text, chosen
from analyzer.model.finding import Fix
from analyzer.model.result import Notification
from analyzer.source.discover import Candidate
from analyzer.source.file import FileKind, SourceFile
from analyzer.source.read import read
from analyzer.source.text import NotTextError, decode, encoding_of


class NotFixed(Exception):
    """A file cannot be changed; the text is the reason, to follow the file's name."""


class Content:
    """The bytes of one file.

    Args:
        path: relative POSIX path, for its suffix and for messages.
        raw: the bytes.

    Raises:
        NotFixed: they are no text, or no text that becomes the same bytes again.
    """

    def __init__(self, path: str, raw: bytes) -> None:
        self._path = path
        self._kind = FileKind.NOTEBOOK if PurePosixPath(path).suffix.lower() == ".ipynb" else FileKind.MODULE
        self._mark = BOM_UTF8 if raw.startswith(BOM_UTF8) else b""
        self._encoding = "utf-8" if self._kind is FileKind.NOTEBOOK else encoding_of(raw)
        try:
            text = raw.decode("utf-8-sig") if self._kind is FileKind.NOTEBOOK else decode(raw)
        except (NotTextError, UnicodeDecodeError) as error:
            raise NotFixed(f"is no text any more: {error}") from None
        if self._encoded(text) != raw:
            raise NotFixed(f"cannot be written as `{self._encoding}` as it was before")
        self._text = Text(text)
        self._source = self._read(raw)

    def with_fixes(self, fixes: Sequence[Fix]) -> tuple[bytes, list[Fix]]:
        """The bytes after as many of `fixes` as go together, and which these are; the first one wins.

        A fix after which the file would not parse is left out.
        """
        taken, spans = chosen(self._text, fixes)
        if (raw := self._sound(spans)) is not None:
            return raw, taken
        sound = [fix for fix in taken if self._sound(chosen(self._text, [fix])[1]) is not None]
        taken, spans = chosen(self._text, sound)
        raw = self._sound(spans)
        return (self._encoded(self._text.raw), []) if raw is None else (raw, taken)

    def _sound(self, spans: Sequence[Span]) -> bytes | None:
        """The bytes after these edits, if what they say is still Python."""
        try:
            raw = self._encoded(self._text.replaced(spans))
            return raw if is_sound(self._source, self._read(raw)) else None
        except (UnicodeEncodeError, NotFixed):
            return None

    def _encoded(self, text: str) -> bytes:
        return self._mark + text.encode(self._encoding)

    def _read(self, raw: bytes) -> SourceFile:
        file = Candidate(path=self._path, absolute=self._path, kind=self._kind, content=raw)
        found = read(file, max_bytes=max(1, len(raw)))
        if isinstance(found, Notification):
            raise NotFixed(found.message)
        return found
