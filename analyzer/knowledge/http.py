"""What do the classes of `http` do to values?"""

from analyzer.knowledge.table import api, cls

_HANDLER = "http.server.BaseHTTPRequestHandler"

ENTRIES = (
    cls(_HANDLER),
    cls("http.server.SimpleHTTPRequestHandler", _HANDLER),
    api(f"{_HANDLER}.rfile", "source", origin="request", returns="io.IOBase"),
    api(f"{_HANDLER}.headers", "source", origin="request"),
    api(f"{_HANDLER}.path", "source", origin="request"),
    cls("http.client.HTTPConnection(host, port, timeout)", roles="waits", limit="socket"),
    cls(
        "http.client.HTTPSConnection(host, port, *, timeout)",
        "http.client.HTTPConnection",
        roles="waits",
        limit="socket",
    ),
    api("http.client.HTTPConnection.getresponse()", "source", origin="download"),
)
