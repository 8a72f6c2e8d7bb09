"""What do the functions of `bottle` do to values?"""

from analyzer.knowledge.table import api, cls

_VERBS = ("route", "get", "post", "put", "patch", "delete")

ENTRIES = (
    *(
        api(f"bottle.request.{name}", "source", origin="request")
        for name in ("json", "forms", "params", "query", "body", "cookies", "headers", "POST", "GET", "path")
    ),
    api("bottle.request.files", "source", origin="upload"),
    *(api(f"bottle.{verb}(path, **kwargs)", roles="handler", origin="request") for verb in _VERBS),
    *(api(f"bottle.request.{name}(name, *args)", "source", origin="request") for name in ("get_cookie", "get_header")),
    cls("bottle.Bottle()"),
    *(api(f"bottle.Bottle.{verb}(path, **kwargs)", roles="handler", origin="request") for verb in _VERBS),
    api("bottle.abort(code, text)", "exit"),
)
