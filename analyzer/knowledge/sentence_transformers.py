"""What do the functions of `sentence_transformers` do to values?"""

from analyzer.knowledge.table import api, cls

# sentence-transformers 5: the dictionaries go to `from_pretrained` of transformers.
_NESTED = "model_kwargs config_kwargs tokenizer_kwargs processor_kwargs model_args automodel_args tokenizer_args"
_ENCODE = ("encode", "encode_query", "encode_document", "encode_multi_process")

ENTRIES = (
    *(
        cls(
            f"sentence_transformers.{name}(model_name_or_path, **kwargs)",
            roles="hub.code hub.fetch hub.weights",
            hub="sentence",
            nested=_NESTED,
        )
        for name in ("SentenceTransformer", "SparseEncoder", "CrossEncoder", "MultiVectorEncoder")
    ),
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
