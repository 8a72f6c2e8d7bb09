"""What is the URI of a path in a report?"""

from urllib.parse import quote


def uri_of(path: str) -> str:
    """The URI reference of a POSIX path: percent-encoded; relative as it is, absolute as `file:` URI.

    Bytes of a file name that are no UTF-8 (surrogate escapes) are encoded as the bytes they are.
    """
    try:
        raw = path.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        raw = path.encode("utf-8", "replace")
    encoded = quote(raw, safe="/")
    return f"file://{encoded}" if encoded.startswith("/") else encoded
