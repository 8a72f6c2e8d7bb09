"""Which parts of LangChain run what they are given only if they are told to?

Vector stores and retrievers keep documents as pickles beside the index. Chains that send what a model writes to a
database or a server ask for a flag of their own. Read in the sources of langchain-community (`vectorstores/*.py`,
`retrievers/tfidf.py`, `llms/*.py`, `chains/graph_qa/*.py`, `agent_toolkits/`).
"""

from typing import Final

from analyzer.knowledge.table import Api, Class, api, cls

_PICKLE: Final = {"when": "allow_dangerous_deserialization", "does": "unpickles what lies beside the index"}
_REQUESTS: Final = {"when": "allow_dangerous_requests", "does": "sends requests that a model writes"}
_FAISS: Final = "langchain_community.vectorstores.FAISS"
_LOCAL: Final = "load_local(folder_path, embeddings, index_name, *, allow_dangerous_deserialization, **kwargs)"
_BYTES: Final = "deserialize_from_bytes(serialized, embeddings, *, allow_dangerous_deserialization, **kwargs)"

_STORES: tuple[Api | Class, ...] = (
    cls(_FAISS),
    *(
        api(f"{owner}.{signature}", "load", roles="opt-in.pickle", returns=returns, **_PICKLE)
        for owner, returns in ((_FAISS, _FAISS), ("langchain_community.*", ""))
        for signature in (_LOCAL, _BYTES)
    ),
    *(
        api(f"{_FAISS}.{name}", returns=_FAISS)
        for name in (
            "from_documents(documents, embedding, **kwargs)",
            "from_texts(texts, embedding, **kwargs)",
            "from_embeddings(text_embeddings, embedding, **kwargs)",
        )
    ),
    api(
        f"{_FAISS}.save_local(folder_path, index_name)", "write", subject="self", origin="own-file", path="folder_path"
    ),
    api(f"{_FAISS}.serialize_to_bytes()", "source", origin="own-file"),
    api(
        "langchain_community.vectorstores.TileDB("
        "embedding, index_uri, metric, *, allow_dangerous_deserialization, **kwargs)",
        "unknown",
        roles="opt-in.pickle",
        subject="index_uri",
        **_PICKLE,
    ),
    *(
        api(
            f"langchain_community.llms.{name}(*, allow_dangerous_deserialization, **kwargs)",
            "unknown",
            roles="opt-in.code",
            when="allow_dangerous_deserialization",
            does="unpickles what it is configured with",
        )
        for name in ("Databricks", "SelfHostedPipeline", "SelfHostedHuggingFaceLLM")
    ),
)

_CHAINS: tuple[Api | Class, ...] = (
    api(
        "langchain_community.*.from_llm(llm, *, allow_dangerous_requests, **kwargs)",
        "unknown",
        roles="opt-in.requests",
        **_REQUESTS,
    ),
    *(
        api(
            f"langchain_community.{name}(*, allow_dangerous_requests, **kwargs)",
            "unknown",
            roles="opt-in.requests",
            **_REQUESTS,
        )
        for name in (
            "agent_toolkits.openapi.planner.create_openapi_agent",
            "agent_toolkits.openapi.toolkit.RequestsToolkit",
            "retrievers.web_research.WebResearchRetriever",
            *(f"tools.requests.tool.Requests{verb}Tool" for verb in ("Get", "Post", "Patch", "Put", "Delete")),
        )
    ),
    api(
        "langchain_community.agent_toolkits.load_tools.load_tools("
        "tool_names, llm, callbacks, allow_dangerous_tools, **kwargs)",
        "unknown",
        roles="opt-in.requests",
        when="allow_dangerous_tools",
        does="lets a model use tools that reach the machine or the network",
    ),
)

ENTRIES: tuple[Api | Class, ...] = _STORES + _CHAINS

ALIASES = {
    # Classes that ask a hub are described with the package that they have moved to.
    **{f"langchain_community.{name}": "langchain_huggingface" for name in ("embeddings", "embeddings.huggingface")},
    # The same class, moved (langchain-community: `utilities/python.py`; langchain-experimental 0.4.2).
    "langchain_community.utilities.PythonREPL": "langchain_experimental.utilities.PythonREPL",
    "langchain_community.utilities.python": "langchain_experimental.utilities",
    "langchain_community.llms.HuggingFacePipeline": "langchain_huggingface.HuggingFacePipeline",
    "langchain_community.llms.huggingface_pipeline": "langchain_huggingface",
    "langchain_community.vectorstores.faiss": "langchain_community.vectorstores",
    "langchain_community.vectorstores.tiledb": "langchain_community.vectorstores",
    "langchain_community.llms.databricks": "langchain_community.llms",
    "langchain_community.llms.self_hosted": "langchain_community.llms",
    "langchain_community.llms.self_hosted_hugging_face": "langchain_community.llms",
}
