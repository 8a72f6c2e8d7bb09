"""What do the functions of `websockets` do to values?"""

from analyzer.knowledge.table import api, cls

# websockets 17.4: `serve` and `unix_serve` of the packages asyncio, sync and legacy; iterating receives.
ENTRIES = (
    api("websockets.connect(uri, **kwargs)", "source", origin="socket"),
    api("websockets.serve(handler, host, port, **kwargs)", roles="handler", origin="socket", subject="handler"),
    cls("websockets.Connection", origin="socket"),
)

ALIASES = {
    "websockets.sync.server.serve": "websockets.serve",
    "websockets.legacy.server.serve": "websockets.serve",
    "websockets.legacy.client.connect": "websockets.connect",
    "websockets.WebSocketServerProtocol": "websockets.Connection",
    "websockets.WebSocketClientProtocol": "websockets.Connection",
    "websockets.server.WebSocketServerProtocol": "websockets.Connection",
    "websockets.asyncio.server.ServerConnection": "websockets.Connection",
    "websockets.asyncio.client.ClientConnection": "websockets.Connection",
    "websockets.sync.server.ServerConnection": "websockets.Connection",
    "websockets.sync.client.ClientConnection": "websockets.Connection",
    "websockets.client.connect": "websockets.connect",
    "websockets.sync.client.connect": "websockets.connect",
    "websockets.asyncio.client.connect": "websockets.connect",
    "websockets.server.serve": "websockets.serve",
    "websockets.asyncio.server.serve": "websockets.serve",
}
