"""What do the functions of `aio_pika` do to values?"""

from analyzer.knowledge.table import api, cls

_QUEUE, _MESSAGE = "aio_pika.abc.AbstractQueue", "aio_pika.abc.AbstractIncomingMessage"
_CHANNEL, _CONNECTION = "aio_pika.abc.AbstractChannel", "aio_pika.abc.AbstractConnection"

# aio-pika 10.2: `connect` gives a connection, whose channels have queues; iterating a queue receives.
ENTRIES = (
    *(
        api(f"aio_pika.{name}(url, **kwargs)", "constant", returns=_CONNECTION)
        for name in ("connect", "connect_robust")
    ),
    cls(_CONNECTION),
    api(f"{_CONNECTION}.channel(**kwargs)", "constant", returns=_CHANNEL),
    cls(_CHANNEL),
    *(
        api(f"{_CHANNEL}.{name}(name, **kwargs)", "source", origin="queue", returns=_QUEUE)
        for name in ("declare_queue", "get_queue")
    ),
    cls(_QUEUE, origin="queue"),
    api(f"{_QUEUE}.iterator(**kwargs)", "source", origin="queue"),
    api(f"{_QUEUE}.get(**kwargs)", "source", origin="queue", returns=_MESSAGE),
    api(f"{_QUEUE}.consume(callback, **kwargs)", roles="handler", origin="queue", subject="callback"),
    cls(_MESSAGE, origin="queue"),
)

ALIASES = {
    "aio_pika.IncomingMessage": _MESSAGE,
    "aio_pika.message.IncomingMessage": _MESSAGE,
    "aio_pika.abc.AbstractRobustQueue": _QUEUE,
    "aio_pika.Queue": _QUEUE,
}
