"""What do the functions of `skops` do to values?"""

from analyzer.knowledge.table import api

# Only types that the caller trusts are built. `trusted=True` trusted all of them until 0.10 made that an error
# (CVE-2024-37065); the list that `get_untrusted_types` gives for a file is all of them again.
ENTRIES = (
    *(
        api(
            f"skops.io.{signature}",
            "load",
            roles="load.model",
            returns="abstract.LoadedModel",
            when="trusted",
            how="listed",
            safe_since="skops 0.10",
            does="makes any object that the file names",
        )
        for signature in ("load(file, trusted)", "loads(data, trusted)")
    ),
    api("skops.io.get_untrusted_types(*, data, file)", "carry", passes="listed-by-the-file"),
    api("skops.io.dump(obj, file, **kwargs)", "write", origin="own-file", path="file"),
)
