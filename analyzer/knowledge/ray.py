"""What do the functions of `ray` do to values?"""

from analyzer.knowledge.table import api

ENTRIES = (
    # The decorated class answers HTTP requests in `__call__`.
    api("ray.serve.deployment(func_or_class, **kwargs)", roles="handler", origin="request", handlers="__call__"),
    api("ray.get(object_refs, *, timeout)"),
    api("ray.put(value)"),
)

ALIASES = {"ray.cloudpickle": "cloudpickle"}
