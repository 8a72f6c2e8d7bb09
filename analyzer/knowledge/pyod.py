"""What does PyOD unpickle? Its `load` is `joblib.load`, from 3.6.2 on only if it is told `trusted=True`."""

from analyzer.knowledge.table import Api, Class, api

ENTRIES: tuple[Api | Class, ...] = (
    api(
        "pyod.utils.persistence.load(path, *, trusted, **kwargs)",
        "load",
        roles="load.model",
        when="trusted",
        safe_since="pyod 3.6.2",
        returns="abstract.LoadedModel",
    ),
)
