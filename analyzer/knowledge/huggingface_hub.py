"""What do the functions of `huggingface_hub` do to values?"""

from analyzer.knowledge.table import api, cls

ENTRIES = (
    api("huggingface_hub.hf_hub_download(repo_id, filename, **kwargs)", "source", origin="hub"),
    api("huggingface_hub.cached_download(url, **kwargs)", "source", origin="hub"),
    api("huggingface_hub.snapshot_download(repo_id, **kwargs)", "source", origin="hub"),
    api(
        "huggingface_hub.from_pretrained_keras(*args, **kwargs)", "source", origin="hub", returns="abstract.LoadedModel"
    ),
    api(
        "huggingface_hub.from_pretrained_fastai(repo_id, **kwargs)",
        "source",
        origin="hub",
        returns="abstract.LoadedModel",
    ),
    cls("huggingface_hub.HfApi(**kwargs)"),
    api("huggingface_hub.HfApi.hf_hub_download(repo_id, filename, **kwargs)", "source", origin="hub"),
    api("huggingface_hub.HfApi.snapshot_download(repo_id, **kwargs)", "source", origin="hub"),
    cls("huggingface_hub.InferenceClient(model, **kwargs)"),
    api("huggingface_hub.InferenceClient.text_generation(prompt, **kwargs)", "source", origin="model-output"),
    api("huggingface_hub.InferenceClient.chat_completion(messages, **kwargs)", "source", origin="model-output"),
)

ALIASES = {"huggingface_hub.file_download": "huggingface_hub"}
