"""What do the functions of `urllib3` do to values?"""

from analyzer.knowledge.table import api, cls

ENTRIES = (
    api("urllib3.request(method, url, **kwargs)", "source", origin="download", roles="waits", limit="socket"),
    cls("urllib3.PoolManager(**kwargs)"),
    api(
        "urllib3.PoolManager.request(method, url, **kwargs)",
        "source",
        origin="download",
        roles="waits",
        limit="socket",
        default="timeout=timeout",
    ),
)
