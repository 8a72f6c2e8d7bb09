"""How does a test get a source file from a text?"""

from analyzer.model.result import Notification
from analyzer.source.discover import Candidate
from analyzer.source.file import FileKind, SourceFile
from analyzer.source.read import read


def source(content: str | bytes, path: str = "a.py") -> SourceFile:
    """The file at `path` with this content."""
    kind = FileKind.NOTEBOOK if path.endswith(".ipynb") else FileKind.MODULE
    raw = content if isinstance(content, bytes) else content.encode()
    found = read(Candidate(path=path, absolute=path, kind=kind, content=raw))
    assert not isinstance(found, Notification), found.message
    return found
