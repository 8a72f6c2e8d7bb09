"""What do the functions of `vllm` do to values?"""

from analyzer.knowledge.table import api, cls

ENTRIES = (
    cls("vllm.LLM(model, **kwargs)", roles="hub.code"),
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
    cls("vllm.EngineArgs(model, **kwargs)", roles="hub.code"),
    cls("vllm.AsyncEngineArgs(model, **kwargs)", roles="hub.code"),
)

ALIASES = {"vllm.entrypoints.llm": "vllm", "vllm.engine.arg_utils": "vllm"}
