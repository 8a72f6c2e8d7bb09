"""What do the functions of `zmq` do to values?"""

from analyzer.knowledge.table import api, cls

_RECEIVE = ("recv", "recv_string", "recv_json", "recv_multipart")
_OPEN = ("bind(addr)", "connect(addr)", "bind_to_random_port(addr, min_port, max_port, max_tries)")

# What comes over a socket comes from where it is bound or connected to: a socket remembers that. Names of parameters as
# in pyzmq 27.3 (zmq/sugar/socket.py). The options of CURVE, PLAIN, GSSAPI and ZAP ask the peers for a key.
ENTRIES = (
    cls("zmq.Context(io_threads, shadow)"),
    api("zmq.Context.instance(io_threads)", "constant", returns="zmq.Context"),
    api("zmq.Context.socket(socket_type, socket_class, **kwargs)", "channel", how="unbound", returns="zmq.Socket"),
    cls("zmq.asyncio.Context(io_threads, shadow)", "zmq.Context"),
    cls("zmq.Socket(context, socket_type, **kwargs)", channel="unbound"),
    cls("zmq.asyncio.Socket(context, socket_type, **kwargs)", "zmq.Socket", channel="unbound"),
    *(api(f"zmq.Socket.{signature}", "endpoint", subject="addr") for signature in _OPEN),
    *(
        api(f"zmq.Socket.{name}(option, optval)", "secure", by="zmq.CURVE_ zmq.PLAIN_ zmq.GSSAPI_ zmq.ZAP_")
        for name in ("setsockopt", "set", "setsockopt_string")
    ),
    *(api(f"zmq.Socket.{name}(flags, **kwargs)", subject="self", origin="socket") for name in _RECEIVE),
    api("zmq.Socket.recv_serialized(deserialize, flags, copy)", "callback", calls="deserialize"),
    api(
        "zmq.Socket.recv_pyobj(flags)",
        "load",
        roles="load.pickle",
        subject="self",
        origin="socket",
        returns="abstract.LoadedModel",
    ),
    *(api(f"zmq.Socket.{name}(*args, **kwargs)", "constant") for name in ("send_pyobj", "send", "send_multipart")),
)

ALIASES = {
    "zmq.sugar": "zmq",
    "zmq.sugar.socket.Socket": "zmq.Socket",
    "zmq.sugar.context.Context": "zmq.Context",
    "zmq.green": "zmq",
}
