"""What do the functions of `zlib` do to values?"""

from analyzer.knowledge.table import api, cls

ENTRIES = (
    api("zlib.compress(data, **kwargs)"),
    api("zlib.decompress(data, **kwargs)"),
    api("zlib.crc32(data, value)", "constant"),
    api("zlib.adler32(data, value)", "constant"),
    api("zlib.decompressobj(**kwargs)", "constant", returns="zlib.Decompress"),
    cls("zlib.Decompress"),
    api("zlib.Decompress.decompress(data, max_length)", subject="data"),
)
