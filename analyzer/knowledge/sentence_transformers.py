"""What do the functions of `sentence_transformers` do to values?"""

from analyzer.knowledge.table import api, cls

_ENCODE = ("encode", "encode_query", "encode_document", "encode_multi_process")

ENTRIES = (
    cls("sentence_transformers.SentenceTransformer(model_name_or_path, **kwargs)", roles="hub.code"),
    cls("sentence_transformers.SparseEncoder(model_name_or_path, **kwargs)", roles="hub.code"),
    cls("sentence_transformers.CrossEncoder(model_name_or_path, **kwargs)", roles="hub.code"),
    *(
        api(
            f"sentence_transformers.SentenceTransformer.{name}(sentences, **kwargs)",
            "predict",
            roles="model-input",
            accepts="text",
            subject="sentences",
        )
        for name in _ENCODE
    ),
    api(
        "sentence_transformers.CrossEncoder.predict(sentences, **kwargs)",
        "predict",
        roles="model-input",
        accepts="text",
        subject="sentences",
    ),
    api(
        "sentence_transformers.CrossEncoder.rank(query, documents, **kwargs)",
        "predict",
        roles="model-input",
        accepts="text",
        subject="query",
    ),
)

ALIASES = {"sentence_transformers.cross_encoder": "sentence_transformers"}
