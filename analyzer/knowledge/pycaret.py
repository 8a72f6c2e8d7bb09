"""What does PyCaret unpickle? `load_model` is `joblib.load`, `load_experiment` `cloudpickle.load` (3.3.2)."""

from analyzer.knowledge.table import Api, Class, api

ENTRIES: tuple[Api | Class, ...] = (
    api(
        "pycaret.*.load_model(model_name, platform, authentication, verbose)",
        "load",
        roles="load.model",
        returns="abstract.LoadedModel",
    ),
    api("pycaret.*.load_experiment(path_or_file, **kwargs)", "load", roles="load.model"),
)
