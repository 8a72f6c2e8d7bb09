"""What do the functions of `aiohttp` do to values?"""

from analyzer.knowledge.table import api, cls

ENTRIES = (
    cls("aiohttp.web.Request", origin="request"),
    *(
        api(f"aiohttp.web.Request.{name}()", "source", origin="request")
        for name in ("json", "read", "text", "post", "multipart")
    ),
    *(
        api(f"aiohttp.web.Request.{name}", "source", origin="request")
        for name in ("query", "headers", "cookies", "match_info", "content", "path")
    ),
    cls("aiohttp.web.View", handlers="get post put patch delete", handler_origin="request"),
    cls("aiohttp.web.RouteTableDef()"),
    *(
        api(f"aiohttp.web.RouteTableDef.{verb}(path, **kwargs)", roles="handler", origin="request")
        for verb in ("get", "post", "put", "patch", "delete", "route")
    ),
    *(
        api(f"aiohttp.web.{verb}(path, handler, **kwargs)", roles="handler", origin="request", subject="handler")
        for verb in ("get", "post", "put", "patch", "delete")
    ),
    api("aiohttp.web.View.request", "source", origin="request", returns="aiohttp.web.Request"),
    cls("aiohttp.web.Application(**kwargs)"),
    api("aiohttp.web.Application.router", "constant", returns="aiohttp.web.UrlDispatcher", attribute="yes"),
    cls("aiohttp.web.UrlDispatcher"),
    *(
        api(
            f"aiohttp.web.UrlDispatcher.add_{verb}(path, handler, **kwargs)",
            roles="handler",
            origin="request",
            subject="handler",
        )
        for verb in ("get", "post", "put", "patch", "delete")
    ),
    api(
        "aiohttp.web.UrlDispatcher.add_route(method, path, handler, **kwargs)",
        roles="handler",
        origin="request",
        subject="handler",
    ),
    cls("aiohttp.web.WebSocketResponse(**kwargs)", origin="socket"),
    cls("aiohttp.ClientWebSocketResponse", origin="socket"),
    api(
        "aiohttp.ClientSession.ws_connect(url, **kwargs)",
        "source",
        origin="socket",
        returns="aiohttp.ClientWebSocketResponse",
    ),
    *(
        api(f"aiohttp.{owner}.{name}(**kwargs)", "source", origin="socket")
        for owner in ("web.WebSocketResponse", "ClientWebSocketResponse")
        for name in ("receive", "receive_bytes", "receive_str", "receive_json")
    ),
    cls("aiohttp.ClientSession(base_url, **kwargs)"),
    *(
        api(f"aiohttp.ClientSession.{verb}(url, **kwargs)", "source", origin="download")
        for verb in ("get", "post", "put", "patch", "request")
    ),
    api("aiohttp.request(method, url, **kwargs)", "source", origin="download"),
)

ALIASES = {"aiohttp.web_request.Request": "aiohttp.web.Request"}
