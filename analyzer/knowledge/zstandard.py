"""What do the functions of `zstandard` do to values?"""

from analyzer.knowledge.table import api, cls

# zstandard 0.25, __init__.py and backend_cffi.py.
ENTRIES = (
    api("zstandard.open(filename, mode, **kwargs)", "open", returns="io.IOBase"),
    api("zstandard.decompress(data, max_output_size)", subject="data"),
    api("zstandard.compress(data, level)", subject="data"),
    cls("zstandard.ZstdDecompressor(*args, **kwargs)"),
    api("zstandard.ZstdDecompressor.decompress(data, **kwargs)", subject="data"),
    api("zstandard.ZstdDecompressor.stream_reader(source, **kwargs)", subject="source", returns="io.IOBase"),
    api("zstandard.ZstdDecompressor.read_to_iter(reader, **kwargs)", subject="reader"),
    api("zstandard.ZstdDecompressor.copy_stream(ifh, ofh, **kwargs)", "write", subject="ifh", path="ofh"),
)
