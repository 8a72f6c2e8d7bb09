"""What do the functions of `fsspec` do to values?"""

from analyzer.knowledge.table import api, cls

_FS = "fsspec.AbstractFileSystem"
_CONTENT = ("cat", "cat_file", "read_bytes", "read_text", "head", "read_block", "cat_ranges")

# fsspec 2026.9, spec.py: what a file system gives comes from where its protocol says, and from the path.
ENTRIES = (
    api("fsspec.open(urlpath, mode, **kwargs)", "open", returns="io.IOBase"),
    api("fsspec.open_local(url, mode, **kwargs)", "open"),
    api("fsspec.filesystem(protocol, **kwargs)", "channel", protocol="protocol", gives="download", returns=_FS),
    api("fsspec.core.url_to_fs(url, **kwargs)", "channel", address="url", gives="download", returns=f"{_FS},"),
    cls(_FS),
    api(f"{_FS}.open(path, mode, **kwargs)", origin="download", returns="io.IOBase"),
    *(api(f"{_FS}.{name}(path, *args, **kwargs)", origin="download") for name in _CONTENT),
    *(
        api(f"{_FS}.{name}(rpath, lpath, **kwargs)", "write", subject="self", path="lpath")
        for name in ("get", "get_file", "download")
    ),
    *(
        api(f"{_FS}.{name}(*args, **kwargs)", "constant")
        for name in ("exists", "isfile", "isdir", "put", "upload", "rm")
    ),
)

ALIASES = {"fsspec.url_to_fs": "fsspec.core.url_to_fs", "fsspec.core.open": "fsspec.open", "fsspec.spec": "fsspec"}
