"""What do the functions of `tornado` do to values?"""

from analyzer.knowledge.table import api, cls

_HANDLER = "tornado.web.RequestHandler"

ENTRIES = (
    cls(f"{_HANDLER}(application, request, **kwargs)", handlers="get post put patch delete", handler_origin="request"),
    *(
        api(f"{_HANDLER}.{name}(name, default, strip)", "source", origin="request")
        for name in (
            "get_argument",
            "get_arguments",
            "get_body_argument",
            "get_body_arguments",
            "get_query_argument",
            "get_query_arguments",
            "get_cookie",
            "get_secure_cookie",
        )
    ),
    api(f"{_HANDLER}.request", "source", origin="request"),
    cls("tornado.websocket.WebSocketHandler", _HANDLER, handlers="on_message", handler_origin="socket"),
    api(
        "tornado.websocket.websocket_connect(url, **kwargs)",
        "source",
        origin="socket",
    ),
    cls("tornado.httpclient.AsyncHTTPClient()"),
    cls("tornado.httpclient.HTTPClient()"),
    api("tornado.httpclient.AsyncHTTPClient.fetch(request, **kwargs)", "source", origin="download"),
    api("tornado.httpclient.HTTPClient.fetch(request, **kwargs)", "source", origin="download"),
)
