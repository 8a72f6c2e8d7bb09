"""What do the functions of `asyncio` do to values?"""

from analyzer.knowledge.table import api, cls

_READER, _WRITER = "asyncio.StreamReader", "asyncio.StreamWriter"
_READ = ("read(n)", "readexactly(n)", "readline()", "readuntil(separator)")

ENTRIES = (
    cls(_READER, origin="socket"),
    cls(_WRITER),
    *(api(f"{_READER}.{signature}", subject="self", origin="socket") for signature in _READ),
    api(
        "asyncio.open_connection(host, port, **kwargs)",
        "channel",
        host="host",
        origin="socket",
        returns=f"{_READER},{_WRITER}",
    ),
    api("asyncio.open_unix_connection(path, **kwargs)", "channel", how="local", returns=f"{_READER},{_WRITER}"),
    api(
        "asyncio.start_server(client_connected_cb, host, port, **kwargs)",
        roles="handler",
        origin="socket",
        subject="client_connected_cb",
    ),
    cls("asyncio.BaseProtocol"),
    cls("asyncio.Protocol", "asyncio.BaseProtocol", handlers="data_received", handler_origin="socket"),
    cls("asyncio.DatagramProtocol", "asyncio.BaseProtocol", handlers="datagram_received", handler_origin="socket"),
    cls("asyncio.BufferedProtocol", "asyncio.BaseProtocol"),
    # What a function gives that is run elsewhere.
    api("asyncio.to_thread(func, *args, **kwargs)", "callback", how="runs", calls="func"),
    api("asyncio.run(main, **kwargs)", subject="main"),
    api("asyncio.wait_for(fut, timeout)", subject="fut"),
    *(
        api(f"asyncio.{name}()", "constant", returns="asyncio.AbstractEventLoop")
        for name in ("get_running_loop", "get_event_loop", "new_event_loop")
    ),
    cls("asyncio.AbstractEventLoop"),
    api("asyncio.AbstractEventLoop.run_in_executor(executor, func, *args)", "callback", how="runs", calls="func"),
    api("asyncio.AbstractEventLoop.run_until_complete(future)", subject="future"),
)

ALIASES = {"asyncio.streams": "asyncio", "asyncio.events": "asyncio", "asyncio.protocols": "asyncio"}
