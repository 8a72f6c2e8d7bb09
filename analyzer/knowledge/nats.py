"""What do the functions of `nats` do to values?"""

from analyzer.knowledge.table import api, cls

_CLIENT, _SUBSCRIPTION, _MESSAGE = "nats.aio.client.Client", "nats.aio.subscription.Subscription", "nats.aio.msg.Msg"

# nats-py 2.16, aio/client.py and aio/subscription.py.
ENTRIES = (
    api("nats.connect(servers, **kwargs)", "constant", returns=_CLIENT),
    cls(f"{_CLIENT}()"),
    api(f"{_CLIENT}.jetstream(**kwargs)", "constant", returns=_CLIENT),
    api(
        f"{_CLIENT}.subscribe(subject, queue, cb, **kwargs)",
        "source",
        roles="handler",
        origin="queue",
        subject="cb",
        returns=_SUBSCRIPTION,
    ),
    api(f"{_CLIENT}.pull_subscribe(subject, **kwargs)", "source", origin="queue", returns=_SUBSCRIPTION),
    api(f"{_CLIENT}.request(subject, payload, **kwargs)", "source", origin="queue", returns=_MESSAGE),
    cls(_SUBSCRIPTION, origin="queue"),
    *(api(f"{_SUBSCRIPTION}.{name}(*args, **kwargs)", "source", origin="queue") for name in ("next_msg", "fetch")),
    cls(_MESSAGE, origin="queue"),
)

ALIASES = {"nats.NATS": _CLIENT, "nats.aio.client.NATS": _CLIENT}
