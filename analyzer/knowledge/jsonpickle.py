"""What do the functions of `jsonpickle` do to values?"""

from analyzer.knowledge.table import api, cls

# `safe=True` only turns off `repr`-based decoding: the classes named in the text are still imported and built.
ENTRIES = (
    api("jsonpickle.decode(string, backend, context, keys, reset, safe, classes)", "load", roles="load.pickle"),
    api("jsonpickle.loads(string, backend, context, keys, reset, safe, classes)", "load", roles="load.pickle"),
    api("jsonpickle.encode(value, unpicklable)", "source", origin="own-file"),
    api("jsonpickle.dumps(value, unpicklable)", "source", origin="own-file"),
    api("jsonpickle.unpickler.decode(string, backend, context, keys, reset, safe)", "load", roles="load.pickle"),
    cls("jsonpickle.unpickler.Unpickler(backend, keys, safe)"),
    api("jsonpickle.unpickler.Unpickler.restore(obj, reset, classes)", "load", roles="load.pickle", subject="obj"),
)

ALIASES = {"jsonpickle.Unpickler": "jsonpickle.unpickler.Unpickler"}
