"""What does each file hold: is it readable, can it matter, and what is its tree?

The first of the two jobs of worker processes. Its answers are plain data, so that they can be sent and cached.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

import msgspec

from analyzer.engine.imports import ImportText, imports_in
from analyzer.engine.prefilter import Prefilter
from analyzer.knowledge.vocabulary import Vocabulary
from analyzer.model.level import Level
from analyzer.model.result import Notification, NotificationKind
from analyzer.project.summaries import ModuleSummary, summary_of
from analyzer.source.discover import Candidate
from analyzer.source.file import SourceFile
from analyzer.source.read import read

_MARK = b"mlvet:"  # a comment that speaks to this tool; such files are parsed, so that suppressions are checked


class Surveyed(msgspec.Struct, array_like=True):
    """What is known of one file.

    Attributes:
        digest: of its bytes, "" if it could not be read.
        lines: lines of Python text.
        words: the words in it by which it may get at what the rules ask for.
        facts: whether it may hold facts that are no calls.
        imports: its imports.
        tree: the encoded IR, empty if it was not parsed; `summary` comes with it.
        marked: whether there are comments that speak to this tool.
        notifications: what could not be read or parsed.
    """

    digest: str = ""
    lines: int = 0
    words: frozenset[str] = frozenset()
    facts: bool = False
    imports: tuple[ImportText, ...] = ()
    tree: bytes = b""
    summary: ModuleSummary | None = None
    marked: bool = False
    notifications: tuple[Notification, ...] = ()


@dataclass(slots=True)
class Survey:
    """The work of surveying `files`: read, look for what the rules read and, if it is there, parse.

    Attributes:
        files: the files and their module names.
        vocabulary: what the active rules ask for.
        forced: whether files are parsed even if they are no hit.
        max_bytes: see `source.read.read`.
    """

    files: Sequence[tuple[Candidate, str]]
    vocabulary: Vocabulary
    forced: bool = False
    max_bytes: int | None = None
    _filter: Prefilter | None = field(default=None, repr=False)

    def begin(self) -> None:
        """Nothing to prepare but the filter: tables of libraries are loaded when they are asked for."""
        self._filter = Prefilter(self.vocabulary)

    def perform(self, job: int) -> bytes:
        """Survey file number `job`; the answer is an encoded `Surveyed`."""
        candidate, name = self.files[job]
        try:
            return _ENCODER.encode(self._survey(candidate, name))
        except Exception as error:  # noqa: BLE001 - the other files are still to be read
            return _ENCODER.encode(Surveyed(notifications=(crash(candidate.path, error),)))

    def _survey(self, candidate: Candidate, name: str) -> Surveyed:
        source = read(candidate, max_bytes=self.max_bytes)
        if isinstance(source, Notification):
            return Surveyed(notifications=(source,))
        assert self._filter is not None
        found = Surveyed(digest=source.digest, lines=source.line_count, marked=_MARK in source.text)
        found.imports = imports_in(source.text)
        found.words = self._filter.words_in(source.text, found.imports)
        found.facts = self._filter.has_facts(source.text)
        if found.words or found.facts or found.marked or self.forced:
            _parse_into(found, source, name)
        return found


def decode_surveyed(data: bytes) -> Surveyed:
    """What `Survey.perform` answered."""
    return _DECODER.decode(data)


def crash(path: str, error: BaseException) -> Notification:
    """A notification that the tool itself failed on `path`."""
    reason = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    if isinstance(error, RecursionError):
        reason = "it is nested too deeply"
    return Notification(
        kind=NotificationKind.ANALYSIS_FAILED,
        level=Level.ERROR,
        message=f"`{path}` was not analysed: {reason}",
        path=path,
    )


def _parse_into(found: Surveyed, source: SourceFile, name: str) -> None:
    # Here, so that a scan whose files are all ruled out does not load the parser.
    from analyzer.syntax.codec import encode
    from analyzer.syntax.lower import parse

    module = parse(source, name, source.path.rpartition("/")[2] == "__init__.py")
    found.tree = encode(module)
    found.summary = summary_of(module)
    found.marked = bool(module.comments)
    found.notifications = _broken(source, [(region.start, region.end, region.why) for region in module.broken])


def _broken(source: SourceFile, regions: Sequence[tuple[int, int, str]]) -> tuple[Notification, ...]:
    """At most two notifications: one for what does not parse, one for what is nested too deeply."""
    found = []
    for why, kind, level, text in (
        ("syntax", NotificationKind.BROKEN_SYNTAX, Level.WARNING, "does not parse"),
        ("depth", NotificationKind.TOO_DEEP, Level.ERROR, "is nested too deeply"),
    ):
        places = [source.location(start, end) for start, end, reason in regions if reason == why]
        if places:
            others = f", nor {len(places) - 1} other places" if len(places) > 1 else ""
            message = f"`{source.path}` {text} at line {places[0].line}; that part was not analysed{others}"
            found.append(Notification(kind=kind, level=level, message=message, path=source.path, at=places[0]))
    return tuple(found)


_ENCODER = msgspec.msgpack.Encoder()
_DECODER = msgspec.msgpack.Decoder(Surveyed)
