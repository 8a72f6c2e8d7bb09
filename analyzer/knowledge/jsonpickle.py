"""What do the functions of `jsonpickle` do to values?"""

from analyzer.knowledge.table import api, cls

# jsonpickle 4.1. `safe=True` only turns off `repr`-based decoding: the classes named in the text are still imported
# and built, whatever `classes` lists.
_REST = "backend, context, keys, reset, safe, classes, v1_decode, on_missing, handle_readonly"

ENTRIES = (
    api(f"jsonpickle.decode(string, {_REST})", "load", roles="load.pickle"),
    api(f"jsonpickle.loads(string, {_REST})", "load", roles="load.pickle"),
    api("jsonpickle.encode(value, unpicklable, **kwargs)", "source", origin="own-file"),
    api("jsonpickle.dumps(value, unpicklable, **kwargs)", "source", origin="own-file"),
    cls("jsonpickle.unpickler.Unpickler(backend, keys, safe)"),
    api("jsonpickle.unpickler.Unpickler.restore(obj, reset, classes)", "load", roles="load.pickle", subject="obj"),
)

ALIASES = {
    "jsonpickle.Unpickler": "jsonpickle.unpickler.Unpickler",
    "jsonpickle.unpickler.decode": "jsonpickle.decode",
    "jsonpickle.pickler.encode": "jsonpickle.encode",
}
