"""What do the functions of `lz4` do to values?"""

from analyzer.knowledge.table import api, cls

# lz4 4.4, frame/__init__.py and block/__init__.py.
ENTRIES = (
    api("lz4.frame.open(filename, mode, **kwargs)", "open", returns="io.IOBase"),
    cls("lz4.frame.LZ4FrameFile(filename, mode, **kwargs)", "io.IOBase"),
    *(
        api(f"lz4.{kind}.{name}(data, **kwargs)", subject="data")
        for kind in ("frame", "block")
        for name in ("compress", "decompress")
    ),
)
