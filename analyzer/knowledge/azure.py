"""What do the functions of `azure` (functions, storage) do to values?"""

from analyzer.knowledge.table import api, cls

_BLOB, _CONTAINER = "azure.storage.blob.BlobClient", "azure.storage.blob.ContainerClient"
_SERVICE, _STREAM = "azure.storage.blob.BlobServiceClient", "azure.storage.blob.StorageStreamDownloader"
_HTTP = "azure.functions.HttpRequest"
_TRIGGERS = (
    ("route", "request"),
    ("blob_trigger", "download"),
    *(
        (name, "queue")
        for name in (
            "queue_trigger",
            "service_bus_queue_trigger",
            "service_bus_topic_trigger",
            "event_hub_message_trigger",
            "event_grid_trigger",
            "kafka_trigger",
            "cosmos_db_trigger",
        )
    ),
)

# azure-functions 1.26 (_abc.py, decorators/function_app.py), azure-storage-blob 12.31. What `aio` has is called alike.
_FUNCTIONS = (
    cls(_HTTP, origin="request"),
    *(api(f"{_HTTP}.{name}()", "source", origin="request") for name in ("get_body", "get_json")),
    *(
        api(f"{_HTTP}.{name}", "source", origin="request", attribute="yes")
        for name in ("headers", "params", "route_params", "url", "form")
    ),
    api(f"{_HTTP}.files", "source", origin="upload", returns="werkzeug.datastructures.FileMultiDict", attribute="yes"),
    cls("azure.functions.InputStream", "io.IOBase", origin="download"),
    *(
        cls(f"azure.functions.{name}", origin="queue")
        for name in ("QueueMessage", "ServiceBusMessage", "EventHubEvent", "EventGridEvent", "KafkaEvent")
    ),
    cls("azure.functions.FunctionApp(**kwargs)"),
    cls("azure.functions.Blueprint(**kwargs)", "azure.functions.FunctionApp"),
    *(
        api(f"azure.functions.FunctionApp.{name}(*args, **kwargs)", roles="handler", origin=origin)
        for name, origin in _TRIGGERS
    ),
)
_STORAGE = (
    cls(f"{_SERVICE}(account_url, credential, **kwargs)"),
    api(f"{_SERVICE}.from_connection_string(conn_str, **kwargs)", "constant", returns=_SERVICE),
    api(f"{_SERVICE}.get_blob_client(container, blob, **kwargs)", "constant", returns=_BLOB),
    api(f"{_SERVICE}.get_container_client(container)", "constant", returns=_CONTAINER),
    cls(f"{_CONTAINER}(account_url, container_name, **kwargs)"),
    *(
        api(f"{_CONTAINER}.{name}(*args, **kwargs)", "constant", returns=_CONTAINER)
        for name in ("from_connection_string", "from_container_url")
    ),
    api(f"{_CONTAINER}.get_blob_client(blob, **kwargs)", "constant", returns=_BLOB),
    cls(f"{_BLOB}(account_url, container_name, blob_name, **kwargs)"),
    *(
        api(f"{_BLOB}.{name}(*args, **kwargs)", "constant", returns=_BLOB)
        for name in ("from_connection_string", "from_blob_url")
    ),
    *(
        api(f"{owner}.download_blob(*args, **kwargs)", "source", origin="download", returns=_STREAM)
        for owner in (_BLOB, _CONTAINER)
    ),
    cls(_STREAM, origin="download"),
    *(
        api(f"{_STREAM}.{name}(*args, **kwargs)", subject="self", origin="download")
        for name in ("readall", "read", "chunks", "content_as_bytes", "content_as_text")
    ),
    *(
        api(f"{_STREAM}.{name}(stream, **kwargs)", "write", path="stream", subject="self")
        for name in ("readinto", "download_to_stream")
    ),
)
ENTRIES = (*_FUNCTIONS, *_STORAGE)

ALIASES = {"azure.storage.blob.aio": "azure.storage.blob"}
