"""What does Alibi Detect unpickle?

A detector is a folder of `dill` files, or a `config.toml` that may name some (0.13.0, `saving/loading.py`).
"""

from analyzer.knowledge.table import Api, Class, api

ENTRIES: tuple[Api | Class, ...] = (
    api("alibi_detect.saving.load_detector(filepath, enable_unsafe_loading, **kwargs)", "load", roles="load.model"),
)

ALIASES = {
    "alibi_detect.utils.saving": "alibi_detect.saving",
    "alibi_detect.saving.loading": "alibi_detect.saving",
}
