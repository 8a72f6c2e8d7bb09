"""What do the functions of `bz2` do to values?"""

from analyzer.knowledge.table import api, cls

ENTRIES = (
    api("bz2.open(filename, mode, **kwargs)", "open", returns="io.IOBase"),
    cls("bz2.BZ2File(filename, mode, **kwargs)", "io.IOBase"),
    api("bz2.compress(data, **kwargs)"),
    api("bz2.decompress(data, **kwargs)"),
    cls("bz2.BZ2Decompressor"),
    api("bz2.BZ2Decompressor.decompress(data, max_length)", subject="data"),
)
