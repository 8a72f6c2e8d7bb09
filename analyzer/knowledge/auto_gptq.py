"""What do the functions of `auto_gptq` do to values?"""

from analyzer.knowledge.table import api

ENTRIES = tuple(
    api(
        f"auto_gptq.*.{name}(model_name_or_path, *args, **kwargs)",
        "load",
        roles="hub.code hub.fetch hub.weights",
        returns="transformers.PreTrainedModel",
        hub="models",
    )
    for name in ("from_pretrained", "from_quantized")
)
