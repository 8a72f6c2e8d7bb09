"""What do the functions of `boto3` do to values?"""

from analyzer.knowledge.table import api, cls

_CLIENT, _RESOURCE, _TABLE = "boto3.Client", "boto3.Resource", "boto3.Table"

# Clients are made at run time from service descriptions: one class stands for all of them.
ENTRIES = (
    api("boto3.client(service_name, **kwargs)", "constant", returns=_CLIENT),
    api("boto3.resource(service_name, **kwargs)", "constant", returns=_RESOURCE),
    cls("boto3.Session(**kwargs)"),
    api("boto3.Session.client(service_name, **kwargs)", "constant", returns=_CLIENT),
    api("boto3.Session.resource(service_name, **kwargs)", "constant", returns=_RESOURCE),
    cls(_CLIENT),
    cls(_RESOURCE),
    api(f"{_CLIENT}.get_object(**kwargs)", "source", origin="download"),
    api(f"{_CLIENT}.receive_message(**kwargs)", "source", origin="queue"),
    api(f"{_CLIENT}.get_records(**kwargs)", "source", origin="queue"),
    api(f"{_CLIENT}.invoke_endpoint(**kwargs)", "source", origin="model-output"),
    api(
        f"{_CLIENT}.download_file(Bucket, Key, Filename, **kwargs)",
        "write",
        subject="Key",
        path="Filename",
        origin="download",
    ),
    api(
        f"{_CLIENT}.download_fileobj(Bucket, Key, Fileobj, **kwargs)",
        "write",
        subject="Key",
        path="Fileobj",
        origin="download",
    ),
    # DynamoDB: a key says which item is wanted, and what is in the item was written by whoever fills the table.
    api(f"{_RESOURCE}.Table(name)", "constant", returns=_TABLE),
    cls(_TABLE),
    *(
        api(f"{owner}.{name}(**kwargs)", subject="self")
        for owner in (_CLIENT, _TABLE)
        for name in ("get_item", "query", "scan")
    ),
    api(f"{_RESOURCE}.batch_get_item(**kwargs)", subject="self"),
    api(f"{_RESOURCE}.meta", "constant", returns="boto3.Meta", attribute="yes"),
    cls("boto3.Meta"),
    api("boto3.Meta.client", "constant", returns=_CLIENT, attribute="yes"),
    api(f"{_RESOURCE}.Object(bucket_name, key)", "source", origin="download", returns="boto3.Object"),
    cls("boto3.Object", origin="download"),
    api("boto3.Object.get(**kwargs)", "source", origin="download"),
    api("boto3.Object.download_file(Filename, **kwargs)", "write", subject="self", path="Filename", origin="download"),
    api("boto3.Object.download_fileobj(Fileobj, **kwargs)", "write", subject="self", path="Fileobj", origin="download"),
    *(
        api(f"{_RESOURCE}.{name}(*args, **kwargs)", "constant", returns="boto3.Queue")
        for name in ("Queue", "get_queue_by_name")
    ),
    cls("boto3.Queue"),
    api("boto3.Queue.receive_messages(**kwargs)", "source", origin="queue"),
    api(f"{_RESOURCE}.Bucket(name)", "constant", returns="boto3.Bucket"),
    cls("boto3.Bucket"),
    api("boto3.Bucket.Object(key)", "source", origin="download", returns="boto3.Object"),
    api(
        "boto3.Bucket.download_fileobj(Key, Fileobj, **kwargs)",
        "write",
        subject="Key",
        path="Fileobj",
        origin="download",
    ),
    api(
        "boto3.Bucket.download_file(Key, Filename, **kwargs)",
        "write",
        subject="Key",
        path="Filename",
        origin="download",
    ),
)

ALIASES = {"boto3.session.Session": "boto3.Session"}
