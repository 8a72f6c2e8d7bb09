"""What do the functions of `cloudpickle` do to values?"""

from analyzer.knowledge.table import api

ENTRIES = (
    api("cloudpickle.load(file)", "load", roles="load.pickle", returns="abstract.LoadedModel"),
    api("cloudpickle.loads(data)", "load", roles="load.pickle", returns="abstract.LoadedModel"),
    api("cloudpickle.dump(obj, file, protocol, buffer_callback)", "write", origin="own-file", path="file"),
    api("cloudpickle.dumps(obj, protocol, buffer_callback)", "source", origin="own-file"),
    api("cloudpickle.pickle.load(file)", "load", roles="load.pickle"),
    api("cloudpickle.pickle.loads(data)", "load", roles="load.pickle"),
)

ALIASES = {"cloudpickle.cloudpickle": "cloudpickle"}
