"""What do the pretrained interfaces of SpeechBrain run?

`from_hparams` builds every object that the hyperparameter file names (HyperPyYAML), `foreign_class` also imports a
Python file that comes with the model (`inference/interfaces.py`, which says so in its own warnings).
"""

from analyzer.knowledge.table import Api, Class, api

ENTRIES: tuple[Api | Class, ...] = (
    api(
        "speechbrain.*.from_hparams(source, hparams_file, **kwargs)",
        "load",
        roles="load.model",
        does="calls whatever its hyperparameter file names",
    ),
    api(
        "speechbrain.*.foreign_class(source, hparams_file, pymodule_file, **kwargs)",
        "load",
        roles="load.model",
        does="imports the Python file that comes with the model",
    ),
)
