"""What do the functions of `pickle` do to values?"""

from analyzer.knowledge.table import api, cls

# What this program has pickled itself is its own, whatever the object was made of: hence `source` for the dumps.
ENTRIES = (
    api(
        "pickle.load(file, *, fix_imports, encoding, errors, buffers)",
        "load",
        roles="load.pickle",
        returns="abstract.LoadedModel",
    ),
    api(
        "pickle.loads(data, /, *, fix_imports, encoding, errors, buffers)",
        "load",
        roles="load.pickle",
        returns="abstract.LoadedModel",
    ),
    api("pickle._load(file, *, fix_imports, encoding, errors, buffers)", "load", roles="load.pickle"),
    api("pickle._loads(data, /, *, fix_imports, encoding, errors, buffers)", "load", roles="load.pickle"),
    api(
        "pickle.dump(obj, file, protocol, *, fix_imports, buffer_callback)",
        "write",
        roles="artefact",
        origin="own-file",
        path="file",
    ),
    api("pickle.dumps(obj, protocol, *, fix_imports, buffer_callback)", "source", origin="own-file"),
    # A program that restricts what may be loaded derives from Unpickler: rules see the class in the receiver's types.
    # Option `content`: the arguments that are the content of an instance; all of them where it is not said.
    cls("pickle.Unpickler(file, *, fix_imports, encoding, errors, buffers)", content="file"),
    api("pickle.Unpickler.load()", "load", roles="load.pickle", subject="self", returns="abstract.LoadedModel"),
    api("pickle.Unpickler.find_class(module_name, global_name, /)", "unknown", roles="find-class"),
    cls("pickle._Unpickler(file, *, fix_imports, encoding, errors, buffers)", "pickle.Unpickler", content="file"),
    cls("pickle.Pickler(file, protocol, *, fix_imports, buffer_callback)"),
    api("pickle.Pickler.dump(obj)", "mutate"),
)
