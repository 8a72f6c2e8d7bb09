"""What do the classes of `gcsfs` do to values?"""

from analyzer.knowledge.table import cls

ENTRIES = (cls("gcsfs.GCSFileSystem(*args, **kwargs)", "fsspec.AbstractFileSystem", origin="download"),)

ALIASES = {"gcsfs.core.GCSFileSystem": "gcsfs.GCSFileSystem"}
