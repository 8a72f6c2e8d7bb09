"""What do the functions of `diffusers` do to values?"""

from analyzer.knowledge.table import api

ENTRIES = (
    api(
        "diffusers.*.from_pretrained(pretrained_model_name_or_path, **kwargs)",
        "load",
        roles="hub.code",
        subject="pretrained_model_name_or_path",
    ),
)
