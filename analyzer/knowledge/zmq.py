"""What do the functions of `zmq` do to values?"""

from analyzer.knowledge.table import api, cls

_RECEIVE = ("recv", "recv_string", "recv_json", "recv_multipart", "recv_serialized")

ENTRIES = (
    cls("zmq.Context(io_threads)"),
    api("zmq.Context.instance(io_threads)", "constant", returns="zmq.Context"),
    api("zmq.Context.socket(socket_type, **kwargs)", "source", origin="socket", returns="zmq.Socket"),
    cls("zmq.Socket(context, socket_type)", origin="socket"),
    cls("zmq.asyncio.Context(io_threads)", "zmq.Context"),
    *(api(f"zmq.Socket.{name}(flags, **kwargs)", "source", origin="socket") for name in _RECEIVE),
    api(
        "zmq.Socket.recv_pyobj(flags)",
        "load",
        roles="load.pickle",
        subject="self",
        origin="socket",
        returns="abstract.LoadedModel",
    ),
    api("zmq.Socket.send_pyobj(obj, flags, protocol)", "constant"),
)

ALIASES = {"zmq.sugar": "zmq", "zmq.green": "zmq"}
