"""What do the functions of `joblib` do to values?"""

from analyzer.knowledge.table import api, cls

ENTRIES = (
    api(
        "joblib.load(filename, mmap_mode, ensure_native_byte_order)",
        "load",
        roles="load.pickle",
        returns="abstract.LoadedModel",
    ),
    api("joblib.dump(value, filename, compress, protocol)", "write", origin="own-file", path="filename"),
    api("joblib.hash(obj, hash_name, coerce_mmap)", "constant"),
    # joblib.Memory unpickles what it finds in its folder.
    cls("joblib.Memory(location, backend, mmap_mode, compress, verbose)"),
)

ALIASES = {"joblib.numpy_pickle": "joblib"}
