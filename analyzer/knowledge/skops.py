"""What do the functions of `skops` do to values?"""

from analyzer.knowledge.table import api

# Only types that the caller trusts are built: no role for the loaders.
ENTRIES = (
    api("skops.io.load(file, trusted)", "load", returns="abstract.LoadedModel"),
    api("skops.io.loads(data, trusted)", "load", returns="abstract.LoadedModel"),
    api("skops.io.dump(obj, file, **kwargs)", "write", origin="own-file", path="file"),
)
