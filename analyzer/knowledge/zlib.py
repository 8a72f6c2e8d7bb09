"""What do the functions of `zlib` do to values?"""

from analyzer.knowledge.table import api

ENTRIES = (
    api("zlib.compress(data, **kwargs)"),
    api("zlib.decompress(data, **kwargs)"),
    api("zlib.crc32(data, value)", "constant"),
    api("zlib.adler32(data, value)", "constant"),
)
