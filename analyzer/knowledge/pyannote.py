"""What do the loaders of `pyannote.audio` run?

`Model.from_pretrained` unpickles with `weights_only=False` and imports the class that the checkpoint names;
`Pipeline.from_pretrained` makes an instance of whatever class its configuration names. Read in the sources of 4.x
(`core/model.py`, `core/pipeline.py`).
"""

from analyzer.knowledge.table import Api, Class, api

ENTRIES: tuple[Api | Class, ...] = (
    api(
        "pyannote.audio.Model.from_pretrained(checkpoint, map_location, strict, subfolder, revision, **kwargs)",
        "load",
        roles="load.model",
    ),
    api(
        "pyannote.audio.Pipeline.from_pretrained(checkpoint, revision, hparams_file, **kwargs)",
        "load",
        roles="load.model",
        does="calls the classes that its configuration names",
    ),
)

ALIASES = {"pyannote.audio.core.model": "pyannote.audio", "pyannote.audio.core.pipeline": "pyannote.audio"}
