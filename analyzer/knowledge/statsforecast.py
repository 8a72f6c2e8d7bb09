"""What does StatsForecast unpickle? `load` is `pickle.load` (`core.py`)."""

from analyzer.knowledge.table import Api, Class, api

ENTRIES: tuple[Api | Class, ...] = (api("statsforecast.StatsForecast.load(path)", "load", roles="load.model"),)

ALIASES = {"statsforecast.core": "statsforecast"}
