"""What do the functions of `huggingface_hub` do to values?"""

from analyzer.knowledge.table import Api, Class, api, cls

_FILE = "hf_hub_download(repo_id, filename, **kwargs)"
_FOLDER = "snapshot_download(repo_id, **kwargs)"

# What is at a full commit can't change: `revision` is the digest of it. `hub` and `pin` are read by `interpret.hubs`.
DOWNLOADS: tuple[Api | Class, ...] = (
    *(
        api(
            f"huggingface_hub.{owner}{name}",
            "source",
            roles="hub.fetch",
            origin="hub",
            hub="repositories",
            pinned_by="revision",
            into="local_dir",
        )
        for owner in ("", "HfApi.")
        for name in (_FILE, _FOLDER)
    ),
    api("huggingface_hub.cached_download(url, **kwargs)", "source", origin="hub"),
    # Up to huggingface_hub 0.x; hands on to `KerasModelHubMixin.from_pretrained`.
    api(
        "huggingface_hub.from_pretrained_keras(pretrained_model_name_or_path, **kwargs)",
        "source",
        roles="hub.fetch",
        origin="hub",
        returns="abstract.LoadedModel",
        hub="repositories",
        unpickles="yes",
    ),
    api(
        "huggingface_hub.from_pretrained_fastai(repo_id, revision)",
        "source",
        roles="hub.fetch",
        origin="hub",
        returns="abstract.LoadedModel",
        hub="repositories",
        unpickles="yes",
    ),
)

ENTRIES: tuple[Api | Class, ...] = (
    *DOWNLOADS,
    cls("huggingface_hub.HfApi(**kwargs)"),
    cls("huggingface_hub.HfFileSystem(*args, **kwargs)", "fsspec.AbstractFileSystem", origin="hub"),
    cls("huggingface_hub.InferenceClient(model, **kwargs)", roles="llm-client"),
    api(
        "huggingface_hub.InferenceClient.text_generation(prompt, **kwargs)",
        "source",
        roles="llm",
        origin="model-output",
        around="yes",
    ),
    api(
        "huggingface_hub.InferenceClient.chat_completion(messages, **kwargs)",
        "source",
        roles="llm",
        origin="model-output",
        around="yes",
    ),
)

ALIASES = {
    "huggingface_hub.file_download": "huggingface_hub",
    "huggingface_hub._snapshot_download": "huggingface_hub",
    "huggingface_hub.hf_api": "huggingface_hub",
    "huggingface_hub.hf_file_system": "huggingface_hub",
    "huggingface_hub.fastai_utils": "huggingface_hub",
}
