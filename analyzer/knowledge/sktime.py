"""What does sktime unpickle? The class in a saved archive, then the object itself (`base/_serialize.py`)."""

from analyzer.knowledge.table import Api, Class, api

ENTRIES: tuple[Api | Class, ...] = (
    api("sktime.base.load(serial)", "load", roles="load.model", returns="abstract.LoadedModel"),
)

ALIASES = {"sktime.base._serialize": "sktime.base"}
