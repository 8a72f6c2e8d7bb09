"""What do the tokenizers of `tokenizers` learn, and what is made of them?"""

from analyzer.knowledge.table import api, cls

_T = "tokenizers.Tokenizer"

ENTRIES = (
    cls(f"{_T}(model)", "abstract.Transformer", how="text"),
    api(f"{_T}.train_from_iterator(iterator, trainer, length)", "fit-statistic", subject="iterator"),
    api(f"{_T}.encode(sequence, pair)", "transform", subject="sequence", returns="numpy.ndarray"),
    api(f"{_T}.encode_batch(input)", "transform", subject="input", returns="numpy.ndarray"),
)
