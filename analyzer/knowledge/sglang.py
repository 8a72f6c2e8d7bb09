"""What do the functions of `sglang` do to values?"""

from analyzer.knowledge.table import api, cls

# `Engine` takes what `ServerArgs` takes, by keyword (`sglang/srt/entrypoints/engine.py`).
ENTRIES = (
    cls("sglang.Engine(model_path, **kwargs)", roles="hub.code hub.fetch", hub="models"),
    cls("sglang.srt.server_args.ServerArgs(model_path, **kwargs)", roles="hub.code hub.fetch", hub="models"),
    api(
        "sglang.Engine.generate(prompt, sampling_params, **kwargs)",
        "predict",
        roles="model-input",
        accepts="text",
        subject="prompt",
    ),
)

ALIASES = {"sglang.srt.entrypoints.engine": "sglang"}
