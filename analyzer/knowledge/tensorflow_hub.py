"""What does TensorFlow Hub load?

`load` and `KerasLayer` fetch a SavedModel from a URL or folder and hand it to `tf.saved_model.load` (0.16.1,
`module_v2.py`, `keras_layer.py`). A handle on the hub itself names one version of a published model.
"""

from typing import Final

from analyzer.knowledge.table import Api, Class, api, cls

RUNS: Final = "runs the graph of the model, which can read and write files"  # also in `tensorflow`
_HUB: Final = "https://tfhub.dev/ https://www.kaggle.com/ https://kaggle.com/"

ENTRIES: tuple[Api | Class, ...] = (
    api("tensorflow_hub.load(handle, tags, options)", "load", roles="load.model", does=RUNS, hosts=_HUB),
    cls("tensorflow_hub.KerasLayer(handle, trainable, **kwargs)", roles="load.model", does=RUNS, hosts=_HUB),
)
