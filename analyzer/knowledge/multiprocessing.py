"""What do the functions of `multiprocessing` do to values?"""

from analyzer.knowledge.table import api, cls

_CONNECTION = "multiprocessing.connection.Connection"
_SERVER = "multiprocessing.managers.BaseManager"
_CONTEXT = "multiprocessing.context.BaseContext"

# Objects cross a connection pickled: `recv` unpickles what the other side sends. Where a connection to others is opened
# decides who that is (role "open.pickles"); pipes and queues stay between processes that this program has started.
# A Listener without address is AF_UNIX; a manager without key makes one of its own that its children inherit, so that
# only a key that others can read is a hazard (Python 3.11, multiprocessing/connection.py and managers.py).
_OPENS = {"roles": "open.pickles", "address": "address", "key": "authkey"}

_HERE = tuple(
    row
    for owner in ("multiprocessing", _CONTEXT)
    for row in (
        api(f"{owner}.Pipe(duplex)", "channel", how="local", returns=f"{_CONNECTION},{_CONNECTION}"),
        *(
            api(f"{owner}.{name}(*args, **kwargs)", "constant", returns="multiprocessing.queues.Queue")
            for name in ("Queue", "SimpleQueue", "JoinableQueue")
        ),
    )
)

# Memory that only processes of the same user can open by its name.
_MEMORY = (
    cls("multiprocessing.shared_memory.SharedMemory(name, create, size)", channel="local"),
    api("multiprocessing.shared_memory.SharedMemory.buf", subject="self", attribute="yes"),
    cls("multiprocessing.shared_memory.ShareableList(sequence, *, name)", channel="local"),
)

# Functions that are run with the members of a list, by this process or another one of the same program.
_POOL = (
    cls("multiprocessing.pool.Pool(processes, *args, **kwargs)"),
    cls("multiprocessing.pool.ThreadPool(processes, *args, **kwargs)", "multiprocessing.pool.Pool"),
    *(
        api(f"{owner}.Pool(processes, *args, **kwargs)", "constant", returns="multiprocessing.pool.Pool")
        for owner in ("multiprocessing", _CONTEXT)
    ),
    *(
        api(
            f"multiprocessing.pool.Pool.{name}(func, iterable, chunksize, *args, **kwargs)",
            "callback",
            how="maps",
            calls="func",
            over="iterable",
        )
        for name in ("map", "imap", "imap_unordered", "map_async")
    ),
)

ENTRIES = (
    *_MEMORY,
    *_POOL,
    cls(_CONNECTION, channel="network"),
    api(
        "multiprocessing.connection.Client(address, family, authkey)",
        "channel",
        origin="socket",
        returns=_CONNECTION,
        **_OPENS,
    ),
    cls(
        "multiprocessing.connection.Listener(address, family, backlog, authkey)",
        channel="network",
        without="local",
        origin="socket",
        **_OPENS,
    ),
    api(
        "multiprocessing.connection.Listener.accept()", "channel", how="accepted", origin="socket", returns=_CONNECTION
    ),
    api("multiprocessing.connection.Listener.__enter__()", subject="self", returns="self"),
    api(f"{_CONNECTION}.recv()", "load", subject="self", origin="socket"),
    api(f"{_CONNECTION}.recv_bytes(maxlength)", subject="self", origin="socket"),
    api(f"{_CONNECTION}.__enter__()", subject="self", returns="self"),
    *(
        cls(
            f"multiprocessing.managers.{name}(address, authkey, serializer, ctx, *, shutdown_timeout)",
            base,
            channel="network",
            without="local",
            own_key="yes",
            **_OPENS,
        )
        for name, base in (("BaseManager", ""), ("SyncManager", _SERVER))
    ),
    *_HERE,
    cls(_CONTEXT),
    api("multiprocessing.get_context(method)", "constant", returns=_CONTEXT),
    cls("multiprocessing.queues.Queue"),
    *(
        api(f"multiprocessing.queues.Queue.{name}(*args)", "source", origin="own-file")
        for name in ("get", "get_nowait")
    ),
    api("multiprocessing.cpu_count()", "constant"),
)

ALIASES = {
    "multiprocessing.queues.SimpleQueue": "multiprocessing.queues.Queue",
    "multiprocessing.queues.JoinableQueue": "multiprocessing.queues.Queue",
}
