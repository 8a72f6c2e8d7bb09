"""What does SHAP unpickle? Explainers, models and maskers: `load` is `pickle.load` (0.51.0, `_serializable.py`)."""

from analyzer.knowledge.table import Api, Class, api

ENTRIES: tuple[Api | Class, ...] = (api("shap.*.load(in_file, **kwargs)", "load", roles="load.model"),)
