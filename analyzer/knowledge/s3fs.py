"""What do the classes of `s3fs` do to values?"""

from analyzer.knowledge.table import cls

ENTRIES = (cls("s3fs.S3FileSystem(*args, **kwargs)", "fsspec.AbstractFileSystem", origin="download"),)

ALIASES = {"s3fs.core.S3FileSystem": "s3fs.S3FileSystem"}
