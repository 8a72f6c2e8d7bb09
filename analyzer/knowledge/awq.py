"""What do the functions of `awq` do to values?"""

from analyzer.knowledge.table import api

# Its models trust remote code unless they are told not to (autoawq 0.2.9, `awq/models/auto.py`).
ENTRIES = (
    api(
        "awq.*.from_pretrained(model_path, torch_dtype, trust_remote_code, safetensors, device_map, **kwargs)",
        "load",
        roles="hub.code hub.fetch",
        returns="transformers.PreTrainedModel",
        hub="models",
        trusts_by_default="yes",
    ),
    api(
        "awq.*.from_quantized(quant_path, quant_filename, max_seq_len, trust_remote_code, **kwargs)",
        "load",
        roles="hub.code hub.fetch",
        returns="transformers.PreTrainedModel",
        hub="models",
        trusts_by_default="yes",
    ),
)
