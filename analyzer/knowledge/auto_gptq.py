"""What do the functions of `auto_gptq` do to values?"""

from analyzer.knowledge.table import api

ENTRIES = (
    api(
        "auto_gptq.*.from_pretrained(pretrained_model_name_or_path, *args, **kwargs)",
        "load",
        roles="hub.code",
        subject="pretrained_model_name_or_path",
        returns="transformers.PreTrainedModel",
    ),
)
