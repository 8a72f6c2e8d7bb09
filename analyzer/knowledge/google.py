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
    *(
        api(
            f"google.cloud.storage.{owner}.list_blobs(*args, **kwargs)",
            "source",
            origin="download",
            returns="google.cloud.storage.Blobs",
        )
        for owner in ("Client", "Bucket")
    ),
    cls("google.cloud.storage.Blobs", origin="download", members=_BLOB),
    api(
        "google.cloud.storage.Client.download_blob_to_file(blob_or_uri, file_obj, **kwargs)",
        "write",
        subject="blob_or_uri",
        path="file_obj",
        origin="download",
    ),
    # google-cloud-pubsub 2.44: messages come to a callback, or with `pull`.
    cls("google.cloud.pubsub_v1.SubscriberClient(**kwargs)"),
    api(
        "google.cloud.pubsub_v1.SubscriberClient.subscribe(subscription, callback, **kwargs)",
        roles="handler",
        origin="queue",
        subject="callback",
    ),
    api("google.cloud.pubsub_v1.SubscriberClient.pull(request, **kwargs)", "source", origin="queue"),
    cls("google.cloud.pubsub_v1.subscriber.message.Message", origin="queue"),
    api("google.colab.files.upload()", "source", origin="stdin"),
)

ALIASES = {"google.cloud.pubsub": "google.cloud.pubsub_v1"}
