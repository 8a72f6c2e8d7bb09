"""What do the classes of `falcon` do to values?"""

from analyzer.knowledge.table import api, cls

_PARTS = "stream bounded_stream media params cookies headers path query_string context"

# Responders of a resource are found by their names (falcon 4, routing/compiled.py: `on_get`, `on_post`, …).
ENTRIES = (
    cls("falcon.Request", origin="request"),
    *(api(f"falcon.Request.{name}", "source", origin="request", attribute="yes") for name in _PARTS.split()),
    *(
        api(f"falcon.Request.{name}(*args, **kwargs)", "source", origin="request")
        for name in ("get_media", "get_param", "get_header", "get_cookie_values")
    ),
    cls("falcon.App(**kwargs)"),
    # Option `methods`: the methods of the object in `subject` that are called.
    api(
        "falcon.App.add_route(uri_template, resource, **kwargs)",
        roles="handler",
        origin="request",
        subject="resource",
        methods="on_get on_post on_put on_patch on_delete",
    ),
)

ALIASES = {
    "falcon.request.Request": "falcon.Request",
    "falcon.asgi.Request": "falcon.Request",
    "falcon.asgi.App": "falcon.App",
    "falcon.API": "falcon.App",
    "falcon.app.App": "falcon.App",
}
