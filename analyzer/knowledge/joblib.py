"""What do the functions of `joblib` do to values?"""

from analyzer.knowledge.table import api, cls

# joblib 1.6, numpy_pickle.py and memory.py. Role "load.cache": unpickles what it finds in the folder that option
# `folder` names, which is a file of this program unless others can write there.
ENTRIES = (
    api(
        "joblib.load(filename, mmap_mode, ensure_native_byte_order)",
        "load",
        roles="load.pickle",
        returns="abstract.LoadedModel",
    ),
    api(
        "joblib.dump(value, filename, compress, protocol)",
        "write",
        roles="artefact",
        origin="own-file",
        path="filename",
    ),
    api("joblib.hash(obj, hash_name, coerce_mmap)", "constant"),
    api("joblib.load_temporary_memmap(filename, mmap_mode, unlink_on_gc_collect)", "load", roles="load.pickle"),
    api("joblib.numpy_pickle_compat.load_compatibility(filename)", "load", roles="load.pickle"),
    cls(
        "joblib.Memory(location, backend, mmap_mode, compress, verbose, backend_options)",
        roles="load.cache",
        folder="location",
    ),
)

ALIASES = {
    "joblib.numpy_pickle": "joblib",
    "joblib.memory": "joblib",
    "joblib.externals.cloudpickle": "cloudpickle",
}
