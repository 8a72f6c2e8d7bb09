"""What do the functions of `sanic` do to values?"""

from analyzer.knowledge.table import api, cls

_VERBS = ("route", "get", "post", "put", "patch", "delete", "websocket")

ENTRIES = (
    cls("sanic.Sanic(name)"),
    cls("sanic.Blueprint(name)"),
    cls("sanic.request.Request", origin="request"),
    *(
        api(f"sanic.{owner}.{verb}(uri, **kwargs)", roles="handler", origin="request")
        for owner in ("Sanic", "Blueprint")
        for verb in _VERBS
    ),
)

ALIASES = {"sanic.Request": "sanic.request.Request"}
