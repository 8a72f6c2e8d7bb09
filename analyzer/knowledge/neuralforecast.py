"""What does NeuralForecast unpickle?

The newest release reads older folders through a restricted unpickler unless it is told `allow_pickle=True` (`core.py`).
"""

from analyzer.knowledge.table import Api, Class, api

ENTRIES: tuple[Api | Class, ...] = (
    api(
        "neuralforecast.NeuralForecast.load(path, verbose, allow_pickle, **kwargs)",
        "load",
        roles="load.model",
        when="allow_pickle",
    ),
)
