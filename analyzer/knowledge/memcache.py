"""What do the functions of `memcache` (python-memcached) do to values?"""

from analyzer.knowledge.table import api, cls

ENTRIES = (
    cls("memcache.Client(servers, **kwargs)", origin="queue"),
    *(api(f"memcache.Client.{name}(key, *args)", "source", origin="queue") for name in ("get", "gets", "get_multi")),
)
