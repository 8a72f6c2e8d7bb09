"""What do the functions of `starlette` do to values?"""

from analyzer.knowledge.table import api, cls

ENTRIES = (
    cls("starlette.requests.Request(scope, receive, send)", origin="request"),
    *(
        api(f"starlette.requests.Request.{name}", "source", origin="request")
        for name in ("query_params", "path_params", "headers", "cookies", "url")
    ),
    *(
        api(f"starlette.requests.Request.{name}()", "source", origin="request")
        for name in ("json", "body", "form", "stream")
    ),
    cls("starlette.websockets.WebSocket(scope, receive, send)", origin="socket"),
    *(
        api(f"starlette.websockets.WebSocket.{name}()", "source", origin="socket")
        for name in ("receive", "receive_json", "receive_bytes", "receive_text", "iter_json", "iter_bytes", "iter_text")
    ),
    cls("starlette.datastructures.UploadFile(file)", origin="upload"),
    api("starlette.datastructures.UploadFile.read(size)", "source", origin="upload"),
    api("starlette.datastructures.UploadFile.file", "source", origin="upload"),
    api("starlette.datastructures.UploadFile.filename", "source", origin="upload"),
    cls("starlette.endpoints.HTTPEndpoint", handlers="get post put patch delete", handler_origin="request"),
    cls("starlette.endpoints.WebSocketEndpoint", handlers="on_receive", handler_origin="socket"),
    api(
        "starlette.routing.WebSocketRoute(path, endpoint, **kwargs)",
        roles="handler",
        origin="socket",
        subject="endpoint",
    ),
    api("starlette.routing.Route(path, endpoint, **kwargs)", roles="handler", origin="request", subject="endpoint"),
    api("starlette.concurrency.run_in_threadpool(func, *args, **kwargs)", "callback", how="runs", calls="func"),
    cls("starlette.exceptions.HTTPException(status_code, detail, headers)"),
)
