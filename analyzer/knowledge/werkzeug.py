"""What do the functions of `werkzeug` do to values?"""

from analyzer.knowledge.table import api, cls

ENTRIES = (
    cls("werkzeug.wrappers.Request", origin="request"),
    api("werkzeug.wrappers.Request.application(f)", roles="handler", origin="request"),
    cls("werkzeug.datastructures.FileStorage(stream, filename, name)", origin="upload"),
    api("werkzeug.datastructures.FileStorage.save(dst, buffer_size)", "write", subject="self", path="dst"),
    api("werkzeug.datastructures.FileStorage.read(size)"),
    *(
        api(f"werkzeug.datastructures.FileStorage.{name}", "source", origin="upload", returns=returns)
        for name, returns in (("stream", "io.IOBase"), ("filename", ""))
    ),
    # Option `members`: the class of what a container holds.
    cls("werkzeug.datastructures.FileMultiDict", origin="upload", members="werkzeug.datastructures.FileStorage"),
    *(
        api(f"werkzeug.datastructures.FileMultiDict.{name}(key)", returns="werkzeug.datastructures.FileStorage")
        for name in ("get", "pop")
    ),
    # The name is made harmless for the file system; the content of the file stays what it was.
    api("werkzeug.utils.secure_filename(filename)"),
    api("werkzeug.exceptions.abort(status, *args, **kwargs)", "exit"),
)

ALIASES = {
    "werkzeug.secure_filename": "werkzeug.utils.secure_filename",
    "werkzeug.Request": "werkzeug.wrappers.Request",
}
