"""Which chunks of text do the splitters of LangChain make?

Read in the source of 1.1.3: two chunks share `chunk_overlap` characters or tokens, 200 if nothing is said.
"""

from analyzer.knowledge.table import Api, Class, api, cls

_S = "langchain_text_splitters.TextSplitter"

ENTRIES: tuple[Api | Class, ...] = (
    cls(_S),
    *(
        cls(f"langchain_text_splitters.{name}", _S)
        for name in (
            "CharacterTextSplitter",
            "RecursiveCharacterTextSplitter",
            "TokenTextSplitter",
            "MarkdownTextSplitter",
            "PythonCodeTextSplitter",
            "LatexTextSplitter",
            "NLTKTextSplitter",
            "SpacyTextSplitter",
            "SentenceTransformersTokenTextSplitter",
        )
    ),
    # Option `overlap`: the argument of the constructor that says how much two windows share.
    *(
        api(f"{_S}.{name}({data})", "window", subject=data, returns="numpy.ndarray", overlap="chunk_overlap")
        for name, data in (
            ("split_documents", "documents"),
            ("transform_documents", "documents"),
            ("split_text", "text"),
            ("create_documents", "texts"),
        )
    ),
)

ALIASES = {f"langchain_text_splitters.{each}": "langchain_text_splitters" for each in ("base", "character", "python")}
