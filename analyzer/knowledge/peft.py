"""What do the functions of `peft` do to values?"""

from analyzer.knowledge.table import api

ENTRIES = (
    api(
        "peft.*.from_pretrained(model, model_id, *args, **kwargs)",
        "load",
        roles="hub.code",
        subject="model",
        returns="transformers.PreTrainedModel",
    ),
)
