"""What do the functions of `multiprocessing` do to values?"""

from analyzer.knowledge.table import api, cls

_CONNECTION = "multiprocessing.connection.Connection"

# Objects cross the connection pickled. Pipes and queues stay between processes that this program has started.
ENTRIES = (
    cls(_CONNECTION, origin="socket"),
    api("multiprocessing.connection.Client(address, family, authkey)", "source", origin="socket", returns=_CONNECTION),
    cls("multiprocessing.connection.Listener(address, family, backlog, authkey)"),
    api("multiprocessing.connection.Listener.accept()", "source", origin="socket", returns=_CONNECTION),
    api(f"{_CONNECTION}.recv()", "load", roles="load.pickle", subject="self", origin="socket"),
    api(f"{_CONNECTION}.recv_bytes(maxlength)", "source", origin="socket"),
    api("multiprocessing.cpu_count()", "constant"),
)
