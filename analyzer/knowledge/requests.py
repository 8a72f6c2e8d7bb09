"""What do the functions of `requests` do to values?"""

from analyzer.knowledge.table import api, cls

_VERBS = ("get", "post", "put", "patch", "delete", "head", "options")

ENTRIES = (
    cls("requests.Response", origin="download"),
    *(
        api(f"requests.{verb}(url, **kwargs)", "source", origin="download", returns="requests.Response")
        for verb in _VERBS
    ),
    api("requests.request(method, url, **kwargs)", "source", origin="download", returns="requests.Response"),
    cls("requests.Session()"),
    *(
        api(f"requests.Session.{verb}(url, **kwargs)", "source", origin="download", returns="requests.Response")
        for verb in _VERBS
    ),
    api("requests.Session.request(method, url, **kwargs)", "source", origin="download", returns="requests.Response"),
    api("requests.Response.raise_for_status()", "constant"),
    api("requests.Response.status_code", "constant", attribute="yes"),
    api("requests.Response.ok", "constant", attribute="yes"),
)

ALIASES = {
    "requests.session": "requests.Session",
    "requests.sessions.Session": "requests.Session",
    "requests.api": "requests",
}
