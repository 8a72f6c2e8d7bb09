"""What do the functions of `gzip` do to values?"""

from analyzer.knowledge.table import api, cls

ENTRIES = (
    api("gzip.open(filename, mode, **kwargs)", "open", returns="io.IOBase"),
    cls("gzip.GzipFile(filename, mode, **kwargs)", "io.IOBase"),
    api("gzip.compress(data, **kwargs)"),
    api("gzip.decompress(data, **kwargs)"),
)
