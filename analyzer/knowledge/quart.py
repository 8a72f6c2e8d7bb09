"""What do the functions of `quart` do to values?"""

from analyzer.knowledge.table import api, cls

_VERBS = ("route", "get", "post", "put", "patch", "delete")

ENTRIES = (
    *(
        api(f"quart.request.{name}", "source", origin="request")
        for name in ("args", "form", "json", "data", "headers", "cookies", "files", "body", "path")
    ),
    *(api(f"quart.request.{name}()", "source", origin="request") for name in ("get_json", "get_data", "get_form")),
    cls("quart.Quart(import_name)"),
    *(api(f"quart.Quart.{verb}(rule, **options)", roles="handler", origin="request") for verb in _VERBS),
    api("quart.abort(code)", "exit"),
)
