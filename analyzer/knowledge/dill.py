"""What do the functions of `dill` do to values?"""

from analyzer.knowledge.table import api, cls

# dill 0.4: _dill.py, session.py and temp.py.
ENTRIES = (
    api("dill.load(file, ignore, **kwds)", "load", roles="load.pickle", returns="abstract.LoadedModel"),
    api("dill.loads(str, ignore, **kwds)", "load", roles="load.pickle", returns="abstract.LoadedModel"),
    api("dill.load_session(filename, main, **kwds)", "load", roles="load.pickle"),
    api("dill.load_module(filename, module, **kwds)", "load", roles="load.pickle"),
    api("dill.load_module_asdict(filename, update, **kwds)", "load", roles="load.pickle"),
    api(
        "dill.dump(obj, file, protocol, byref, fmode, recurse, **kwds)",
        "write",
        roles="artefact",
        origin="own-file",
        path="file",
    ),
    api("dill.dumps(obj, protocol, byref, fmode, recurse, **kwds)", "source", origin="own-file"),
    api("dill.dump_module(filename, module, refimported, **kwds)", "write", origin="own-file", path="filename"),
    api("dill.dump_session(filename, main, byref, **kwds)", "write", origin="own-file", path="filename"),
    api("dill.copy(obj)"),
    api("dill.temp.load(file, **kwds)", "load", roles="load.pickle"),
    api("dill.temp.loadIO(buffer, **kwds)", "load", roles="load.pickle"),
    api("dill.temp.dump(object, **kwds)", "source", origin="own-file"),
    api("dill.temp.dumpIO(object, **kwds)", "source", origin="own-file"),
    cls("dill.Unpickler(file, **kwds)", "pickle.Unpickler", content="file"),
    cls("dill.Pickler(file, **kwds)", "pickle.Pickler"),
)

ALIASES = {"dill.session": "dill", "dill._dill": "dill", "dill.dill": "dill"}
