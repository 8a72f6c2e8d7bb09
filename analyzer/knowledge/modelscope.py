"""What do the functions of `modelscope` do to values?"""

from analyzer.knowledge.table import api

ENTRIES = (
    api("modelscope.snapshot_download(model_id, revision, **kwargs)", "source", origin="hub"),
    api("modelscope.*.from_pretrained(pretrained_model_name_or_path, *args, **kwargs)", "load", roles="hub.code"),
    api("modelscope.pipeline(task, model, **kwargs)", "load", roles="hub.code", subject="model"),
)

ALIASES = {"modelscope.hub.snapshot_download": "modelscope"}
