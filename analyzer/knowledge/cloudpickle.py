"""What do the functions of `cloudpickle` do to values?"""

from analyzer.knowledge.table import api

# cloudpickle 3.1: `load` and `loads` are those of `pickle`.
ENTRIES = (
    api(
        "cloudpickle.load(file, *, fix_imports, encoding, errors, buffers)",
        "load",
        roles="load.pickle",
        returns="abstract.LoadedModel",
    ),
    api(
        "cloudpickle.loads(data, /, *, fix_imports, encoding, errors, buffers)",
        "load",
        roles="load.pickle",
        returns="abstract.LoadedModel",
    ),
    api(
        "cloudpickle.dump(obj, file, protocol, buffer_callback)",
        "write",
        roles="artefact",
        origin="own-file",
        path="file",
    ),
    api("cloudpickle.dumps(obj, protocol, buffer_callback)", "source", origin="own-file"),
)

ALIASES = {
    "cloudpickle.pickle": "pickle",
    "cloudpickle.cloudpickle": "cloudpickle",
    "cloudpickle.cloudpickle_fast": "cloudpickle",
}
