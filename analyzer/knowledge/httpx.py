"""What do the functions of `httpx` do to values?"""

from analyzer.knowledge.table import api, cls

_VERBS = ("get", "post", "put", "patch", "delete", "head", "options", "stream")
_WAITS = {"roles": "waits", "limit": "default"}  # five seconds, unless it is told not to (documentation: "Timeouts")

ENTRIES = (
    cls("httpx.Response", origin="download"),
    *(
        api(f"httpx.{verb}(url, **kwargs)", "source", origin="download", returns="httpx.Response", **_WAITS)
        for verb in _VERBS
    ),
    api("httpx.request(method, url, **kwargs)", "source", origin="download", returns="httpx.Response", **_WAITS),
    cls("httpx.Client(**kwargs)", **_WAITS),
    cls("httpx.AsyncClient(**kwargs)", **_WAITS),
    *(
        api(f"httpx.{owner}.{verb}(url, **kwargs)", "source", origin="download", returns="httpx.Response", **_WAITS)
        for owner in ("Client", "AsyncClient")
        for verb in (*_VERBS, "request")
    ),
    api("httpx.Response.status_code", "constant", attribute="yes"),
    api("httpx.Response.raise_for_status()", subject="self", returns="httpx.Response"),
)
