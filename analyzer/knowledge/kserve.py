"""What do the classes of `kserve` do to values?"""

from analyzer.knowledge.table import cls

# kserve/model.py: `__call__` hands the request to `preprocess` and its result to `predict` or `explain`; `preprocess`
# gives its argument back unless it is overridden.
ENTRIES = (
    cls(
        "kserve.Model(name, **kwargs)",
        handlers="preprocess predict explain __call__",
        handler_origin="request",
        chain="predict=preprocess explain=preprocess",
    ),
    cls("kserve.InferRequest(**kwargs)", origin="request"),
)

ALIASES = {"kserve.model.Model": "kserve.Model", "kserve.KFModel": "kserve.Model", "kfserving.KFModel": "kserve.Model"}
