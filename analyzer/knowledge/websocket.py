"""What do the functions of `websocket` (websocket-client) do to values?"""

from analyzer.knowledge.table import api, cls

ENTRIES = (
    cls("websocket.WebSocket(**kwargs)", origin="socket"),
    api(
        "websocket.create_connection(url, timeout, **options)", "source", origin="socket", returns="websocket.WebSocket"
    ),
    api("websocket.WebSocket.recv()", "source", origin="socket"),
    api("websocket.WebSocket.recv_data()", "source", origin="socket"),
)
