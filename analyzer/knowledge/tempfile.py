"""What do the functions of `tempfile` do to values?"""

from analyzer.knowledge.table import api, cls

# A file or folder of this name did not exist before: only this program has written there.
ENTRIES = (
    *(
        cls(f"tempfile.{name}(*args, **kwargs)", "io.IOBase", origin="own-file")
        for name in ("NamedTemporaryFile", "TemporaryFile", "SpooledTemporaryFile")
    ),
    cls("tempfile.TemporaryDirectory(*args, **kwargs)", origin="own-file"),
    api("tempfile.TemporaryDirectory.__enter__()", subject="self", returns="self"),
    api("tempfile.mkdtemp(*args, **kwargs)", "source", origin="own-file"),
    api("tempfile.mkstemp(*args, **kwargs)", "source", origin="own-file"),
    api("tempfile.mktemp(*args, **kwargs)", "source", origin="shared-path"),
    api("tempfile.gettempdir()", "source", origin="shared-path"),
)
