"""What do the classes of `diskcache` do to values?"""

from analyzer.knowledge.table import api, cls

# The default `disk` pickles values: whoever writes to the folder runs code in the reader.
ENTRIES = (
    cls("diskcache.Cache(directory, timeout, disk)"),
    cls("diskcache.FanoutCache(directory, shards, timeout, disk)"),
    cls("diskcache.Deque(iterable, directory, maxlen)"),
    cls("diskcache.Index(*args)"),
    cls("diskcache.JSONDisk(directory, compress_level)"),
    api("diskcache.Cache.get(key, default)"),
    api("diskcache.FanoutCache.get(key, default)"),
)
