"""What does PyCaret unpickle? `load_model` is `joblib.load`, `load_experiment` `cloudpickle.load` (3.3.2)."""

from typing import Final

from analyzer.knowledge.table import Api, Class, api

# Where `from … import *` finds them, which is how PyCaret is used; `*` for the rest.
_PLACES: Final = ("classification", "regression", "clustering", "anomaly", "nlp", "time_series", "arules", "*")

ENTRIES: tuple[Api | Class, ...] = (
    *(
        api(
            f"pycaret.{place}.load_model(model_name, platform, authentication, verbose)",
            "load",
            roles="load.model",
            returns="abstract.LoadedModel",
        )
        for place in _PLACES
    ),
    *(api(f"pycaret.{place}.load_experiment(path_or_file, **kwargs)", "load", roles="load.model") for place in _PLACES),
)
