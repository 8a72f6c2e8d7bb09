"""What do the functions of `pika` do to values?"""

from analyzer.knowledge.table import api, cls

_CHANNEL = "pika.channel.Channel"

ENTRIES = (
    cls("pika.BlockingConnection(parameters)"),
    api("pika.BlockingConnection.channel(channel_number)", "source", origin="queue", returns=_CHANNEL),
    cls(_CHANNEL, origin="queue"),
    api(f"{_CHANNEL}.basic_get(queue, auto_ack)", "source", origin="queue"),
    api(f"{_CHANNEL}.consume(queue, **kwargs)", "source", origin="queue"),
    api(
        f"{_CHANNEL}.basic_consume(queue, on_message_callback, **kwargs)",
        roles="handler",
        origin="queue",
        subject="on_message_callback",
    ),
)
