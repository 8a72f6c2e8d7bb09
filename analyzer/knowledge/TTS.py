# ruff: noqa: N999
"""What does Coqui's `TTS` unpickle?

Checkpoints go through `load_fsspec` to `torch.load`: bare in TTS 0.22 (`TTS/utils/io.py`), with
`weights_only=True` from torch 2.4 on in the fork `coqui-tts`.
"""

from analyzer.knowledge.table import Api, Class, api

ENTRIES: tuple[Api | Class, ...] = (
    api(
        "TTS.api.TTS(model_name, model_path, **kwargs)",
        "load",
        roles="load.model",
        subject="model_path",
        safe_since="torch 2.6",
    ),
    api(
        "TTS.utils.io.load_fsspec(path, map_location, cache, **kwargs)",
        "load",
        roles="load.model",
        unless="weights_only",
        safe_since="torch 2.6",
    ),
)
