"""What do the functions of `multiprocessing` do to values?"""

from analyzer.knowledge.table import api, cls

_CONNECTION = "multiprocessing.connection.Connection"

# Option `verified_by`: with one of these arguments the content is authenticated.
# Objects cross the connection pickled. Pipes and queues stay between processes that this program has started.
ENTRIES = (
    cls(_CONNECTION, origin="socket"),
    api(
        "multiprocessing.connection.Client(address, family, authkey)",
        "source",
        origin="socket",
        returns=_CONNECTION,
        verified_by="authkey",
    ),
    cls("multiprocessing.connection.Listener(address, family, backlog, authkey)"),
    api("multiprocessing.connection.Listener.accept()", "source", origin="socket", returns=_CONNECTION),
    api(f"{_CONNECTION}.recv()", "load", roles="load.pickle", subject="self"),
    api(f"{_CONNECTION}.recv_bytes(maxlength)", "source", origin="socket"),
    api("multiprocessing.cpu_count()", "constant"),
)
