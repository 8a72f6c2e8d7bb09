"""What do the classes of `diskcache` do to values?"""

from analyzer.knowledge.table import Api, Class, api, cls

# diskcache 5.6.3. The default `disk` pickles values: whoever writes to the folder runs code in the reader
# (CVE-2025-69872); `JSONDisk` does not. Without a folder, a new temporary one is made. Role "load.cache": see `joblib`;
# option `safe_disk`: with this class as `disk` nothing is unpickled.
_GET = ("get(key, default)", "read(key)", "pop(key, default)", "peekitem(last)", "pull(prefix, default)")

ENTRIES: tuple[Api | Class, ...] = (
    *(
        cls(
            f"diskcache.{name}({params})",
            roles="load.cache",
            folder="directory",
            safe_disk="diskcache.JSONDisk",
        )
        for name, params in (
            ("Cache", "directory, timeout, disk, **settings"),
            ("FanoutCache", "directory, shards, timeout, disk, **settings"),
            ("Deque", "iterable, directory, maxlen"),
            ("Index", "directory, *args, **kwargs"),
        )
    ),
    cls("diskcache.Disk(directory, min_file_size, pickle_protocol)"),
    cls("diskcache.JSONDisk(directory, compress_level, **kwargs)", "diskcache.Disk"),
    *(api(f"diskcache.{owner}.{get}") for owner in ("Cache", "FanoutCache") for get in _GET),
)

ALIASES = {"diskcache.core": "diskcache", "diskcache.fanout": "diskcache", "diskcache.persistent": "diskcache"}
