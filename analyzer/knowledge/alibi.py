"""What does Alibi unpickle? `load_explainer` reads a folder of `dill` files (0.9.6, `saving.py`)."""

from analyzer.knowledge.table import Api, Class, api

ENTRIES: tuple[Api | Class, ...] = (api("alibi.saving.load_explainer(path, predictor)", "load", roles="load.model"),)

ALIASES = {"alibi.utils.saving": "alibi.saving"}
