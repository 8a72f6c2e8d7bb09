"""What do the functions of `websockets` do to values?"""

from analyzer.knowledge.table import api

ENTRIES = (
    api("websockets.connect(uri, **kwargs)", "source", origin="socket"),
    api("websockets.serve(handler, host, port, **kwargs)", roles="handler", origin="socket", subject="handler"),
)

ALIASES = {
    "websockets.client.connect": "websockets.connect",
    "websockets.sync.client.connect": "websockets.connect",
    "websockets.asyncio.client.connect": "websockets.connect",
    "websockets.server.serve": "websockets.serve",
    "websockets.asyncio.server.serve": "websockets.serve",
}
