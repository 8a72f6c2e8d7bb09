"""What do the functions of `minio` do to values?"""

from analyzer.knowledge.table import api, cls

# minio 7.2, api.py.
ENTRIES = (
    cls("minio.Minio(endpoint, **kwargs)"),
    api("minio.Minio.get_object(bucket_name, object_name, **kwargs)", "source", origin="download", returns="io.IOBase"),
    api(
        "minio.Minio.fget_object(bucket_name, object_name, file_path, **kwargs)",
        "write",
        subject="object_name",
        path="file_path",
        origin="download",
    ),
)

ALIASES = {"minio.api.Minio": "minio.Minio"}
