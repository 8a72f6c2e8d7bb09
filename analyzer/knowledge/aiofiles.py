"""What do the functions of `aiofiles` do to values?"""

from analyzer.knowledge.table import api

# aiofiles 25.1, threadpool/__init__.py: files whose methods are awaited.
ENTRIES = (
    api("aiofiles.open(file, mode, buffering, **kwargs)", "open", returns="io.IOBase"),
    *(
        api(f"aiofiles.tempfile.{name}(*args, **kwargs)", "source", origin="own-file", returns="io.IOBase")
        for name in ("NamedTemporaryFile", "TemporaryFile", "SpooledTemporaryFile")
    ),
    api("aiofiles.tempfile.TemporaryDirectory(*args, **kwargs)", "source", origin="own-file"),
)

ALIASES = {"aiofiles.threadpool.open": "aiofiles.open"}
