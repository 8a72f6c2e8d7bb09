"""What do the classes of `langchain_huggingface` do to values?"""

from analyzer.knowledge.table import api, cls

ENTRIES = (
    cls("langchain_huggingface.HuggingFaceEmbeddings(model_name, model_kwargs, **kwargs)", roles="hub.code"),
    api(
        "langchain_huggingface.HuggingFacePipeline.from_model_id(model_id, task, model_kwargs, **kwargs)",
        "load",
        roles="hub.code",
        subject="model_id",
    ),
)
