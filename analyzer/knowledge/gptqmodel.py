"""What do the functions of `gptqmodel`, the successor of `auto_gptq`, do to values?"""

from analyzer.knowledge.table import api

ENTRIES = tuple(
    api(
        f"gptqmodel.GPTQModel.{name}(model_id_or_path, *args, **kwargs)",
        "load",
        roles="hub.code hub.fetch hub.weights",
        returns="transformers.PreTrainedModel",
        hub="models",
    )
    for name in ("load", "from_pretrained", "from_quantized")
)
