"""What do the classes of `langchain_huggingface` do to values?"""

from analyzer.knowledge.table import api, classes

# `model_kwargs` go to `SentenceTransformer` and to `from_pretrained` (langchain-huggingface 1.2).
ENTRIES = (
    *classes(
        "langchain_huggingface",
        "HuggingFaceEmbeddings(model_name,model_kwargs) HuggingFaceInstructEmbeddings(model_name,model_kwargs) "
        "HuggingFaceBgeEmbeddings(model_name,model_kwargs)",
        "",
        roles="hub.code hub.fetch",
        hub="sentence",
        pin="model_kwargs[revision]",
        nested="model_kwargs",
    ),
    api(
        "langchain_huggingface.HuggingFacePipeline.from_model_id(model_id, task, backend, device, device_map, "
        "model_kwargs, **kwargs)",
        "load",
        roles="hub.code hub.fetch",
        subject="model_id",
        hub="models",
        pin="model_kwargs[revision]",
        nested="model_kwargs",
    ),
)
