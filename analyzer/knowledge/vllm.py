"""What do the functions of `vllm` do to values?"""

from analyzer.knowledge.table import api, cls

ENTRIES = (
    cls("vllm.LLM(model, **kwargs)", roles="hub.code hub.fetch", hub="models"),
    api(
        "vllm.LLM.generate(prompts, sampling_params, **kwargs)",
        "predict",
        roles="model-input",
        accepts="text",
        subject="prompts",
    ),
    api(
        "vllm.LLM.chat(messages, sampling_params, **kwargs)",
        "predict",
        roles="model-input",
        accepts="text",
        subject="messages",
    ),
    cls("vllm.EngineArgs(model, **kwargs)", roles="hub.code hub.fetch", hub="models"),
    cls("vllm.AsyncEngineArgs(model, **kwargs)", roles="hub.code hub.fetch", hub="models"),
)

# Code and tokenizer may be at revisions of their own (`vllm/entrypoints/llm.py`).
ALIASES = {"vllm.entrypoints.llm": "vllm", "vllm.engine.arg_utils": "vllm"}
