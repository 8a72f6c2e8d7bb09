"""What would change in which lines?"""

from collections.abc import Iterator
from difflib import diff_bytes, unified_diff

_NO_LINE_END = b"\n\\ No newline at end of file\n"


def unified(path: str, before: bytes, after: bytes) -> bytes:
    """The unified diff of a file, in the file's own bytes, as `patch -p0` and `git apply -p0` take it."""
    name = path.encode("utf-8", "backslashreplace")
    lines = diff_bytes(unified_diff, _lines(before), _lines(after), name, name, lineterm=b"\n")
    return b"".join(line if line.endswith(b"\n") else line + _NO_LINE_END for line in lines)


def _lines(content: bytes) -> list[bytes]:
    return list(_split(content))


def _split(content: bytes) -> Iterator[bytes]:
    start = 0
    while start < len(content):
        end = content.find(b"\n", start) + 1 or len(content)
        yield content[start:end]
        start = end
