"""What do the functions of `pymemcache` do to values?"""

from analyzer.knowledge.table import api, cls

_CLIENT = "pymemcache.client.base.Client"
_READS = ("get", "get_many", "get_multi", "gets", "gets_many", "gat", "gats")

# pymemcache 4.0, client/base.py and client/hash.py.
ENTRIES = (
    cls(f"{_CLIENT}(server, **kwargs)", origin="queue"),
    cls("pymemcache.client.base.PooledClient(server, **kwargs)", _CLIENT, origin="queue"),
    cls("pymemcache.client.hash.HashClient(servers, **kwargs)", _CLIENT, origin="queue"),
    cls("pymemcache.client.retrying.RetryingClient(client, **kwargs)", _CLIENT, origin="queue"),
    *(api(f"{_CLIENT}.{name}(key, *args, **kwargs)", "source", origin="queue") for name in _READS),
)

ALIASES = {
    "pymemcache.Client": _CLIENT,
    "pymemcache.PooledClient": "pymemcache.client.base.PooledClient",
    "pymemcache.HashClient": "pymemcache.client.hash.HashClient",
    "pymemcache.client.Client": _CLIENT,
}
