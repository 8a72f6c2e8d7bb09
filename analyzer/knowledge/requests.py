"""What do the functions of `requests` do to values?"""

from analyzer.knowledge.table import api, cls

_VERBS = ("get", "post", "put", "patch", "delete", "head", "options")
# Role "waits": the call ends only when the other side answers, unless it is given a `timeout` (option `default`: or its
# object has one). Without one there is no limit (documentation: "Timeouts").
_WAITS = "waits"
_THROUGH = "request send"  # methods of a session that its other ones go through: an object may set its own

ENTRIES = (
    cls("requests.Response", origin="download"),
    *(
        api(f"requests.{verb}(url, **kwargs)", "source", origin="download", returns="requests.Response", roles=_WAITS)
        for verb in _VERBS
    ),
    api(
        "requests.request(method, url, **kwargs)",
        "source",
        origin="download",
        returns="requests.Response",
        roles=_WAITS,
    ),
    cls("requests.Session()"),
    *(
        api(
            f"requests.Session.{verb}(url, **kwargs)",
            "source",
            origin="download",
            returns="requests.Response",
            roles=_WAITS,
            through=_THROUGH,
        )
        for verb in _VERBS
    ),
    api(
        "requests.Session.request(method, url, **kwargs)",
        "source",
        origin="download",
        returns="requests.Response",
        roles=_WAITS,
        through="send",
    ),
    # An adapter of one's own may set the limit (`send` is given one).
    api("requests.Session.mount(prefix, adapter)", "mutate", how="word", word="limited"),
    api("requests.Response.raise_for_status()", "constant"),
    api("requests.Response.status_code", "constant", attribute="yes"),
    api("requests.Response.ok", "constant", attribute="yes"),
)

ALIASES = {
    "requests.session": "requests.Session",
    "requests.sessions.Session": "requests.Session",
    "requests.api": "requests",
}
