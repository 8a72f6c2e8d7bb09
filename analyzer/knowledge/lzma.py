"""What do the functions of `lzma` do to values?"""

from analyzer.knowledge.table import api, cls

ENTRIES = (
    api("lzma.open(filename, mode, **kwargs)", "open", returns="io.IOBase"),
    cls("lzma.LZMAFile(filename, mode, **kwargs)", "io.IOBase"),
    api("lzma.compress(data, **kwargs)"),
    api("lzma.decompress(data, **kwargs)"),
    cls("lzma.LZMADecompressor(format, memlimit, filters)"),
    api("lzma.LZMADecompressor.decompress(data, max_length)", subject="data"),
)
