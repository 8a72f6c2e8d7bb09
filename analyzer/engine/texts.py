"""What stands in the files that a report points into?"""

from collections.abc import Iterable, Iterator, Sequence

from analyzer.model.finding import Finding
from analyzer.model.result import Notification, Original
from analyzer.source.discover import Candidate
from analyzer.source.file import SourceFile
from analyzer.source.read import read


class Texts:
    """The scanned files, read again when they are needed: few are, and keeping all would cost their size.

    Args:
        files: all files of the scan.
        max_bytes: see `source.read.read`.
    """

    def __init__(self, files: Sequence[Candidate], max_bytes: int | None) -> None:
        self._files = {file.path: file for file in files}
        self._max_bytes = max_bytes
        self._read: dict[str, SourceFile | None] = {}

    def source(self, path: str) -> SourceFile | None:
        """The file at a path of the scan; None if it cannot be read any more."""
        if path not in self._read:
            file = self._files.get(path)
            found = None if file is None else read(file, max_bytes=self._max_bytes)
            self._read[path] = None if isinstance(found, Notification) else found
        return self._read[path]

    def original(self, path: str) -> Original | None:
        """The file at a path of the scan as something to edit; None if it cannot be read any more."""
        source = self.source(path)
        if source is None:
            return None
        file = self._files[path]
        return Original(absolute=file.absolute, digest=source.digest, content=file.content)

    def lines_of(self, findings: Iterable[Finding]) -> dict[str, tuple[str, ...]]:
        """The lines on disk of every file that a finding, a step or a related place stands in, by path, sorted."""
        paths = {path for finding in findings for path in _paths(finding)}
        return {path: source.raw_lines for path in sorted(paths) if (source := self.source(path)) is not None}

    def ends_in_a_line_end(self, path: str) -> bool:
        """Whether the last line of a file has a line end, as it is on disk."""
        file = self._files[path]
        if file.content is not None:
            return file.content.endswith((b"\n", b"\r"))
        try:
            with open(file.absolute, "rb") as stream:
                stream.seek(0, 2)
                stream.seek(max(0, stream.tell() - 1))
                return stream.read(1) in (b"\n", b"\r")
        except OSError:
            return True  # it is gone since it was read; most files end in one


def _paths(finding: Finding) -> Iterator[str]:
    yield finding.at.path
    yield from (step.at.path for step in finding.flow)
    yield from (related.at.path for related in finding.related)
