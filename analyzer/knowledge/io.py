"""What do the functions of `io`, and files in general, do to values?"""

from analyzer.knowledge.table import api, cls

# `io.IOBase` stands for every open file: `open`, `gzip.open`, members of archives, uploads.
ENTRIES = (
    cls("io.IOBase"),
    *(
        api(f"io.IOBase.{name}(size)", subject="self")
        for name in ("read", "read1", "readline", "readlines", "readall", "getvalue", "getbuffer", "peek")
    ),
    api("io.IOBase.__enter__()", subject="self", returns="self"),
    api("io.IOBase.__iter__()", subject="self"),
    api("io.IOBase.write(data)", "write", path="self", subject="data"),
    api("io.IOBase.writelines(lines)", "write", path="self", subject="lines"),
    *(
        api(f"io.IOBase.{name}(*args)", "constant")
        for name in (
            "seek",
            "tell",
            "close",
            "flush",
            "truncate",
            "fileno",
            "isatty",
            "readable",
            "writable",
            "seekable",
        )
    ),
    api("io.IOBase.detach()", subject="self", returns="self"),
    cls("io.BytesIO(initial_bytes)", "io.IOBase"),
    cls("io.StringIO(initial_value, newline)", "io.IOBase"),
    cls("io.BufferedReader(raw, buffer_size)", "io.IOBase"),
    cls("io.TextIOWrapper(buffer, encoding, **kwargs)", "io.IOBase"),
    cls("io.FileIO(file, mode)", "io.IOBase"),
    api("io.open(file, mode, buffering, encoding, errors, newline, closefd, opener)", "open", returns="io.IOBase"),
)

ALIASES = {"io.open_code": "io.open"}
