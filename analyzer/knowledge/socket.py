"""What do the functions of `socket` do to values?"""

from analyzer.knowledge.table import api, cls

_RECEIVE = ("recv(bufsize, flags)", "recvfrom(bufsize, flags)", "recvmsg(bufsize, ancbufsize, flags)")
_FILL = ("recv_into", "recvfrom_into", "recvmsg_into")

# A socket is open to other machines unless its family or address says otherwise.
ENTRIES = (
    cls("socket.socket(family, type, proto, fileno)", channel="network", origin="socket"),
    api(
        "socket.create_connection(address, timeout, source_address)",
        "channel",
        address="address",
        returns="socket.socket",
        origin="socket",
    ),
    api(
        "socket.create_server(address, *, family, **kwargs)",
        "channel",
        address="address",
        returns="socket.socket",
        origin="socket",
    ),
    api("socket.setdefaulttimeout(timeout)", "constant", roles="limits"),
    api("socket.socketpair(family, type, proto)", "channel", how="local", returns="socket.socket,socket.socket"),
    *(
        api(f"socket.socket.{name}(address)", "endpoint", subject="address")
        for name in ("bind", "connect", "connect_ex")
    ),
    api("socket.socket.accept()", "channel", how="accepted", returns="socket.socket,", origin="socket"),
    *(api(f"socket.socket.{signature}", subject="self", origin="socket") for signature in _RECEIVE),
    *(api(f"socket.socket.{name}(buffer, nbytes, flags)", "write", subject="self", path="buffer") for name in _FILL),
    api("socket.socket.makefile(mode, buffering)", subject="self", origin="socket", returns="io.IOBase"),
)
