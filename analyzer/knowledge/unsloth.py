"""What do the functions of `unsloth` do to values?"""

from analyzer.knowledge.table import api

ENTRIES = (
    api(
        "unsloth.*.from_pretrained(pretrained_model_name_or_path, *args, **kwargs)",
        "load",
        roles="hub.code",
        subject="pretrained_model_name_or_path",
        returns="transformers.PreTrainedModel",
    ),
)
