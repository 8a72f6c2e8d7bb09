"""What do the functions of `websocket` (websocket-client) do to values?"""

from analyzer.knowledge.table import api, cls

ENTRIES = (
    cls("websocket.WebSocket(**kwargs)", origin="socket"),
    api(
        "websocket.create_connection(url, timeout, **options)", "source", origin="socket", returns="websocket.WebSocket"
    ),
    # Option `handles`: constructor arguments (and attributes) that are called with what comes in.
    cls(
        "websocket.WebSocketApp(url, header, on_open, on_reconnect, on_message, **kwargs)",
        handles="on_message on_data",
        handler_origin="socket",
    ),
    api("websocket.WebSocket.recv()", "source", origin="socket"),
    api("websocket.WebSocket.recv_data()", "source", origin="socket"),
)
