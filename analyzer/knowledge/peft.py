"""What do the functions of `peft` do to values?"""

from analyzer.knowledge.table import api

# `PeftModel.from_pretrained(model, adapter)` puts an adapter on a loaded model; the automatic classes load both.
ENTRIES = (
    api(
        "peft.*.from_pretrained(model, model_id, *args, **kwargs)",
        "load",
        roles="hub.code hub.fetch",
        subject="model_id",
        returns="transformers.PreTrainedModel",
        hub="models",
    ),
    api(
        "peft.PeftConfig.from_pretrained(pretrained_model_name_or_path, subfolder, **kwargs)",
        "load",
        roles="hub.fetch",
        hub="models",
    ),
    *(
        api(
            f"peft.{name}.from_pretrained(pretrained_model_name_or_path, *args, **kwargs)",
            "load",
            roles="hub.code hub.fetch",
            returns="transformers.PreTrainedModel",
            hub="models",
        )
        for name in (
            "AutoPeftModel",
            "AutoPeftModelForCausalLM",
            "AutoPeftModelForSeq2SeqLM",
            "AutoPeftModelForSequenceClassification",
            "AutoPeftModelForTokenClassification",
            "AutoPeftModelForQuestionAnswering",
            "AutoPeftModelForFeatureExtraction",
        )
    ),
)
