"""What do the functions of `socket` do to values?"""

from analyzer.knowledge.table import api, cls

ENTRIES = (
    cls("socket.socket(family, type, proto, fileno)", origin="socket"),
    api(
        "socket.create_connection(address, timeout, source_address)", "source", origin="socket", returns="socket.socket"
    ),
    api("socket.create_server(address, **kwargs)", "source", origin="socket", returns="socket.socket"),
    api("socket.socketpair(family, type, proto)", "source", origin="own-file", returns="socket.socket,socket.socket"),
    api("socket.socket.accept()", "source", origin="socket", returns="socket.socket,"),
    *(
        api(f"socket.socket.{name}(bufsize, flags)", "source", origin="socket")
        for name in ("recv", "recvfrom", "recvmsg")
    ),
    # The buffer that is filled is the first argument.
    api("socket.socket.recv_into(buffer, nbytes, flags)", "constant"),
    api("socket.socket.makefile(mode, buffering)", "source", origin="socket", returns="io.IOBase"),
)
