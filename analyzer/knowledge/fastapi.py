"""What do the functions of `fastapi` do to values?"""

from analyzer.knowledge.table import api, cls

_VERBS = ["get", "post", "put", "patch", "delete", "options", "head", "api_route", "websocket"]

ENTRIES = (
    cls("fastapi.FastAPI(**kwargs)", roles="accepts-any"),
    api("fastapi.FastAPI.add_middleware(middleware_class, **kwargs)", "constant", roles="limits-requests"),
    api("fastapi.FastAPI.middleware(middleware_type)", roles="limits-requests"),
    cls("fastapi.APIRouter(**kwargs)"),
    *(
        api(f"fastapi.{owner}.{verb}(path, **kwargs)", roles="handler", origin="request")
        for owner in ("FastAPI", "APIRouter")
        for verb in _VERBS
    ),
    cls("fastapi.Request", "starlette.requests.Request", origin="request"),
    cls("fastapi.WebSocket", "starlette.websockets.WebSocket", origin="socket"),
    cls("fastapi.UploadFile", "starlette.datastructures.UploadFile", origin="upload"),
    *(
        api(f"fastapi.{name}(default, **kwargs)", "source", origin="request")
        for name in ("Body", "Query", "Form", "Header", "Cookie", "Path")
    ),
    api("fastapi.File(default, **kwargs)", "source", origin="upload"),
    cls("fastapi.HTTPException(status_code, detail, headers)"),
)

ALIASES = {
    "fastapi.concurrency.run_in_threadpool": "starlette.concurrency.run_in_threadpool",
    "fastapi.websockets.WebSocket": "fastapi.WebSocket",
    "fastapi.requests.Request": "fastapi.Request",
    "fastapi.routing.APIRouter": "fastapi.APIRouter",
    "fastapi.param_functions": "fastapi",
    "fastapi.datastructures.UploadFile": "fastapi.UploadFile",
    "fastapi.applications.FastAPI": "fastapi.FastAPI",
}
