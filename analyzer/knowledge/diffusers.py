"""What do the functions of `diffusers` do to values?"""

from analyzer.knowledge.table import api

# Pipelines and models: `use_safetensors=None` prefers safetensors, and takes pickles where there are none (0.42).
ENTRIES = (
    api(
        "diffusers.*.from_pretrained(pretrained_model_name_or_path, **kwargs)",
        "load",
        roles="hub.code hub.fetch hub.weights",
        subject="pretrained_model_name_or_path",
        hub="models",
    ),
)
