"""What do the functions of `httpx` do to values?"""

from analyzer.knowledge.table import api, cls

_VERBS = ("get", "post", "put", "patch", "delete", "head", "options", "stream")

ENTRIES = (
    cls("httpx.Response", origin="download"),
    *(api(f"httpx.{verb}(url, **kwargs)", "source", origin="download", returns="httpx.Response") for verb in _VERBS),
    api("httpx.request(method, url, **kwargs)", "source", origin="download", returns="httpx.Response"),
    cls("httpx.Client(**kwargs)"),
    cls("httpx.AsyncClient(**kwargs)"),
    *(
        api(f"httpx.{owner}.{verb}(url, **kwargs)", "source", origin="download", returns="httpx.Response")
        for owner in ("Client", "AsyncClient")
        for verb in (*_VERBS, "request")
    ),
    api("httpx.Response.status_code", "constant", attribute="yes"),
    api("httpx.Response.raise_for_status()", subject="self", returns="httpx.Response"),
)
