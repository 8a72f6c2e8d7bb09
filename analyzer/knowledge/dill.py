"""What do the functions of `dill` do to values?"""

from analyzer.knowledge.table import api, cls

ENTRIES = (
    api("dill.load(file, ignore, **kwds)", "load", roles="load.pickle", returns="abstract.LoadedModel"),
    api("dill.loads(str, ignore, **kwds)", "load", roles="load.pickle", returns="abstract.LoadedModel"),
    api("dill.load_session(filename, main, **kwds)", "load", roles="load.pickle"),
    api("dill.load_module(filename, module, **kwds)", "load", roles="load.pickle"),
    api("dill.load_module_asdict(filename, update, **kwds)", "load", roles="load.pickle"),
    api("dill.dump(obj, file, protocol, byref, fmode, recurse, **kwds)", "write", origin="own-file", path="file"),
    api("dill.dumps(obj, protocol, byref, fmode, recurse, **kwds)", "source", origin="own-file"),
    api("dill.copy(obj)"),
    cls("dill.Unpickler(file)", "pickle.Unpickler"),
    api("dill.Unpickler.load()", "load", roles="load.pickle", subject="self"),
)

ALIASES = {"dill.session": "dill", "dill._dill": "dill"}
