"""What do the functions of `modelscope` do to values?"""

from analyzer.knowledge.table import api

# `modelscope` 1.40: without a revision it is `master`.
ENTRIES = (
    api(
        "modelscope.snapshot_download(model_id, revision, **kwargs)",
        "source",
        roles="hub.fetch",
        origin="hub",
        hub="repositories",
        pinned_by="revision",
    ),
    api(
        "modelscope.model_file_download(model_id, file_path, revision, **kwargs)",
        "source",
        roles="hub.fetch",
        origin="hub",
        hub="repositories",
        pinned_by="revision",
    ),
    api(
        "modelscope.*.from_pretrained(pretrained_model_name_or_path, *args, **kwargs)",
        "load",
        roles="hub.code hub.fetch hub.weights",
        hub="models",
    ),
    api(
        "modelscope.pipeline(task, model, preprocessor, config_file, pipeline_name, framework, device, model_revision, "
        "ignore_file_pattern, trust_remote_code, **kwargs)",
        "load",
        roles="hub.code hub.fetch",
        subject="model",
        hub="models",
        pin="model_revision",
    ),
    api(
        "modelscope.MsDataset.load(dataset_name, namespace, target, version, **kwargs)",
        "read",
        roles="hub.code hub.fetch",
        hub="datasets",
        pin="version",
    ),
)

ALIASES = {
    "modelscope.hub.snapshot_download": "modelscope",
    "modelscope.hub.file_download": "modelscope",
    "modelscope.pipelines": "modelscope",
    "modelscope.msdatasets": "modelscope",
}
