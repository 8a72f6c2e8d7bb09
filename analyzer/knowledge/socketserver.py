"""What do the classes of `socketserver` do to values?"""

from analyzer.knowledge.table import api, cls

_HANDLER = "socketserver.BaseRequestHandler"

ENTRIES = (
    cls(_HANDLER),
    api(f"{_HANDLER}.request", "source", origin="socket", returns="socket.socket"),
    cls("socketserver.StreamRequestHandler", _HANDLER),
    api("socketserver.StreamRequestHandler.rfile", "source", origin="socket", returns="io.IOBase"),
)
