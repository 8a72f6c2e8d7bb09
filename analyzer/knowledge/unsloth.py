"""What do the functions of `unsloth` do to values?"""

from analyzer.knowledge.table import api

ENTRIES = (
    api(
        "unsloth.*.from_pretrained(model_name, *args, **kwargs)",
        "load",
        roles="hub.code hub.fetch hub.weights",
        returns="transformers.PreTrainedModel",
        hub="models",
    ),
)
