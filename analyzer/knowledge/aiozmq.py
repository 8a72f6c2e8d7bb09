"""What do the functions of `aiozmq` do to values?"""

from analyzer.knowledge.table import api, cls

# aiozmq 1.0, stream.py. `aiozmq.rpc` speaks msgpack and unpickles nothing.
ENTRIES = (
    api(
        "aiozmq.create_zmq_stream(zmq_type, *, bind, connect, loop, **kwargs)",
        "channel",
        how="unbound",
        address="bind connect",
        returns="aiozmq.ZmqStream",
    ),
    cls("aiozmq.ZmqStream"),
    api("aiozmq.ZmqStream.read()", subject="self", origin="socket"),
    cls("aiozmq.ZmqProtocol", handlers="msg_received", handler_origin="socket"),
)

ALIASES = {
    "aiozmq.stream.create_zmq_stream": "aiozmq.create_zmq_stream",
    "aiozmq.interface.ZmqProtocol": "aiozmq.ZmqProtocol",
}
