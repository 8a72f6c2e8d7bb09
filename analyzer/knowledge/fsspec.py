"""What do the functions of `fsspec` do to values?"""

from analyzer.knowledge.table import api

ENTRIES = (
    api("fsspec.open(urlpath, mode, **kwargs)", "open", returns="io.IOBase"),
    api("fsspec.filesystem(protocol, **kwargs)"),
    api("fsspec.core.url_to_fs(url, **kwargs)"),
)
