"""What do the functions of `trl` do to values?"""

from analyzer.knowledge.table import api

ENTRIES = (
    api(
        "trl.*.from_pretrained(pretrained_model_name_or_path, *args, **kwargs)",
        "load",
        roles="hub.code hub.fetch hub.weights",
        subject="pretrained_model_name_or_path",
        returns="transformers.PreTrainedModel",
        hub="models",
        nested="model_kwargs config_kwargs",
    ),
)
