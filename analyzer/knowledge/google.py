"""What do the functions of `google` (Google Cloud, Colab) do to values?"""

from analyzer.knowledge.table import api, cls

_BLOB = "google.cloud.storage.Blob"

ENTRIES = (
    cls("google.cloud.storage.Client(**kwargs)"),
    *(
        api(f"google.cloud.storage.Client.{name}(bucket_name)", "constant", returns="google.cloud.storage.Bucket")
        for name in ("bucket", "get_bucket")
    ),
    cls("google.cloud.storage.Bucket"),
    *(
        api(f"google.cloud.storage.Bucket.{name}(blob_name)", "source", origin="download", returns=_BLOB)
        for name in ("blob", "get_blob")
    ),
    cls(_BLOB, origin="download"),
    *(
        api(f"{_BLOB}.{name}(**kwargs)", "source", origin="download")
        for name in ("download_as_bytes", "download_as_string", "download_as_text")
    ),
    api(f"{_BLOB}.open(mode, **kwargs)", "source", origin="download", returns="io.IOBase"),
    api(
        f"{_BLOB}.download_to_filename(filename, **kwargs)", "write", subject="self", path="filename", origin="download"
    ),
    api(f"{_BLOB}.download_to_file(file_obj, **kwargs)", "write", subject="self", path="file_obj", origin="download"),
    api("google.colab.files.upload()", "source", origin="stdin"),
)
