"""What does Darts unpickle?

Up to 0.47.0 `load` of a model is `pickle.load`; 0.48.0 restricts it unless it is told `trusted=True`. A pickled time
series is not restricted. Read in these wheels.
"""

from analyzer.knowledge.table import Api, Class, api

ENTRIES: tuple[Api | Class, ...] = (
    api(
        "darts.*.load(path, *, pl_trainer_kwargs, trusted, **kwargs)",
        "load",
        roles="load.model",
        when="trusted",
        safe_since="darts 0.48",
    ),
    api("darts.TimeSeries.from_pickle(path)", "load", roles="load.model"),
)

ALIASES = {"darts.timeseries.TimeSeries": "darts.TimeSeries"}
