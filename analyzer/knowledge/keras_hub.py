"""What do the functions of `keras_hub` do to values?"""

from analyzer.knowledge.table import api

# `hf://owner/name`, `kaggle://owner/model/framework/variation`; names without a scheme are presets of the library,
# which names their versions.
ENTRIES = (
    api(
        "keras_hub.*.from_preset(preset, *args, **kwargs)",
        "load",
        roles="hub.fetch",
        returns="abstract.LoadedModel",
        hub="prefixed",
    ),
)

ALIASES = {"keras_nlp": "keras_hub"}
